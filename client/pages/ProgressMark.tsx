/** How far a commitment has come: sign and word together, to read or to choose. */
import { type Progress, SAID_PROGRESS, type SaidProgress } from '../../shared/board/progress.ts';
import { useText } from '../i18n/text.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import styles from './ProgressMark.module.css';

const ICON: Readonly<Record<SaidProgress, IconName>> = { done: 'check', underway: 'clock', dropped: 'minus' };

/** Nothing while nobody has said anything. */
export function ProgressMark({ done }: { done: Progress }) {
  const t = useText();
  if (done === 'open') return null;
  return (
    <span className={styles.mark} data-done={done}>
      <Icon name={ICON[done]} size={16} />
      {t(`peers.commitment.${done}`)}
    </span>
  );
}

interface ProgressChoiceProps {
  readonly done: Progress;
  readonly what: string;
  readonly onChange: (done: SaidProgress) => void;
}

/** None is chosen while nobody has said anything. */
export function ProgressChoice({ done, what, onChange }: ProgressChoiceProps) {
  const t = useText();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t('peers.commitment.progress', { what })}</legend>
      {SAID_PROGRESS.map((one) => (
        <button key={one} type="button" data-done={one} aria-pressed={one === done} onClick={() => onChange(one)}>
          <Icon name={ICON[one]} size={16} />
          {t(`peers.commitment.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
