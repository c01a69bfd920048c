/** A board file from somebody's device: checked as a whole before a single note of it is written. */
import type { RestorePlace } from '../../shared/api.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Attempt } from './attempts.ts';
import type { Caller, Context } from './context.ts';
import { DeskError } from './desk.ts';
import { shownTitle } from './export-board.ts';
import { inGathering } from './forget-in-copies.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard } from './ports.ts';
import { type PutBoard, putFile } from './put-snapshot.ts';
import { boardFor } from './rights.ts';

/** Where the file goes, before it has even arrived. */
export const boardToImport = ({ registry }: Context, caller: Caller, id: BoardId): Outcome<CohortBoard> =>
  boardFor(registry, caller, id, 'write');

/** `body` is the request as it came: a JSON object with `snapshot` and `as`. */
export async function importBoard(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  body: Uint8Array,
  attempt: Attempt | null = null,
): Promise<Outcome<PutBoard & { readonly as: RestorePlace }>> {
  try {
    const opened = await context.desk.do('open', { body });
    if (!opened.ok) return opened;
    const { file, kind, as, title } = opened.value;
    const name = title || shownTitle(context, caller.cohort, board);
    const put = await inGathering(context, caller.cohort, board.kind, () =>
      putFile(context, caller, board, { file, kind, as, name, attempt }),
    );
    return put.ok ? done({ ...put.value, as }) : put;
  } catch (error) {
    // A file that takes more time or memory than any board does.
    if (error instanceof DeskError && error.why === 'too-complex')
      return refused('snapshot-refused', { field: 'snapshot', detail: 'too-complex' });
    throw error;
  }
}
