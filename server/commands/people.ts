/** Leaving: somebody closes the own session, or facilitation removes a person. Connections end at once. */
import { type CohortId, isPersonId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { reckonOwed } from './owed.ts';
import { publishCohort } from './publish-cohort.ts';
import { reconsiderCohort } from './reconsider-cohort.ts';
import { facilitatorOnly } from './rights.ts';

export function endSession(context: Context, caller: Caller): Outcome<null> {
  context.registry.sessions.remove(caller.session);
  reconsiderCohort(context, caller.cohort.id);
  return done(null);
}

/** The notes stay, what was shared of a self-assessment leaves the averages. With a link that still works the person may come back to the same seat, and what was shared with them. */
export async function removePerson(
  context: Context,
  caller: Caller,
  id: CohortId,
  person: string,
): Promise<Outcome<null>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry } = context;
  const member = isPersonId(person) ? registry.people.at(person) : null;
  if (!member || member.cohort !== id) return refused('person-unknown');
  if (member.id === caller.member.id) return refused('not-yourself');
  registry.transaction(() => {
    registry.people.setRemoved(member.id, true);
    registry.sessions.removeOf(member.id);
    if (member.organisation !== null) registry.owed.growth.put(id, member.organisation, true);
  });
  reconsiderCohort(context, id);
  await publishCohort(context, id);
  if (member.organisation !== null) await reckonOwed(context, id, member.organisation);
  return done(null);
}
