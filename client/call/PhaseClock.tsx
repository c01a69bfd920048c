/** The clock of a phase: steady digits, and words besides the colour when time is over. Counts nothing itself. */
import { type Clock, leftOf } from '../../shared/cohort/clock.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { classes } from '../list/classes.ts';
import { serverClock } from '../sync/server-clock.ts';
import { Icon } from '../ui/Icon.tsx';
import { digitsOf, isOver, leftInWords } from './clock-words.ts';
import styles from './PhaseClock.module.css';

interface PhaseClockProps {
  readonly clock: Clock;
  /** The clock of the whole phase, where the first one is that of a part. */
  readonly whole: Clock | null;
  /** Server time. */
  readonly now: number;
  /** One clock on the screen, the one that counts: the whole phase only in words, and only when it has less left. */
  readonly isBrief: boolean;
}

export function PhaseClock({ clock, whole, now, isBrief }: PhaseClockProps) {
  const t = useText();
  const offset = useStore(serverClock.offset);
  const left = leftOf(clock, now);
  const said = leftInWords(left);
  const isPaused = clock.kind === 'paused';
  const wholeIn = (wholeLeft: number): string | false =>
    isBrief ? wholeLeft < left && t('call.clock.wholeLess') : t('call.clock.whole', { time: digitsOf(wholeLeft) });
  const note = isPaused
    ? t('call.clock.paused')
    : isOver(left)
      ? t('call.clock.over')
      : whole && wholeIn(leftOf(whole, now));
  return (
    <span className={classes(styles.clock, isOver(left) && styles.over)} data-clock data-offset={offset?.ms}>
      <span className={styles.digits} aria-hidden="true">
        {isPaused && <Icon name="pause" size={18} />}
        {digitsOf(left)}
      </span>
      {note && <span className={styles.note}>{note}</span>}
      {!isOver(left) && <span className="visually-hidden">{t(said.key, said.values)}</span>}
    </span>
  );
}
