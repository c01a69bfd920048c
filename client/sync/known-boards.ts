/** What a seat may open, from the cohort's document: boards made a moment ago are known without asking the server again. */
import type { BoardSummary } from '../../shared/api.ts';
import { type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import { type Seat, type SeatStorage, updateSeat } from './seats.ts';

export function rememberBoards(storage: SeatStorage, seat: Seat, cohort: Cohort): void {
  const { id: person, role, organisation } = seat.person;
  const openness = opennessOf(cohort);
  const boards = cohort.boards.map(
    ({ createdAt: _, ...board }): BoardSummary => ({
      ...board,
      right: rightFor({ person, role, organisation }, board, openness),
    }),
  );
  updateSeat(storage, seat, { boards });
}
