/**
 * The cohort's document: name, organisations, people, boards and counts. The server writes it, every client follows it
 * read-only. Holds numbers and names, never the text of a note. Knows no right and no storage.
 *
 * Roots: `meta` (one key a property) · `organisations`, `people`, `boards`, `counts`: Y.Map<id, plain JSON object>.
 */
import * as v from 'valibot';
import type * as Y from 'yjs';
import { type BoardId, isBoardId, isOrgId, isPersonId, type OrgId, type PersonId } from '../ids.ts';
import type { Language } from '../language.ts';
import { BOARD_KINDS, type BoardKind } from '../template/kinds.ts';
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
/** Notes per layer or zone of a board. Numbers only. */
export type AreaCounts = Readonly<Record<string, number>>;

export interface Cohort {
  readonly meta: CohortMeta;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly boards: readonly BoardEntry[];
  readonly counts: ReadonlyMap<BoardId, AreaCounts>;
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
const PERSON = v.object({ name: v.string(), role: v.picklist(ROLES), organisation: v.nullable(orgId) });
const BOARD = v.object({
  kind: v.picklist(BOARD_KINDS),
  organisation: v.nullable(orgId),
  person: v.nullable(personId),
  title: v.fallback(v.string(), ''),
  createdAt: v.fallback(v.number(), 0),
});
const COUNTS = v.record(v.string(), v.number());

/** The whole document as plain values. Unknown or unreadable entries are left out, never thrown at. */
export function readCohort(doc: Y.Doc): Cohort {
  return {
    meta: v.parse(META, doc.getMap('meta').toJSON()),
    organisations: entries(doc, 'organisations', isOrgId, ORGANISATION).sort((a, b) => a.order - b.order),
    people: entries(doc, 'people', isPersonId, PERSON),
    boards: entries(doc, 'boards', isBoardId, BOARD).sort((a, b) => a.createdAt - b.createdAt),
    counts: new Map(entries(doc, 'counts', isBoardId, COUNTS).map(({ id, ...counts }) => [id, counts])),
  };
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
export function opennessOf(cohort: Pick<Cohort, 'meta' | 'organisations'>): Openness {
  return {
    themesOpen: cohort.meta.themesOpen,
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
export function writePerson(doc: Y.Doc, { id, ...rest }: Person): void {
  doc.getMap('people').set(id, rest);
}
export function removePerson(doc: Y.Doc, id: PersonId): void {
  doc.getMap('people').delete(id);
}
export function writeBoard(doc: Y.Doc, { id, ...rest }: BoardEntry): void {
  doc.getMap('boards').set(id, rest);
}
/** Writes only when a number changed, so that nothing is sent for nothing. */
export function writeCounts(doc: Y.Doc, board: BoardId, counts: AreaCounts): boolean {
  const map = doc.getMap('counts');
  if (JSON.stringify(map.get(board)) === JSON.stringify(counts)) return false;
  map.set(board, { ...counts });
  return true;
}
