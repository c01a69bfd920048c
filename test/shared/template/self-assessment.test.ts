/** The month three years ago: that of the call, in words. */
import { expect, it } from 'vitest';
import { stepTexts } from '../../../shared/template/self-assessment.ts';

it.each([
  ['2026-12-01', 'es', 'Piensa en diciembre de 2023. ¿Cuál la describía entonces?'],
  ['2026-12-01', 'en', 'Think back to December 2023. Which one described it then?'],
  ['2028-02-29', 'es', 'Piensa en febrero de 2025. ¿Cuál la describía entonces?'],
  ['2026-11-30', 'en', 'Think back to November 2023. Which one described it then?'],
  ['', 'es', 'Piensa en tres años atrás. ¿Cuál la describía entonces?'],
] as const)('of a call on %s, in %s', (date, language, prompt) => {
  expect(stepTexts('then', language, date).prompt).toBe(prompt);
});
