/**
 * The cohort's document: name, organisations, people, boards and counts. The server writes it, every client follows it
 * read-only. Holds numbers and names, never the text of a note. Knows no right and no storage.
 *
 * Roots: `meta` (one key a property) · `call` (one key a property of call.ts) · `organisations`, `people`, `boards`,
 * `counts`, `issues`, `gallery`, `dots`: Y.Map<id, plain JSON> · `progress`: how many answered the self-assessment · `hands`:
 * Y.Map<PersonId, when facilitation last lowered that hand>.
 */
import * as v from 'valibot';
import type * as Y from 'yjs';
import {
  type BoardId,
  isBoardId,
  isNoteId,
  isOrgId,
  isPersonId,
  isThemeId,
  type NoteId,
  type OrgId,
  type PersonId,
  type ThemeId,
} from '../ids.ts';
import type { Language } from '../language.ts';
import { BOARD_KINDS, type BoardKind, type CanvasKind, isCanvasKind } from '../template/kinds.ts';
import { type Call, callSchema, newCall, VALUE_PARTS } from './call.ts';
import { type Openness, ROLES, type Role } from './roles.ts';

export type BoardPer = 'organisation' | 'person';

export interface CohortMeta {
  readonly name: string;
  /** Calendar day of the call, `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time of the call, `HH:MM`, or empty. */
  readonly time: string;
  readonly language: Language;
  readonly boardPer: BoardPer;
  readonly themesOpen: boolean;
  readonly rehearsal: boolean;
}
export interface Organisation {
  readonly id: OrgId;
  readonly name: string;
  readonly acronym: string;
  /** Place in the list and of its column on the group iceberg, from 0. */
  readonly order: number;
  /** Facilitation may open this organisation's boards until it says otherwise. */
  readonly letIn: boolean;
}
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly organisation: OrgId | null;
  /** Who writes for this person, at the same table; null for people with a device of their own. */
  readonly host: PersonId | null;
}
/** What an organisation asks its peers, as it last told the cohort. */
export interface Issue {
  readonly organisation: OrgId;
  readonly title: string;
  /** The theme of the group iceberg it belongs to. */
  readonly theme: ThemeId | null;
  readonly at: number;
}
/** What an organisation has published of its value proposition: texts by zone, and the sentence. Absent parts are not published. */
export interface Published {
  readonly organisation: OrgId;
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly at: number;
}
export interface BoardEntry {
  readonly id: BoardId;
  readonly kind: BoardKind;
  readonly organisation: OrgId | null;
  readonly person: PersonId | null;
  /** Own title of a board made from a copy or an import; empty for the boards of the method. */
  readonly title: string;
  readonly createdAt: number;
}
/** A board of notes: what canvas and list draw. */
export type NotesBoard = BoardEntry & { readonly kind: CanvasKind };
export const isNotesBoard = (board: BoardEntry): board is NotesBoard => isCanvasKind(board.kind);
/** Notes per layer or zone of a board. Numbers only. */
export type AreaCounts = Readonly<Record<string, number>>;

export interface Cohort {
  readonly meta: CohortMeta;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly boards: readonly BoardEntry[];
  readonly counts: ReadonlyMap<BoardId, AreaCounts>;
  readonly call: Call;
  readonly issues: readonly Issue[];
  readonly gallery: readonly Published[];
  /** Dots by note of the group iceberg; empty until facilitation shows them. */
  readonly dots: ReadonlyMap<NoteId, number>;
  /** People who answered the self-assessment, and how many there are to answer. */
  readonly progress: { readonly answered: number; readonly of: number };
}

const META = v.object({
  name: v.fallback(v.string(), ''),
  date: v.fallback(v.string(), ''),
  time: v.fallback(v.string(), ''),
  language: v.fallback(v.picklist(['es', 'en']), 'es'),
  boardPer: v.fallback(v.picklist(['organisation', 'person']), 'organisation'),
  themesOpen: v.fallback(v.boolean(), false),
  rehearsal: v.fallback(v.boolean(), false),
});
const orgId = v.custom<OrgId>(isOrgId);
const personId = v.custom<PersonId>(isPersonId);
const ORGANISATION = v.object({
  name: v.string(),
  acronym: v.string(),
  order: v.number(),
  letIn: v.fallback(v.boolean(), false),
});
const PERSON = v.object({
  name: v.string(),
  role: v.picklist(ROLES),
  organisation: v.nullable(orgId),
  host: v.fallback(v.nullable(personId), null),
});
const BOARD = v.object({
  kind: v.picklist(BOARD_KINDS),
  organisation: v.nullable(orgId),
  person: v.nullable(personId),
  title: v.fallback(v.string(), ''),
  createdAt: v.fallback(v.number(), 0),
});
const COUNTS = v.record(v.string(), v.number());
/** An issue and what was published, without the organisation that is its key. */
const ISSUE = v.object({
  title: v.string(),
  theme: v.nullable(v.custom<ThemeId>(isThemeId)),
  at: v.number(),
});
const PUBLISHED = v.object({
  parts: v.record(v.picklist(VALUE_PARTS), v.array(v.string())),
  at: v.number(),
});
/** As they are kept. Throw when it is none. */
export const parseIssue = (json: unknown): Omit<Issue, 'organisation'> => v.parse(ISSUE, json);
export const parsePublished = (json: unknown): Omit<Published, 'organisation'> => v.parse(PUBLISHED, json);
const PROGRESS = v.object({ answered: v.fallback(v.number(), 0), of: v.fallback(v.number(), 0) });

/** What a cohort's document says before its first call. */
export const BEFORE_THE_CALL: Pick<Cohort, 'call' | 'issues' | 'gallery' | 'dots' | 'progress'> = {
  call: newCall(),
  issues: [],
  gallery: [],
  dots: new Map(),
  progress: { answered: 0, of: 0 },
};

/** The whole document as plain values. Unknown or unreadable entries are left out, never thrown at. */
export function readCohort(doc: Y.Doc): Cohort {
  return {
    meta: v.parse(META, doc.getMap('meta').toJSON()),
    organisations: entries(doc, 'organisations', isOrgId, ORGANISATION).sort((a, b) => a.order - b.order),
    people: entries(doc, 'people', isPersonId, PERSON),
    boards: entries(doc, 'boards', isBoardId, BOARD).sort((a, b) => a.createdAt - b.createdAt),
    counts: new Map(entries(doc, 'counts', isBoardId, COUNTS).map(({ id, ...counts }) => [id, counts])),
    call: callOf(doc),
    issues: entries(doc, 'issues', isOrgId, ISSUE).map(({ id, ...issue }) => ({ organisation: id, ...issue })),
    gallery: entries(doc, 'gallery', isOrgId, PUBLISHED).map(({ id, ...one }) => ({ organisation: id, ...one })),
    dots: dotsOf(doc),
    progress: v.parse(PROGRESS, doc.getMap('progress').toJSON()),
  };
}

/** A cohort of before there were calls, or a call this version cannot read, is one nobody has begun. */
function callOf(doc: Y.Doc): Call {
  const parsed = v.safeParse(callSchema, doc.getMap('call').toJSON());
  return parsed.success ? parsed.output : newCall();
}

function dotsOf(doc: Y.Doc): Map<NoteId, number> {
  const dots = new Map<NoteId, number>();
  for (const [note, n] of doc.getMap<unknown>('dots')) if (isNoteId(note) && typeof n === 'number') dots.set(note, n);
  return dots;
}

function entries<Key extends string, S extends v.GenericSchema>(
  doc: Y.Doc,
  root: string,
  isKey: (x: unknown) => x is Key,
  schema: S,
): ({ id: Key } & v.InferOutput<S>)[] {
  const found: ({ id: Key } & v.InferOutput<S>)[] = [];
  for (const [id, value] of doc.getMap<unknown>(root)) {
    const parsed = v.safeParse(schema, value);
    if (isKey(id) && parsed.success) found.push(Object.assign({ id }, parsed.output));
  }
  return found;
}

/** The switches of the rights table, as this cohort has them now. */
export function opennessOf(cohort: Pick<Cohort, 'meta' | 'organisations' | 'call'>): Openness {
  return {
    themesOpen: cohort.meta.themesOpen,
    call: cohort.call,
    letIn: (id) => cohort.organisations.find((o) => o.id === id)?.letIn ?? false,
  };
}

/** Server only: sets properties of the cohort; the others stay. */
export function writeMeta(doc: Y.Doc, meta: Partial<CohortMeta>): void {
  for (const [key, value] of Object.entries(meta)) doc.getMap('meta').set(key, value);
}

/** Server only: one organisation, person, board or count, whole. */
export function writeOrganisation(doc: Y.Doc, { id, ...rest }: Organisation): void {
  doc.getMap('organisations').set(id, rest);
}
export function removeOrganisation(doc: Y.Doc, id: OrgId): void {
  doc.getMap('organisations').delete(id);
}
export function writePerson(doc: Y.Doc, { id, ...rest }: Person): void {
  doc.getMap('people').set(id, rest);
}
export function removePerson(doc: Y.Doc, id: PersonId): void {
  doc.getMap('people').delete(id);
  doc.getMap('hands').delete(id);
}
/** When facilitation last lowered this person's hand, in milliseconds since 1970; NaN for never. */
export const handSeen = (doc: Y.Doc, id: PersonId): number => Number(doc.getMap('hands').get(id));
/** Server only. For windows that come back with a hand that was lowered meanwhile. */
export function writeHandSeen(doc: Y.Doc, id: PersonId, at: number): void {
  doc.getMap('hands').set(id, at);
}
export function writeBoard(doc: Y.Doc, { id, ...rest }: BoardEntry): void {
  doc.getMap('boards').set(id, rest);
}
export function removeBoard(doc: Y.Doc, id: BoardId): void {
  doc.getMap('boards').delete(id);
  doc.getMap('counts').delete(id);
}
/** Server only: makes a root say exactly this; keys that are the same already are not touched, others go. */
export function writeRoot(doc: Y.Doc, root: 'call' | 'issues' | 'gallery' | 'dots' | 'progress', wanted: object): void {
  const map = doc.getMap(root);
  for (const key of [...map.keys()]) if (!(key in wanted)) map.delete(key);
  for (const [key, value] of Object.entries(wanted)) {
    if (JSON.stringify(map.get(key)) !== JSON.stringify(value)) map.set(key, value);
  }
}
/** Writes only when a number changed, so that nothing is sent for nothing. */
export function writeCounts(doc: Y.Doc, board: BoardId, counts: AreaCounts): boolean {
  const map = doc.getMap('counts');
  if (JSON.stringify(map.get(board)) === JSON.stringify(counts)) return false;
  map.set(board, { ...counts });
  return true;
}
