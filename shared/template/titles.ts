/** Titles of the boards whose template has no drawing, in words. Apart from their other texts: lists of boards need no more than this. */
import type { Language } from '../language.ts';
import texts from './title-texts.json' with { type: 'json' };

/** What a kind of board is called, with the name of its organisation where it has one. */
export const kindTitle = (kind: keyof typeof texts, language: Language, org = ''): string =>
  texts[kind][language].replace('{org}', () => org);
