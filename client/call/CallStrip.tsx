/**
 * What a screen shows of the call: the card of the phase, or that there is none yet or no longer, and words of facilitation.
 * Knows the seat, not what the screen is about.
 */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { phaseNow } from '../../shared/cohort/call.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { roundNow } from '../../shared/cohort/rounds.ts';
import { type BoardId, isBoardId } from '../../shared/ids.ts';
import { useStore } from '../board/store.ts';
import { type Translate, useLanguage, useText } from '../i18n/text.ts';
import { useFollowedCohort } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { isField } from '../ui/is-field.ts';
import type { Audience } from './AudienceBadge.tsx';
import { cameLate, lateWords } from './arrival.ts';
import { MessageBanner } from './MessageBanner.tsx';
import styles from './PhaseCard.module.css';
import { PhaseCard } from './PhaseCard.tsx';
import { groupOf, type PhaseOn, type PhaseView, phaseView } from './phase-view.ts';
import type { Landing } from './use-landing.ts';
import { useNow } from './use-now.ts';
import { WordToast } from './WordToast.tsx';

interface CallStripProps {
  readonly seat: Seat;
  readonly landing: Landing;
  /** Who can see what is below; null where nothing is written. */
  readonly audience: Audience | null;
  /** A page around the boards rather than a board: there it also says that the call has not begun. */
  readonly onPage?: boolean;
}

export default function CallStrip({ seat, landing, audience, onPage = false }: CallStripProps) {
  const t = useText();
  const [language] = useLanguage();
  const now = useNow();
  const follow = useFollowedCohort(seat);
  const cohort = useStore(follow.cohort);
  const view = phaseView(cohort, seat.person, language, now);
  // The way to the panel is on the card in any case.
  const label = isBoardId(landing.place) && view.kind === 'phase' ? wayTo(landing.place, view, cohort, seat, t) : null;
  const card =
    view.kind === 'phase' ? (
      <>
        <PhaseCard
          seat={seat}
          phase={view}
          now={now}
          audience={audience}
          hand={follow.hand}
          goTo={label === null ? null : { label, go: landing.go }}
        />
        {seat.person.role === 'participant' && <Recap phase={view} words={lateWords(phaseNow(cohort.call)?.kind)} />}
      </>
    ) : (
      <NoPhase kind={view.kind} seat={seat} onPage={onPage} />
    );
  return (
    <div className={onPage ? styles.onPage : undefined}>
      {card}
      <MessageBanner seat={seat} cohort={cohort} />
      <WordToast words={follow.words} cohort={cohort} />
    </div>
  );
}

/** What the button to the place of the call says. */
function wayTo(place: BoardId | 'panel', phase: PhaseOn, cohort: Cohort, { person }: Seat, t: Translate): string {
  if (cohort.call.landing.board === place) return t('call.go.group');
  const group = phaseNow(cohort.call)?.kind === 'peers' ? groupOf(cohort, person) : null;
  const presenter = group && roundNow(group)?.presenter;
  const team = cohort.organisations.find(({ id }) => id === presenter)?.name;
  return t('call.go.phase', { place: team ?? phase.title });
}

function NoPhase({ kind, seat, onPage }: { kind: Exclude<PhaseView['kind'], 'phase'>; seat: Seat; onPage: boolean }) {
  const t = useText();
  if (kind === 'waiting' && !onPage) return null;
  const isConducting = seat.person.role === 'facilitator';
  return (
    <p className={styles.plain} role="status" data-call={kind}>
      <Icon name={kind === 'closed' ? 'lock' : 'clock'} />
      <strong>{t(kind === 'closed' ? 'call.closed' : 'call.waiting')}</strong>
      {kind === 'waiting' && <span>{t(isConducting ? 'call.waitingFacilitator' : 'call.waitingMore')}</span>}
      {isConducting && onPage && (
        <Link href={`/panel/${seat.cohort.id}`} className={buttonClass({ look: 'primary' })}>
          <Icon name="panel" />
          {t('call.conduct.panelLong')}
        </Link>
      )}
    </p>
  );
}

/** One line for who came in while the call was on, until they write. */
function Recap({ phase, words }: { phase: PhaseOn; words: ReturnType<typeof lateWords> }) {
  const t = useText();
  const [since] = useState(phase.id);
  const [isShown, setShown] = useState(cameLate);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (isField(target)) setShown(false);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  if (!isShown || since !== phase.id) return null;
  return (
    <p className={styles.plain} role="status" data-late>
      <Icon name="check" />
      <strong className={styles.said}>{t(words, { phase: phase.title })}</strong>
      <IconButton icon="close" label={t('common.close')} onClick={() => setShown(false)} />
    </p>
  );
}
