/** The organisations of a cohort, by facilitation: one more, another name, one less. */
import type { Organisation } from '../../shared/cohort/document.ts';
import { acronymOf } from '../../shared/cohort/initials.ts';
import { type CohortId, newOrgId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { type Attempt, keepAttempt, madeBefore } from './attempts.ts';
import type { Caller, Context } from './context.ts';
import { layBoards, ORGANISATION_KINDS, organisationBoard } from './lay-boards.ts';
import { teamBoards } from './lay-missing.ts';
import { nameKeyOf } from './name-key.ts';
import { done, type Outcome, type Refused, refused } from './outcome.ts';
import { giveOwedColumn } from './owed.ts';
import { publishCohort } from './publish-cohort.ts';
import { facilitatorOnly } from './rights.ts';

/** The organisation comes with its boards and a column of its own on the group iceberg, unless that is sorted by themes. */
export async function addOrganisation(
  context: Context,
  caller: Caller,
  id: CohortId,
  { name, attempt = null }: { readonly name: string; readonly attempt?: Attempt | null },
): Promise<Outcome<Organisation>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry, turns, now } = context;
  return turns(`organisations/${id}`, async () => {
    const existing = registry.organisations.of(id);
    const before = madeBefore(context, id, caller.member.id, attempt);
    if (!before.ok) return before;
    if (before.value) return as(existing.find((one) => one.id === before.value?.made));
    if (existing.length >= COUNT.organisations) return refused('too-many-organisations');
    const clash = clashWith(existing, name);
    if (clash) return clash;
    const organisation = newOrganisation(name, existing);
    const boards = ORGANISATION_KINDS.map((kind) => organisationBoard(id, kind, organisation.id, now()));
    const ofTheCall = registry.calls.at(id)?.status === 'running' ? teamBoards(id, organisation.id, now()) : [];
    layBoards(registry, [...boards, ...ofTheCall], () => {
      registry.organisations.add(id, organisation);
      registry.owed.columns.put(id, organisation.id, true);
      keepAttempt(context, id, caller.member.id, attempt, { made: organisation.id, root: null });
    });
    await giveOwedColumn(context, caller.cohort, organisation.id);
    await publishCohort(context, id);
    return done(organisation);
  });
}

/** It may have been removed since. */
const as = (organisation: Organisation | undefined): Outcome<Organisation> =>
  organisation ? done(organisation) : refused('organisation-unknown');

/** Everybody sees the new name at once, also on what was written before; reports that were kept of earlier calls stay as they are. */
export async function renameOrganisation(
  context: Context,
  caller: Caller,
  id: CohortId,
  { organisation, name }: { organisation: string; name: string },
): Promise<Outcome<Organisation>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { registry, turns } = context;
  return turns(`organisations/${id}`, async () => {
    const existing = registry.organisations.of(id);
    const before = existing.find((one) => one.id === organisation);
    if (!before) return refused('organisation-unknown');
    if (before.name === name) return done(before);
    const clash = clashWith(
      existing.filter((one) => one !== before),
      name,
    );
    if (clash) return clash;
    const renamed = { ...before, name, acronym: acronymOf(name) };
    registry.organisations.rename(id, renamed);
    await publishCohort(context, id);
    return done(renamed);
  });
}

function clashWith(others: readonly Organisation[], name: string): Refused | null {
  const key = nameKeyOf(name);
  return others.some((one) => nameKeyOf(one.name) === key) ? refused('organisation-exists', { field: 'name' }) : null;
}

const newOrganisation = (name: string, existing: readonly Organisation[]): Organisation => ({
  id: newOrgId(),
  name,
  acronym: acronymOf(name),
  order: existing.reduce((last, one) => Math.max(last, one.order + 1), 0),
  letIn: false,
});
