/** The window's title follows the page. */
import { useEffect } from 'react';
import { useText } from '../i18n/text.ts';

export function useTitle(page: string): void {
  const t = useText();
  useEffect(() => {
    document.title = page === '' ? t('common.product') : t('pages.title', { page });
  }, [page, t]);
}
