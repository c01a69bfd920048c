/** A cohort with its people, whose facilitator conducts a call by the API. Knows no page and no board's contents. */
import { type CallRequest, callAnswer } from '../../shared/call-api.ts';
import type { Call } from '../../shared/cohort/call.ts';
import type { BoardId, CohortId, OrgId } from '../../shared/ids.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import { type Answer, boardOf, boardsOf, createCohort, join, ok, type Reachable } from './running-app.ts';

export interface Seated {
  readonly token: string;
  readonly person: { readonly id: string; readonly name: string };
}
export interface CallScene {
  readonly cohort: CohortId;
  readonly path: string;
  readonly links: Readonly<Record<'facilitation' | 'participation' | 'viewing', string>> & {
    readonly projection?: string;
  };
  readonly organisations: readonly OrgId[];
  readonly facilitator: Seated;
  /** One of each organisation, in their order. */
  readonly members: readonly Seated[];
  /** A deed that must succeed. */
  conduct(deed: CallRequest): Promise<Call>;
  ask(who: Seated, method: string, rest: string, body?: unknown): Promise<Answer>;
  /** The board of this kind that belongs to this person's organisation, to the person, or to all. */
  board(who: Seated, kind: BoardKind, organisation?: OrgId | null): Promise<BoardId>;
}

const NAMES = ['Ana', 'Luis', 'Mari', 'Noel'];

/** As many organisations as are asked for, up to four, each with one person. */
export async function callScene(app: Reachable, organisations = 2): Promise<CallScene> {
  const made = await createCohort(app, { organisations: NAMES.slice(0, organisations).map((name) => `Casa ${name}`) });
  const orgs = made.cohort.organisations.map(({ id }) => id);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const members: Seated[] = [];
  for (const [i, org] of orgs.entries()) {
    members.push(await join(app, made.links.participation, NAMES[i] ?? '', org));
  }
  const path = `/api/cohorts/${made.cohort.id}`;
  return {
    cohort: made.cohort.id,
    path,
    links: made.links,
    organisations: orgs,
    facilitator,
    members,
    conduct: async (body) =>
      ok(await app.ask('POST', `${path}/call`, { token: facilitator.token, body }), callAnswer).call,
    ask: (who, method, rest, body) =>
      app.ask(method, path + rest, { token: who.token, ...(body === undefined ? {} : { body }) }),
    board: (who, kind, organisation = null) =>
      kind === 'self-assessment' ? ownBoard(app, who) : boardOf(app, who.token, kind, organisation),
  };
}

async function ownBoard(app: Reachable, { token, person }: Seated): Promise<BoardId> {
  const found = (await boardsOf(app, token)).find((one) => one.kind === 'self-assessment' && one.person === person.id);
  if (!found) throw new Error('no self-assessment');
  return found.id;
}

/** The organisation at this place of the list; throws when there is none. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
