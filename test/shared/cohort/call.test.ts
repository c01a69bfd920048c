/** The state of a call: as nobody has begun it, which phase is on, and what is none. */
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../shared/cohort/agenda.ts';
import { type Call, newCall, parseCall, phaseAfter, phaseBefore, phaseNow } from '../../../shared/cohort/call.ts';
import { newBoardId, type PersonId } from '../../../shared/ids.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';

const on = (phase: string | null): Call => ({ ...newCall(), status: 'running', phase });
const ids = newCall().agenda.map(({ id }) => id);

describe('A call nobody has begun', () => {
  it('is the first of all phases, with everything open as before there were any', () => {
    expect(newCall()).toEqual({
      session: 1,
      status: 'preparing',
      preset: 'full',
      agenda: agendaOf('full', 1),
      phase: null,
      clock: null,
      left: {},
      landing: { at: 0, board: null },
      startedAt: null,
      closedAt: null,
      layers: { open: [...LAYER_IDS], current: 'results' },
      zone: { current: 'beneficiaries', clock: null },
      bringing: true,
      reading: false,
      paused: [],
      dots: { open: false, shown: false },
      groups: [],
      shown: null,
      message: null,
    });
    expect(newCall(2, 'two')).toMatchObject({ session: 2, preset: 'two', agenda: agendaOf('two', 2) });
  });

  it('has no phase on and none before, and begins with the first', () => {
    const call = newCall();
    expect([phaseNow(call), phaseBefore(call), phaseAfter(call)?.id]).toEqual([null, null, ids[0]]);
  });
});

it('goes from each phase to the next and back, and nowhere from its ends', () => {
  for (const [i, id] of ids.entries()) {
    const call = on(id);
    expect([phaseNow(call)?.id, phaseAfter(call)?.id, phaseBefore(call)?.id]).toEqual([id, ids[i + 1], ids[i - 1]]);
  }
  expect([phaseAfter(on(ids.at(-1) ?? null)), phaseBefore(on(ids[0] ?? null))]).toEqual([null, null]);
});

describe('A call that was kept', () => {
  const [board, paused] = [newBoardId(), newBoardId()];
  const full: Call = {
    ...on('cluster'),
    clock: { kind: 'running', endsAt: 5 },
    left: { value: 3 },
    landing: { at: 7, board, by: 'ana' as PersonId },
    startedAt: 1,
    closedAt: 2,
    layers: { open: ['results'], current: 'results', since: 6 },
    zone: { current: 'statement', clock: { kind: 'paused', leftMs: 9 } },
    paused: [paused],
    dots: { open: true, shown: true },
    shown: { slide: 'themes', page: 1 },
    message: { id: 'm', text: 'Ya volvemos', from: 'ana' as PersonId, at: 8 },
  };

  it('is read as it was', () => {
    expect(parseCall(JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  it('of before something was left of a phase or shown to a room has nothing of it', () => {
    const { left: _left, shown: _shown, ...older } = full;
    expect(parseCall(older)).toEqual({ ...older, left: {}, shown: null });
    expect(parseCall({ ...full, left: 'x', shown: { slide: 7 } })).toMatchObject({ left: {}, shown: null });
  });

  it.each<[string, object]>([
    ['no state', { status: 'over' }],
    ['no number', { session: 'one' }],
    ['no preset', { preset: 'short' }],
    ['no agenda', { agenda: [] }],
    ['no clock', { clock: { kind: 'running' } }],
    ['a clock of no kind', { clock: { kind: 'broken', endsAt: 1 } }],
    ['nowhere to land', { landing: {} }],
    ['a board without a name to land on', { landing: { at: 1, board: 'b' } }],
    ['an unknown layer', { layers: { open: ['ground'], current: 'results' } }],
    ['no layer to work on', { layers: { open: [] } }],
    ['an unknown zone', { zone: { current: 'results', clock: null } }],
    ['paused boards without a name', { paused: ['b'] }],
    ['no dots', { dots: {} }],
    ['no groups', { groups: [{ id: 'g' }] }],
    ['a message from nobody', { message: { id: 'm', text: 'x', from: 7, at: 1 } }],
    ['no word on bringing', { bringing: null }],
    ['no word on reading', { reading: 1 }],
  ])('is none with %s', (_, change) => {
    expect(() => parseCall({ ...full, ...change })).toThrow();
  });
});
