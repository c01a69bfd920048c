/** Putting notes under one another and apart again. What lies on top is worked out in stacks.ts; what moves along, in notes.ts. */
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { notesOf, type Writer, write } from './document.ts';
import type { Position } from './note.ts';
import { moveNotes, noteAt, themeNotes } from './notes.ts';

/** Stacks notes, with what lies under them, under one: there, and in its theme, or the first theme one of them has. */
export function stackNotes(w: Writer, top: NoteId, ids: readonly NoteId[]): void {
  write(w, () => {
    const on = noteAt(w.doc, top);
    if (!on) return;
    const under = ids.filter((id) => id !== top && noteAt(w.doc, id) !== null);
    const themes = [on.theme, ...under.map((id) => noteAt(w.doc, id)?.theme ?? null)];
    setOn(w, [top], 'under', null);
    markTops(w, [top]);
    setOn(w, under, 'under', top);
    moveNotes(w, new Map(under.map((id) => [id, on.pos])));
    themeNotes(w, [top], themes.find((theme) => theme !== null) ?? null);
  });
}

/** Says of notes that others may lie under them. */
export const markTops = (w: Writer, ids: readonly NoteId[]): void => setOn(w, ids, 'stack', true);

/** Takes notes out of their stacks, each to a place of its own. */
export function unstackNotes(w: Writer, places: ReadonlyMap<NoteId, Position>): void {
  write(w, () => {
    setOn(w, [...places.keys()], 'under', null);
    moveNotes(w, places);
  });
}

function setOn(w: Writer, ids: readonly NoteId[], key: 'under' | 'stack', value: NoteId | true | null): void {
  write(w, () => {
    for (const id of ids) {
      const note = notesOf(w.doc).get(id);
      if (!(note instanceof Y.Map) || (note.get(key) ?? null) === value) continue;
      if (value === null) note.delete(key);
      else note.set(key, value);
    }
  });
}
