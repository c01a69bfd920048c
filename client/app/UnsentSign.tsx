/** That something written here has not been sent, in a few words. Knows no board and sends nothing. */
import { useText } from '../i18n/text.ts';
import type { Unsent } from '../sync/keep-sending.ts';
import { Icon } from '../ui/Icon.tsx';

export function UnsentSign({ unsent }: { unsent: Unsent }) {
  const t = useText();
  return (
    <span className={`unsent unsent--${unsent}`} data-unsent={unsent}>
      <Icon name={unsent === 'stuck' ? 'warning' : 'device'} size={18} />
      <span>{t(`sync.left.${unsent}`)}</span>
    </span>
  );
}
