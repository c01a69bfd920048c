/** Who sees what in the dock: counts for those entitled and for facilitation, nothing for the others. */
import { expect, it } from 'vitest';
import type { Me } from '../../../client/board/session.ts';
import { dockEntries } from '../../../client/panels/dock-entries.ts';
import { BEFORE_THE_CALL, type Cohort } from '../../../shared/cohort/document.ts';
import type { BoardId, OrgId, PersonId } from '../../../shared/ids.ts';
import { COHORT_META } from '../../kit/cohort-facts.ts';

const org = (id: string, order: number, letIn = false) => ({
  id: id as OrgId,
  name: `Org ${id}`,
  acronym: id,
  order,
  letIn,
});
const iceberg = (id: string, organisation: string) => ({
  id: id as BoardId,
  kind: 'iceberg' as const,
  organisation: organisation as OrgId,
  person: null,
  title: '',
  createdAt: 0,
});
const cohort: Cohort = {
  meta: COHORT_META,
  organisations: [org('rios', 0), org('ty', 1), org('mesa', 2, true)],
  people: [],
  boards: [iceberg('b1', 'ty'), iceberg('b2', 'rios'), iceberg('b3', 'mesa'), { ...iceberg('v', 'ty'), kind: 'value' }],
  counts: new Map([['b1' as BoardId, { results: 3 }]]),
  ...BEFORE_THE_CALL,
};
const me = (role: Me['role'], organisation: string | null): Me => ({
  id: 'p' as PersonId,
  name: 'P',
  role,
  organisation: organisation as OrgId | null,
});
const seen = (who: Me) => dockEntries(cohort, who).map(({ board, right, counts }) => [board.id, right, counts]);

it('puts the own board first and keeps the counts of the others from participants', () => {
  expect(seen(me('participant', 'ty'))).toEqual([
    ['b1', 'write', { results: 3 }],
    ['b2', 'none', null],
    ['b3', 'none', null],
  ]);
});

it('gives facilitation all counts, and the boards of those that let it in', () => {
  expect(seen(me('facilitator', null))).toEqual([
    ['b3', 'write', {}],
    ['b2', 'none', {}],
    ['b1', 'none', { results: 3 }],
  ]);
});

it('gives viewers names only', () => {
  expect(seen(me('viewer', null)).map(([, right, counts]) => [right, counts])).toEqual([
    ['none', null],
    ['none', null],
    ['none', null],
  ]);
});
