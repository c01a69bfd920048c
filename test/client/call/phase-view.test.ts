/** What the card says: where we are, what to do, by which clock. */
import { describe, expect, it } from 'vitest';
import type { Me } from '../../../client/board/session.ts';
import { type PhaseOn, phaseView, taskOn } from '../../../client/call/phase-view.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { conduct, type Deed } from '../../../shared/cohort/conduct.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { turnRound } from '../../../shared/cohort/rounds.ts';
import { newOrgId, newPersonId } from '../../../shared/ids.ts';
import { EMPTY_COHORT } from '../../kit/cohort-facts.ts';

/** 2:21 p. m. in Puerto Rico. */
const NOW = Date.UTC(2026, 10, 20, 18, 21);
const casa = newOrgId();
const red = newOrgId();
const ana: Me = { id: newPersonId(), name: 'Ana', role: 'participant', organisation: casa };

const cohortIn = (call: Call): Cohort => ({
  ...EMPTY_COHORT,
  organisations: [
    { id: casa, name: 'Casa Añasco', acronym: 'CA', order: 0, letIn: false },
    { id: red, name: 'Red de Huertos', acronym: 'RH', order: 1, letIn: false },
  ],
  call,
});
const callAfter = (...deeds: Deed[]): Call =>
  deeds.reduce((call, deed) => conduct(call, deed, NOW) ?? call, conduct(newCall(), { do: 'start' }, NOW) ?? newCall());
function on(call: Call, now = NOW, me = ana, language: 'es' | 'en' = 'es'): PhaseOn {
  const view = phaseView(cohortIn(call), me, language, now);
  if (view.kind !== 'phase') throw new Error(`the card says ${view.kind}`);
  return view;
}

describe('the card', () => {
  it('waits before the call, and ends with it', () => {
    expect(phaseView(cohortIn(newCall()), ana, 'es', NOW)).toEqual({ kind: 'waiting' });
    expect(phaseView(cohortIn(callAfter({ do: 'close' })), ana, 'es', NOW)).toEqual({ kind: 'closed' });
  });

  it('says which phase of how many, and what comes next', () => {
    const { number, of, title, task, next } = on(callAfter({ do: 'next' }));
    expect([number, of, title, task]).toEqual([
      2,
      11,
      'Autoevaluación',
      'Contesta en privado. Nadie ve tus respuestas.',
    ]);
    expect(next).toBe('Iceberg de cada organización');
    expect(on(callAfter({ do: 'go', phase: 'close' })).next).toBeNull();
    expect(on(callAfter(), NOW, ana, 'en').title).toBe('Arrival and practice');
  });

  it('says when a break is over, in Puerto Rico, whether its clock runs, stands or is over', () => {
    const back = 'Volvemos a las 2:31\u00a0p.\u00a0m.';
    const call = callAfter({ do: 'go', phase: 'break1' });
    expect(on(call).task).toBe(back);
    expect(on(call, NOW + 20 * 60_000).task).toBe(back);
    expect(on({ ...call, clock: { kind: 'paused', leftMs: 9 * 60_000 } }, NOW + 60_000).task).toBe(back);
  });

  it('tells what holds right now', () => {
    expect(on(callAfter({ do: 'go', phase: 'iceberg' }, { do: 'layer', layer: 'patterns' })).now?.values).toEqual({
      layer: 'Hábitos y patrones',
    });
    expect(on(callAfter({ do: 'go', phase: 'transfer' })).now?.key).toBe('call.now.bringing');
    expect(on(callAfter({ do: 'go', phase: 'transfer' }, { do: 'bringing', on: false })).now?.key).toBe(
      'call.now.notBringing',
    );
    expect(on(callAfter({ do: 'go', phase: 'cluster' })).now?.key).toBe('call.now.reading');
    expect(on(callAfter({ do: 'go', phase: 'cluster' }, { do: 'reading', on: false })).now).toBeNull();
  });

  it('asks for grouping once the silent reading is over, unless facilitation wrote a task of its own', () => {
    const reading = callAfter({ do: 'go', phase: 'cluster' });
    expect(on(reading).task).toBe('Lee en silencio y marca hasta cinco notas que te resuenan.');
    const grouping = callAfter({ do: 'go', phase: 'cluster' }, { do: 'reading', on: false });
    expect(on(grouping).task).toBe('Agrupamos lo que se parece y le ponemos nombre como lo diría el grupo.');
    const agenda = grouping.agenda.map((phase) =>
      phase.kind === 'cluster' ? { ...phase, task: 'Lo nuestro.' } : phase,
    );
    expect(on({ ...grouping, agenda }).task).toBe('Lo nuestro.');
  });

  it('tells facilitation of every phase what stands on the screens', () => {
    const first = callAfter();
    const calls = [
      ...first.agenda.map(({ id }) => callAfter({ do: 'go', phase: id })),
      callAfter({ do: 'go', phase: 'cluster' }, { do: 'reading', on: false }),
    ];
    for (const call of calls) {
      const told = taskOn(call, 'es', NOW);
      expect(told).toBe(on(call).task);
      expect(told).not.toMatch(/\.\.|\{/);
    }
  });

  it('counts by the clock of the zone, once one was started, and keeps that of the phase beside it', () => {
    const call = callAfter({ do: 'go', phase: 'value' });
    expect(on(call)).toMatchObject({ clock: call.clock, whole: null });
    const timed = callAfter({ do: 'go', phase: 'value' }, { do: 'zone', zone: 'statement', minutes: 5 });
    expect(on(timed)).toMatchObject({ clock: timed.zone.clock, whole: timed.clock });
    expect(on(timed).now?.values).toEqual({ zone: 'En una oración' });
  });

  it('promises no length of rounds, which are shorter in a group of four', () => {
    const call = callAfter({ do: 'go', phase: 'peers' });
    expect(on(call).task).toBe('Una ronda por organización.');
    expect(taskOn(call, 'en', NOW)).toBe('One round per organization.');
  });

  it('follows the round of the own group', () => {
    const group = { id: 'g1', organisations: [red, casa], round: null, done: false };
    const peers = callAfter({ do: 'go', phase: 'peers' });
    expect(on({ ...peers, groups: [group] })).toMatchObject({ now: { key: 'call.now.noRound' }, clock: peers.clock });
    const started = turnRound(group, { do: 'start' }, NOW);
    const view = on({ ...peers, groups: [started] });
    expect(view.now?.values).toEqual({ organisation: 'Red de Huertos', step: 'Presentar' });
    expect(view.task).toBe('Red de Huertos presenta su asunto. Los demás equipos escuchan.');
    expect(view).toMatchObject({ clock: started.round?.clock, whole: peers.clock });
    const facilitator: Me = { ...ana, role: 'facilitator', organisation: null };
    expect(on({ ...peers, groups: [started] }, NOW, facilitator)).toMatchObject({ clock: peers.clock, now: null });
    expect(on({ ...peers, groups: [{ ...group, done: true }] }).now?.key).toBe('call.now.roundsDone');
  });
});
