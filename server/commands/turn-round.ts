/** The rounds of a peer group: whoever is in the group, and facilitation, start and turn them. Knows no board. */
import type { RoundRequest } from '../../shared/call-api.ts';
import { type Call, newCall, phaseNow } from '../../shared/cohort/call.ts';
import { type PeerGroup, turnRound } from '../../shared/cohort/rounds.ts';
import type { CohortId } from '../../shared/ids.ts';
import { changeCall } from './conduct-call.ts';
import type { Caller, Context } from './context.ts';
import { type Outcome, refused } from './outcome.ts';

/** `group` is what the path says: no such group is refused like any other path without anything. */
export async function turnGroupRound(
  context: Context,
  caller: Caller,
  id: CohortId,
  group: string,
  request: RoundRequest,
): Promise<Outcome<Call>> {
  if (caller.cohort.id !== id) return refused('cohort-unknown');
  const found = groupsNow(context, id).find((one) => one.id === group);
  if (!found) return refused('not-found');
  if (!mayTurn(caller, found)) return refused('no-right');
  return changeCall(context, id, (call, now) => {
    if (call.status !== 'running' || phaseNow(call)?.kind !== 'peers') return null;
    const before = call.groups.find((one) => one.id === group);
    // The groups may be others by now.
    if (!before || !mayTurn(caller, before)) return null;
    const after = turnRound(before, request, now);
    return after === before ? call : { ...call, groups: call.groups.map((one) => (one === before ? after : one)) };
  });
}

const groupsNow = ({ registry }: Context, id: CohortId): readonly PeerGroup[] =>
  (registry.calls.at(id) ?? newCall()).groups;

function mayTurn({ member: { role, organisation } }: Caller, { organisations }: PeerGroup): boolean {
  if (role === 'facilitator') return true;
  return role === 'participant' && organisation !== null && organisations.includes(organisation);
}
