/** Kept copies of a page, to be read: what a session left on it before the next one began. Knows who may ask for them. */
import { lazy, Suspense, useState } from 'react';
import type { RoomSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { IconButton } from '../ui/IconButton.tsx';

const PageCopiesSheet = lazy(() => import('./PageCopiesSheet.tsx'));

/** Copies of a feedback board are its team's; the server says so too. */
const hasCopies = ({ board, me }: RoomSession): boolean =>
  (me.role === 'participant' || me.role === 'facilitator') &&
  (board.kind === 'closing' || (board.kind === 'feedback' && board.organisation === me.organisation));

export function PageCopies({ seat, session }: { seat: Seat; session: RoomSession }) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  if (!hasCopies(session)) return null;
  return (
    <>
      <IconButton
        icon="archive"
        label={t('panels.copies.title')}
        word={t('pages.board.words.copies')}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense>
          <PageCopiesSheet token={seat.token} board={session.board.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
