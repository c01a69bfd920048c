/** Each deed of facilitation: what it changes of a call, that it changes nothing else, and when it cannot be done. */
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../../shared/cohort/agenda.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { conduct, type Deed } from '../../../shared/cohort/conduct.ts';
import { newBoardId, type PersonId } from '../../../shared/ids.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';

const MINUTE = 60_000;
const T0 = 1_700_000_000_000;
const [one, two, three] = [newBoardId(), newBoardId(), newBoardId()];

function past(call: Call, ...deeds: Deed[]): Call {
  return deeds.reduce((before, deed) => {
    const next = conduct(before, deed, T0);
    if (!next) throw new Error(`${deed.do} was not possible`);
    return next;
  }, call);
}
const preparing = newCall();
const running = past(preparing, { do: 'start' });
const closed = past(running, { do: 'close' });

describe('A deed', () => {
  const clock = { kind: 'running', endsAt: T0 + 12 * MINUTE } as const;
  it.each<[string, Deed, Partial<Call>]>([
    ['minutes more', { do: 'add-time', minutes: 3 }, { clock: { ...clock, endsAt: T0 + 15 * MINUTE } }],
    ['the clock stopped', { do: 'pause-clock' }, { clock: { kind: 'paused', leftMs: 12 * MINUTE } }],
    ['everybody to a board', { do: 'gather', board: one }, { landing: { at: T0, board: one } }],
    ['everybody to the board of the phase', { do: 'gather', board: null }, { landing: { at: T0, board: null } }],
    [
      'a zone without a clock',
      { do: 'zone', zone: 'impact', minutes: null },
      { zone: { current: 'impact', clock: null } },
    ],
    ['a zone with a clock', { do: 'zone', zone: 'statement', minutes: 12 }, { zone: { current: 'statement', clock } }],
    ['bringing on', { do: 'bringing', on: true }, { bringing: true }],
    ['silent reading', { do: 'reading', on: true }, { reading: true }],
    ['dots open', { do: 'dots', open: true, shown: false }, { dots: { open: true, shown: false } }],
    ['dots shown', { do: 'dots', open: false, shown: true }, { dots: { open: false, shown: true } }],
    ['boards paused', { do: 'pause', boards: [one, two], on: true }, { paused: [one, two] }],
    ['a slide', { do: 'show', shown: { slide: 'words', page: 2 } }, { shown: { slide: 'words', page: 2 } }],
    [
      'a layer',
      { do: 'layer', layer: 'patterns' },
      { layers: { open: [...LAYER_IDS], current: 'patterns', since: T0 } },
    ],
  ])('changes what it says and nothing else: %s', (_, deed, change) => {
    expect(conduct(running, deed, T0)).toEqual({ ...running, ...change });
  });

  it('opens layers above the one that is named, and all of them at once, with the same one worked on', () => {
    const iceberg = past(running, { do: 'go', phase: 'iceberg' }, { do: 'layer', layer: 'patterns' });
    expect(iceberg.layers).toEqual({ open: ['results', 'patterns'], current: 'patterns', since: T0 });
    expect(past(iceberg, { do: 'layer', layer: 'results' }).layers).toEqual({
      open: ['results', 'patterns'],
      current: 'results',
      since: T0,
    });
    expect(past(iceberg, { do: 'all-layers' }).layers).toEqual({ open: [...LAYER_IDS], current: 'patterns' });
  });

  it('gives a zone more time once it has a clock, not before', () => {
    expect(conduct(running, { do: 'zone-time', minutes: 2 }, T0)).toBeNull();
    const timed = past(running, { do: 'zone', zone: 'value', minutes: 5 }, { do: 'zone-time', minutes: 2 });
    expect(timed.zone).toEqual({ current: 'value', clock: { kind: 'running', endsAt: T0 + 7 * MINUTE } });
  });

  it('pauses each board once, and lets go on those that are named', () => {
    const paused = past(
      running,
      { do: 'pause', boards: [one, two], on: true },
      { do: 'pause', boards: [two, three], on: true },
    );
    expect(paused.paused).toEqual([one, two, three]);
    expect(past(paused, { do: 'pause', boards: [one, three], on: false }).paused).toEqual([two]);
  });

  it('is impossible with a clock that never was', () => {
    for (const deed of [{ do: 'add-time', minutes: 2 }, { do: 'pause-clock' }, { do: 'resume-clock' }] as const)
      expect(conduct(preparing, deed, T0)).toBeNull();
  });
});

describe('Where a call stands', () => {
  it('it begins once, and has begun when its first phase is gone to', () => {
    expect(running).toMatchObject({ status: 'running', startedAt: T0, phase: 'welcome' });
    for (const call of [running, closed]) expect(conduct(call, { do: 'start' }, T0)).toBeNull();
    const gone = past(preparing, { do: 'go', phase: 'value' });
    expect(gone).toMatchObject({ status: 'running', startedAt: T0, phase: 'value', bringing: false });
    expect(conduct(running, { do: 'go', phase: 'self' }, T0 + 9)).toMatchObject({ startedAt: T0, phase: 'self' });
    expect(conduct(running, { do: 'go', phase: 'lunch' }, T0)).toBeNull();
  });

  it('it moves on only while it is running, from its first phase to its last', () => {
    for (const deed of [{ do: 'next' }, { do: 'back' }] as const)
      for (const call of [preparing, closed]) expect(conduct(call, deed, T0)).toBeNull();
    expect(conduct(running, { do: 'back' }, T0)).toBeNull();
    expect(conduct(past(running, { do: 'go', phase: 'close' }), { do: 'next' }, T0)).toBeNull();
  });

  it('it is closed while it is running, and opened when it is closed', () => {
    for (const call of [preparing, closed]) expect(conduct(call, { do: 'close' }, T0)).toBeNull();
    for (const call of [preparing, running]) expect(conduct(call, { do: 'reopen' }, T0)).toBeNull();
    for (const call of [preparing, running]) expect(conduct(call, { do: 'new-session', preset: 'two' }, T0)).toBeNull();
    expect(past(closed, { do: 'reopen' })).toEqual({ ...closed, status: 'running', closedAt: null });
  });

  it('closed, its clock stands and nothing is brought, voted, shown or said; what was shown of dots stays', () => {
    const message = { id: 'm', text: 'Ya', from: 'ana' as PersonId, at: T0 };
    const busy = past(
      { ...running, message },
      { do: 'dots', open: true, shown: true },
      { do: 'bringing', on: true },
      { do: 'show', shown: { slide: 'words', page: 0 } },
    );
    expect(past(busy, { do: 'close' })).toEqual({
      ...busy,
      status: 'closed',
      closedAt: T0,
      clock: { kind: 'paused', leftMs: 12 * MINUTE },
      bringing: false,
      dots: { open: false, shown: true },
      shown: null,
      message: null,
    });
    expect(past({ ...running, clock: null }, { do: 'close' }).clock).toBeNull();
  });
});

describe('A phase', () => {
  it('of grouping begins with silent reading and open dots, and takes both with it', () => {
    const cluster = past(running, { do: 'dots', open: false, shown: true }, { do: 'go', phase: 'cluster' });
    expect([cluster.reading, cluster.dots]).toEqual([true, { open: true, shown: true }]);
    const next = past(cluster, { do: 'next' });
    expect([next.reading, next.dots]).toEqual([false, { open: false, shown: true }]);
  });

  it('of the value proposition begins with its first zone, and leaves the layers as they are', () => {
    const worked = past(running, { do: 'go', phase: 'iceberg' }, { do: 'zone', zone: 'impact', minutes: 5 });
    const value = past(worked, { do: 'go', phase: 'value' });
    expect(value.zone).toEqual({ current: 'beneficiaries', clock: null });
    expect(past(worked, { do: 'go', phase: 'cluster' }).zone.current).toBe('impact');
    expect(past(worked, { do: 'go', phase: 'cluster' }).layers.open).toEqual([...LAYER_IDS]);
  });

  it('of bringing opens bringing, no other does', () => {
    expect(past(running, { do: 'go', phase: 'cluster' }).bringing).toBe(false);
    expect(past(running, { do: 'go', phase: 'transfer' }).bringing).toBe(true);
  });

  it('that had no clock leaves nothing over', () => {
    expect(past({ ...running, clock: null }, { do: 'next' }).left).toEqual({});
    expect(past(running, { do: 'next' }).left).toEqual({ welcome: 12 * MINUTE });
  });
});

describe('Another agenda', () => {
  it('is that of a preset, or keeps the one it is called by', () => {
    const agenda = agendaOf('express');
    expect(past(preparing, { do: 'agenda', agenda, preset: 'express' })).toEqual({
      ...preparing,
      agenda,
      preset: 'express',
    });
    expect(past(preparing, { do: 'agenda', agenda }).preset).toBe('full');
  });

  it('must have the phase that is on, and as what it is', () => {
    const { agenda } = running;
    const other = agenda.map((phase) => (phase.id === 'welcome' ? { ...phase, kind: 'self' as const } : phase));
    expect(conduct(running, { do: 'agenda', agenda: other }, T0)).toBeNull();
    expect(conduct(running, { do: 'agenda', agenda: agenda.slice(1) }, T0)).toBeNull();
    expect(conduct(running, { do: 'agenda', agenda: agenda.slice(0, 1) }, T0)?.agenda).toHaveLength(1);
  });

  it('keeps what was left of phases whose minutes stay, of no other', () => {
    const on = past(running, { do: 'next' }, { do: 'next' });
    expect(Object.keys(on.left)).toEqual(['welcome', 'self']);
    const agenda = on.agenda.map((phase) => (phase.id === 'self' ? { ...phase, minutes: phase.minutes + 1 } : phase));
    expect(past(on, { do: 'agenda', agenda }).left).toEqual({ welcome: on.left.welcome });
    const without = on.agenda.filter(({ id }) => id !== 'welcome');
    expect(past(on, { do: 'agenda', agenda: without }).left).toEqual({ self: on.left.self });
  });
});
