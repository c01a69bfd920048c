/**
 * Bringing notes of an organisation's iceberg to the group iceberg: a copy with a link, made by the server at the wish of
 * the organisation. Pure of rooms and rights: the command that calls it has checked them. Private notes never pass.
 */
import * as Y from 'yjs';
import { notesOf, type Writer, write } from '../board/document.ts';
import { type Attribution, type Note, noteText, tagOf } from '../board/note.ts';
import { flagNotes, holdNotes, noteAt, readNotes } from '../board/notes.ts';
import { textSum } from '../board/text-sum.ts';
import { rewriteText } from '../board/texts.ts';
import { type BoardId, isNoteId, type NoteId, type OrgId } from '../ids.ts';
import { areaOf } from '../template/geometry.ts';
import { BringPlaces } from './bring-places.ts';
import { ensureColumn, readColumns } from './columns.ts';

/** Why a note was not brought. */
export type BringRefusal = 'private' | 'missing' | 'empty';

/** Whose board the notes come from, and how they shall be signed. */
export interface Source {
  readonly board: BoardId;
  readonly organisation: OrgId;
  readonly attribution: Attribution;
  /** The id of a copy that must not tell where it came from; the same note gives the same id. */
  readonly anonymousId: (note: NoteId) => NoteId;
}

export interface Gathered {
  readonly brought: readonly NoteId[];
  readonly refused: readonly { readonly note: NoteId; readonly why: BringRefusal }[];
}

/** The fixed id of a copy: bringing twice, or by two people at once, gives one. */
export const copyIdOf = (board: BoardId, note: NoteId): NoteId => {
  const id = `g:${board}:${note}`;
  return id as NoteId;
};

/** All that a copy of a note can be called. The mark on the note comes from devices: it never says what is removed or rewritten. */
type Copied = Pick<Source, 'board' | 'anonymousId'>;
export const copyIdsOf = ({ board, anonymousId }: Copied, note: NoteId): readonly NoteId[] => [
  copyIdOf(board, note),
  anonymousId(note),
];
/** What it is called when it is brought so. */
const copyIdFor = (from: Source, note: NoteId): NoteId =>
  from.attribution === 'anonymous' ? from.anonymousId(note) : copyIdOf(from.board, note);

/** Copies that go when these notes are brought so: those with the other kind of signature. */
export const replacedBy = (group: Writer, from: Source, ids: readonly NoteId[]): NoteId[] =>
  ids.flatMap((id) =>
    copyIdsOf(from, id).filter((copy) => copy !== copyIdFor(from, id) && notesOf(group.doc).has(copy)),
  );

/** Copies notes of `source` into `group` and writes on each what was brought of it. Doing it again changes nothing. */
export function bringNotes(source: Writer, group: Writer, from: Source, ids: readonly NoteId[]): Gathered {
  const brought: NoteId[] = [];
  const refused: { note: NoteId; why: BringRefusal }[] = [];
  const anonymous = from.attribution === 'anonymous';
  write(group, () =>
    write(source, () => {
      const places = new BringPlaces(group, () => columnFor(group, anonymous ? null : from.organisation));
      for (const id of new Set(ids)) {
        const note = noteAt(source.doc, id);
        const why = refusalOf(note);
        if (note === null || why !== null) refused.push({ note: id, why: why ?? 'missing' });
        else {
          bringNote(source, group, from, note, places);
          brought.push(id);
        }
      }
      places.write();
    }),
  );
  return { brought, refused };
}

function refusalOf(note: Note | null): BringRefusal | null {
  if (note === null) return 'missing';
  if (note.private) return 'private';
  return note.text.trim() === '' ? 'empty' : null;
}

function bringNote(source: Writer, group: Writer, from: Source, note: Note, places: BringPlaces): void {
  const id = copyIdFor(from, note.id);
  for (const other of replacedBy(group, from, [note.id])) {
    removeCopy(group, other);
    places.forget(other);
  }
  const there = noteAt(group.doc, id);
  if (there) sign(group, there, from, note);
  else places.add(copyOf(from, note, id), areaOf('iceberg', note.pos));
  const sum = there && note.brought?.as === id ? note.brought.sum : textSum(note.text);
  const map = notesOf(source.doc).get(note.id);
  if (map instanceof Y.Map) map.set('brought', { as: id, attribution: from.attribution, sum });
}

function copyOf(from: Source, note: Note, id: NoteId) {
  const anonymous = from.attribution === 'anonymous';
  return {
    id,
    text: note.text,
    tag: tagOf(note),
    star: note.star,
    held: note.held,
    createdAt: anonymous ? 0 : note.createdAt,
    author: from.attribution === 'name' ? note.author : null,
    organisation: anonymous ? null : from.organisation,
    origin: anonymous ? null : { board: from.board, note: note.id },
  };
}

/** Brought once more with another signature: only the signature changes. */
function sign(group: Writer, copy: Note, from: Source, note: Note): void {
  const author = from.attribution === 'name' ? note.author : null;
  const map = notesOf(group.doc).get(copy.id);
  if (!(map instanceof Y.Map) || copy.author === author) return;
  if (author === null) map.delete('author');
  else map.set('author', author);
}

/** Once grouped by themes, new notes come into the column of those without one. */
function columnFor(group: Writer, organisation: OrgId | null): number {
  if (readColumns(group.doc).some((column) => column.kind === 'theme')) return ensureColumn(group, 'loose', '');
  return organisation === null
    ? ensureColumn(group, 'anonymous', '')
    : ensureColumn(group, 'organisation', organisation);
}

/**
 * Takes copies back: gone from the group iceberg, its themes and its counts. Also those of notes that are deleted or have
 * no mark.
 */
export function withdrawNotes(source: Writer, group: Writer, from: Copied, ids: readonly NoteId[]): NoteId[] {
  const withdrawn: NoteId[] = [];
  write(group, () =>
    write(source, () => {
      for (const id of new Set(ids)) {
        const map = notesOf(source.doc).get(id);
        const copies = copyIdsOf(from, id).filter((copy) => notesOf(group.doc).has(copy));
        const isMarked = map instanceof Y.Map && map.has('brought');
        if (copies.length === 0 && !isMarked) continue;
        for (const copy of copies) removeCopy(group, copy);
        if (isMarked) map.delete('brought');
        withdrawn.push(id);
      }
    }),
  );
  return withdrawn;
}

/** *Actualizar*: the copy takes over text, tag and star as they are now in the source. */
export function refreshNotes(source: Writer, group: Writer, from: Copied, ids: readonly NoteId[]): NoteId[] {
  const refreshed: NoteId[] = [];
  write(group, () =>
    write(source, () => {
      for (const id of new Set(ids)) {
        const note = noteAt(source.doc, id);
        const as = copyIdsOf(from, id).find((copy) => copy === note?.brought?.as);
        if (note && as && !note.private && refreshCopy(source, group, note, as)) refreshed.push(id);
      }
    }),
  );
  return refreshed;
}

function refreshCopy(source: Writer, group: Writer, note: Note, as: NoteId): boolean {
  const text = noteText(notesOf(group.doc).get(as));
  const map = notesOf(source.doc).get(note.id);
  if (!text || !(map instanceof Y.Map) || !note.brought) return false;
  rewriteText(group, text, note.text);
  flagNotes(group, [as], 'operational', note.operational);
  flagNotes(group, [as], 'programmatic', note.programmatic);
  flagNotes(group, [as], 'star', note.star);
  holdNotes(group, [as], note.held);
  map.set('brought', { ...note.brought, sum: textSum(note.text) });
  return true;
}

/** True when the source was edited after it was brought: the copy may be refreshed, and never is by itself. */
export const isStale = (note: Note): boolean => note.brought !== null && note.brought.sum !== textSum(note.text);

/** For good, not as a mark: what is taken back leaves no text behind. */
function removeCopy(group: Writer, id: NoteId): void {
  notesOf(group.doc).delete(id);
}

/** The same for a board that was made of a copy of the group iceberg. */
export function removeNotes(group: Writer, isTakenBack: (note: NoteId) => boolean): void {
  const gone = [...notesOf(group.doc).keys()].filter((id) => isNoteId(id) && isTakenBack(id));
  if (gone.length === 0) return;
  write(group, () => {
    for (const id of gone) notesOf(group.doc).delete(id);
  });
}

/** The notes of a board that may be brought, and those that stay. */
export function bringable(doc: Y.Doc): { readonly offered: Note[]; readonly kept: Note[] } {
  const notes = readNotes(doc).filter((note) => note.text.trim() !== '');
  return { offered: notes.filter((note) => !note.private), kept: notes.filter((note) => note.private) };
}
