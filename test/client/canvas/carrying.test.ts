/** Notes in the hands of others glide to where the hand is. */
import { afterEach, expect, it, vi } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { followCarried } from '../../../client/canvas/presence/carrying.ts';
import { createHand } from '../../../client/canvas/presence/hand.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedSessions } from '../../kit/session.ts';

let open: BoardSession[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const session of open.splice(0)) session.close();
});
function two(): [BoardSession, BoardSession, NoteId] {
  open = joinedSessions('iceberg', 2);
  const [a, b] = open;
  const id = a && addNote(a, 'results');
  if (!a || !b || !id) throw new Error('no two sessions with a note');
  return [a, b, id];
}

it('moves step by step to the hand, and back to the document when the hand lets go', () => {
  const [a, b, id] = two();
  const steps: (() => void)[] = [];
  const moved: NoteId[] = [];
  const carrying = followCarried(b, (ids) => moved.push(...ids), {
    request: (step) => steps.push(step),
    cancel: () => undefined,
  });
  a.setPresence('dragging', { [id]: [1000, 1000] });
  const way: number[] = [];
  for (let step = steps.shift(); step; step = steps.shift()) {
    step();
    way.push(carrying.places.get(id)?.[1] ?? 0);
  }
  expect(way.length).toBeGreaterThan(3);
  expect([...way].sort((x, y) => x - y)).toEqual(way);
  expect(carrying.places.get(id)).toEqual([1000, 1000]);
  a.setPresence('dragging', null);
  expect(carrying.places.size).toBe(0);
  expect(moved.at(-1)).toBe(id);
  carrying.close();
});

it('jumps where motion is not wanted', () => {
  const [a, b, id] = two();
  const carrying = followCarried(b, () => undefined, null);
  a.setPresence('dragging', { [id]: [1000, 1000] });
  expect(carrying.places.get(id)).toEqual([1000, 1000]);
  carrying.close();
});

it('tells of a drag at most 25 times a second, and of its end at once', () => {
  vi.useFakeTimers();
  const [a, , id] = two();
  const told: unknown[] = [];
  const hand = createHand({ ...a, setPresence: (_, value) => told.push(value) });
  for (let i = 0; i < 100; i++) {
    hand.tell(new Map([[id, [i, i] as const]]));
    vi.advanceTimersByTime(10);
  }
  expect(told.length).toBeLessThanOrEqual(25);
  hand.tell(new Map());
  expect(told.at(-1)).toBeNull();
  hand.close();
});
