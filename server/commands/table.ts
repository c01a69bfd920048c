/**
 * Modo mesa: one device writes and votes for named people in the same room. Each has a seat of their own and no session;
 * whoever later comes with a device, the same name and organisation takes that seat over (join.ts). Knows no dot's rules.
 */
import { type CohortId, isPersonId, newPersonId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import type { Caller, Context } from './context.ts';
import { nameKeyOf } from './name-key.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Member, Registry } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';

/** Seating the same name again changes nothing. */
export async function seatAtTable(
  context: Context,
  caller: Caller,
  id: CohortId,
  name: string,
): Promise<Outcome<Member>> {
  if (caller.cohort.id !== id) return refused('cohort-unknown');
  if (caller.member.role !== 'participant') return refused('no-right');
  const seated = context.registry.transaction(() => takeSeat(context.registry, caller.member, name));
  if (seated.ok) await publishCohort(context, id);
  return seated;
}

function takeSeat(registry: Registry, host: Member, name: string): Outcome<Member> {
  const { cohort, role, organisation } = host;
  const nameKey = nameKeyOf(name);
  const seat = registry.people.inSeat({ cohort, role, organisation, nameKey });
  if (seat && !seat.removed && seat.host === host.id) return done(seat);
  if (seat && !seat.removed && !isAbandoned(registry, seat)) return refused('name-taken', { field: 'name' });
  if (peopleAt(registry, host) >= COUNT.peopleAtTable) return refused('table-full');
  if (!seat) {
    const member: Member = { id: newPersonId(), cohort, name, role, organisation, host: host.id };
    registry.people.add(member, nameKey);
    return done(member);
  }
  registry.people.setRemoved(seat.id, false);
  registry.people.setHost(seat.id, host.id);
  const { removed: _, ...member } = seat;
  return done({ ...member, host: host.id });
}

const peopleAt = ({ people }: Registry, { cohort, id }: Member): number =>
  people.of(cohort).filter(({ host }) => host === id).length;

/** At the table of somebody who was removed: whoever is left may write for them. */
const isAbandoned = ({ people }: Registry, { host }: Member): boolean => host !== null && people.at(host) === null;

/** By who writes for this person, or by facilitation. The dots of this call go with the seat, so that a seat never votes twice. */
export async function leaveTable(
  context: Context,
  caller: Caller,
  id: CohortId,
  person: string,
): Promise<Outcome<null>> {
  if (caller.cohort.id !== id) return refused('cohort-unknown');
  const { registry } = context;
  const member = isPersonId(person) ? registry.people.at(person) : null;
  if (!member || member.cohort !== id || member.host === null) return refused('person-unknown');
  if (member.host !== caller.member.id && caller.member.role !== 'facilitator') return refused('no-right');
  registry.transaction(() => {
    registry.people.setRemoved(member.id, true);
    const session = registry.calls.at(id)?.session ?? 1;
    for (const dot of registry.dots.of(id, session, member.id)) registry.dots.remove(id, session, dot);
  });
  await publishCohort(context, id);
  return done(null);
}
