/** The plan of a cohort from what a facilitator typed. The same organisation twice in the list counts once. Pure. */
import type { CreateCohortRequest } from '../../shared/api.ts';
import type { CohortPlan } from './create-cohort.ts';
import { nameKeyOf } from './name-key.ts';

export function planOf({ organisations, agenda, ...meta }: CreateCohortRequest): CohortPlan {
  const byKey = new Map<string, string>();
  for (const name of organisations) if (!byKey.has(nameKeyOf(name))) byKey.set(nameKeyOf(name), name);
  return {
    agenda,
    meta: { ...meta, themesOpen: false, rehearsal: false },
    organisations: [...byKey.values()].map((name) => ({ name, letIn: false, people: [] })),
  };
}
