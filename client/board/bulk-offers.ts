/**
 * The last large changes of an open board, to be taken back by anybody who may write. Fetched where somebody may ask for
 * them: most people never do. Draws nothing.
 */
import { type Bulk, readBulks } from '../../shared/board/bulk.ts';
import type { BulkKind } from '../../shared/board/bulk-record.ts';
import { standing, undoBulk } from '../../shared/board/bulk-undo.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';

/** A large change that can be taken back now. */
export interface BulkOffer extends Bulk {
  /** Notes that still are as the change left them. */
  readonly standing: number;
}

/** What can be taken back, the newest first. Looks through the notes: for when somebody asks, not for each letter. */
export const bulkOffers = (s: BoardSession): BulkOffer[] =>
  readBulks(s.doc)
    .map((bulk) => ({ ...bulk, standing: standing(s.doc, bulk.record) }))
    .filter((offer) => offer.standing > 0);

export interface BulkUndone {
  readonly what: BulkKind;
  readonly restored: number;
  readonly kept: number;
}

/** Takes one back, as one step of this person's own undo. Null without the right to write. */
export function undoBulkChange(s: BoardSession, { record }: Bulk): BulkUndone | null {
  if (!mayWrite(s)) return null;
  return { what: record.what, ...s.undo.group(() => undoBulk(s.writer, record, Date.now())) };
}
