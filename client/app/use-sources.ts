/** The boards from which notes can be brought to the group iceberg that is open. */
import { useMemo } from 'react';
import { type Cohort, isNotesBoard, type NotesBoard, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useBoardSessions } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';

/** Sessions of the icebergs this person may open, while the group iceberg is shown. */
export function useSources(seat: Seat, session: BoardSession, cohort: Cohort): ReadonlyMap<BoardId, BoardSession> {
  const isGroup = session.board.kind === 'group-iceberg';
  const { id, role, organisation } = session.me;
  const openness = opennessOf(cohort);
  const wanted = cohort.boards.filter(
    (board): board is NotesBoard =>
      isGroup &&
      isNotesBoard(board) &&
      board.kind === 'iceberg' &&
      board.organisation !== null &&
      rightFor({ person: id, role, organisation }, board, openness) !== 'none',
  );
  const key = wanted.map((board) => board.id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the boards
  const boards = useMemo(() => wanted, [key]);
  return useBoardSessions(seat, boards);
}
