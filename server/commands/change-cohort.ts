/** Changes of a cohort by facilitation: its name and day, who may group themes, its organisations; and its end. */
import type { ChangeCohortRequest } from '../../shared/api.ts';
import type { Organisation } from '../../shared/cohort/document.ts';
import { acronymOf } from '../../shared/cohort/initials.ts';
import { type CohortId, newOrgId, type OrgId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { ensureColumn } from '../../shared/synthesis/columns.ts';
import type { Caller, Context } from './context.ts';
import { layBoards, ORGANISATION_KINDS, organisationBoard } from './lay-boards.ts';
import { layMissing } from './lay-missing.ts';
import { nameKeyOf } from './name-key.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortRecord, Registry } from './ports.ts';
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

/** The organisation comes with its boards and a column of its own on the group iceberg, unless that is sorted by themes. */
export async function addOrganisation(
  context: Context,
  caller: Caller,
  id: CohortId,
  name: string,
): Promise<Outcome<Organisation>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry, rooms, turns, now } = context;
  return turns(`organisations/${id}`, async () => {
    const existing = registry.organisations.of(id);
    const clash = clashWith(existing, name);
    if (clash) return clash;
    const organisation = newOrganisation(name, existing);
    const boards = ORGANISATION_KINDS.map((kind) => organisationBoard(id, kind, organisation.id, now()));
    layBoards(registry, boards, () => registry.organisations.add(id, organisation));
    await rooms.change(caller.cohort.groupBoard, (doc) => giveColumn({ doc, origin: null }, organisation.id));
    if (registry.calls.at(id)?.status === 'running') layMissing(context, id);
    await publishCohort(context, id);
    return done(organisation);
  });
}

function clashWith(existing: ReturnType<Registry['organisations']['of']>, name: string) {
  if (existing.length >= COUNT.organisations) return refused('too-many-organisations');
  const key = nameKeyOf(name);
  return existing.some((one) => nameKeyOf(one.name) === key) ? refused('organisation-exists', { field: 'name' }) : null;
}

const newOrganisation = (name: string, existing: readonly Organisation[]): Organisation => ({
  id: newOrgId(),
  name,
  acronym: acronymOf(name),
  order: existing.reduce((last, one) => Math.max(last, one.order + 1), 0),
  letIn: false,
});

function giveColumn(group: Parameters<typeof ensureColumn>[0], organisation: OrgId): void {
  ensureColumn(group, 'organisation', organisation);
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
