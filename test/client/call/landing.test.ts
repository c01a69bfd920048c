/** Where a phase takes each role, and who is taken there without asking. */
import { describe, expect, it } from 'vitest';
import type { Me } from '../../../client/board/session.ts';
import { isBusy } from '../../../client/call/hand-moves.ts';
import {
  type Arrival,
  decide,
  landingKey,
  placeAfter,
  placeOfLanding,
  placeOfPhase,
} from '../../../client/call/landing.ts';
import type { PhaseKind } from '../../../shared/cohort/agenda.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { conduct } from '../../../shared/cohort/conduct.ts';
import { BEFORE_THE_CALL, type BoardEntry, type Cohort } from '../../../shared/cohort/document.ts';
import type { Role } from '../../../shared/cohort/roles.ts';
import { type PeerGroup, turnRound } from '../../../shared/cohort/rounds.ts';
import { type BoardId, newOrgId, newPersonId, type OrgId } from '../../../shared/ids.ts';
import { BOARD_KINDS, type BoardKind } from '../../../shared/template/kinds.ts';
import { boardEntry, COHORT_META } from '../../kit/cohort-facts.ts';

const casa = newOrgId();
const red = newOrgId();
const me = (role: Role, organisation: OrgId | null = null): Me => ({
  id: newPersonId(),
  name: 'Ana',
  role,
  organisation,
});
const ana = me('participant', casa);
const SHARED: readonly BoardKind[] = ['practice', 'group-iceberg', 'closing', 'panel'];

const boards: readonly BoardEntry[] = [
  boardEntry('iceberg', { organisation: casa, title: 'Copia' }),
  ...BOARD_KINDS.flatMap((kind) =>
    SHARED.includes(kind)
      ? [boardEntry(kind)]
      : kind === 'self-assessment'
        ? [boardEntry(kind, { organisation: casa, person: ana.id })]
        : [boardEntry(kind, { organisation: casa }), boardEntry(kind, { organisation: red })],
  ),
];
const board = (kind: BoardKind, organisation: OrgId | null = null): BoardId => {
  const found = boards.find((one) => one.kind === kind && one.organisation === organisation && one.title === '');
  if (!found) throw new Error(`no ${kind}`);
  return found.id;
};
const cohortIn = (call: Call, more: readonly BoardEntry[] = []): Cohort => ({
  ...BEFORE_THE_CALL,
  meta: COHORT_META,
  organisations: [],
  people: [],
  boards: [...boards, ...more],
  counts: new Map(),
  call,
});
function callIn(phase: string, change: Partial<Call> = {}): Call {
  const call = conduct(newCall(), { do: 'go', phase }, 1000);
  if (!call) throw new Error(`no phase ${phase}`);
  return { ...call, ...change };
}
const placeIn = (phase: string, who: Me): BoardId | 'panel' | null => placeOfPhase(cohortIn(callIn(phase)), who);

describe('the place of a phase', () => {
  it.each<[PhaseKind | 'break1', BoardKind | null, OrgId | null]>([
    ['welcome', 'practice', null],
    ['self', 'self-assessment', casa],
    ['iceberg', 'iceberg', casa],
    ['break1', null, null],
    ['transfer', 'iceberg', casa],
    ['cluster', 'group-iceberg', null],
    ['value', 'value', casa],
    ['issue', 'feedback', casa],
    ['peers', 'feedback', casa],
    ['close', 'closing', null],
  ])('of a participant in %s is %s', (phase, kind, organisation) => {
    expect(placeIn(phase, ana)).toBe(kind && board(kind, organisation));
  });

  it.each([
    ['welcome', 'practice', 'practice'],
    ['self', 'panel', null],
    ['iceberg', 'panel', null],
    ['break1', null, null],
    ['transfer', 'group-iceberg', 'group-iceberg'],
    ['cluster', 'group-iceberg', 'group-iceberg'],
    ['value', 'panel', null],
    ['peers', 'panel', null],
    ['close', 'closing', 'closing'],
  ] as const)('in %s is %s for facilitation and %s for who watches', (phase, forFacilitation, forWatchers) => {
    const place = forFacilitation === 'panel' || forFacilitation === null ? forFacilitation : board(forFacilitation);
    expect(placeIn(phase, me('facilitator'))).toBe(place);
    for (const role of ['viewer', 'projector'] as const)
      expect(placeIn(phase, me(role))).toBe(forWatchers && board(forWatchers));
  });

  it('is the own board where boards are personal', () => {
    const mine = boardEntry('iceberg', { organisation: casa, person: ana.id });
    expect(placeOfPhase(cohortIn(callIn('iceberg'), [mine]), ana)).toBe(mine.id);
  });

  it('is nowhere before the call and after it', () => {
    expect(placeOfPhase(cohortIn(newCall()), ana)).toBeNull();
    expect(placeOfPhase(cohortIn(callIn('iceberg', { status: 'closed' })), ana)).toBeNull();
  });
});

describe('rounds', () => {
  const group: PeerGroup = { id: 'g1', organisations: [red, casa], round: null, done: false };
  const first = turnRound(group, { do: 'start' }, 1000);
  const second = [1, 2, 3, 4, 5].reduce((one) => turnRound(one, { do: 'next' }, 1000), first);
  const withGroup = (one: PeerGroup): Cohort => cohortIn(callIn('peers', { groups: [one] }));

  it('take a group to the board of who presents', () => {
    expect(placeOfPhase(withGroup(group), ana)).toBe(board('feedback', casa));
    expect(placeOfPhase(withGroup(first), ana)).toBe(board('feedback', red));
    expect(placeOfPhase(withGroup(second), ana)).toBe(board('feedback', casa));
  });

  it('call again when the next one presents, not at each step', () => {
    const step = turnRound(first, { do: 'next' }, 1000);
    expect(landingKey(withGroup(step), ana)).toBe(landingKey(withGroup(first), ana));
    expect(landingKey(withGroup(second), ana)).not.toBe(landingKey(withGroup(first), ana));
    expect(landingKey(withGroup(second), me('facilitator'))).toBe(landingKey(withGroup(first), me('facilitator')));
  });

  it('go on from a gathering', () => {
    const call = { ...callIn('peers', { groups: [second] }), landing: { at: 2000, board: board('closing') } };
    const cohort = cohortIn(call);
    expect(placeOfLanding(cohort, ana)).toBe(board('closing'));
    expect(placeAfter(cohort, ana, `2000/${red}`)).toBe(board('feedback', casa));
    expect(placeAfter(cohort, ana, `1000/${red}`)).toBe(board('closing'));
  });
});

describe('a gathering', () => {
  it('takes along only who may see the board', () => {
    const cohort = cohortIn({ ...callIn('iceberg'), landing: { at: 2000, board: board('iceberg', casa) } });
    expect(placeOfLanding(cohort, ana)).toBe(board('iceberg', casa));
    expect(placeOfLanding(cohort, me('participant', red))).toBeNull();
    expect(placeOfLanding(cohort, me('viewer'))).toBeNull();
  });
});

describe('going', () => {
  const arrival: Arrival = {
    answered: '1/',
    key: '2/',
    place: board('closing'),
    here: board('practice'),
    isHereGone: false,
    hasJoined: false,
    isBusy: false,
  };
  it.each<[string, Partial<Arrival>, 'go' | 'offer' | 'stay']>([
    ['the call moved on', {}, 'go'],
    ['somebody is at something', { isBusy: true }, 'offer'],
    ['this was answered, for instance before a reload', { answered: '2/' }, 'stay'],
    ['this tab saw no call before', { answered: null }, 'stay'],
    ['somebody joins late', { answered: null, hasJoined: true }, 'go'],
    ['somebody joins late and types', { answered: null, hasJoined: true, isBusy: true }, 'go'],
    ['there is nowhere to go', { place: null }, 'stay'],
    ['this is the place', { here: board('closing') }, 'stay'],
    ['the board is gone, whatever one is at', { answered: '2/', isHereGone: true, isBusy: true }, 'go'],
  ])('when %s', (_, change, decision) => {
    expect(decide({ ...arrival, ...change })).toBe(decision);
  });

  it('waits for who moved or wrote less than 20 seconds ago', () => {
    const never = Number.NEGATIVE_INFINITY;
    expect(isBusy({ movedAt: 1000, typedAt: never }, false, 20_999)).toBe(true);
    expect(isBusy({ movedAt: 1000, typedAt: never }, false, 21_000)).toBe(false);
    expect(isBusy({ movedAt: never, typedAt: 1000 }, true, 20_999)).toBe(true);
    expect(isBusy({ movedAt: never, typedAt: 1000 }, false, 2000)).toBe(false);
  });
});
