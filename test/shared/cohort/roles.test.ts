import { describe, expect, test } from 'vitest';
import { newCall } from '../../../shared/cohort/call.ts';
import {
  type Asker,
  type BoardOwner,
  NO_CALL,
  type Openness,
  type Right,
  rightFor,
} from '../../../shared/cohort/roles.ts';
import { STEP_IDS, type StepId } from '../../../shared/cohort/rounds.ts';
import type { BoardId, OrgId, PersonId } from '../../../shared/ids.ts';
import { BOARD_KINDS, type BoardKind } from '../../../shared/template/kinds.ts';

const org = (name: string) => name as OrgId;
const asker = (role: Asker['role'], organisation: string | null, person = 'p'): Asker => ({
  person: person as PersonId,
  role,
  organisation: organisation === null ? null : org(organisation),
});
const FACILITATOR = asker('facilitator', null);
const OWN = asker('participant', 'casa');
const OTHER = asker('participant', 'red');
const board = (kind: BoardKind, organisation: string | null = 'casa', person: string | null = null): BoardOwner => ({
  id: `${kind}-1` as BoardId,
  kind,
  organisation: organisation === null ? null : org(organisation),
  person: person as PersonId | null,
});
const open = (call: Partial<Openness['call']> = {}, more: Partial<Openness> = {}): Openness => ({
  themesOpen: false,
  letIn: () => false,
  call: { ...NO_CALL, ...call },
  ...more,
});
const inPhase = (phase: string, more: Partial<Openness['call']> = {}) => open({ status: 'running', phase, ...more });
const rights = (who: readonly Asker[], where: BoardOwner, how: Openness): Right[] =>
  who.map((one) => rightFor(one, where, how));

test('a viewer and a projector never write, whatever the board and the phase', () => {
  for (const kind of BOARD_KINDS)
    for (const { id } of newCall().agenda)
      for (const role of ['viewer', 'projector'] as const)
        for (const organisation of ['casa', null])
          expect(rightFor(asker(role, null), board(kind, organisation), inPhase(id))).not.toBe('write');
});

test('facilitation is kept out of private boards until it is let in, and of personal answers for ever', () => {
  const guest = open({}, { letIn: () => true });
  expect(rights([FACILITATOR], board('iceberg'), open())).toEqual(['none']);
  expect(rights([FACILITATOR], board('iceberg'), guest)).toEqual(['write']);
  for (const kind of ['self-assessment', 'growth'] as const)
    expect(rights([FACILITATOR], board(kind, 'casa', 'p'), guest)).toEqual(['none']);
});

test('what a team asks for opens nothing that belongs to one person of it', () => {
  const guest = open({}, { letIn: () => true });
  const hers = board('iceberg', 'casa', 'p');
  expect(rights([FACILITATOR, OWN, asker('participant', 'casa', 'q')], hers, guest)).toEqual(['none', 'write', 'none']);
  for (const kind of BOARD_KINDS)
    expect(rights([FACILITATOR], board(kind, 'casa', 'p'), guest)).toEqual(
      rights([FACILITATOR], board(kind, 'casa', 'p'), open()),
    );
});

test('answers are of one person: no teammate opens them', () => {
  const answers = board('self-assessment', 'casa', 'p');
  expect(rights([OWN, asker('participant', 'casa', 'q'), OTHER], answers, open())).toEqual(['write', 'none', 'none']);
});

test('silent reading takes everybody the hand off the group iceberg, facilitation too', () => {
  const group = board('group-iceberg', null);
  const openness = open({ reading: true }, { themesOpen: true });
  expect(rights([FACILITATOR, OWN], group, openness)).toEqual(['read', 'read']);
  expect(rights([FACILITATOR, OWN], group, open({}, { themesOpen: true }))).toEqual(['write', 'write']);
});

test('a paused board is read by its writers and written by facilitation that was let in', () => {
  const iceberg = board('iceberg');
  const openness = open({ paused: [iceberg.id] }, { letIn: () => true });
  expect(rights([OWN, FACILITATOR], iceberg, openness)).toEqual(['read', 'write']);
});

test('a closed call is read-only for everybody', () => {
  for (const kind of BOARD_KINDS)
    for (const one of [FACILITATOR, OWN, OTHER])
      expect(rightFor(one, board(kind, null), open({ status: 'closed', phase: 'close' }))).not.toBe('write');
});

test('the closing is written in its phase and read otherwise', () => {
  const closing = board('closing', null);
  expect(rights([FACILITATOR, OWN], closing, inPhase('close'))).toEqual(['write', 'write']);
  expect(rights([FACILITATOR, OWN], closing, inPhase('peers'))).toEqual(['read', 'read']);
});

describe('peers', () => {
  const feedback = board('feedback');
  const at = (step: StepId, presenter = 0, organisations = [org('casa'), org('red')]) =>
    inPhase('peers', {
      groups: [
        {
          id: 'g1',
          organisations,
          round: { presenter, step: STEP_IDS.indexOf(step), clock: { kind: 'paused', leftMs: 0 } },
          done: false,
        },
      ],
    });

  test('write while it is their turn, and the presenter listens while they offer', () => {
    expect(STEP_IDS.map((step) => rights([OWN, OTHER], feedback, at(step)).join())).toEqual([
      'write,read',
      'write,write',
      'read,write',
      'write,write',
      'write,read',
    ]);
  });

  test('read the others’ boards only in their phase and only in their group', () => {
    expect(rights([OTHER], feedback, at('offer', 1))).toEqual(['read']);
    expect(rights([OTHER], feedback, at('offer', 0, [org('casa'), org('mar')]))).toEqual(['none']);
    expect(rights([OTHER], feedback, inPhase('issue', { groups: at('offer').call.groups }))).toEqual(['none']);
  });

  test('facilitation reads, and writes when it is let in', () => {
    expect(rights([FACILITATOR], feedback, at('offer'))).toEqual(['read']);
    expect(rights([FACILITATOR], feedback, { ...at('offer'), letIn: () => true })).toEqual(['write']);
    expect(rights([FACILITATOR], feedback, inPhase('issue'))).toEqual(['none']);
  });
});

describe('a door that opens opens that board alone', () => {
  const shared: readonly BoardKind[] = ['practice', 'group-iceberg', 'closing', 'panel'];
  /** A board as there is one: those of all are of no organisation. */
  const there = (kind: BoardKind): BoardOwner => board(kind, shared.includes(kind) ? null : 'casa');
  const everybody = [FACILITATOR, OWN, OTHER, asker('viewer', null), asker('projector', null)];
  const presenting = (step: StepId, phase: string | null = 'peers') =>
    open({
      status: 'running',
      phase,
      groups: [
        { id: 'g1', organisations: [org('mar'), org('sol')], round: null, done: false },
        {
          id: 'g2',
          organisations: [org('casa'), org('red')],
          round: { presenter: 0, step: STEP_IDS.indexOf(step), clock: { kind: 'paused', leftMs: 0 } },
          done: false,
        },
      ],
    });

  test('facilitation that was let in everywhere is facilitation on boards of all', () => {
    for (const kind of shared)
      expect(rights([FACILITATOR], board(kind, null), open({}, { letIn: () => true }))).toEqual(
        rights([FACILITATOR], board(kind, null), open()),
      );
  });

  test('somebody of no organisation is one of all on boards of all, and nobody on those of organisations', () => {
    const alone = asker('participant', null);
    for (const kind of shared)
      expect(rights([alone], board(kind, null), open())).toEqual(rights([OWN], board(kind, null), open()));
    for (const kind of BOARD_KINDS.filter((one) => !shared.includes(one)))
      expect(rights([alone], board(kind), open())).toEqual(['none']);
  });

  test('themes for everybody are for participants, on the group iceberg', () => {
    const themes = open({}, { themesOpen: true });
    expect(rights(everybody, there('group-iceberg'), themes)).toEqual(['write', 'write', 'write', 'read', 'read']);
    expect(rights(everybody, there('group-iceberg'), open())).toEqual(['write', 'read', 'read', 'read', 'read']);
    for (const kind of BOARD_KINDS.filter((one) => one !== 'group-iceberg'))
      expect(rights(everybody, there(kind), themes)).toEqual(rights(everybody, there(kind), open()));
  });

  test('whose turn it is changes feedback alone', () => {
    for (const step of STEP_IDS)
      for (const kind of BOARD_KINDS.filter((one) => one !== 'feedback'))
        expect(rights(everybody, there(kind), presenting(step)), kind).toEqual(
          rights(everybody, there(kind), inPhase('peers')),
        );
  });

  test('the presenter listens in the phase of peers alone, whatever other groups do', () => {
    expect(rights([OWN, OTHER], board('feedback'), presenting('offer'))).toEqual(['read', 'write']);
    expect(rights([asker('participant', 'sol')], board('feedback'), presenting('offer'))).toEqual(['none']);
    for (const phase of ['issue', 'close', null])
      expect(rights([OWN, OTHER], board('feedback'), presenting('offer', phase))).toEqual(['write', 'none']);
  });

  test('silent reading and the end of the call take writing away, and open nothing', () => {
    for (const kind of BOARD_KINDS) {
      const before = rights(everybody, there(kind), open());
      expect(rights(everybody, there(kind), open({ status: 'closed' }))).toEqual(
        before.map((right) => (right === 'write' ? 'read' : right)),
      );
      if (kind !== 'group-iceberg') expect(rights(everybody, there(kind), open({ reading: true }))).toEqual(before);
    }
  });
});
