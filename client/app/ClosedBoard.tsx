/** A board this person may not open, or that is no more: why, what is safe, and the ways on. What they wrote and nobody has goes with them. */
import { Link } from 'wouter';
import type { RoomSession, SyncState } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { placeOfPhase } from '../call/landing.ts';
import { useText } from '../i18n/text.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { KeptBoards } from './KeptBoards.tsx';
import { KindPage } from './KindPage.tsx';
import { TakeAway } from './TakeAway.tsx';
import '../i18n/later.ts';

export type Refused = Extract<SyncState, { kind: 'refused' }>;

interface ClosedBoardProps {
  readonly refused: Refused;
  readonly session: RoomSession;
  readonly retry: () => void;
}

export default function ClosedBoard({ refused, session, retry }: ClosedBoardProps) {
  const t = useText();
  const { why, unsent, kept } = refused;
  if (why === 'gone' && session.board.kind === 'practice') return <PracticeOver session={session} />;
  if (why === 'deleted')
    return (
      <KindPage
        icon="info"
        title={t('refused.deletedTitle')}
        body={t('refused.deletedEmpty')}
        more={<KeptBoards id={session.cohortId} />}
      />
    );
  return (
    <KindPage
      icon="lock"
      title={t(`refused.${why}Title`)}
      body={t(`refused.${why}`)}
      {...(unsent > 0 && { todo: t(kept ? 'sync.leftHere' : 'sync.unkept') })}
    >
      <Button icon="refresh" onClick={retry}>
        {t('pages.board.tryAgain')}
      </Button>
      {unsent > 0 && <TakeAway session={session} mineOnly />}
    </KindPage>
  );
}

/** The practice board is taken away when the welcome ends: nothing to be sorry about, and the way on. */
function PracticeOver({ session }: { session: RoomSession }) {
  const t = useText();
  const place = placeOfPhase(useStore(session.cohort), session.me);
  const to =
    place === null
      ? `/cohorte/${session.cohortId}`
      : place === 'panel'
        ? `/panel/${session.cohortId}`
        : `/tablero/${place}`;
  return (
    <KindPage icon="check" title={t('refused.practiceTitle')} body={t('refused.practice')}>
      <Link href={to} className={buttonClass({ look: 'primary' })}>
        {t('refused.practiceOn')}
      </Link>
    </KindPage>
  );
}
