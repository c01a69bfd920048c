/**
 * The themes of a board: a title and an order. Which notes belong to a theme is said by the notes; where its boxes lie
 * is computed from them. Knows no view and no position.
 */
import * as Y from 'yjs';
import { isThemeId, type NoteId, type ThemeId } from '../ids.ts';
import { themesOf, type Writer, write } from './document.ts';
import type { Note } from './note.ts';
import { themeNotes } from './notes.ts';

export interface Theme {
  readonly id: ThemeId;
  readonly title: string;
  /** Place among the themes, ascending; equal ones by id. */
  readonly order: number;
  readonly createdAt: number;
}

/** How far a chain of merges is followed: longer ones are circles. */
const MERGE_STEPS = 50;

/** All themes that are there, in order. */
export function readThemes(doc: Y.Doc): Theme[] {
  const themes: Theme[] = [];
  for (const [id, map] of themesOf(doc)) {
    if (!isThemeId(id) || !(map instanceof Y.Map) || isGone(map)) continue;
    const order = map.get('order');
    const createdAt = map.get('createdAt');
    themes.push({
      id,
      title: titleOf(map)?.toString() ?? '',
      order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
      createdAt: typeof createdAt === 'number' && Number.isFinite(createdAt) ? createdAt : 0,
    });
  }
  return themes.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The theme a note is in now: merged themes lead to the one they were merged into, dissolved ones to none. */
export function themeOf(doc: Y.Doc, note: Pick<Note, 'theme'>): ThemeId | null {
  let id = note.theme;
  for (let step = 0; id !== null && step < MERGE_STEPS; step++) {
    const map = themesOf(doc).get(id);
    if (!(map instanceof Y.Map)) return null;
    const into: unknown = map.get('mergedInto');
    if (!isThemeId(into)) return isGone(map) ? null : id;
    id = into;
  }
  return null;
}

/** The shared title to type into. */
export function themeTitleAt(doc: Y.Doc, id: ThemeId): Y.Text | null {
  const map = themesOf(doc).get(id);
  return map instanceof Y.Map ? titleOf(map) : null;
}

export interface ThemeDraft {
  readonly id: ThemeId;
  readonly title: string;
  readonly createdAt: number;
  readonly order?: number;
}

/** Makes a theme of some notes, last in order. A note put in two new themes at once ends in one of them. */
export function addTheme(w: Writer, draft: ThemeDraft, notes: readonly NoteId[]): void {
  write(w, () => {
    const map = new Y.Map<unknown>();
    map.set('title', new Y.Text(draft.title));
    map.set('order', draft.order ?? nextOrder(w.doc));
    map.set('createdAt', draft.createdAt);
    themesOf(w.doc).set(draft.id, map);
    themeNotes(w, notes, draft.id);
  });
}

const nextOrder = (doc: Y.Doc): number => readThemes(doc).reduce((last, t) => Math.max(last, t.order), 0) + 1;

/** Merges themes into the first. A note put into one of the others meanwhile follows into it too. */
export function mergeThemes(w: Writer, into: ThemeId, others: readonly ThemeId[]): void {
  write(w, () => {
    for (const id of others) {
      const map = themesOf(w.doc).get(id);
      if (id !== into && map instanceof Y.Map) map.set('mergedInto', into);
    }
  });
}

/** Dissolves a theme: its notes stay where they are, without a theme. A note put in meanwhile stays loose as well. */
export function dissolveTheme(w: Writer, id: ThemeId): void {
  const map = themesOf(w.doc).get(id);
  if (map instanceof Y.Map) write(w, () => map.set('deleted', true));
}

/** Puts a theme at a place in the order; `order` may lie between two others. */
export function orderTheme(w: Writer, id: ThemeId, order: number): void {
  const map = themesOf(w.doc).get(id);
  if (map instanceof Y.Map) write(w, () => map.set('order', order));
}

function titleOf(map: Y.Map<unknown>): Y.Text | null {
  const title = map.get('title');
  return title instanceof Y.Text ? title : null;
}
const isGone = (map: Y.Map<unknown>): boolean => map.get('deleted') === true || isThemeId(map.get('mergedInto'));
