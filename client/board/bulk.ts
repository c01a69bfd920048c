/**
 * Large changes of an open board: this person's own are written down as they happen, and views hear of all. Taking one
 * back is in bulk-offers.ts. Draws nothing.
 */
import { keepBulk } from '../../shared/board/bulk.ts';
import { bulkOfStep } from '../../shared/board/bulk-record.ts';
import type { Change } from '../../shared/board/changes.ts';
import { bulkOf } from '../../shared/board/document.ts';
import type { RoomSession } from './session.ts';

/** A change that goes on (arrow keys) is written down again this long after its last step. */
const SETTLE_MS = 900;

/** Writes this person's large changes into the board until the returned function is called. */
export function recordBulks({ doc, undo, me, right }: RoomSession): () => void {
  const slots = new WeakMap<readonly Change[], string | null>();
  let waiting: { readonly changes: readonly Change[]; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const record = (changes: readonly Change[]): void => {
    const bulk = bulkOfStep(doc, changes, { at: Date.now(), by: me.id });
    if (!bulk || right.get() !== 'write') return;
    slots.set(changes, keepBulk(doc, RECORDING, bulk, slots.get(changes) ?? null));
  };
  const settle = (): void => {
    if (!waiting) return;
    clearTimeout(waiting.timer);
    const { changes } = waiting;
    waiting = null;
    record(changes);
  };
  const stop = undo.onStep((changes) => {
    if (waiting?.changes !== changes) settle();
    else clearTimeout(waiting.timer);
    waiting = null;
    if (slots.has(changes)) waiting = { changes, timer: setTimeout(settle, SETTLE_MS) };
    else record(changes);
  });
  return () => {
    settle();
    stop();
  };
}
/** Not an origin of undo: writing a change down is no change of mine. */
const RECORDING = { recording: 'bulk' };

/** Whether the board knows of any large change: cheap, for views. */
export const hasBulks = (s: RoomSession): boolean => bulkOf(s.doc).size > 0;

/** Told when large changes come or go. */
export function watchBulks(s: RoomSession, listener: () => void): () => void {
  const map = bulkOf(s.doc);
  map.observe(listener);
  return () => map.unobserve(listener);
}
