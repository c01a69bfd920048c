/** What others added or deleted since somebody was last told: counted, so that it can be said in one breath. Knows no clock. */
import type { Note } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf, type CanvasKind } from '../../shared/template/kinds.ts';

export interface News {
  readonly added: readonly { readonly area: AreaId; readonly count: number }[];
  readonly gone: number;
}

/** What has been told so far: the notes that were there. */
export interface Told {
  readonly known: ReadonlySet<NoteId>;
}

/** Notes without words yet are not news: they wait until something is written in them. */
const isWorthTelling = (note: Note): boolean => note.text.trim() !== '';

export const toldOf = (notes: readonly Note[]): Told => ({
  known: new Set(notes.filter(isWorthTelling).map((n) => n.id)),
});

/** Compares with what was told. Notes of mine are no news to me; `removed` are those I deleted myself. */
export function newsOf(
  kind: CanvasKind,
  told: Told,
  notes: readonly Note[],
  isMine: (note: Note) => boolean,
  removed: ReadonlySet<NoteId>,
): News {
  const counts = new Map<AreaId, number>();
  for (const note of notes) {
    if (told.known.has(note.id) || isMine(note) || !isWorthTelling(note)) continue;
    const area = areaOf(kind, note.pos);
    counts.set(area, (counts.get(area) ?? 0) + 1);
  }
  const there = new Set(notes.map((note) => note.id));
  const gone = [...told.known].filter((id) => !there.has(id) && !removed.has(id)).length;
  const added = areasOf(kind).flatMap((area) => {
    const count = counts.get(area) ?? 0;
    return count > 0 ? [{ area, count }] : [];
  });
  return { added, gone };
}

export const isNews = (news: News): boolean => news.added.length > 0 || news.gone > 0;
