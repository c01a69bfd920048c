/** Somebody takes a seat: a session for the same person as last time, or for a new one. Nothing proves a name: the link is the key. */
import type { JoinRequest } from '../../shared/api.ts';
import { newPersonId, type OrgId } from '../../shared/ids.ts';
import { TIME } from '../../shared/limits.ts';
import type { Context } from './context.ts';
import { addBoards, personalIceberg } from './lay-boards.ts';
import { missingBoards } from './lay-missing.ts';
import { nameKeyOf } from './name-key.ts';
import { findLink, type OpenedLink } from './open-link.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { reckonOwed } from './owed.ts';
import type { CohortRecord, Member } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { hashSecret, newToken, seal } from './secrets.ts';

export interface Joined {
  readonly token: string;
  readonly member: Member;
  readonly cohort: CohortRecord;
  readonly root: Uint8Array | null;
  /** This person had a seat before. */
  readonly returning: boolean;
}

/** Durable, and on everybody's list of people, when resolved. Seat, session and boards come together, or none of them. */
export async function join(context: Context, request: JoinRequest): Promise<Outcome<Joined>> {
  const { registry } = context;
  const found = findLink(context, request);
  if (!found.ok) return found;
  const { role, cohort, root } = found.value;
  const organisation = role === 'participant' ? request.organisation : null;
  if (role === 'participant' && !registry.organisations.of(cohort.id).some(({ id }) => id === organisation))
    return refused('organisation-unknown', { field: 'organisation' });
  const token = newToken();
  const { member, returning, wasRemoved } = registry.transaction(() => {
    const seated = takeSeat(context, found.value, request.name, organisation);
    openSession(context, seated.member, token, root);
    if (cohort.boardPer === 'person') ensureOwnBoard(context, seated.member);
    if (registry.calls.at(cohort.id)?.status === 'running') addBoards(registry, missingBoards(context, cohort.id));
    // What they had shared with their team counts again.
    if (seated.wasRemoved && organisation !== null) registry.owed.growth.put(cohort.id, organisation, true);
    return seated;
  });
  await publishCohort(context, cohort.id);
  if (wasRemoved && organisation !== null) await reckonOwed(context, cohort.id, organisation);
  return done({ token, member, cohort, root, returning });
}

function takeSeat({ registry }: Context, { role, cohort }: OpenedLink, name: string, organisation: OrgId | null) {
  const nameKey = nameKeyOf(name);
  const seat = registry.people.inSeat({ cohort: cohort.id, role, organisation, nameKey });
  if (seat) {
    const { removed, ...member } = seat;
    if (removed) registry.people.setRemoved(member.id, false);
    // Somebody at a table who brings a device from now on writes for themselves.
    if (member.host !== null) registry.people.setHost(member.id, null);
    return { member: { ...member, host: null }, returning: true, wasRemoved: removed };
  }
  const member: Member = { id: newPersonId(), cohort: cohort.id, name, role, organisation, host: null };
  registry.people.add(member, nameKey);
  return { member, returning: false, wasRemoved: false };
}

function openSession({ registry, now }: Context, member: Member, token: string, root: Uint8Array | null): void {
  registry.sessions.add({
    id: newToken(),
    hash: hashSecret(token),
    person: member.id,
    expiresAt: now() + TIME.sessionMs,
    sealed: root && seal(root, token),
  });
}

/** In cohorts with a board for each person; two devices joining at once make one. */
function ensureOwnBoard({ registry, now }: Context, member: Member): void {
  const { organisation } = member;
  if (organisation === null) return;
  if (registry.boards.of(member.cohort).some((board) => board.person === member.id)) return;
  addBoards(registry, [personalIceberg(member.cohort, organisation, member.id, now())]);
}
