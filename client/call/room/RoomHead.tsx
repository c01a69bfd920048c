/** What a whole room reads from five metres: the phase, what to do, the clock, who can see the boards, how far everybody is. */
import { type Clock, leftOf } from '../../../shared/cohort/clock.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { digitsOf, isOver, leftInWords } from '../clock-words.ts';
import type { PhaseOn } from '../phase-view.ts';
import { progressOf } from './progress.ts';
import styles from './Room.module.css';

interface RoomHeadProps {
  readonly cohort: Cohort;
  readonly phase: PhaseOn;
  /** Server time. */
  readonly now: number;
  /** Who sees what people work on now; null in a break. */
  readonly audience: { readonly icon: 'lock' | 'group' | 'people'; readonly label: string } | null;
  /** A board stands below: then the head is as low as it can be. */
  readonly isSmall: boolean;
}

export function RoomHead({ cohort, phase, now, audience, isSmall }: RoomHeadProps) {
  const t = useText();
  const progress = progressOf(cohort);
  return (
    <section
      className={classes(styles.head, isSmall && styles.small)}
      aria-label={t('call.label')}
      data-phase-card={phase.id}
    >
      <div className={styles.words}>
        <p className={styles.number}>{t('call.number', { number: phase.number, of: phase.of })}</p>
        <h1 className={styles.title}>{phase.title}</h1>
        <p className={styles.task}>{phase.task}</p>
        <ul className={styles.facts}>
          {phase.now && (
            <li>
              <Icon name="flag" size={28} />
              {t(phase.now.key, phase.now.values)}
            </li>
          )}
          {audience && (
            <li>
              <Icon name={audience.icon} size={28} />
              {audience.label}
            </li>
          )}
          {progress && (
            <li>
              <Icon name="check" size={28} />
              {t(progress.key, progress.values)}
            </li>
          )}
        </ul>
      </div>
      {phase.clock && <RoomClock clock={phase.clock} now={now} />}
    </section>
  );
}

function RoomClock({ clock, now }: { clock: Clock; now: number }) {
  const t = useText();
  const left = leftOf(clock, now);
  const said = leftInWords(left);
  const over = isOver(left);
  const isPaused = clock.kind === 'paused';
  return (
    <div className={classes(styles.clock, over && styles.over)} data-clock>
      <span aria-hidden="true">{digitsOf(left)}</span>
      <p className={isPaused || over ? styles.note : 'visually-hidden'}>
        {isPaused ? t('call.clock.paused') : t(said.key, said.values)}
      </p>
    </div>
  );
}
