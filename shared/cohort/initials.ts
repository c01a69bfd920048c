/** Short forms of names: initials of a person, acronym of an organisation. Knows no document. */

const SMALL_WORDS = new Set([
  'de',
  'del',
  'la',
  'las',
  'el',
  'los',
  'y',
  'e',
  'en',
  'para',
  'por',
  'a',
  'the',
  'of',
  'and',
  'for',
]);

/** First letters of the first two words: «Milagros Tirado Cintrón» → `MT`; one word gives its first two letters. */
export function initialsOf(name: string): string {
  const words = wordsOf(name);
  const [first, second] = words;
  if (first === undefined) return '';
  return (
    second === undefined ? firstLetters(first, 2) : firstLetters(first, 1) + firstLetters(second, 1)
  ).toUpperCase();
}

/** Up to three first letters of the words that carry meaning: «Red de Huertos del Este» → `RHE`. */
export function acronymOf(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((w) => !SMALL_WORDS.has(w.toLowerCase()));
  const used = telling.length > 0 ? telling : words;
  const only = used.length === 1 ? used[0] : undefined;
  if (only !== undefined) return firstLetters(only, 2).toUpperCase();
  return used
    .slice(0, 3)
    .map((w) => firstLetters(w, 1))
    .join('')
    .toUpperCase();
}

const wordsOf = (name: string): string[] => name.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
const firstLetters = (word: string, n: number): string => [...word].slice(0, n).join('');
