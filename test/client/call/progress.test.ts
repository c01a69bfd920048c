/** What a whole room may know of how far everybody is. */
import { expect, it } from 'vitest';
import { progressOf } from '../../../client/call/room/progress.ts';
import { newCall } from '../../../shared/cohort/call.ts';
import type { AreaCounts, BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import type { PeerGroup } from '../../../shared/cohort/rounds.ts';
import { type BoardId, newBoardId, newOrgId } from '../../../shared/ids.ts';
import { boardEntry, EMPTY_COHORT } from '../../kit/cohort-facts.ts';

const [casa, red] = [newOrgId(), newOrgId()];
const [first, second, copy, group] = [newBoardId(), newBoardId(), newBoardId(), newBoardId()];
const entry = (id: BoardId, change: Partial<BoardEntry> = {}): BoardEntry =>
  boardEntry('iceberg', { id, organisation: casa, ...change });
const peers = (id: string, done: boolean): PeerGroup => ({ id, organisations: [casa, red], round: null, done });
const cohort: Cohort = {
  ...EMPTY_COHORT,
  organisations: [casa, red].map((id, order) => ({ id, name: '', acronym: '', order, letIn: false })),
  boards: [
    entry(first),
    entry(second, { organisation: red }),
    entry(copy, { title: 'Copia' }),
    entry(group, { kind: 'group-iceberg', organisation: null }),
  ],
  counts: new Map<BoardId, AreaCounts>([
    [first, { results: 3, patterns: 2 }],
    [second, { beliefs: 4 }],
    [copy, { results: 50 }],
    [group, { results: 7 }],
  ]),
  gallery: [{ organisation: casa, parts: {}, at: 1 }],
  issues: [
    { organisation: casa, title: 'Relevo', theme: null, at: 1 },
    { organisation: red, title: 'Fondos', theme: null, at: 1 },
  ],
  progress: { answered: 31, of: 43 },
};
const progressIn = (phase: string | null, change: Partial<Cohort> = {}) =>
  progressOf({ ...cohort, ...change, call: { ...newCall(), groups: [peers('a', true), peers('b', false)], phase } });

it.each([
  ['self', { done: 31, count: 43 }],
  ['iceberg', { count: 9 }],
  ['cluster', { count: 7 }],
  ['value', { done: 1, count: 2 }],
  ['issue', { done: 2, count: 2 }],
  ['peers', { done: 1, count: 2 }],
] as const)('is numbers in %s', (phase, values) => {
  expect(progressIn(phase)?.values).toEqual(values);
});

it('is nothing where there is nothing to count', () => {
  for (const phase of ['break1', 'close', null]) expect(progressIn(phase)).toBeNull();
  expect(progressIn('self', { progress: { answered: 0, of: 0 } })).toBeNull();
});
