/** Tries an update on a copy of its board, within a time. From bytes to a verdict: knows no room and no process. */
import * as Y from 'yjs';
import { documentOf, readableOf } from '../sync/document-of.ts';
import { wasStalled } from '../sync/in-time.ts';
import { levelOf } from '../sync/level-of.ts';
import type { Clock } from '../sync/ports.ts';
import { MAX_NESTING } from '../sync/update-check.ts';
import { partsOf } from '../sync/update-parts.ts';
import type { Copies, Copy } from './copies.ts';
import type { TrialRequest, TrialResult } from './messages.ts';
import { shapeOf } from './shape.ts';

/** An update gets so many ms of processor time and so many for each of its parts. */
const TRIAL_MS = 1_500;
const TRIAL_MS_A_PART = 0.006;
const MOST_PARTS = 100_000;
/** Of a computer that does something else as well it gets them in a longer time: so many times as long, at first. */
const SHARE = 2;
/** Reading the board it is for: nobody waits for that but who wrote the update. */
const READING_MS = 10_000;

/** Looking at a whole board takes as long as some hundreds of small trials. */
const MOST_UNSEEN_BYTES = 20_000;

/** Measured: three boards of 640,000 single letters, 4.4 MB each, take some 450 MB. */
const BYTES_OF_A_PART = 230;
const MOST_PARTS_OF_A_BOARD = 2_000_000;

export type TrialClock = Pick<Clock, 'used' | 'within'>;
/** The verdict is `none` when the board itself cannot be read in time. A copy is kept of a board that bore the update. */
export function tryUpdate(request: TrialRequest, copies: Copies, clock: TrialClock): TrialResult {
  const { updates, update, as } = request;
  const heldMs = new Float64Array(updates.length);
  const known = request.copy === null ? null : copies.take(request.copy);
  const read = readBoard(request, known, heldMs, clock);
  if (!('doc' in read)) return { verdict: read.verdict, ms: 0, heldMs, shape: null, copies: copies.numbers };
  const { doc } = read;
  const { verdict, isWhole, ms } = tryOn(doc, request, clock);
  if (!isWhole) return { verdict, ms, heldMs, shape: null, copies: copies.numbers };
  const added = bytesIn(updates) + update.length;
  const unseen = (known?.unseenBytes ?? MOST_UNSEEN_BYTES) + added;
  const shape = unseen > MOST_UNSEEN_BYTES ? shapeOf(doc) : null;
  const bytes = (known?.bytes ?? 0) + memoryOf([...updates, update]);
  copies.keep(as, { doc, bytes, unseenBytes: shape === null ? unseen : 0 });
  return { verdict, ms, heldMs, shape, copies: copies.numbers };
}

/** `heldMs` is filled. */
function readBoard(
  { updates, patience }: TrialRequest,
  known: Copy | null,
  heldMs: Float64Array,
  clock: TrialClock,
): { readonly doc: Y.Doc } | Pick<TrialResult, 'verdict'> {
  const started = clock.used();
  let before = started;
  const applied = (nth: number): void => {
    const now = clock.used();
    heldMs[nth] = now - before;
    before = now;
  };
  const done = clock.within(patience * READING_MS, () => {
    const doc = documentOf(updates, known?.doc, applied);
    return doc === null && known === null ? readableOf(updates) : doc;
  });
  if (done === null) return { verdict: wasStalled(clock.used() - started, READING_MS) ? 'again' : 'none' };
  if (done.value !== null) return { doc: done.value };
  // It may be the copy.
  return { verdict: known === null ? 'unread' : 'again' };
}

interface Applied {
  readonly verdict: TrialResult['verdict'];
  /** The update is on the document, all of it. */
  readonly isWhole: boolean;
}

function tryOn(doc: Y.Doc, { update, patience }: TrialRequest, clock: TrialClock): Applied & { readonly ms: number } {
  const most = TRIAL_MS + partsOf(update, MOST_PARTS) * TRIAL_MS_A_PART;
  const before = clock.used();
  const done = clock.within(patience * SHARE * most, () => apply(doc, update));
  const ms = clock.used() - before;
  if (ms > most) return { verdict: 'slow', isWhole: false, ms };
  return done === null ? { verdict: 'again', isWhole: false, ms } : { ...done.value, ms };
}

function apply(doc: Y.Doc, update: Uint8Array): Applied {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    // Yjs threw: half of it is on the document.
    return { verdict: 'unread', isWhole: false };
  }
  return nestsTooDeep(doc, update) ? { verdict: 'nesting', isWhole: false } : { verdict: 'fine', isWhole: true };
}

/** Whether a type of this update sits in too many, itself included. */
function nestsTooDeep(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.some(
    (struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentType && levelOf(doc, struct.id) > MAX_NESTING,
  );
}

/** About what a document of them takes: mostly it is how many things are in it, letters of one run are one. */
const memoryOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, update) => sum + update.length + partsOf(update, MOST_PARTS_OF_A_BOARD) * BYTES_OF_A_PART, 0);

const bytesIn = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0);
