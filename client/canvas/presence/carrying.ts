/**
 * Notes that others are dragging, where they are on this screen: they glide to where the hand is, instead of jumping.
 * Knows presence and time, no store: whoever shows them asks `places`.
 */
import type { Position } from '../../../shared/board/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { isStill } from '../../board/calm.ts';
import type { BoardSession } from '../../board/session.ts';

/** Part of the remaining way gone in one frame of 60 a second. */
const PACE = 0.35;
/** Canvas units: nearer than this is there. */
const THERE = 0.5;

export interface Frames {
  request(step: () => void): number;
  cancel(frame: number): void;
}

export interface Carrying {
  readonly places: ReadonlyMap<NoteId, Position>;
  close(): void;
}

/** Where nothing is to move, and without `frames`, notes jump. `onMoved` is told which notes to show anew. */
export function followCarried(
  session: BoardSession,
  onMoved: (notes: Iterable<NoteId>) => void,
  frames: Frames | null,
): Carrying {
  const places = new Map<NoteId, Position>();
  let goals = new Map<NoteId, Position>();
  let frame: number | null = null;

  const step = (): void => {
    frame = null;
    const moved = new Set<NoteId>();
    let isGoing = false;
    for (const [id, goal] of goals) {
      const from = places.get(id) ?? session.notes.get().find((note) => note.id === id)?.pos ?? goal;
      const next = frames && !isStill() ? towards(from, goal) : goal;
      if (places.has(id) && next[0] === from[0] && next[1] === from[1]) continue;
      places.set(id, next);
      moved.add(id);
      isGoing ||= next !== goal;
    }
    if (moved.size > 0) onMoved(moved);
    if (isGoing) ask();
  };
  const ask = (): void => {
    if (!frames) step();
    else frame ??= frames.request(step);
  };
  const onPeers = (): void => {
    const next = new Map<NoteId, Position>();
    for (const peer of session.peers.get()) for (const [id, at] of peer.dragging) next.set(id, at);
    const dropped = [...goals.keys()].filter((id) => !next.has(id));
    goals = next;
    for (const id of dropped) places.delete(id);
    if (dropped.length > 0) onMoved(dropped);
    if (goals.size > 0) ask();
  };
  const stop = session.peers.subscribe(onPeers);
  return {
    places,
    close() {
      stop();
      if (frame !== null) frames?.cancel(frame);
      places.clear();
    },
  };
}

function towards(from: Position, goal: Position): Position {
  const dx = goal[0] - from[0];
  const dy = goal[1] - from[1];
  return Math.abs(dx) < THERE && Math.abs(dy) < THERE ? goal : [from[0] + dx * PACE, from[1] + dy * PACE];
}
