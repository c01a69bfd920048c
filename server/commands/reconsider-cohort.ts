/** After anything that changes rights: every session on the cohort's boards is judged again, now. */
import type { CohortId } from '../../shared/ids.ts';
import type { Context } from './context.ts';

export function reconsiderCohort({ registry, rooms }: Pick<Context, 'registry' | 'rooms'>, id: CohortId): void {
  rooms.reconsider(id);
  for (const board of registry.boards.of(id)) rooms.reconsider(board.id);
}
