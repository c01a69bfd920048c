/** No such page. */
import { useText } from '../i18n/text.ts';
import { KindPage } from './KindPage.tsx';

export function NotFoundPage() {
  const t = useText();
  return <KindPage icon="search" title={t('pages.notFound.title')} body={t('pages.notFound.body')} />;
}
