/**
 * Makes the cohort's document say what the registry says: the registry is the truth, the document is what everybody
 * follows. Doing it again changes nothing, so a publication lost to a crash is made up for by the next one.
 */
import type * as Y from 'yjs';
import { type Call, newCall } from '../../shared/cohort/call.ts';
import {
  type Cohort,
  type CohortMeta,
  readCohort,
  removeBoard,
  removeOrganisation,
  removePerson,
  writeBoard,
  writeMeta,
  writeOrganisation,
  writePerson,
  writeRoot,
} from '../../shared/cohort/document.ts';
import type { CohortId, NoteId } from '../../shared/ids.ts';
import type { Context } from './context.ts';
import type { CohortBoard, CohortRecord, Member, Registry } from './ports.ts';

/** What the registry says of one cohort. */
export interface CohortState {
  readonly cohort: CohortRecord;
  readonly organisations: ReturnType<Registry['organisations']['of']>;
  readonly people: readonly Member[];
  readonly boards: readonly CohortBoard[];
  readonly call: Call;
  readonly issues: ReturnType<Registry['issues']['of']>;
  readonly published: ReturnType<Registry['published']['of']>;
  /** By note; empty until facilitation shows them. */
  readonly dots: ReadonlyMap<NoteId, number>;
  readonly progress: Cohort['progress'];
}

function stateOf(registry: Registry, id: CohortId): CohortState | null {
  const cohort = registry.cohorts.at(id);
  if (!cohort) return null;
  return {
    cohort,
    organisations: registry.organisations.of(id),
    people: registry.people.of(id),
    boards: registry.boards.of(id),
    ...callStateOf(registry, id),
  };
}

function callStateOf(registry: Registry, id: CohortId) {
  const call = registry.calls.at(id) ?? newCall();
  return {
    call,
    issues: registry.issues.of(id),
    published: registry.published.of(id),
    dots: call.dots.shown ? registry.dots.counts(id, call.session) : new Map<NoteId, number>(),
    progress: progressOf(registry, id),
  };
}

/** Of those who are in the cohort now: who began the self-assessment, and who has one. */
function progressOf(registry: Registry, id: CohortId): Cohort['progress'] {
  const here = new Set(registry.people.of(id).map((one) => one.id));
  const asked = registry.boards
    .of(id)
    .flatMap(({ kind, person }) => (kind === 'self-assessment' && person !== null && here.has(person) ? [person] : []));
  const answered = registry.answered.of(id);
  return { answered: asked.filter((person) => answered.get(person)).length, of: asked.length };
}

/** What there is of a call before the first. */
export const EMPTY_CALL = {
  call: newCall(),
  issues: new Map(),
  published: new Map(),
  dots: new Map<NoteId, number>(),
  progress: { answered: 0, of: 0 },
} satisfies Partial<CohortState>;

/** Durable when resolved. A cohort that was deleted meanwhile is left alone. */
export async function publishCohort({ registry, rooms }: Context, id: CohortId): Promise<void> {
  await rooms.change(id, (doc) => {
    const state = stateOf(registry, id);
    if (state) writeState(doc, state);
  });
}

/** Writes only what differs, so that nothing is sent for nothing. */
export function writeState(doc: Y.Doc, state: CohortState): void {
  const written = readCohort(doc);
  const meta = metaOf(state.cohort);
  if (!same(meta, written.meta) || doc.getMap('meta').size === 0) writeMeta(doc, meta);
  eachChanged(state.organisations, written.organisations, (one) => writeOrganisation(doc, one));
  const inIt = new Set<string>(state.organisations.map((organisation) => organisation.id));
  for (const one of written.organisations) if (!inIt.has(one.id)) removeOrganisation(doc, one.id);
  eachChanged(
    state.people.map(({ cohort: _, ...person }) => person),
    written.people,
    (one) => writePerson(doc, one),
  );
  eachChanged(
    state.boards.map(({ cohort: _, ...entry }) => entry),
    written.boards,
    (one) => writeBoard(doc, one),
  );
  const kept = new Set<string>(state.boards.map((board) => board.id));
  for (const board of written.boards) if (!kept.has(board.id)) removeBoard(doc, board.id);
  writeRoot(doc, 'call', state.call);
  writeRoot(doc, 'issues', Object.fromEntries(state.issues));
  writeRoot(doc, 'gallery', Object.fromEntries(state.published));
  writeRoot(doc, 'dots', Object.fromEntries(state.dots));
  writeRoot(doc, 'progress', state.progress);
  const here = new Set(state.people.map((person) => person.id));
  for (const person of written.people) if (!here.has(person.id)) removePerson(doc, person.id);
}

function metaOf(cohort: CohortRecord): CohortMeta {
  const { name, date, time, language, boardPer, themesOpen, rehearsal } = cohort;
  return { name, date, time, language, boardPer, themesOpen, rehearsal };
}

function eachChanged<T extends { readonly id: string }>(
  wanted: readonly T[],
  written: readonly T[],
  write: (one: T) => void,
): void {
  const before = new Map(written.map((one) => [one.id, one]));
  for (const one of wanted) if (!same(one, before.get(one.id))) write(one);
}

/** Equal whatever the order of their keys. */
function same(a: object, b: object | undefined): boolean {
  if (b === undefined) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => sameValue(Reflect.get(a, key), Reflect.get(b, key)))
  );
}

const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
