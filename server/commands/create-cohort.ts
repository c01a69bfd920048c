/**
 * Makes a cohort: its document, the group iceberg, the boards of each organisation, links and code. All of it is written
 * in one transaction, so a full disk or a crash leaves nothing of a cohort that was not made.
 */
import type { Writer } from '../../shared/board/document.ts';
import type { PresetId } from '../../shared/cohort/agenda.ts';
import { type Call, newCall } from '../../shared/cohort/call.ts';
import {
  type AreaCounts,
  type CohortMeta,
  type Organisation,
  type Person,
  writeCounts,
} from '../../shared/cohort/document.ts';
import { acronymOf } from '../../shared/cohort/initials.ts';
import { newCohortId, newOrgId, newPersonId, type PersonId } from '../../shared/ids.ts';
import { organisationColumns, writeColumns } from '../../shared/synthesis/columns.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import { secretsNow } from './answers.ts';
import { type Attempt, cohortIdOf, keepAttempt, madeBefore, rootOf } from './attempts.ts';
import type { Context } from './context.ts';
import { giveOutAll } from './give-out.ts';
import {
  type FreshBoard,
  firstUpdate,
  freshBoard,
  ORGANISATION_KINDS,
  organisationBoard,
  personalIceberg,
} from './lay-boards.ts';
import { nameKeyOf } from './name-key.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord, Member } from './ports.ts';
import { EMPTY_CALL, writeState } from './publish-cohort.ts';
import { type CohortSecrets, newRoot } from './secrets.ts';

/** An organisation as it shall be from the start. */
export interface OrganisationPlan {
  readonly name: string;
  readonly acronym?: string;
  readonly letIn: boolean;
  /** People who have a seat before they come. */
  readonly people: readonly string[];
  /** Puts the first notes on one of its boards. `people` are in the order of the plan. */
  readonly fill?: (board: Writer, kind: 'iceberg' | 'value', people: readonly PersonId[], now: number) => void;
}
export interface CohortPlan {
  readonly agenda?: PresetId;
  readonly meta: CohortMeta;
  readonly organisations: readonly OrganisationPlan[];
}
export interface CreatedCohort {
  readonly cohort: CohortRecord;
  readonly handedOut: CohortSecrets;
}

interface Planned extends OrganisationPlan {
  readonly organisation: Organisation;
  readonly members: readonly Person[];
}
interface CountedBoard extends FreshBoard {
  readonly counts: AreaCounts;
}

type Kept = Pick<Context, 'registry' | 'now'>;

/** The cohort an attempt made, with the links that work now; null where it has made none. */
export function createdBefore(context: Kept, attempt: Attempt | null): Outcome<CreatedCohort | null> {
  const { registry } = context;
  const cohort = attempt && registry.cohorts.at(cohortIdOf(registry.serverKey, attempt));
  if (!cohort) return done(null);
  const made = madeBefore(context, cohort.id, null, attempt);
  if (!made.ok) return made;
  const root = made.value && rootOf(made.value, attempt);
  // What was kept of it is gone: it is older than a day.
  return root ? done({ cohort, handedOut: secretsNow(registry, cohort.id, root) }) : refused('key-reused');
}

/** Durable when it returns. An attempt must not have made one before. */
export function createCohort(context: Kept, plan: CohortPlan, attempt: Attempt | null = null): CreatedCohort {
  const id = attempt ? cohortIdOf(context.registry.serverKey, attempt) : newCohortId();
  const now = context.now();
  const planned = plan.organisations.map(planOrganisation);
  const organisations = planned.map((one) => one.organisation);
  const group = freshBoard(
    { cohort: id, kind: 'group-iceberg', organisation: null, person: null, title: '', createdAt: now },
    (doc) => writeColumns({ doc, origin: null }, organisationColumns(organisations.map((one) => one.id))),
  );
  const own = planned.flatMap((one) => boardsOfOrganisation(id, plan.meta, one, now));
  const boards = [group, ...own];
  const people = planned.flatMap(({ members }) => members.map((member) => ({ ...member, cohort: id })));
  const call = newCall(1, plan.agenda);
  const cohort: CohortRecord = { ...plan.meta, id, groupBoard: group.board.id, createdAt: now };
  const first = firstUpdate((doc) => {
    writeState(doc, { cohort, organisations, people, boards: boards.map(({ board }) => board), ...EMPTY_CALL, call });
    for (const { board, counts } of own) writeCounts(doc, board.id, counts);
  });
  return register(context, { cohort, first, organisations, people, boards, call, attempt });
}

interface Made {
  readonly cohort: CohortRecord;
  readonly first: Uint8Array;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Member[];
  readonly boards: readonly FreshBoard[];
  readonly call: Call;
  readonly attempt: Attempt | null;
}

function register(context: Kept, { cohort, first, organisations, people, boards, call, attempt }: Made): CreatedCohort {
  const { registry } = context;
  const root = newRoot();
  registry.transaction(() => {
    registry.cohorts.add(cohort, first);
    registry.calls.put(cohort.id, call);
    for (const organisation of organisations) registry.organisations.add(cohort.id, organisation);
    for (const member of people) registry.people.add(member, nameKeyOf(member.name));
    for (const { board, first } of boards) registry.boards.add(board, first);
    giveOutAll(registry, cohort.id, root);
    keepAttempt(context, cohort.id, null, attempt, { made: '', root });
  });
  return { cohort, handedOut: secretsNow(registry, cohort.id, root) };
}

function planOrganisation(plan: OrganisationPlan, order: number): Planned {
  const id = newOrgId();
  return {
    ...plan,
    organisation: { id, name: plan.name, acronym: plan.acronym ?? acronymOf(plan.name), order, letIn: plan.letIn },
    members: plan.people.map((name) => ({
      id: newPersonId(),
      name,
      role: 'participant',
      organisation: id,
      host: null,
    })),
  };
}

function boardsOfOrganisation(
  cohort: CohortBoard['cohort'],
  meta: CohortMeta,
  { organisation, members, fill }: Planned,
  now: number,
): CountedBoard[] {
  const shared = ORGANISATION_KINDS.map((kind): CountedBoard => {
    let counts: AreaCounts = {};
    const fresh = freshBoard(organisationBoard(cohort, kind, organisation.id, now), (doc) => {
      const ids = members.map((member) => member.id);
      fill?.({ doc, origin: null }, kind, ids, now);
      counts = countAreas(doc);
    });
    return { ...fresh, counts };
  });
  const own = (meta.boardPer === 'person' ? members : []).map(
    (member): CountedBoard => ({ ...freshBoard(personalIceberg(cohort, organisation.id, member.id, now)), counts: {} }),
  );
  return [...shared, ...own];
}
