/** Says that something is on its way. */
import { useText } from '../i18n/text.ts';

export function Spinner({ label }: { label?: string }) {
  const t = useText();
  return (
    <div className="waiting" role="status">
      <div className="spinner" aria-hidden="true" />
      <span>{label ?? t('common.loading')}</span>
    </div>
  );
}
