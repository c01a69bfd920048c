/** Boards that judge updates, for the tests of what they take and what they refuse. */
import { afterEach, expect } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../server/clock.ts';
import { BoardState, type Received } from '../../server/sync/board-state.ts';
import { LongWork } from '../../server/sync/long-work.ts';
import type { Clock } from '../../server/sync/ports.ts';
import { trialsHere } from './trials-here.ts';

/** The whole state of a board somebody made. */
export function made(make: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  make(doc);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

const open: BoardState[] = [];
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});

/** A board that holds this. */
export function board(
  holds: readonly Uint8Array[] = [],
  roots: ReadonlySet<string> | null = null,
  clock: Clock = systemClock,
): BoardState {
  const options = { roots, maxEntries: 1_000, maxCrowd: 500, maxParts: 300_000, maxBoardParts: 2_000_000 };
  const state = new BoardState({ snapshot: null, updates: holds, takesBack: false }, options, {
    clock,
    long: new LongWork(clock.now),
    trials: trialsHere(),
  });
  open.push(state);
  return state;
}

/** The same, tried where it has to be. */
export async function offered(state: BoardState, update: Uint8Array, writer: string): Promise<Received> {
  const first = state.offer(update, writer);
  return first.kind === 'untried' ? state.offer(update, writer, await state.try(first.news, writer)) : first;
}

export const judge = (update: Uint8Array, state: BoardState = board()): Received => state.offer(update);
export const taken = expect.objectContaining({ kind: 'taken' });
export const refused = (why: string) => ({ kind: 'refused', why });
