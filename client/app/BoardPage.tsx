/** A board: found through this device's seat, or a kind word about why not. */
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { BoardId } from '../../shared/ids.ts';
import { isBoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { useBoardSession } from '../sync/hooks.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { BoardScreen } from './BoardScreen.tsx';
import { KindPage } from './KindPage.tsx';

// A board is drawn at once, a page of the method comes in a part of its own.
const PageScreen = lazy(() => import('./PageScreen.tsx'));

export default function BoardPage({ id }: { id: BoardId }) {
  const t = useText();
  const found = useBoardSession(id);
  if (found.kind === 'looking') return <Spinner label={t('pages.board.opening')} />;
  if (found.kind === 'found') {
    const { seat, session, retry } = found;
    if (isBoardSession(session)) return <BoardScreen seat={seat} session={session} retry={retry} />;
    return (
      <Suspense fallback={<Spinner label={t('pages.board.opening')} />}>
        <PageScreen seat={seat} session={session} retry={retry} />
      </Suspense>
    );
  }
  return (
    <KindPage
      icon="lock"
      title={t('pages.board.unknownTitle')}
      body={t('pages.board.unknown')}
      todo={t('pages.board.unknownDo')}
    >
      <Link href="/unirse" className={buttonClass({ look: 'primary' })}>
        {t('pages.badLink.withCode')}
      </Link>
    </KindPage>
  );
}
