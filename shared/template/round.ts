/** The steps of a round between peers, in words. Knows no clock and no order of turns. */
import type { StepId } from '../cohort/rounds.ts';
import type { Language } from '../language.ts';
import texts from './round-texts.json' with { type: 'json' };

/** `{org}` is who presents. */
export function roundStepTexts(step: StepId, language: Language, org: string): { title: string; say: string } {
  const found = texts.find(({ id }) => id === step);
  if (!found) throw new Error(`round-texts.json lacks ${step}`);
  return { title: found.title[language], say: found.say[language].replaceAll('{org}', () => org) };
}
