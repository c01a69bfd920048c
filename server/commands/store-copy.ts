/** Keeps the contents of a board as a named copy. Knows no right: whoever calls has checked it. */
import type { CopySummary } from '../../shared/api.ts';
import { newCopyId } from '../../shared/ids.ts';
import { COUNT, TEXT } from '../../shared/limits.ts';
import type { Context } from './context.ts';
import { snapshotOf } from './export-board.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord } from './ports.ts';

/** `by` is the name of who takes it; empty for the server. Durable when resolved. */
export async function storeCopy(
  context: Context,
  cohort: CohortRecord,
  board: CohortBoard,
  { name, by }: { name: string; by: string },
): Promise<Outcome<CopySummary>> {
  const { copies } = context.registry;
  if (copies.of(board.id).length >= COUNT.copiesPerBoard) return refused('too-many-copies');
  const snapshot = await snapshotOf(context, cohort, board);
  const copy: CopySummary = {
    id: newCopyId(),
    name: name.slice(0, TEXT.copyName),
    at: context.now(),
    by,
    notes: snapshot.notes.length,
  };
  copies.add({ ...copy, board: board.id, snapshot: JSON.stringify(snapshot) });
  return done(copy);
}
