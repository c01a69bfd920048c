/** Why a board is locked, and who can see it, in the words of the screen. */
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../client/app/board-names.ts';
import { whyLocked } from '../../../client/app/why-locked.ts';
import type { Me } from '../../../client/board/session.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { conduct } from '../../../shared/cohort/conduct.ts';
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { PeerGroup } from '../../../shared/cohort/rounds.ts';
import { newOrgId, newPersonId } from '../../../shared/ids.ts';
import { boardEntry, COHORT_META, EMPTY_COHORT } from '../../kit/cohort-facts.ts';

const casa = newOrgId();
const red = newOrgId();
const ana: Me = { id: newPersonId(), name: 'Ana', role: 'participant', organisation: casa };
const rosa: Me = { ...ana, id: newPersonId(), organisation: red };
const marisol: Me = { ...ana, id: newPersonId(), role: 'facilitator', organisation: null };
const viewer: Me = { ...marisol, role: 'viewer' };
const iceberg = boardEntry('iceberg', { organisation: casa });
const group = boardEntry('group-iceberg');
const feedback = boardEntry('feedback', { organisation: casa });
const cohortIn = (phase: string, change: Partial<Call> = {}, themesOpen = false): Cohort => ({
  ...EMPTY_COHORT,
  meta: { ...COHORT_META, themesOpen },
  organisations: [
    { id: casa, name: 'Casa', acronym: 'CA', order: 0, letIn: false },
    { id: red, name: 'Red', acronym: 'RE', order: 1, letIn: true },
  ],
  boards: [iceberg, group, feedback],
  call: { ...(conduct(newCall(), { do: 'go', phase }, 1000) ?? newCall()), ...change },
});
const peers: PeerGroup = { id: 'g1', organisations: [casa, red], round: null, done: false };
const at = (step: number): PeerGroup => ({
  ...peers,
  round: { presenter: 0, step, clock: { kind: 'paused', leftMs: 1 } },
});

describe('a lock', () => {
  it('is a pause, for who writes on the board', () => {
    const cohort = cohortIn('iceberg', { paused: [iceberg.id, group.id] });
    expect(whyLocked(iceberg, cohort, ana)).toBe('paused');
    expect(whyLocked(iceberg, cohort, rosa)).toBeNull();
    expect(whyLocked(group, cohort, marisol)).toBeNull();
    expect(whyLocked(iceberg, cohortIn('iceberg'), ana)).toBeNull();
  });

  it('is nothing of its own in silent reading, which the card tells', () => {
    const cohort = cohortIn('cluster', { reading: true, paused: [group.id] }, true);
    for (const one of [ana, marisol, viewer]) expect(whyLocked(group, cohort, one)).toBeNull();
    expect(whyLocked(group, { ...cohort, call: { ...cohort.call, reading: false } }, ana)).toBe('paused');
  });

  it('is listening, for who presents, while peers offer', () => {
    expect(whyLocked(feedback, cohortIn('peers', { groups: [at(2)] }), ana)).toBe('listening');
    expect(whyLocked(feedback, cohortIn('peers', { groups: [at(1)] }), ana)).toBeNull();
    expect(whyLocked(feedback, cohortIn('peers', { groups: [at(2)] }), rosa)).toBeNull();
    expect(whyLocked(feedback, cohortIn('peers', { groups: [at(0)] }), rosa)).toBeNull();
  });

  it('is none after the session: the card says that it is over', () => {
    expect(whyLocked(iceberg, cohortIn('iceberg', { status: 'closed', paused: [iceberg.id] }), ana)).toBeNull();
  });
});

describe('who can see a board', () => {
  const text = (board: BoardEntry, cohort: Cohort, me: Me): string =>
    audienceOf(board, cohort, me).text.split('.').at(-1) ?? '';
  const calm = cohortIn('iceberg');
  it.each<[string, BoardEntry, Cohort, Me]>([
    ['you', boardEntry('self-assessment', { organisation: casa }), calm, ana],
    ['team', iceberg, calm, ana],
    ['teamIn', boardEntry('iceberg', { organisation: red }), calm, rosa],
    ['you', boardEntry('iceberg', { organisation: red, person: rosa.id }), calm, rosa],
    ['team', boardEntry('growth', { organisation: red }), calm, rosa],
    ['theirTeam', boardEntry('iceberg', { organisation: red }), calm, marisol],
    ['everyone', group, calm, viewer],
    ['everyone', boardEntry('closing'), calm, ana],
    ['facilitation', boardEntry('panel'), calm, marisol],
    ['team', feedback, cohortIn('issue', { groups: [peers] }), ana],
    ['peers', feedback, cohortIn('peers', { groups: [peers] }), ana],
    ['peers', feedback, cohortIn('peers', { groups: [peers] }), rosa],
    ['theirPeers', feedback, cohortIn('peers', { groups: [peers] }), marisol],
    ['teamIn', feedback, cohortIn('peers'), ana],
  ])('is told: %s', (told, board, cohort, me) => {
    expect(text(board, cohort, me)).toBe(told);
  });
});
