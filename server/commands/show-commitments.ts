/**
 * Leer en el cierre: commitments of an organisation's feedback board on the closing, at its wish. Two boards change, first
 * the closing, then the marks on the source; a crash in between leaves a copy without its mark, and doing it again puts
 * that right. Knows no phase.
 */
import type { Doc } from 'yjs';
import { readTold, tellCommitment, tellProgress, untellCommitments } from '../../shared/board/closing.ts';
import { markShown, readCommitments, setProgress } from '../../shared/board/commitments.ts';
import type { Progress } from '../../shared/board/progress.ts';
import type { BoardId, CohortId, EntryId } from '../../shared/ids.ts';
import { ownFeedback } from './choose-issue.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';

/**
 * Copies are as the commitments read now; blank ones are none. Taking them away is open at any time, also of commitments
 * that were deleted. Gives back those of this board that are shown now.
 */
export async function showCommitments(
  context: Context,
  caller: Caller,
  id: BoardId,
  { commitments, on }: { readonly commitments: readonly EntryId[]; readonly on: boolean },
): Promise<Outcome<readonly EntryId[]>> {
  const owner = ownFeedback(context, caller, id, on ? 'write' : 'take back');
  if (!owner.ok) return owner;
  const closing = closingOf(context, caller.cohort.id);
  if (closing === null) return refused('not-now');
  const { rooms, turns } = context;
  return turns(`commitments/${id}`, async () => {
    const there = await rooms.read(id, readCommitments);
    const wanted = there.filter((one) => commitments.includes(one.id) && one.what.trim() !== '');
    if (on && wanted.length === 0) return refused('nothing-to-share');
    await rooms.change(closing, (doc) => {
      const w = { doc, origin: null };
      if (on) for (const one of wanted) tellCommitment(w, id, owner.value, one);
      else untellCommitments(w, id, commitments);
    });
    return done(
      await rooms.change(id, (doc) => {
        for (const one of on ? wanted.map((one) => one.id) : commitments) markShown({ doc, origin: null }, one, on);
        return readCommitments(doc)
          .filter(({ shown }) => shown !== 'no')
          .map((one) => one.id);
      }),
    );
  });
}

/** Hecho, en camino, ya no: on the board and, where it was told, in the closing. One of the two is enough to be there. */
export async function markProgress(
  context: Context,
  caller: Caller,
  id: BoardId,
  commitment: EntryId,
  progress: Progress,
): Promise<Outcome<null>> {
  const owner = ownFeedback(context, caller, id, 'write');
  if (!owner.ok) return owner;
  const { rooms } = context;
  const closing = closingOf(context, caller.cohort.id);
  const isThere = await rooms.read(id, (doc) => readCommitments(doc).some((one) => one.id === commitment));
  const isTold = closing !== null && (await rooms.read(closing, (doc) => isToldIn(doc, id, commitment)));
  if (!isThere && !isTold) return refused('commitment-unknown');
  await rooms.change(id, (doc) => setProgress({ doc, origin: null }, commitment, progress));
  if (closing) await rooms.change(closing, (doc) => tellProgress({ doc, origin: null }, id, commitment, progress));
  return done(null);
}

const isToldIn = (closing: Doc, board: BoardId, commitment: EntryId): boolean =>
  readTold(closing).some((one) => one.board === board && one.id === commitment);

const closingOf = ({ registry }: Context, cohort: CohortId): BoardId | null =>
  registry.boards.of(cohort).find(({ kind, title }) => kind === 'closing' && title === '')?.id ?? null;
