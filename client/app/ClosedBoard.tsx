/** A board this person may not open, before anything of it was seen: why, and the ways on. */
import type { SyncState } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { KindPage } from './KindPage.tsx';

type Why = Extract<SyncState, { kind: 'refused' }>['why'];

export function ClosedBoard({ why, retry }: { why: Why; retry: () => void }) {
  const t = useText();
  return (
    <KindPage icon="lock" title={t(`pages.board.${why}Title`)} body={t(`pages.board.${why}`)}>
      <Button icon="refresh" onClick={retry}>
        {t('pages.board.tryAgain')}
      </Button>
    </KindPage>
  );
}
