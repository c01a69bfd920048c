/**
 * The profile of a team: reckoned from what its people share, and nothing else of them. Everything that changes it is one
 * after the other. Knows no caller.
 */
import { readAnswers } from '../../shared/board/answers.ts';
import { writeGrowth } from '../../shared/board/growth.ts';
import type { OrgId } from '../../shared/ids.ts';
import { growthOf, type SharedAnswers } from '../../shared/synthesis/growth.ts';
import type { Context } from './context.ts';
import type { CohortBoard } from './ports.ts';

/** The page of the organisation, or null before the first call. */
export function growthBoardOf({ registry }: Context, cohort: CohortBoard['cohort'], organisation: OrgId) {
  return registry.boards.of(cohort).find((one) => one.kind === 'growth' && one.organisation === organisation) ?? null;
}

/** Runs `work`, then reckons the profile anew. Whoever was removed from the cohort is not in it. Durable when resolved. */
export function changingGrowth<T>(context: Context, growth: CohortBoard, work: () => Promise<T>): Promise<T> {
  return context.turns(`growth/${growth.id}`, async () => {
    const result = await work();
    const shared = await sharedIn(context, growth);
    await context.rooms.change(growth.id, (doc) => writeGrowth({ doc, origin: null }, growthOf(shared)));
    return result;
  });
}

/** Somebody came or went. Without a profile there is nothing to reckon. */
export async function reckonGrowth(context: Context, cohort: CohortBoard['cohort'], team: OrgId): Promise<void> {
  const growth = growthBoardOf(context, cohort, team);
  if (growth) await changingGrowth(context, growth, async () => undefined);
}

async function sharedIn({ registry, rooms }: Context, { cohort, organisation }: CohortBoard): Promise<SharedAnswers[]> {
  const boards = registry.boards
    .of(cohort)
    .filter((one) => one.kind === 'self-assessment' && one.organisation === organisation)
    .filter(({ person }) => person !== null && registry.people.at(person) !== null);
  const found = await Promise.all(boards.map(({ id }) => rooms.read(id, (doc) => readAnswers(doc).shared)));
  return found.filter((one) => one !== null);
}
