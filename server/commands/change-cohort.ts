/** Changes of a cohort by facilitation: its name and day, who may group themes; whom a team lets in; and its end. */
import type { ChangeCohortRequest } from '../../shared/api.ts';
import type { CohortId, OrgId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortRecord } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { reconsiderCohort } from './reconsider-cohort.ts';
import { facilitatorOnly } from './rights.ts';

export async function changeCohort(
  context: Context,
  caller: Caller,
  id: CohortId,
  change: ChangeCohortRequest,
): Promise<Outcome<CohortRecord>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  context.registry.cohorts.change(id, given);
  reconsiderCohort(context, id);
  await publishCohort(context, id);
  return done(context.registry.cohorts.at(id) ?? caller.cohort);
}

/** An organisation opens its boards to facilitation; it alone may, but facilitation may close the door behind it. */
export async function letIn(
  context: Context,
  caller: Caller,
  id: CohortId,
  { organisation, open }: { organisation: OrgId; open: boolean },
): Promise<Outcome<CohortRecord>> {
  if (caller.cohort.id !== id) return refused('cohort-unknown');
  if (!context.registry.organisations.of(id).some((one) => one.id === organisation))
    return refused('organisation-unknown', { field: 'organisation' });
  const { role, organisation: own } = caller.member;
  const may = role === 'participant' ? own === organisation : role === 'facilitator' && !open;
  if (!may) return refused('no-right');
  context.registry.organisations.letIn(id, organisation, open);
  reconsiderCohort(context, id);
  await publishCohort(context, id);
  return done(caller.cohort);
}

/** For good, with all its boards and whatever else it has: all of it or nothing. */
export async function deleteCohort(context: Context, caller: Caller, id: CohortId): Promise<Outcome<null>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry, rooms } = context;
  await rooms.remove(() => registry.transaction(() => registry.cohorts.remove(id)));
  return done(null);
}
