/** Boards a call needs and a cohort does not have yet: one of each kind for whom it is. Doing it again makes nothing more. */
import type { BoardId, CohortId, OrgId, PersonId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Context } from './context.ts';
import { layBoards, type NewBoard } from './lay-boards.ts';
import type { CohortBoard, Registry } from './ports.ts';

/** One for the whole cohort, one an organisation, one a person. */
const SHARED: readonly BoardKind[] = ['closing', 'panel'];
const OF_TEAMS: readonly BoardKind[] = ['growth', 'feedback'];
const OF_PEOPLE: readonly BoardKind[] = ['self-assessment'];

/** Durable when it returns; who follows the cohort hears of them at its next publication. */
export function layMissing({ registry, now }: Context, cohort: CohortId): void {
  layBoards(registry, missing(registry, cohort, now()));
}

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
    ...registry.organisations.of(cohort).flatMap(({ id }) => OF_TEAMS.map((kind) => board(kind, id, null))),
    ...people.flatMap(({ id, organisation }) => OF_PEOPLE.map((kind) => board(kind, organisation, id))),
  ];
  return wanted.filter((one) => !there.has(placeOf(one)));
}

const placeOf = ({ kind, organisation, person, title }: NewBoard): string =>
  JSON.stringify([kind, organisation, person, title]);

/**
 * The practice board is there while people practise, and gone for good afterwards: it is never kept. `at` is whether the
 * phase that is on practises.
 */
export async function layPractice({ registry, rooms, now }: Context, cohort: CohortId, at: boolean): Promise<void> {
  if (at === practiceBoards(registry, cohort).length > 0) return;
  if (at) layBoards(registry, [practiceOf(cohort, now())]);
  else await rooms.remove(() => registry.transaction(() => removePractice(registry, cohort)));
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
