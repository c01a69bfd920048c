import { describe, expect, test } from 'vitest';
import { agendaOf, minutesOf, newPhase, PRESET_IDS, phaseTexts } from '../../../shared/cohort/agenda.ts';
import { type Call, newCall, parseCall, phaseNow } from '../../../shared/cohort/call.ts';
import { leftOf } from '../../../shared/cohort/clock.ts';
import { conduct, type Deed } from '../../../shared/cohort/conduct.ts';
import { newPersonId } from '../../../shared/ids.ts';

const MINUTE = 60_000;
const T0 = 1_700_000_000_000;

/** Every deed must be possible. */
function past(call: Call, deeds: readonly Deed[], now = T0): Call {
  return deeds.reduce((before, deed) => {
    const next = conduct(before, deed, now);
    if (!next) throw new Error(`${deed.do} was not possible`);
    return next;
  }, call);
}
const kindOf = (call: Call) => phaseNow(call)?.kind ?? null;

describe('an agenda', () => {
  test('lasts as long as the template says', () => {
    expect(PRESET_IDS.map((preset) => minutesOf(agendaOf(preset, 1)))).toEqual([190, 97, 82]);
    expect(minutesOf(agendaOf('two', 2))).toBe(100);
    expect(agendaOf('two', 3)).toEqual(agendaOf('two', 2));
  });

  test('says what people wrote, else what the template says in their language', () => {
    const phase = newPhase('break', 'break2');
    expect(phaseTexts(phase, 'es').title).toBe('Pausa corta');
    expect(phaseTexts({ ...phase, id: 'p9' }, 'en').title).toBe('Break');
    expect(phaseTexts({ ...phase, title: 'Café' }, 'en')).toMatchObject({ title: 'Café' });
  });
});

describe('a call', () => {
  test('goes through every phase of the full agenda and ends at the last', () => {
    let call = past(newCall(), [{ do: 'start' }]);
    const kinds = [kindOf(call)];
    for (let next = conduct(call, { do: 'next' }, T0); next; next = conduct(call, { do: 'next' }, T0)) {
      call = next;
      kinds.push(kindOf(call));
    }
    expect(kinds).toEqual(newCall().agenda.map(({ kind }) => kind));
    expect(parseCall(JSON.parse(JSON.stringify(call)))).toEqual(call);
  });

  test('a phase begins with its minutes, and everybody is called to its board', () => {
    const call = past(newCall(), [{ do: 'start' }, { do: 'next' }], T0 + 5);
    expect(call.clock).toEqual({ kind: 'running', endsAt: T0 + 5 + 15 * MINUTE });
    expect(call.landing).toEqual({ at: T0 + 5, board: null });
  });

  test('a word to all belongs to the phase it was said in', () => {
    const message = { id: 'm', text: 'Quedan dos minutos.', from: newPersonId(), at: T0 };
    const said = { ...past(newCall(), [{ do: 'start' }, { do: 'next' }]), message };
    expect(
      past(said, [
        { do: 'add-time', minutes: 2 },
        { do: 'gather', board: null },
      ]).message,
    ).toEqual(message);
    expect(past(said, [{ do: 'go', phase: 'self' }]).message).toEqual(message);
    expect(past(said, [{ do: 'next' }]).message).toBeNull();
    expect(past(said, [{ do: 'back' }]).message).toBeNull();
    expect(past(said, [{ do: 'go', phase: 'close' }]).message).toBeNull();
    expect(past(said, [{ do: 'close' }]).message).toBeNull();
  });

  test('minutes are added to what is left, and to now when time was over', () => {
    const call = past(newCall(), [{ do: 'start' }]);
    const later = T0 + 20 * MINUTE;
    const clockAt = (next: Call | null, at: number) => next?.clock && leftOf(next.clock, at);
    expect(clockAt(conduct(call, { do: 'add-time', minutes: 2 }, T0), T0)).toBe(14 * MINUTE);
    expect(clockAt(conduct(call, { do: 'add-time', minutes: 2 }, later), later)).toBe(2 * MINUTE);
    expect(clockAt(conduct(call, { do: 'add-time', minutes: -20 }, T0), T0)).toBe(0);
  });

  test('a phase that was left goes on with what was left of it, either way', () => {
    const begun = past(newCall(), [{ do: 'start' }, { do: 'next' }]);
    const at = (minutes: number): number => T0 + minutes * MINUTE;
    const running = (endsAt: number) => ({ kind: 'running', endsAt });
    const on = past(begun, [{ do: 'next' }], at(10));
    expect([begun.clock, on.clock]).toEqual([running(at(15)), running(at(38))]);
    const back = past(on, [{ do: 'back' }], at(11));
    expect(back.clock).toEqual(running(at(16)));
    expect(past(back, [{ do: 'add-time', minutes: 2 }], at(11)).clock).toEqual(running(at(18)));
    expect(past(back, [{ do: 'go', phase: 'iceberg' }], at(13)).clock).toEqual(running(at(40)));
    expect(past(parseCall(JSON.parse(JSON.stringify(on))), [{ do: 'back' }], at(11))).toEqual(back);
  });

  test('going to the phase that is on leaves its clock alone, also one that stands', () => {
    const stood = past(newCall(), [{ do: 'start' }, { do: 'pause-clock' }]);
    expect(past(stood, [{ do: 'go', phase: 'welcome' }], T0 + MINUTE).clock).toEqual(stood.clock);
  });

  test('a phase that was left over its time comes back so, until minutes are added', () => {
    const late = past(past(newCall(), [{ do: 'start' }]), [{ do: 'next' }, { do: 'back' }], T0 + 13 * MINUTE);
    expect(late.clock && leftOf(late.clock, T0 + 13 * MINUTE)).toBe(-MINUTE);
    const more = past(late, [{ do: 'add-time', minutes: 2 }], T0 + 13 * MINUTE);
    expect(more.clock && leftOf(more.clock, T0 + 13 * MINUTE)).toBe(2 * MINUTE);
  });

  test('new minutes in the agenda count for a phase that was left, and a new call begins anew', () => {
    const on = past(newCall(), [{ do: 'start' }, { do: 'next' }]);
    const longer = on.agenda.map((phase) => (phase.id === 'welcome' ? { ...phase, minutes: 20 } : phase));
    const again = past(on, [{ do: 'agenda', agenda: longer }, { do: 'back' }], T0 + MINUTE);
    expect(again.clock).toEqual({ kind: 'running', endsAt: T0 + 21 * MINUTE });
    expect(past(again, [{ do: 'close' }, { do: 'new-session', preset: 'full' }]).left).toEqual({});
  });

  test('a call kept before phases remembered their time is read', () => {
    const { left, ...before } = past(newCall(), [{ do: 'start' }]);
    expect([left, parseCall(before).left]).toEqual([{}, {}]);
  });

  test('a clock that stands keeps what is left', () => {
    const stood = past(newCall(), [{ do: 'start' }, { do: 'pause-clock' }], T0);
    const again = conduct(stood, { do: 'resume-clock' }, T0 + 9 * MINUTE);
    expect(again?.clock).toEqual({ kind: 'running', endsAt: T0 + 21 * MINUTE });
  });

  test('layers open from the top down in the iceberg phase, and all of them afterwards', () => {
    const call = past(newCall(), [{ do: 'start' }, { do: 'go', phase: 'iceberg' }]);
    expect(call.layers).toEqual({ open: ['results'], current: 'results', since: T0 });
    expect(past(call, [{ do: 'layer', layer: 'structures' }]).layers).toEqual({
      open: ['results', 'patterns', 'structures'],
      current: 'structures',
      since: T0,
    });
    expect(past(call, [{ do: 'next' }]).layers.open).toHaveLength(4);
  });

  test('a layer knows since when everybody is on it, until all are opened at once', () => {
    const call = past(newCall(), [{ do: 'start' }, { do: 'go', phase: 'iceberg' }]);
    const second = past(call, [{ do: 'layer', layer: 'patterns' }], T0 + MINUTE);
    expect(second.layers.since).toBe(T0 + MINUTE);
    expect(past(second, [{ do: 'layer', layer: 'patterns' }], T0 + 2 * MINUTE).layers.since).toBe(T0 + MINUTE);
    expect(past(second, [{ do: 'layer', layer: 'results' }], T0 + 3 * MINUTE).layers.since).toBe(T0 + 3 * MINUTE);
    const all = past(second, [{ do: 'all-layers' }], T0 + 4 * MINUTE);
    expect(all.layers).not.toHaveProperty('since');
    expect(past(all, [{ do: 'layer', layer: 'patterns' }], T0 + 5 * MINUTE).layers.since).toBe(T0 + 5 * MINUTE);
  });

  test('notes may be brought before the call, not before their phase in it, and until facilitation closes it', () => {
    const begun = past(newCall(), [{ do: 'start' }]);
    const brought = past(begun, [{ do: 'go', phase: 'transfer' }, { do: 'next' }]);
    expect([newCall().bringing, begun.bringing, brought.bringing]).toEqual([true, false, true]);
    expect(past(brought, [{ do: 'bringing', on: false }]).bringing).toBe(false);
    expect(past(newCall(2, 'two'), [{ do: 'start' }]).bringing).toBe(true);
  });

  test('an edited agenda keeps the phase that is on', () => {
    const call = past(newCall(), [{ do: 'start' }, { do: 'next' }]);
    const without = call.agenda.filter(({ id }) => id !== 'self');
    expect(conduct(call, { do: 'agenda', agenda: without }, T0)).toBeNull();
    const longer = call.agenda.map((phase) => ({ ...phase, minutes: 30 }));
    expect(conduct(call, { do: 'agenda', agenda: longer }, T0)).toMatchObject({ agenda: longer, clock: call.clock });
  });

  test('what a room is shown stays until the next phase, a gathering or the end; a call that is not on shows nothing', () => {
    const shown = { slide: 'theme:t1', page: 1 };
    expect(conduct(newCall(), { do: 'show', shown }, T0)).toBeNull();
    const call = past(newCall(), [{ do: 'start' }, { do: 'go', phase: 'cluster' }, { do: 'show', shown }]);
    expect(past(call, [{ do: 'reading', on: false }]).shown).toEqual(shown);
    for (const deed of [
      { do: 'next' },
      { do: 'back' },
      { do: 'gather', board: null },
      { do: 'close' },
      { do: 'show', shown: null },
    ] as const)
      expect(past(call, [deed]).shown).toBeNull();
  });

  test('a call that was kept before rooms were shown anything is read all the same', () => {
    const { shown: _, ...kept } = past(newCall(), [{ do: 'start' }]);
    expect(parseCall(JSON.parse(JSON.stringify(kept)))).toEqual({ ...kept, shown: null });
  });

  test('closed, nothing moves until it is opened again; the next call begins anew', () => {
    const call = past(newCall(), [{ do: 'start' }, { do: 'go', phase: 'close' }, { do: 'close' }]);
    for (const deed of [{ do: 'next' }, { do: 'add-time', minutes: 2 }, { do: 'bringing', on: true }] as const)
      expect(conduct(call, deed, T0)).toBeNull();
    expect(past(call, [{ do: 'reopen' }, { do: 'back' }]).phase).toBe('peers');
    expect(conduct(call, { do: 'new-session', preset: 'two' }, T0)).toEqual(newCall(2, 'two'));
    expect(conduct(newCall(), { do: 'new-session', preset: 'two' }, T0)).toBeNull();
  });
});
