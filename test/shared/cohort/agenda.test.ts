/** Agendas: what the presets hold, what a phase says in which language, and what is none. */

import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  AGENDA,
  agendaOf,
  agendaSchema,
  boardKindOf,
  groupingTask,
  minutesOf,
  newPhase,
  PHASE_KINDS,
  type Phase,
  PRESET_IDS,
  phaseTexts,
  presetTitle,
  sessionsOf,
} from '../../../shared/cohort/agenda.ts';

const kinds = (agenda: readonly Phase[]): string[] => agenda.map(({ kind }) => kind);

describe('A preset', () => {
  it('has its calls, each with phases of its own that may be told apart', () => {
    expect(PRESET_IDS.map(sessionsOf)).toEqual([1, 2, 1]);
    for (const preset of PRESET_IDS)
      for (let session = 1; session <= sessionsOf(preset); session++) {
        const agenda = agendaOf(preset, session);
        expect(agenda.length).toBeGreaterThan(2);
        expect(v.is(agendaSchema, agenda)).toBe(true);
        expect(kinds(agenda)[0]).toBe('welcome');
        expect(kinds(agenda).at(-1)).toBe('close');
      }
  });

  it('of one call is the first one, and a call beyond the last is the last one again', () => {
    expect(agendaOf('two')).toEqual(agendaOf('two', 1));
    expect(agendaOf('two', 3)).toEqual(agendaOf('two', 2));
    expect(agendaOf('two', 1)).not.toEqual(agendaOf('two', 2));
  });

  it('has a name in each language', () => {
    for (const preset of PRESET_IDS) {
      expect(presetTitle(preset, 'es').length).toBeGreaterThan(3);
      expect(presetTitle(preset, 'en')).not.toBe(presetTitle(preset, 'es'));
    }
  });

  it('tells its two breaks apart, and lasts as long as its phases together', () => {
    const agenda = agendaOf('full');
    const breaks = agenda.filter(({ kind }) => kind === 'break').map(({ id }) => id);
    expect(new Set(breaks).size).toBe(breaks.length);
    expect(breaks.length).toBe(2);
    expect(minutesOf(agenda)).toBe(agenda.map(({ minutes }) => minutes).reduce((a, b) => a + b));
    expect(minutesOf([])).toBe(0);
  });
});

describe('A phase', () => {
  it.each(PHASE_KINDS)('of the kind %s says what it is, what people do and what facilitation says', (kind) => {
    const spanish = phaseTexts(newPhase(kind), 'es');
    for (const text of Object.values(spanish)) expect(text).not.toBe('');
    expect(phaseTexts(newPhase(kind), 'en').title).not.toBe('');
    expect(phaseTexts(newPhase(kind), 'en').task).not.toBe(spanish.task);
  });

  it('that was added beside another of its kind has the minutes and words of that kind', () => {
    const added = newPhase('iceberg', 'iceberg-2');
    expect(added).toEqual({ ...newPhase('iceberg'), id: 'iceberg-2' });
    expect(phaseTexts(added, 'es')).toEqual(phaseTexts(newPhase('iceberg'), 'es'));
    expect(newPhase('break', 'break-9').minutes).toBe(newPhase('break').minutes);
  });

  it('that has a place in a preset has the minutes it has there', () => {
    for (const phase of agendaOf('full')) expect(newPhase(phase.kind, phase.id)).toEqual(phase);
  });

  it('keeps the words somebody gave it, in any language, and the template’s for the others', () => {
    const phase = { ...newPhase('value'), title: 'Nuestra', say: 'Ahora sí.' };
    for (const language of ['es', 'en'] as const)
      expect(phaseTexts(phase, language)).toEqual({
        title: 'Nuestra',
        task: phaseTexts(newPhase('value'), language).task,
        say: 'Ahora sí.',
      });
  });

  it.each([
    ['welcome', 'practice'],
    ['self', 'self-assessment'],
    ['iceberg', 'iceberg'],
    ['break', null],
    ['transfer', 'iceberg'],
    ['cluster', 'group-iceberg'],
    ['value', 'value'],
    ['issue', 'feedback'],
    ['peers', 'feedback'],
    ['close', 'closing'],
  ] as const)('%s is worked on on the board %s', (kind, board) => {
    expect(boardKindOf(kind)).toBe(board);
  });

  it('of grouping says what to do when reading is over', () => {
    expect(groupingTask('es')).not.toBe(groupingTask('en'));
    expect(groupingTask('es').length).toBeGreaterThan(10);
  });
});

describe('An agenda', () => {
  const phase = newPhase('value');
  const isAgenda = (...phases: object[]): boolean => v.is(agendaSchema, phases);
  const many = (n: number): Phase[] => Array.from({ length: n }, (_, i) => newPhase('value', `value-${i}`));

  it.each<[string, object]>([
    ['of no known kind', { kind: 'lunch' }],
    ['without a name of its own', { id: '' }],
    ['with a name that is none', { id: 'Value!' }],
    ['with an endless name', { id: 'v'.repeat(25) }],
    ['of no minutes', { minutes: 0 }],
    ['of half a minute', { minutes: 1.5 }],
    ['of too many minutes', { minutes: AGENDA.minutes + 1 }],
    ['with a blank title', { title: '  ' }],
    ['with a long title', { title: 'x'.repeat(AGENDA.title + 1) }],
    ['with a long task', { task: 'x'.repeat(AGENDA.task + 1) }],
    ['with a long say', { say: 'x'.repeat(AGENDA.say + 1) }],
    ['without words', { say: undefined }],
  ])('is none with a phase %s', (_, change) => {
    expect([isAgenda(phase), isAgenda({ ...phase, ...change })]).toEqual([true, false]);
  });

  it('goes to its bounds and not beyond', () => {
    const full = { title: 'x'.repeat(AGENDA.title), task: 'x'.repeat(AGENDA.task), say: 'x'.repeat(AGENDA.say) };
    expect(isAgenda({ ...phase, ...full, id: 'v'.repeat(24), minutes: AGENDA.minutes })).toBe(true);
    expect([isAgenda(), isAgenda(...many(AGENDA.phases)), isAgenda(...many(AGENDA.phases + 1))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isAgenda(phase, { ...phase, kind: 'close' })).toBe(false);
    expect(v.parse(agendaSchema, [{ ...phase, title: ' Nuestra ' }])[0]?.title).toBe('Nuestra');
  });
});
