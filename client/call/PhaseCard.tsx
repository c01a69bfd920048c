/**
 * The one card that says where the call is, what to do, how much time is left and who can see this. One line on phones,
 * more with a tap. Stands between the bar and what is below it, never over it.
 */
import { lazy, Suspense } from 'react';
import { leftOf } from '../../shared/cohort/clock.ts';
import type { WritableStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { classes } from '../list/classes.ts';
import { usePhone } from '../list/use-narrow.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { type Audience, AudienceBadge } from './AudienceBadge.tsx';
import { isOver } from './clock-words.ts';
import { HandButton } from './HandButton.tsx';
import styles from './PhaseCard.module.css';
import { PhaseClock } from './PhaseClock.tsx';
import type { PhaseOn } from './phase-view.ts';
import { useFold } from './use-fold.ts';
import { useSaid } from './use-said.ts';

// One, two or three people conduct a call; everybody else need not fetch it.
const ConductDeeds = lazy(() => import('./ConductDeeds.tsx'));

export interface PhaseCardProps {
  readonly seat: Seat;
  readonly phase: PhaseOn;
  /** Server time. */
  readonly now: number;
  /** Null where nothing is written. On phones the bar above says it. */
  readonly audience: Audience | null;
  readonly hand: WritableStore<number | null>;
  /** The way to where everybody is meant to be; null when this is it. */
  readonly goTo: { readonly label: string; readonly go: () => void } | null;
}

export function PhaseCard(props: PhaseCardProps) {
  const { seat, phase, now, audience, hand, goTo } = props;
  const t = useText();
  const isPhone = usePhone();
  // In a round of peers the page below says at length what to do.
  const [isOpen, setOpen] = useFold(`${seat.cohort.id} ${phase.id}`, phase.now?.key !== 'call.now.round');
  const said = useSaid(phase, now);
  const isTimeOver = phase.clock !== null && isOver(leftOf(phase.clock, now));
  const { role } = seat.person;
  const number = t(isPhone ? 'call.numberShort' : 'call.number', { number: phase.number, of: phase.of });
  const clock = phase.clock && <PhaseClock clock={phase.clock} whole={phase.whole} now={now} isBrief={isPhone} />;
  const title = (
    <>
      <span className={styles.number}>{number}</span> <strong className={styles.title}>{phase.title}</strong>
    </>
  );
  const rest = (
    <>
      {phase.now && (
        <p className={styles.now}>
          <Icon name="flag" size={16} />
          {t(phase.now.key, phase.now.values)}
        </p>
      )}
      {audience && !isPhone && <AudienceBadge {...audience} />}
      {role === 'participant' && <HandButton hand={hand} />}
      {role === 'facilitator' && (
        <Suspense>
          <ConductDeeds seat={seat} phase={phase} isOver={isTimeOver} />
        </Suspense>
      )}
    </>
  );
  const go = goTo && (
    <Button look="primary" icon="forward" className={styles.go} onClick={goTo.go}>
      {goTo.label}
    </Button>
  );
  return (
    <section
      className={classes(
        styles.card,
        isPhone && styles.narrow,
        isTimeOver && styles.over,
        isTimeOver && role === 'facilitator' && styles.asks,
      )}
      aria-label={t('call.label')}
      data-phase-card={phase.id}
    >
      {isPhone ? (
        <>
          <button
            type="button"
            className={styles.line}
            aria-expanded={isOpen}
            title={t(isOpen ? 'call.fold' : 'call.unfold')}
            onClick={() => setOpen(!isOpen)}
          >
            <span className={styles.where}>
              {title}
              {!isOpen && (
                <span className={styles.brief}>{phase.now ? t(phase.now.key, phase.now.values) : phase.task}</span>
              )}
            </span>
            {clock}
            <span className={classes(styles.arrow, isOpen && styles.turned)}>
              <Icon name="chevron-down" />
            </span>
          </button>
          {isOpen && (
            <div className={styles.more}>
              <p className={styles.task}>{phase.task}</p>
              {rest}
            </div>
          )}
          {go}
        </>
      ) : (
        <>
          <div className={styles.where}>
            <h2 className={styles.head}>{title}</h2>
            <p className={styles.task}>{phase.task}</p>
          </div>
          {go}
          {rest}
          {clock}
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
