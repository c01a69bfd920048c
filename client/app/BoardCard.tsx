/** A board as a big card: what it is, who sees it, how much is on it. */
import { Link } from 'wouter';
import { type BoardEntry, type Cohort, isNotesBoard } from '../../shared/cohort/document.ts';
import type { Me } from '../board/session.ts';
import { AudienceBadge } from '../call/AudienceBadge.tsx';
import { useLanguage, useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import { audienceOf, boardTitle, notesOn } from './board-names.ts';
import { KindPicture } from './KindPicture.tsx';
import { UnsentSign } from './UnsentSign.tsx';
import { useUnsentOn } from './unsent-context.ts';

/** Whether it came with the cohort's document, as the counts do: what a seat alone knows of a board has no day. */
const isCounted = (board: BoardEntry): boolean => board.createdAt > 0;

export function BoardCard({ board, cohort, me }: { board: BoardEntry; cohort: Cohort; me: Me }) {
  const t = useText();
  const [language] = useLanguage();
  const count = notesOn(board, cohort);
  const unsent = useUnsentOn(board.id);
  return (
    <Link href={`/tablero/${board.id}`} className="board-card">
      <span className={`board-card__picture board-card__picture--${board.kind}`} aria-hidden="true">
        <KindPicture kind={board.kind} />
      </span>
      <span className="board-card__words">
        <strong className="board-card__title">{boardTitle(board, cohort, language)}</strong>
        {isNotesBoard(board) && (
          <span className="board-card__notes">
            {isCounted(board) && (count === 0 ? t('pages.cohort.noNotes') : t('common.notes', { count }))}
          </span>
        )}
        <AudienceBadge {...audienceOf(board, cohort, me)} />
        {unsent && <UnsentSign unsent={unsent} />}
      </span>
      <Icon name="forward" />
    </Link>
  );
}
