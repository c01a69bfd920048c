/** Keeps the contents of a board as a named copy. Knows no right: whoever calls has checked it. */
import type { CopySummary } from '../../shared/api.ts';
import { newCopyId } from '../../shared/ids.ts';
import { COUNT, TEXT } from '../../shared/limits.ts';
import type { ShownBoard } from './board-work.ts';
import type { Context } from './context.ts';
import { showBoard } from './export-board.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord } from './ports.ts';

/** `by` is the name of who takes it; empty for the server. */
export interface Label {
  readonly name: string;
  readonly by: string;
}

/** Durable when resolved. */
export async function storeCopy(
  context: Context,
  cohort: CohortRecord,
  board: CohortBoard,
  label: Label,
): Promise<Outcome<CopySummary>> {
  const room = roomForCopy(context, board);
  return room.ok ? done(keepCopy(context, board, label, await showBoard(context, cohort, board))) : room;
}

/** A board has so many copies and no more. */
export const roomForCopy = ({ registry }: Context, board: CohortBoard): Outcome<null> =>
  registry.copies.of(board.id).length < COUNT.copiesPerBoard ? done(null) : refused('too-many-copies');

/** Durable when it returns. */
export function keepCopy(
  { registry, now }: Context,
  board: CohortBoard,
  { name, by }: Label,
  { json, notes }: ShownBoard,
): CopySummary {
  const copy: CopySummary = { id: newCopyId(), name: name.slice(0, TEXT.copyName), at: now(), by, notes };
  registry.copies.add({ ...copy, board: board.id, snapshot: new TextDecoder().decode(json) });
  return copy;
}
