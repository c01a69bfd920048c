/**
 * Makes a cohort: its document, the group iceberg, the boards of each organisation, links and code. Boards come first
 * and the registry last, so after a crash in between nobody can see half a cohort.
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
import type { Context } from './context.ts';
import { giveOutAll } from './give-out.ts';
import { layBoard, ORGANISATION_KINDS, organisationBoard, personalIceberg } from './lay-boards.ts';
import { nameKeyOf } from './name-key.ts';
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
interface LaidBoard {
  readonly board: CohortBoard;
  readonly counts: AreaCounts;
}

/** Durable when resolved. */
export async function createCohort(context: Context, plan: CohortPlan): Promise<CreatedCohort> {
  const id = newCohortId();
  const now = context.now();
  const planned = plan.organisations.map(planOrganisation);
  const organisations = planned.map((one) => one.organisation);
  const group = await layBoard(
    context.rooms,
    { cohort: id, kind: 'group-iceberg', organisation: null, person: null, title: '', createdAt: now },
    (doc) => writeColumns({ doc, origin: null }, organisationColumns(organisations.map((one) => one.id))),
  );
  const laid = await Promise.all(planned.map((one) => layOrganisation(context, id, plan.meta, one, now)));
  const boards = [group, ...laid.flat().map(({ board }) => board)];
  const people = planned.flatMap(({ members }) => members.map((member) => ({ ...member, cohort: id })));
  const call = newCall(1, plan.agenda);
  const cohort: CohortRecord = { ...plan.meta, id, groupBoard: group.id, createdAt: now };
  await context.rooms.create(id, (doc) => {
    writeState(doc, { cohort, organisations, people, boards, ...EMPTY_CALL, call });
    for (const { board, counts } of laid.flat()) writeCounts(doc, board.id, counts);
  });
  return register(context, { cohort, organisations, people, boards, call });
}

function register(
  { registry }: Context,
  made: { cohort: CohortRecord; organisations: Organisation[]; people: Member[]; boards: CohortBoard[]; call: Call },
): CreatedCohort {
  const { cohort } = made;
  const root = newRoot();
  registry.transaction(() => {
    registry.cohorts.add(cohort);
    registry.calls.put(cohort.id, made.call);
    for (const organisation of made.organisations) registry.organisations.add(cohort.id, organisation);
    for (const member of made.people) registry.people.add(member, nameKeyOf(member.name));
    for (const board of made.boards) registry.boards.add(board);
    giveOutAll(registry, cohort.id, root);
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

async function layOrganisation(
  { rooms }: Context,
  cohort: CohortBoard['cohort'],
  meta: CohortMeta,
  { organisation, members, fill }: Planned,
  now: number,
): Promise<LaidBoard[]> {
  const shared = ORGANISATION_KINDS.map(async (kind): Promise<LaidBoard> => {
    let counts: AreaCounts = {};
    const board = await layBoard(rooms, organisationBoard(cohort, kind, organisation.id, now), (doc) => {
      const ids = members.map((member) => member.id);
      fill?.({ doc, origin: null }, kind, ids, now);
      counts = countAreas(doc);
    });
    return { board, counts };
  });
  const own = (meta.boardPer === 'person' ? members : []).map(async (member): Promise<LaidBoard> => {
    return { board: await layBoard(rooms, personalIceberg(cohort, organisation.id, member.id, now)), counts: {} };
  });
  return Promise.all([...shared, ...own]);
}
