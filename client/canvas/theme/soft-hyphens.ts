/** Where a long word may be broken, for browsers that carry no Spanish dictionary. Pure; knows no theme. */

const VOWEL = 'aeiouáéíóúü';
/** After a vowel and before a consonant that begins a syllable: `co·mu·ni·ca·ción`, `trans·pa·ren·cia`. */
const BREAK = new RegExp(
  `(?<=\\p{L}{3}[${VOWEL}]|\\p{L}{2}[${VOWEL}][nrsl])(?=(?:[bcdfgptk][rl]|ch|ll|rr|[b-df-hj-np-tv-zñ])[${VOWEL}]\\p{L}{1,})`,
  'giu',
);
const LONG = 9;

/** The text with soft hyphens in its long words; it reads and copies as before. */
export const softHyphens = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) => (word.length < LONG ? word : word.replace(BREAK, '\u00AD')));
