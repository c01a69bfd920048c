/**
 * Notes this window put where there was room, kept off those that somebody else put there at the same moment or without
 * a connection. Who goes where is in shared/synthesis/apart.ts: everybody works it out, and each moves only their own.
 * Fetched when a window has such notes; draws nothing.
 */
import * as Y from 'yjs';
import { moveAlong } from '../../shared/board/bulk-along.ts';
import { notesOf } from '../../shared/board/document.ts';
import type { Note, Position } from '../../shared/board/note.ts';
import { onTop } from '../../shared/board/stacks.ts';
import { isNoteId } from '../../shared/ids.ts';
import { placesApart } from '../../shared/synthesis/apart.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';

/** Milliseconds for what many people add at once to arrive, so that no note has to go on twice. */
const GATHER_MS = 200;
/** Not an origin of undo: nobody did it. */
const APART = { keeping: 'apart' };

/** Watches until the document ends. Looks at once for what came before. */
export function keepApart(s: BoardSession): void {
  if (s.doc.isDestroyed || watched.has(s.doc)) return;
  watched.add(s.doc);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer ??= setTimeout(look, GATHER_MS);
  };
  const look = (): void => {
    timer = undefined;
    if (mendPlaces(s)) wait();
  };
  const notes = notesOf(s.doc);
  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void => {
    if (comesOnto(s, events, local)) wait();
  };
  notes.observeDeep(onNotes);
  s.doc.once('destroy', () => {
    clearTimeout(timer);
    notes.unobserveDeep(onNotes);
  });
  wait();
}
const watched = new WeakSet<Y.Doc>();

/**
 * Whether others put a note where this window put one of its own, or one of those came back from a deletion. Letters,
 * marks and notes elsewhere cost next to nothing.
 */
function comesOnto(s: BoardSession, events: readonly Y.YEvent<Y.AbstractType<unknown>>[], local: boolean): boolean {
  const others = new Set<unknown>();
  for (const event of events) {
    if (!(event instanceof Y.YMapEvent)) continue;
    const [id] = event.path;
    const isDeletion = event.keysChanged.has('deleted');
    if (isDeletion && isNoteId(id) && s.placed.has(id)) return true;
    if (local) continue;
    if (id === undefined) for (const key of event.keysChanged) others.add(key);
    else if (isDeletion || event.keysChanged.has('pos')) others.add(id);
  }
  if (others.size === 0) return false;
  const mine = new Map([...s.placed].map(([id, pos]) => [String(pos), id]));
  return [...others].some((id) => {
    const note = notesOf(s.doc).get(String(id));
    const there = note instanceof Y.Map ? mine.get(String(note.get('pos'))) : undefined;
    return there !== undefined && there !== id;
  });
}

/** Moves this window's own notes that have to go. True when one of them is in somebody's hand: that has to end first. */
function mendPlaces(s: BoardSession): boolean {
  if (!mayWrite(s)) return false;
  const notes = s.notes.get();
  for (const note of notes) if (!isWherePut(s, note)) s.placed.delete(note.id);
  const carried = carriedNotes(s);
  const own = placesApart(s.board.kind, onTop(notes), s.columns.get(), (id) => s.placed.has(id));
  const moves = [...own].filter(([id]) => !carried.has(id));
  if (moves.length > 0) moveAlong({ doc: s.doc, origin: APART }, new Map(moves));
  for (const [id, to] of moves) {
    s.undo.follow({ id, key: 'pos', from: s.placed.get(id), to });
    s.placed.set(id, to);
  }
  return moves.length < own.size;
}

/** Who moved a note since, by hand or in any other way, knows where it lies. */
function isWherePut({ placed }: BoardSession, { id, pos }: Note): boolean {
  return String(placed.get(id)) === String(pos);
}

/** Notes in a hand at this moment, mine or another's. */
function carriedNotes({ awareness, peers }: BoardSession): ReadonlySet<string> {
  const inMine: Readonly<Record<string, Position>> = awareness.getLocalState()?.dragging ?? {};
  return new Set([...Object.keys(inMine), ...peers.get().flatMap(({ dragging }) => [...dragging.keys()])]);
}
