/** A board on the screen: the bar, the board as canvas or list, what lies beside it and the sheets over it. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { phaseNow } from '../../shared/cohort/call.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import { type BoardId, isNoteId, type NoteId, type PersonId, type ThemeId } from '../../shared/ids.ts';
import type { BoardSession, SyncState } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { tableOf } from '../board/table.ts';
import { useLanding } from '../call/use-landing.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { NoticeToast } from '../panels/NoticeToast.tsx';
import type { Seat } from '../sync/seats.ts';
import type { Panel } from './BoardActions.tsx';
import { BoardBar } from './BoardBar.tsx';
import type { OpenSheet } from './BoardSheets.tsx';
import { BoardView } from './BoardView.tsx';
import { BringStrip } from './BringStrip.tsx';
import { audienceOf, boardTitle } from './board-names.ts';
import type { Side } from './GroupSide.tsx';
import { LockBanner } from './LockBanner.tsx';
import { SyncBanner } from './SyncBanner.tsx';
import { useBackOnline } from './use-back-online.ts';
import { useCanvas } from './use-canvas.ts';
import { useSources } from './use-sources.ts';
import { useTitle } from './use-title.ts';
import { useUnloadWarning } from './use-unload-warning.ts';
import { useUnreadable } from './use-unreadable.ts';
import { useView } from './use-view.ts';
import { useWide } from './use-wide.ts';

// What is not on the screen at once comes after the board.
const CallStrip = lazy(() => import('../call/CallStrip.tsx'));
const BoardSheets = lazy(() => import('./BoardSheets.tsx'));
const ClosedBoard = lazy(() => import('./ClosedBoard.tsx'));
const ChainsSide = lazy(() => import('./ChainsSide.tsx'));
const GroupSheet = lazy(() => import('./GroupSheet.tsx'));
const GroupSide = lazy(() => import('./GroupSide.tsx'));
const WritesFor = lazy(() => import('./WritesFor.tsx'));

export function BoardScreen({ seat, session, retry }: { seat: Seat; session: BoardSession; retry: () => void }) {
  const t = useText();
  const [language] = useLanguage();
  const [, navigate] = useLocation();
  const cohort = useStore(session.cohort);
  const sync = useStore(session.sync);
  const right = useStore(session.right);
  const isLoaded = useStore(session.loaded);
  const isWide = useWide();
  const isGroup = session.board.kind === 'group-iceberg';
  const [view, setView, lookAt] = useView(isGroup && cohort.call.reading && session.me.role === 'participant');
  const [shown, setShown] = useState(noteToShow);
  const [sheet, setSheet] = useState<OpenSheet | null>(null);
  const [side, setSide] = useState<Side>(
    session.me.role === 'viewer' || phaseNow(cohort.call)?.kind === 'cluster' ? 'themes' : 'dock',
  );
  const [reading, setReading] = useState<ThemeId | null>(null);
  const [following, setFollowing] = useState<PersonId | null>(null);
  const showCanvas = useCallback(() => {
    lookAt('canvas');
    return () => lookAt(view);
  }, [lookAt, view]);
  const canvas = useCanvas(showCanvas);
  const sources = useSources(seat, session, cohort);
  const landing = useLanding(seat, session.board.id);
  useTitle(boardTitle(session.board, cohort, language));
  useBackOnline(session);
  useUnloadWarning(session);
  useUnreadable(session);
  useEffect(() => {
    if (shown) canvas.handle?.showNote(shown);
  }, [canvas.handle, shown]);

  const openBoard = (board: BoardId, note?: NoteId): void =>
    navigate(`/tablero/${board}`, { state: note ? { note } : null });
  const showNote = (note: NoteId): void => {
    if (!isWide) setSheet(null);
    // The list shows a note when it changes: the same one again is a change too.
    flushSync(() => setShown(null));
    if (canvas.handle) canvas.handle.showNote(note);
    else setShown(note);
  };
  const readTheme = (theme: ThemeId | null): void => {
    setReading(theme);
    setSide('themes');
    if (!isWide && theme) setSheet({ kind: 'themes' });
  };
  const bringFrom = (board: BoardId): void => {
    if (sources.has(board)) setSheet({ kind: 'bring', board, chosen: [] });
  };
  const dropAt = (board: BoardId, x: number, y: number): void => {
    const isOnBoard =
      view === 'list' ? document.elementFromPoint(x, y)?.closest('.board__view') : canvas.handle?.toBoardPoint(x, y);
    if (isOnBoard) bringFrom(board);
  };
  const mayWrite = right === 'write';
  // What is theirs they can take back at any time.
  const mayTakeBack = session.board.kind === 'iceberg' && (mayWrite || session.me.role === 'participant');
  const bringOwn = (chosen: readonly NoteId[]): void => setSheet({ kind: 'bring', board: session.board.id, chosen });
  const openPanel = (panel: Panel): void => {
    if (panel === 'bring') bringOwn([]);
    else setSheet({ kind: panel });
  };
  const beside = {
    seat,
    session,
    sources,
    language,
    reading,
    side: sheet?.kind === 'dock' || sheet?.kind === 'themes' ? sheet.kind : side,
    onRead: readTheme,
    onBring: bringFrom,
    onDrop: dropAt,
    onOpen: openBoard,
    onArranged: () => canvas.handle?.showArea(null),
  };
  // Who was let in and is no longer must not go on reading.
  const isShut = sync.kind === 'refused' && (sync.why === 'forbidden' || !isLoaded || isPracticeOver(session, sync));
  if (sync.kind === 'refused' && isShut)
    return (
      <Suspense>
        <ClosedBoard refused={sync} session={session} retry={retry} />
      </Suspense>
    );
  return (
    <div className="board">
      <BoardBar
        session={session}
        cohort={cohort}
        view={view}
        onView={setView}
        following={following}
        onFollow={
          canvas.handle
            ? (person) => {
                setFollowing(person);
                canvas.handle?.follow(person);
              }
            : undefined
        }
        panels={panelsFor(session, right, mayTakeBack, isWide)}
        isWide={isWide}
        onOpen={openPanel}
      />
      <Suspense>
        <CallStrip seat={seat} landing={landing} audience={audienceOf(session.board, cohort, session.me)} />
      </Suspense>
      <LockBanner session={session} />
      {tableOf(cohort, session.me.id).length > 0 && (
        <Suspense>
          <WritesFor session={session} onOpen={() => setSheet({ kind: 'table' })} />
        </Suspense>
      )}
      <SyncBanner session={session} retry={retry} />
      {mayTakeBack && mayWrite && <BringStrip session={session} onBring={() => bringOwn([])} />}
      <div className="board__body">
        <main className="board__view" aria-label={t('pages.board.view')}>
          <BoardView
            view={view}
            session={session}
            language={language}
            shown={shown}
            setHandle={canvas.setHandle}
            onBring={mayTakeBack ? bringOwn : undefined}
            onReadTheme={isGroup ? readTheme : undefined}
            onOpenNote={openBoard}
          />
          <NoticeToast session={session} />
        </main>
        {sheet?.kind === 'chains' && (
          <Suspense>
            <ChainsSide
              session={session}
              language={language}
              isWide={isWide}
              onShow={showNote}
              onClose={() => setSheet(null)}
            />
          </Suspense>
        )}
        {isGroup && isWide && sheet?.kind !== 'chains' && (
          <aside className="board__side">
            <Suspense>
              <GroupSide {...beside} onSide={setSide} />
            </Suspense>
          </aside>
        )}
      </div>
      {!isWide && (sheet?.kind === 'dock' || sheet?.kind === 'themes') && (
        <Suspense>
          <GroupSheet {...beside} onClose={() => setSheet(null)} />
        </Suspense>
      )}
      {sheet && (
        <Suspense>
          <BoardSheets
            seat={seat}
            session={session}
            sources={sources}
            sheet={sheet}
            exportImage={canvas.exportImage}
            onOpenBoard={openBoard}
            onGallery={() => setSheet({ kind: 'gallery' })}
            onClose={() => setSheet(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What was tried out there is nobody's any more, whether this device still has it or not. */
const isPracticeOver = ({ board }: BoardSession, sync: SyncState): boolean =>
  board.kind === 'practice' && sync.kind === 'refused' && sync.why === 'gone';

function panelsFor({ board, me }: BoardSession, right: Right, mayTakeBack: boolean, isWide: boolean): Panel[] {
  // What is tried out on the practice board is never kept.
  if (board.kind === 'practice') return [];
  const isGroup = board.kind === 'group-iceberg';
  const chains: Panel[] = isGroup || board.kind === 'iceberg' ? ['chains'] : [];
  const beside: Panel[] = isGroup && !isWide ? ['dock', 'themes'] : [];
  const publish: Panel[] = right === 'write' ? ['publish'] : me.role === 'participant' ? ['unpublish'] : [];
  const value: Panel[] = board.kind === 'value' ? [...publish, 'gallery'] : [];
  const table: Panel[] = me.role === 'participant' ? ['table'] : [];
  const help: Panel[] = board.organisation !== null && board.organisation === me.organisation ? ['help'] : [];
  return [
    ...(mayTakeBack ? ([right === 'write' ? 'bring' : 'withdraw'] as const) : []),
    ...value,
    ...beside,
    ...chains,
    ...table,
    ...help,
    'copies',
    'download',
  ];
}

/** A note another board asked to be shown here. */
function noteToShow(): NoteId | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('note' in state)) return null;
  return isNoteId(state.note) ? state.note : null;
}
