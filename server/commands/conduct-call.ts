/** Facilitation conducts the call: every deed goes through here, one after the other, and is known to all when resolved. */
import type { CallRequest } from '../../shared/call-api.ts';
import { type Call, newCall, phaseNow } from '../../shared/cohort/call.ts';
import { conduct, type Deed } from '../../shared/cohort/conduct.ts';
import type { PeerGroup } from '../../shared/cohort/rounds.ts';
import type { CohortId, OrgId, PersonId } from '../../shared/ids.ts';
import { forgetAttempts } from './attempts.ts';
import { captureBoards, keepCaptured, nameOfCopy } from './automatic-copies.ts';
import type { Caller, Context } from './context.ts';
import { layBoards, type NewBoard } from './lay-boards.ts';
import { endPractice, missingBoards, missingPractice } from './lay-missing.ts';
import { leaveSession } from './new-session.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { settleOwed } from './owed.ts';
import type { AskedSession } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { reconsiderCohort } from './reconsider-cohort.ts';
import { facilitatorOnly } from './rights.ts';
import { noteBeginning } from './seen.ts';

export async function conductCall(
  context: Context,
  caller: Caller,
  id: CohortId,
  request: CallRequest,
): Promise<Outcome<Call>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const change = (call: Call, now: number): Call | null =>
    request.do === 'groups'
      ? withGroups(context, call, id, request.groups)
      : signed(call, conduct(call, request satisfies Deed, now), caller.member.id);
  return request.do === 'new-session'
    ? context.turns(`call/${id}`, () => beginSession(context, id, { deed: request, by: caller.member.id }))
    : changeCall(context, id, change);
}

/** Within the turn of the call: also what somebody asked for before the server died in the middle of it. */
const beginSession = (context: Context, id: CohortId, asked: AskedSession): Promise<Outcome<Call>> =>
  changeNow(
    context,
    id,
    (call, now) => signed(call, conduct(call, asked.deed, now), asked.by),
    (before) => nextSession(context, id, before, asked),
  );

/** What the last call left is kept under its own day before the cohort gets another one. */
async function nextSession(context: Context, id: CohortId, before: Call, asked: AskedSession): Promise<Outcome<Along>> {
  const { registry } = context;
  const cohort = registry.cohorts.at(id);
  if (!cohort) return refused('cohort-unknown');
  const left = await leaveSession(context, cohort, before, asked);
  if (!left.ok) return left;
  const { date, time } = asked.deed;
  const day = { ...(date !== undefined && { date }), ...(time !== undefined && { time }) };
  return done(() => {
    registry.issues.clear(id);
    registry.cohorts.change(id, day);
    registry.owed.session.clear(id);
  });
}

/** What is kept in the same moment as the call, or not at all. */
type Along = () => void;

/** Whoever sends people somewhere is named: their own panel stays. */
const signed = (before: Call, call: Call | null, by: PersonId): Call | null =>
  call === null || call.landing === before.landing ? call : { ...call, landing: { ...call.landing, by } };

/** One change of a cohort's call: kept, rights reconsidered, published. */
export const changeCall = (context: Context, id: CohortId, change: Change): Promise<Outcome<Call>> =>
  context.turns(`call/${id}`, () => changeNow(context, id, change));

/** Gives null for what cannot be done now, and the same call for what changes nothing. */
type Change = (call: Call, now: number) => Call | null;

/** Within the turn of the call. `leave` does what must be done before the call is another one. */
async function changeNow(
  context: Context,
  id: CohortId,
  change: Change,
  leave: (before: Call) => Promise<Outcome<Along>> | null = () => null,
): Promise<Outcome<Call>> {
  const { registry, now } = context;
  const before = registry.calls.at(id) ?? newCall();
  const call = change(before, now());
  if (call === null) return refused('not-now');
  if (call === before) return done(call);
  const left = await leave(before);
  if (left?.ok === false) return left;
  const captured = endsPhase(before, call) ? await captureBoards(context, id, before) : [];
  layBoards(registry, boardsFor(context, id, before, call), () => {
    left?.value();
    registry.calls.put(id, call);
    if (reopens(before, call)) stayIn(context, id, call);
    if (begins(before, call)) noteBeginning(context, id, call);
  });
  reconsiderCohort(context, id);
  await publishCohort(context, id);
  if (isPractice(before) && !isPractice(call)) await leavePractice(context, id);
  const cohort = registry.cohorts.at(id);
  if (cohort) void keepCaptured(context, id, captured, { name: nameOfCopy(cohort, call), by: '' });
  return done(call);
}

/** What was kept of a session for the next one is not all of it any more, and the next one is not wanted. */
function stayIn({ registry }: Context, id: CohortId, { session }: Call): void {
  registry.reports.remove(id, String(session));
  registry.owed.session.clear(id);
}

/** Boards that were in use get a copy then. */
const endsPhase = (before: Call, call: Call): boolean =>
  before.phase !== call.phase || (before.status === 'running' && call.status === 'closed');

const begins = (before: Call, call: Call): boolean => before.status === 'preparing' && call.status === 'running';

const reopens = (before: Call, call: Call): boolean =>
  before.status === 'closed' && call.status === 'running' && before.session === call.session;

/** Boards are there before anybody is sent to them: they come with the call, or neither does. */
const boardsFor = (context: Context, id: CohortId, before: Call, call: Call): NewBoard[] => [
  ...(begins(before, call) ? missingBoards(context, id) : []),
  ...(isPractice(call) ? missingPractice(context, id) : []),
];

/**
 * Makes up for what a crash or a full disk kept from happening after a change was kept: a new session that was
 * asked for is there, the practice board goes, the cohort's document says what the registry says, and boards get what they
 * are owed.
 */
export async function settleCall(context: Context, id: CohortId): Promise<void> {
  const { registry, turns } = context;
  await turns(`call/${id}`, async () => {
    const call = registry.calls.at(id) ?? newCall();
    const asked = registry.owed.session.of(id).get(String(call.session));
    if (asked) await beginSession(context, id, asked);
    if (!isPractice(call)) await endPractice(context, id);
    await publishCohort(context, id);
    await settleOwed(context, id);
    forgetAttempts(context, id);
  });
}

/** Everybody has been told where to go before the board goes. */
async function leavePractice(context: Context, id: CohortId): Promise<void> {
  await endPractice(context, id);
  await publishCohort(context, id);
}

const isPractice = (call: Call): boolean => call.status === 'running' && phaseNow(call)?.kind === 'welcome';

/** Each organisation in one group at most; a group that stays as it was keeps its round. */
function withGroups({ registry }: Context, call: Call, id: CohortId, wanted: readonly OrgId[][]): Call | null {
  const known = new Set(registry.organisations.of(id).map((one) => one.id));
  const named = wanted.flat();
  if (new Set(named).size !== named.length || named.some((one) => !known.has(one))) return null;
  const groups = wanted.map((organisations, i): PeerGroup => {
    const same = call.groups.find((group) => group.organisations.join() === organisations.join());
    return { id: `g${i + 1}`, organisations, round: same?.round ?? null, done: same?.done ?? false };
  });
  return { ...call, groups };
}
