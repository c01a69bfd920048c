/**
 * The words of the method that are not Spanish, once this program has them: the server from the start, a browser when
 * somebody wants them. Knows no text.
 */
import type { Language } from '../language.ts';
import type { english } from './english.ts';

type Words = typeof english;

let learnt: Words | null = null;

export function learnEnglish(words: Words): void {
  learnt = words;
}

/** Spanish until English is learnt. */
export const wordsIn = <Part extends keyof Words>(language: Language, part: Part, spanish: Words[Part]): Words[Part] =>
  language === 'en' && learnt ? learnt[part] : spanish;
