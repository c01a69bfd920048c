/** A board out to JSON and back: `toSnapshot` and `applySnapshot` are inverse. Pure of files, requests and views. */
import * as Y from 'yjs';
import { isNoteId, type OrgId, type PersonId } from '../ids.ts';
import { TEXT } from '../limits.ts';
import { parseColumns, readColumns, writeColumns } from '../synthesis/columns.ts';
import { areaOf, NOTE } from '../template/geometry.ts';
import { type AreaId, areasOf, type CanvasKind } from '../template/kinds.ts';
import { slotFinder } from '../template/slots.ts';
import { canvasKindOf, drawingsOf, linksOf, notesOf, themesOf, type Writer, write } from './document.ts';
import { putDrawing, readDrawings, removeDrawings } from './drawings.ts';
import { addLinks, linkId, readLinks, removeLinks } from './links.ts';
import { type Note, noteText, type Position, tagOf } from './note.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  keepNotes,
  moveNotes,
  type NoteDraft,
  noteAt,
  readNotes,
  tagNotes,
} from './notes.ts';
import { type BoardSnapshot, type NoteEntry, SNAPSHOT_KIND, SNAPSHOT_VERSION } from './snapshot-format.ts';
import { markTops } from './stacking.ts';
import { rewriteText, STATEMENT, textAt } from './texts.ts';
import { dissolveTheme, readThemes, themeOf, themeTitleAt } from './themes.ts';

/** What a document does not know of itself. */
export interface SnapshotContext {
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  readonly title: string;
  readonly cohort: { readonly name: string; readonly date: string };
  readonly organisation: { readonly id: OrgId; readonly name: string; readonly acronym: string } | null;
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
}

export function toSnapshot(doc: Y.Doc, context: SnapshotContext): BoardSnapshot {
  const kind = canvasKindOf(doc) ?? 'iceberg';
  const notes = readNotes(doc)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .flatMap((note) => inPieces(entryOf(doc, kind, note)));
  const statement = textAt(doc, STATEMENT)?.toString().slice(0, TEXT.importedNote);
  const authors = new Set(notes.map((note) => note.author));
  return {
    kind: SNAPSHOT_KIND,
    version: SNAPSHOT_VERSION,
    exportedAt: context.exportedAt,
    board: { kind, title: context.title },
    cohort: context.cohort,
    organization: context.organisation && {
      ...context.organisation,
      people: context.people.filter((person) => authors.has(person.id)).map(({ id, name }) => ({ id, name })),
      ...(kind === 'value' ? { valueProposition: valueEntry(notes, statement ?? '') } : { iceberg: notes }),
    },
    notes,
    themes: readThemes(doc).map(({ id, title, order, createdAt }) => ({
      id,
      title: title.slice(0, TEXT.importedNote),
      order,
      createdAt,
    })),
    links: readLinks(doc, (note) => noteAt(doc, note) !== null).map(({ from, to }) => ({ from, to })),
    texts: statement === undefined ? {} : { statement },
    ...(kind === 'group-iceberg' ? { columns: readColumns(doc) } : {}),
    drawings: readDrawings(doc).map(({ id, record }) => ({ id, record: { ...record } })),
  };
}

function entryOf(doc: Y.Doc, kind: CanvasKind, note: Note): NoteEntry {
  const area = areaOf(kind, note.pos);
  return {
    id: note.id,
    ...(kind === 'value' ? { zone: area } : { layer: area }),
    text: note.text,
    author: note.author,
    organization: note.organisation,
    tag: tagOf(note),
    theme: themeOf(doc, note),
    share: !note.private,
    star: note.star,
    x: note.pos[0],
    y: note.pos[1],
    z: note.z,
    createdAt: note.createdAt,
    origin: note.origin,
    ...(note.under ? { under: note.under } : {}),
    ...(note.held ? { held: note.held } : {}),
    ...(note.growth ? { growth: note.growth } : {}),
  };
}

/** A file takes only so much text in one note: what is beyond it becomes notes of its own, right below. */
function inPieces(entry: NoteEntry): NoteEntry[] {
  if (entry.text.length <= TEXT.importedNote) return [entry];
  const pieces = entry.text.match(PIECE) ?? [];
  return pieces.map((text, i) => (i === 0 ? { ...entry, text } : { ...entry, text, ...beside(entry, i) }));
}
const PIECE = new RegExp(`[^]{1,${TEXT.importedNote - 1}}(?:[^\\uD800-\\uDBFF]|$)`, 'g');

/** Piece `i` of a note: the same id each time, so that the file of the same board stays the same. */
function beside({ id, y = 0 }: NoteEntry, i: number): Pick<NoteEntry, 'id' | 'y' | 'origin'> {
  const piece = `${id.slice(0, 76)}-${i + 1}`;
  return { id: isNoteId(piece) ? piece : id, y: y + i * NOTE.gap, origin: null };
}

function valueEntry(notes: readonly NoteEntry[], statement: string) {
  const lines = (zone: AreaId): string[] => notes.filter((note) => note.zone === zone).map((note) => note.text);
  return {
    beneficiaries: lines('beneficiaries'),
    value: lines('value'),
    impact: lines('impact'),
    resources: lines('resources'),
    alliances: lines('alliances'),
    statement,
  };
}

/**
 * Makes the board equal to the snapshot, in one transaction. Notes that are not in it are deleted as a person would
 * delete them, so typing at the same moment keeps its note. What was brought from here stays linked.
 */
export function applySnapshot(w: Writer, snapshot: BoardSnapshot, now: number): void {
  const kind = canvasKindOf(w.doc) ?? snapshot.board.kind;
  write(w, () => {
    const wanted = placed(kind, snapshot.notes);
    const ids = new Set(wanted.map((note) => note.id));
    deleteNotes(
      w,
      readNotes(w.doc)
        .filter((note) => !ids.has(note.id))
        .map((note) => note.id),
      now,
    );
    putNotes(w, wanted);
    putThemes(w, snapshot);
    putLinks(w, snapshot);
    const statement = textAt(w.doc, STATEMENT);
    if (statement && snapshot.texts.statement !== undefined) rewriteText(w, statement, snapshot.texts.statement);
    const columns = parseColumns(snapshot.columns);
    if (columns.length > 0) writeColumns(w, columns);
    const drawings = new Set(snapshot.drawings.map((drawing) => drawing.id));
    removeDrawings(
      w,
      [...drawingsOf(w.doc).keys()].filter((id) => !drawings.has(id)),
    );
    for (const drawing of snapshot.drawings) putDrawing(w, drawing);
  });
}

type Placed = NoteEntry & { readonly pos: Position };

/** Notes without a place of their own get a free one in their layer or zone. */
function placed(kind: CanvasKind, entries: readonly NoteEntry[]): Placed[] {
  const taken: Position[] = entries.flatMap(({ x, y }) =>
    x === undefined || y === undefined ? [] : [[x, y] as const],
  );
  const next = slotFinder(kind, taken);
  return entries.map((entry) => {
    if (entry.x !== undefined && entry.y !== undefined) return { ...entry, pos: [entry.x, entry.y] };
    const areas = areasOf(kind);
    const area = areas.find((known) => known === entry.layer || known === entry.zone) ?? areas[0] ?? 'results';
    return { ...entry, pos: next(area) };
  });
}

/** New notes are added in one step: looking for the top of the board for each of thousands takes minutes. */
function putNotes(w: Writer, wanted: readonly Placed[]): void {
  const there = notesOf(w.doc);
  const isNew = ({ id }: Placed): boolean => !(there.get(id) instanceof Y.Map);
  const added = new Map(wanted.filter(isNew).map((entry) => [entry.id, draftOf(entry)]));
  for (const entry of wanted) if (!added.has(entry.id)) rewriteNote(w, entry);
  addNotes(w, [...added.values()]);
  markTops(
    w,
    wanted.flatMap(({ under }) => under ?? []),
  );
}

function draftOf({ organization, share, z, ...rest }: Placed): NoteDraft {
  return { ...rest, private: !share, organisation: organization, ...(z === undefined ? {} : { z }) };
}

function rewriteNote(w: Writer, { id, pos, text, tag, star, share, theme, under, z, held, growth }: Placed): void {
  const map = notesOf(w.doc).get(id);
  if (!(map instanceof Y.Map)) return;
  keepNotes(w, [id]);
  const shared = noteText(map);
  if (shared) rewriteText(w, shared, text);
  moveNotes(w, new Map([[id, pos]]));
  tagNotes(w, [id], tag);
  flagNotes(w, [id], 'star', star);
  flagNotes(w, [id], 'private', !share);
  for (const [key, value] of Object.entries({ theme, under, z, held, growth })) {
    if (value === null || value === undefined) map.delete(key);
    else if (map.get(key) !== value) map.set(key, value);
  }
}

function putLinks(w: Writer, { links }: BoardSnapshot): void {
  const wanted = new Set(links.map(({ from, to }) => linkId(from, to)));
  removeLinks(
    w,
    [...linksOf(w.doc).keys()].filter((id) => !wanted.has(id)),
  );
  addLinks(w, links);
}

function putThemes(w: Writer, { themes }: BoardSnapshot): void {
  const ids = new Set(themes.map((theme) => theme.id));
  for (const theme of readThemes(w.doc)) if (!ids.has(theme.id)) dissolveTheme(w, theme.id);
  for (const { id, title, order, createdAt } of themes) {
    const map = themesOf(w.doc).get(id);
    const shared = themeTitleAt(w.doc, id);
    if (!(map instanceof Y.Map) || !shared) themesOf(w.doc).set(id, newTheme(title, order, createdAt));
    else {
      rewriteText(w, shared, title);
      if (map.get('order') !== order) map.set('order', order);
      map.delete('deleted');
      map.delete('mergedInto');
    }
  }
}

function newTheme(title: string, order: number, createdAt: number): Y.Map<unknown> {
  return new Y.Map<unknown>([
    ['title', new Y.Text(title)],
    ['order', order],
    ['createdAt', createdAt],
  ]);
}
