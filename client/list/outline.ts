/** A board's notes in the order they are read: layer or zone, then theme, then row by row. Pure; knows no view and no document. */
import type { Note } from '../../shared/board/note.ts';
import type { Theme } from '../../shared/board/themes.ts';
import type { NoteId } from '../../shared/ids.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf, type CanvasKind } from '../../shared/template/kinds.ts';
import { inReadingOrder } from '../board/reading-order.ts';

/** Notes of one theme in one area. `number` is the theme's place among all themes, from 1; 0 for notes without one. */
export interface Group {
  readonly theme: Theme | null;
  readonly number: number;
  readonly notes: readonly Note[];
}
export interface Section {
  readonly area: AreaId;
  /** Themes in their order, notes without one last; areas without notes have none. */
  readonly groups: readonly Group[];
  readonly count: number;
}

/** All areas of the kind of board, also those without notes. Themes count on the group iceberg only. */
export function outlineOf(kind: CanvasKind, notes: readonly Note[], themes: readonly Theme[]): Section[] {
  const byArea = new Map<AreaId, Note[]>(areasOf(kind).map((area) => [area, []]));
  for (const note of notes) byArea.get(areaOf(kind, note.pos))?.push(note);
  return [...byArea].map(([area, inside]) => ({
    area,
    groups: groupsOf(inReadingOrder(inside), kind === 'group-iceberg' ? themes : []),
    count: inside.length,
  }));
}

function groupsOf(notes: readonly Note[], themes: readonly Theme[]): Group[] {
  const known = new Set(themes.map((theme) => theme.id));
  const themed = themes.map((theme, index) => ({
    theme,
    number: index + 1,
    notes: notes.filter((note) => note.theme === theme.id),
  }));
  const loose = notes.filter((note) => note.theme === null || !known.has(note.theme));
  return [...themed, { theme: null, number: 0, notes: loose }].filter((group) => group.notes.length > 0);
}

/** All notes of an outline, one after the other. */
export const notesIn = (sections: readonly Section[]): Note[] =>
  sections.flatMap((section) => section.groups.flatMap((group) => group.notes));

/** Where to go when a note is gone: the one after it, else the one before it, else nowhere. `ids` is the order before. */
export function neighbourOf(ids: readonly NoteId[], gone: NoteId, there: ReadonlySet<NoteId>): NoteId | null {
  const at = ids.indexOf(gone);
  if (at < 0) return null;
  return ids.slice(at + 1).find((id) => there.has(id)) ?? ids.slice(0, at).findLast((id) => there.has(id)) ?? null;
}
