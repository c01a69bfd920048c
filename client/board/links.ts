/** Links of an open board: as a store for views, and drawing or taking away one. Draws nothing. */

import { linksOf } from '../../shared/board/document.ts';
import { addLinks, depthOf, endsOf, type Link, linkId, readLinks, removeLinks } from '../../shared/board/links.ts';
import type { Note } from '../../shared/board/note.ts';
import { noteAt } from '../../shared/board/notes.ts';
import type { NoteId } from '../../shared/ids.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';
import { type Store, type WritableStore, writable } from './store.ts';

/** Boards on which one note can sustain another. */
export const hasLinks = (s: BoardSession): boolean => s.board.kind === 'iceberg' || s.board.kind === 'group-iceberg';

const stores = new WeakMap<BoardSession, Store<readonly Link[]>>();

/** The links between notes that are there. The same store for all views of a session. */
export function linksStore(s: BoardSession): Store<readonly Link[]> {
  const known = stores.get(s) ?? makeStore(s);
  stores.set(s, known);
  return known;
}

function makeStore(s: BoardSession): Store<readonly Link[]> {
  let links: readonly Link[] = [];
  let ids = '';
  const read = (): readonly Link[] => {
    if (linksOf(s.doc).size === 0 && links.length === 0) return links;
    const there = new Set(s.notes.get().map((note) => note.id));
    const now = readLinks(s.doc, (note) => there.has(note));
    const nowIds = now.map((link) => link.id).join();
    if (nowIds !== ids) [links, ids] = [now, nowIds];
    return links;
  };
  return {
    get: read,
    subscribe(listener) {
      const tell = (): void => listener();
      linksOf(s.doc).observe(tell);
      const stop = s.notes.subscribe(tell);
      return () => {
        linksOf(s.doc).unobserve(tell);
        stop();
      };
    },
  };
}

/** Links two notes of different layers, or takes their link away. Null when they cannot be linked. */
export function toggleLink(s: BoardSession, one: NoteId, other: NoteId): 'linked' | 'unlinked' | null {
  const [a, b] = [noteAt(s.doc, one), noteAt(s.doc, other)];
  const ends = a && b && endsOf(s.board.kind, a, b);
  if (!ends || !mayWrite(s)) return null;
  const id = linkId(ends.from, ends.to);
  if (!linksOf(s.doc).has(id)) {
    addLinks(s.writer, [ends]);
    return 'linked';
  }
  removeLinks(s.writer, [id]);
  return 'unlinked';
}

/** Notes of the layers above with words, the nearest layer first: what a note can sustain. */
export function sustainable(s: BoardSession, note: Note): Note[] {
  const { kind } = s.board;
  const depth = depthOf(kind, note);
  if (depth === null) return [];
  const depthBelow = (other: Note): number => depth - (depthOf(kind, other) ?? depth);
  return s.notes
    .get()
    .filter((other) => depthBelow(other) > 0 && other.text.trim() !== '')
    .sort((a, b) => depthBelow(a) - depthBelow(b) || a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0]);
}

const picking = new WeakMap<BoardSession, WritableStore<NoteId | null>>();

/** The note whose other end is being looked for on the canvas, or null. */
export function linkingFrom(s: BoardSession): WritableStore<NoteId | null> {
  const known = picking.get(s) ?? writable<NoteId | null>(null);
  picking.set(s, known);
  return known;
}
