/** The board itself, as canvas or as list. When the canvas cannot run, the list takes its place and says so. */
import { lazy, Suspense } from 'react';
import type { BoardId, NoteId, ThemeId } from '../../shared/ids.ts';
import type { Language } from '../../shared/language.ts';
import type { CanvasHandle } from '../board/canvas-handle.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { List } from '../list/List.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { View } from './use-view.ts';

const Canvas = lazy(() => import('../canvas/Canvas.tsx'));
const PracticeChecks = lazy(() => import('../panels/PracticeChecks.tsx'));

interface BoardViewProps {
  readonly view: View;
  readonly session: BoardSession;
  readonly language: Language;
  readonly shown: NoteId | null;
  readonly setHandle: (handle: CanvasHandle | null) => void;
  readonly onBring: ((notes: readonly NoteId[]) => void) | undefined;
  readonly onReadTheme: ((theme: ThemeId) => void) | undefined;
  readonly onOpenNote: (board: BoardId, note: NoteId) => void;
}

export function BoardView(props: BoardViewProps) {
  const { view, session, language, shown, setHandle, onBring, onReadTheme, onOpenNote } = props;
  const t = useText();
  const list = (
    <List
      session={session}
      language={language}
      shown={shown}
      onBring={onBring}
      onReadTheme={onReadTheme}
      onOpenNote={onOpenNote}
    />
  );
  // The board goes on without them where they cannot be fetched.
  const checks = session.board.kind === 'practice' && (
    <ErrorBoundary fallback={null}>
      <PracticeChecks session={session} view={view} />
    </ErrorBoundary>
  );
  if (view === 'list')
    return (
      <Suspense fallback={<Spinner label={t('list.loading')} />}>
        {checks}
        <div className="board__list">{list}</div>
      </Suspense>
    );
  const instead = (
    <div className="board__list">
      <CanvasFailed />
      {list}
    </div>
  );
  return (
    <ErrorBoundary fallback={instead} onError={() => setHandle(null)}>
      <Suspense fallback={<Spinner label={t('pages.board.loadingCanvas')} />}>
        {checks}
        <Canvas session={session} language={language} handle={setHandle} />
      </Suspense>
    </ErrorBoundary>
  );
}

function CanvasFailed() {
  const t = useText();
  return (
    <div className="banner banner--warn board__failed" role="alert">
      <Icon name="warning" />
      <span>{t('pages.board.canvasFailed')}</span>
      <Button onClick={() => location.reload()}>{t('pages.board.canvasRetry')}</Button>
    </div>
  );
}
