/** What the sheets of a board ask of the server, for one board and seat. Draws nothing. */
import type { RestorePlace } from '../../shared/api.ts';
import type { BoardId, CopyId } from '../../shared/ids.ts';
import type { Outcome } from '../board/session.ts';
import type { CopiesApi } from '../panels/copies.ts';
import { outcomeOf } from '../sync/request.ts';
import type { SeatApi } from '../sync/seat-api.ts';

export function copiesApi(api: SeatApi, board: BoardId): CopiesApi {
  return {
    list: () => outcomeOf(api.copies(board)),
    take: (name) => outcomeOf(api.takeCopy(board, name)),
    preview: (copy: CopyId) => outcomeOf(api.previewCopy(board, copy)),
    restore: (copy: CopyId, as: RestorePlace) => outcomeOf(api.restoreCopy(board, copy, as)),
    remove: async (copy: CopyId) => {
      const answer = await api.deleteCopy(board, copy);
      return answer.ok ? { ok: true } : { ok: false, why: answer.why };
    },
  };
}

export async function exportJson(api: SeatApi, board: BoardId): Promise<Outcome<{ readonly snapshot: unknown }>> {
  const answer = await api.exportBoard(board);
  return answer.ok ? { ok: true, snapshot: answer.value } : { ok: false, why: answer.why };
}
