/** A board this person may not open: why, what is safe, and the ways on. What they wrote and nobody has goes with them. */
import type { RoomSession, SyncState } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { KindPage } from './KindPage.tsx';
import { TakeAway } from './TakeAway.tsx';

type Refused = Extract<SyncState, { kind: 'refused' }>;

interface ClosedBoardProps {
  readonly refused: Refused;
  readonly session: RoomSession;
  readonly retry: () => void;
}

export function ClosedBoard({ refused, session, retry }: ClosedBoardProps) {
  const t = useText();
  const { why, unsent, kept } = refused;
  return (
    <KindPage
      icon="lock"
      title={t(`pages.board.${why}Title`)}
      body={t(`pages.board.${why}`)}
      {...(unsent > 0 && { todo: t(kept ? 'sync.leftHere' : 'sync.unkept') })}
    >
      <Button icon="refresh" onClick={retry}>
        {t('pages.board.tryAgain')}
      </Button>
      {unsent > 0 && <TakeAway session={session} mineOnly />}
    </KindPage>
  );
}
