/** Boards a call needs and a cohort does not have yet: one of each kind for whom it is. Doing it again makes nothing more. */
import type { BoardId, CohortId, OrgId, PersonId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Context } from './context.ts';
import type { NewBoard } from './lay-boards.ts';
import type { CohortBoard, Registry } from './ports.ts';

/** One for the whole cohort, one an organisation, one a person. */
const SHARED: readonly BoardKind[] = ['closing', 'panel'];
const OF_TEAMS: readonly BoardKind[] = ['growth', 'feedback'];
const OF_PEOPLE: readonly BoardKind[] = ['self-assessment'];

/** Those that are not there. Whoever lays them does so in the same transaction as what needs them. */
export function missingBoards({ registry, now }: Pick<Context, 'registry' | 'now'>, cohort: CohortId): NewBoard[] {
  return missing(registry, cohort, now());
}

/** Those of a call for an organisation that comes while it is on. */
export const teamBoards = (cohort: CohortId, organisation: OrgId, createdAt: number): NewBoard[] =>
  OF_TEAMS.map((kind) => ({ cohort, kind, organisation, person: null, title: '', createdAt }));

function missing(registry: Registry, cohort: CohortId, createdAt: number): NewBoard[] {
  const there = new Set(registry.boards.of(cohort).map(placeOf));
  const board = (kind: BoardKind, organisation: OrgId | null, person: PersonId | null): NewBoard => ({
    cohort,
    kind,
    organisation,
    person,
    title: '',
    createdAt,
  });
  const people = registry.people.of(cohort).filter(({ role, host }) => role === 'participant' && host === null);
  const wanted = [
    ...SHARED.map((kind) => board(kind, null, null)),
    ...registry.organisations.of(cohort).flatMap(({ id }) => teamBoards(cohort, id, createdAt)),
    ...people.flatMap(({ id, organisation }) => OF_PEOPLE.map((kind) => board(kind, organisation, id))),
  ];
  return wanted.filter((one) => !there.has(placeOf(one)));
}

const placeOf = ({ kind, organisation, person, title }: NewBoard): string =>
  JSON.stringify([kind, organisation, person, title]);

/** The board of a phase that practises, unless it is there. */
export const missingPractice = ({ registry, now }: Context, cohort: CohortId): NewBoard[] =>
  practiceBoards(registry, cohort).length > 0 ? [] : [practiceOf(cohort, now())];

/** The practice board is there while people practise, and gone for good afterwards: it is never kept. */
export async function endPractice({ registry, rooms }: Context, cohort: CohortId): Promise<void> {
  if (practiceBoards(registry, cohort).length === 0) return;
  await rooms.remove(() => registry.transaction(() => removePractice(registry, cohort)));
}

/** Returns the boards that went. */
function removePractice(registry: Registry, cohort: CohortId): BoardId[] {
  const old = practiceBoards(registry, cohort);
  for (const board of old) registry.boards.remove(board);
  return old;
}

const practiceBoards = (registry: Registry, cohort: CohortId): BoardId[] =>
  registry.boards.of(cohort).flatMap(({ id, kind }) => (kind === 'practice' ? [id] : []));

const practiceOf = (cohort: CohortBoard['cohort'], createdAt: number): NewBoard => ({
  cohort,
  kind: 'practice',
  organisation: null,
  person: null,
  title: '',
  createdAt,
});
