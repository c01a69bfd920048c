/** A page of the method on the screen: the bar, what stands about the connection, and the page itself. */
import { lazy, Suspense } from 'react';
import { Redirect } from 'wouter';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useLanding } from '../call/use-landing.ts';
import { useLanguage } from '../i18n/text.ts';
import { useNarrow } from '../list/use-narrow.ts';
import { NoticeToast } from '../panels/NoticeToast.tsx';
import type { Seat } from '../sync/seats.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { BarWhat } from './BarWhat.tsx';
import { BoardSwitcher } from './BoardSwitcher.tsx';
import { audienceOf, boardTitle } from './board-names.ts';
import ClosedBoard from './ClosedBoard.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LockBanner } from './LockBanner.tsx';
import { PageCopies } from './PageCopies.tsx';
import { SyncBanner } from './SyncBanner.tsx';
import { useBackOnline } from './use-back-online.ts';
import { useTitle } from './use-title.ts';
import { useUnloadWarning } from './use-unload-warning.ts';

const CallStrip = lazy(() => import('../call/CallStrip.tsx'));
/** Each is a part of its own, fetched when it is opened. */
const PAGES = {
  'self-assessment': lazy(() => import('../pages/SelfPage.tsx')),
  growth: lazy(() => import('../pages/GrowthPage.tsx')),
  feedback: lazy(() => import('../pages/FeedbackPage.tsx')),
  closing: lazy(() => import('../pages/ClosingPage.tsx')),
} as const;

export default function PageScreen({ seat, session, retry }: { seat: Seat; session: RoomSession; retry: () => void }) {
  const [language] = useLanguage();
  const cohort = useStore(session.cohort);
  const sync = useStore(session.sync);
  const isLoaded = useStore(session.loaded);
  const { board, me } = session;
  const audience = audienceOf(board, cohort, me);
  const isNarrow = useNarrow();
  const landing = useLanding(seat, board.id);
  useTitle(boardTitle(board, cohort, language));
  useBackOnline(session);
  useUnloadWarning(session);
  if (sync.kind === 'refused' && (sync.why === 'forbidden' || !isLoaded))
    return <ClosedBoard refused={sync} session={session} retry={retry} />;
  // What facilitation knows of who is missing is part of the panel, which has a page of its own.
  if (board.kind === 'panel') return <Redirect to={`/panel/${session.cohortId}`} replace />;
  const Page = board.kind in PAGES ? PAGES[board.kind as keyof typeof PAGES] : null;
  return (
    <div className="board page">
      <header className="bar" data-audience={audience.tone}>
        <BarWhat session={session} />
        <BoardSwitcher board={board} cohort={cohort} me={me} />
        <div className="bar__tools">
          <PageCopies seat={seat} session={session} />
          <LanguageSwitch short={isNarrow} />
        </div>
      </header>
      <Suspense>
        <CallStrip seat={seat} landing={landing} audience={audience} />
      </Suspense>
      <LockBanner session={session} />
      <SyncBanner session={session} retry={retry} />
      <NoticeToast session={session} />
      <main className="page__body" id="contenido">
        <Suspense fallback={<Spinner />}>
          {isLoaded && Page ? <Page seat={seat} session={session} /> : <Spinner />}
        </Suspense>
      </main>
    </div>
  );
}
