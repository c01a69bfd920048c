/**
 * What a whole room reads from five metres: the phase, what to do, the clock, who can see the boards, how far everybody is.
 * Over a slide it is as low as the slide asks for.
 */
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
  /** `whole` has the screen to itself, `small` the task and what holds now, `slim` one line. */
  readonly size: 'whole' | 'small' | 'slim';
}

export function RoomHead({ cohort, phase, now, audience, size }: RoomHeadProps) {
  const t = useText();
  return (
    <section className={classes(styles.head, styles[size])} aria-label={t('call.label')} data-phase-card={phase.id}>
      <div className={styles.words}>
        <p className={styles.number}>{t('call.number', { number: phase.number, of: phase.of })}</p>
        <h1 className={styles.title}>{phase.title}</h1>
        {size !== 'slim' && <p className={styles.task}>{phase.task}</p>}
        <Facts cohort={cohort} phase={phase} audience={audience} size={size} />
      </div>
      {phase.clock && <RoomClock clock={phase.clock} now={now} />}
    </section>
  );
}

/** Over a slide, which counts by itself, no numbers; in one line, only what holds right now. */
function Facts({ cohort, phase, audience, size }: Omit<RoomHeadProps, 'now'>) {
  const t = useText();
  const progress = size === 'whole' ? progressOf(cohort) : null;
  return (
    <ul className={styles.facts}>
      {phase.now && (
        <li>
          <Icon name="flag" size={28} />
          {t(phase.now.key, phase.now.values)}
        </li>
      )}
      {audience && size !== 'slim' && (
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
