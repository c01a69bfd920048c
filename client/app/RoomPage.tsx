/** Vista de sala with the shared board of the phase, or the gallery, below it, read-only whoever opens it. Follows the call by itself. */
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { phaseNow } from '../../shared/cohort/call.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import { isBoardSession, type RoomSession } from '../board/session.ts';
import { useStore, writable } from '../board/store.ts';
import { placeOfLanding } from '../call/landing.ts';
import { RoomScreen } from '../call/room/RoomScreen.tsx';
import { useLanguage, useText } from '../i18n/text.ts';
import { Gallery } from '../panels/Gallery.tsx';
import { isSeatLost, useBoardSession, useCohort, useSeat } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NoSeat } from './NoSeat.tsx';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

const Canvas = lazy(() => import('../canvas/Canvas.tsx'));
const ClosingPage = lazy(() => import('../pages/ClosingPage.tsx'));

export default function RoomPage({ id }: { id: CohortId }) {
  const t = useText();
  const [found] = useSeat(id);
  useTitle(t('call.room.title'));
  if (found.kind === 'none') return <NoSeat isGone={isSeatLost(found.why) && found.why !== 'session-unknown'} />;
  if (found.kind === 'looking') return <Spinner label={t('call.room.entering')} />;
  return <Room seat={found.seat} />;
}

function Room({ seat }: { seat: Seat }) {
  const [language] = useLanguage();
  const { cohort, sync } = useCohort(seat);
  if (sync.kind === 'refused') return <NoSeat isGone={sync.why === 'gone'} />;
  // What a projector may see, also when facilitation opens the room.
  const place = placeOfLanding(cohort, { ...seat.person, role: 'projector', organisation: null });
  const board = cohort.boards.find(({ id }) => id === place);
  const isOffline = sync.kind === 'offline' || sync.kind === 'server-trouble';
  const shown = board
    ? { scrolls: board.kind === 'closing', shown: <SharedBoard key={board.id} id={board.id} /> }
    : phaseNow(cohort.call)?.kind === 'value' && cohort.gallery.length > 0
      ? { scrolls: true, shown: <Gallery cohort={cohort} language={language} isLarge /> }
      : null;
  return <RoomScreen seat={seat} cohort={cohort} isOffline={isOffline} board={shown} />;
}

function SharedBoard({ id }: { id: BoardId }) {
  const t = useText();
  const [language] = useLanguage();
  const found = useBoardSession(id);
  const session = useMemo(() => (found.kind === 'found' ? toRead(found.session) : null), [found]);
  if (found.kind !== 'found' || !session) return <Spinner label={t('pages.board.opening')} />;
  return (
    <ErrorBoundary fallback={<p>{t('pages.board.canvasFailed')}</p>}>
      <Suspense fallback={<Spinner label={t('pages.board.loadingCanvas')} />}>
        <Loaded session={session}>
          {isBoardSession(session) ? (
            <Canvas session={session} language={language} handle={ignore} />
          ) : (
            <ClosingPage seat={found.seat} session={session} />
          )}
        </Loaded>
      </Suspense>
    </ErrorBoundary>
  );
}

function Loaded({ session, children }: { session: RoomSession; children: ReactNode }) {
  return useStore(session.loaded) ? children : <Spinner />;
}

const ignore = (): void => undefined;
/** The same session, with nothing to write with. */
const toRead = <S extends RoomSession>(session: S): S => ({ ...session, right: writable<Right>('read') });
