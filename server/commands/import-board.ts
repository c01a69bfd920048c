/** A board file from somebody's device: checked as a whole before a single note of it is written. */

import type { RestorePlace } from '../../shared/api.ts';
import { parseSnapshot } from '../../shared/board/snapshot-format.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { type Outcome, refused } from './outcome.ts';
import { nameOfFile, type PutBoard, putSnapshot } from './put-snapshot.ts';
import { boardFor } from './rights.ts';

export async function importBoard(
  context: Context,
  caller: Caller,
  id: BoardId,
  file: { snapshot: unknown; as: RestorePlace },
): Promise<Outcome<PutBoard>> {
  const board = boardFor(context.registry, caller, id, 'write');
  if (!board.ok) return board;
  const parsed = parseSnapshot(file.snapshot);
  if (!parsed.ok) {
    const detail = parsed.at === undefined ? parsed.why : `${parsed.why} at ${parsed.at}`;
    return refused('snapshot-refused', { field: 'snapshot', detail: detail.slice(0, 200) });
  }
  const name = nameOfFile(context, caller, board.value, parsed.snapshot);
  return putSnapshot(context, caller, board.value, { snapshot: parsed.snapshot, as: file.as, name });
}
