/** What the panel counts, and whom it names. */
import { describe, expect, it } from 'vitest';
import {
  boardToVisit,
  byGroup,
  handsUp,
  lateLayer,
  layerOfNow,
  notesOf,
  peopleOf,
  SILENCE_MS,
  silentOrganisations,
  sum,
  withoutNote,
} from '../../../client/call/panel/overview.ts';
import { phaseNow } from '../../../shared/cohort/call.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { attending, boardId, inPhase, org, person, twelve } from './panel-facts.ts';

const phaseOf = (phase: string) => phaseNow(twelve(inPhase(phase, 5)).call);

it('adds up the boards of an organisation, layer by layer or zone by zone', () => {
  const cohort = twelve(inPhase('iceberg', 5));
  expect(notesOf(cohort, org(4), 'layers')).toEqual([4, 4, 4, 4]);
  expect(sum(notesOf(cohort, org(4), 'zones'))).toBe(0);
});

it('leaves copies out of the numbers', () => {
  const cohort = twelve();
  const boards = cohort.boards.map((board) =>
    board.id === boardId('iceberg', 4) ? { ...board, title: 'Copia' } : board,
  );
  expect(sum(notesOf({ ...cohort, boards }, org(4), 'layers'))).toBe(0);
});

it('names who has no note on the boards of the phase, and nobody where none is asked for', () => {
  const cohort = twelve(inPhase('iceberg', 5));
  const writers = new Map([[boardId('iceberg', 0), [person(0)]]]);
  const missing = withoutNote(cohort, phaseOf('iceberg'), writers);
  expect(missing?.map(({ id }) => id)).not.toContain(person(0));
  expect(missing).toHaveLength(23);
  expect(withoutNote(cohort, phaseOf('value'), writers)).toHaveLength(24);
  expect(withoutNote(cohort, phaseOf('self'), writers)).toBeNull();
});

it('knows organisations without a note only where they write', () => {
  const cohort = twelve(inPhase('iceberg', 5));
  expect([...silentOrganisations(cohort, phaseOf('iceberg'))]).toEqual([org(0)]);
  expect(silentOrganisations(cohort, phaseOf('value')).size).toBe(12);
  expect(silentOrganisations(cohort, phaseOf('transfer')).size).toBe(0);
});

it('knows the layer that has been on for three minutes, and none where all were opened at once', () => {
  const { call } = twelve(inPhase('iceberg', 5));
  const layers = { open: ['results', 'patterns'], current: 'patterns' } as const;
  const on = (more: { since?: number }) => ({ ...call, layers: { ...layers, open: [...layers.open], ...more } });
  const at = 1_000;
  expect(lateLayer(on({ since: at }), 0, at + SILENCE_MS - 1)).toBeNull();
  expect(lateLayer(on({ since: at }), 0, at + SILENCE_MS)).toBe('patterns');
  expect(lateLayer(on({ since: at }), 9 * SILENCE_MS, at + SILENCE_MS - 1)).toBeNull();
  expect(lateLayer(on({}), SILENCE_MS - 1, at)).toBeNull();
  expect(lateLayer(on({}), SILENCE_MS, at)).toBe('patterns');
  const all = { ...call, layers: { open: [...LAYER_IDS], current: 'beliefs' as const } };
  expect(lateLayer(all, SILENCE_MS, at)).toBeNull();
  expect(lateLayer({ ...all, layers: { ...all.layers, since: at } }, 0, at + SILENCE_MS)).toBe('beliefs');
  expect(lateLayer({ ...on({ since: at }), status: 'closed' }, 0, at + SILENCE_MS)).toBeNull();
  expect(lateLayer({ ...on({ since: at }), phase: 'transfer' }, 0, at + SILENCE_MS)).toBeNull();
});

it('knows the layer of the moment also once the fourth was opened, and none once all were opened together', () => {
  const { call } = twelve(inPhase('iceberg', 5));
  const all = { ...call, layers: { open: [...LAYER_IDS], current: 'beliefs' as const, since: 5 } };
  expect(layerOfNow(all)).toBe('beliefs');
  expect(layerOfNow({ ...all, layers: { ...all.layers, current: 'patterns' } })).toBe('patterns');
  expect(layerOfNow({ ...all, layers: { open: all.layers.open, current: 'beliefs' } })).toBeNull();
  expect(layerOfNow({ ...all, layers: { open: ['results'], current: 'results' } })).toBe('results');
  expect(layerOfNow({ ...all, status: 'closed' })).toBeNull();
  expect(layerOfNow({ ...all, phase: 'transfer' })).toBeNull();
});

it('tells how somebody is here; at a table as who writes for them', () => {
  const cohort = twelve();
  const people = cohort.people.map((one) => (one.id === person(1) ? { ...one, host: person(0) } : one));
  const attendance = new Map([[person(0), attending('writing', 'phone', 7)]]);
  const [ana, beside] = peopleOf({ ...cohort, people }, org(0), attendance);
  expect(ana).toMatchObject({ at: 'writing', onPhone: true, hand: 7 });
  expect(beside).toMatchObject({ at: 'writing', hand: null });
  expect(peopleOf(cohort, org(1), attendance).map(({ at }) => at)).toEqual(['out', 'out']);
});

it('puts the hand that has waited longest first', () => {
  const attendance = new Map([
    [person(3), attending('here', 'computer', 200)],
    [person(8), attending('away', 'phone', 100)],
    [person(9), attending('here', 'computer')],
  ]);
  expect(handsUp(twelve(), attendance).map((one) => one.person.id)).toEqual([person(8), person(3)]);
});

describe('visits and groups', () => {
  it('opens the board of the phase', () => {
    expect(boardToVisit(twelve(), org(2), 'value')).toBe(boardId('value', 2));
    expect(boardToVisit(twelve(), org(2), 'break')).toBe(boardId('iceberg', 2));
    expect(boardToVisit(twelve(), org(2), 'peers')).toBeNull();
  });

  it('opens the iceberg of the team, not that of a person', () => {
    const cohort = twelve();
    const team = cohort.boards.find(({ id }) => id === boardId('iceberg', 2));
    if (!team) throw new Error('no iceberg');
    const hers = { ...team, id: boardId('iceberg', 99), person: person(3) };
    expect(boardToVisit({ ...cohort, boards: [hers, ...cohort.boards] }, org(2), 'iceberg')).toBe(team.id);
  });

  it('lists organisations by group, and then those in none', () => {
    const group = { id: 'g1', organisations: [org(5), org(1)], round: null, done: false };
    const rows = byGroup(twelve({ groups: [group] }));
    expect(rows[0]?.members.map(({ id }) => id)).toEqual([org(5), org(1)]);
    expect(rows[1]).toMatchObject({ group: null });
    expect(rows[1]?.members).toHaveLength(10);
  });
});
