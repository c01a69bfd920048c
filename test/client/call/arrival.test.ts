import { expect, it } from 'vitest';
import { lateWords } from '../../../client/call/arrival.ts';
import { PHASE_KINDS } from '../../../shared/cohort/agenda.ts';
import { textIn } from '../../kit/pages/words.ts';

it('promises who comes late that they can write only where they can', () => {
  const reading = PHASE_KINDS.filter((kind) => lateWords(kind) === 'call.lateReads');
  expect(reading).toEqual(['break', 'cluster', 'peers']);
  expect(textIn('es', 'call.lateReads', { phase: 'Pausa' })).toBe('Vamos por: Pausa. Puedes seguirlo desde aquí.');
});
