/** Titles of the pages of the method, in words. Apart from their other texts: lists of boards need no more than this. */
import type { Language } from '../language.ts';
import texts from './title-texts.json' with { type: 'json' };

export const selfTitle = (language: Language): string => texts.selfAssessment[language];
export const feedbackTitle = (language: Language, org: string): string =>
  texts.feedback[language].replace('{org}', () => org);
