/**
 * How much place words take in the interface's typeface, near enough to lay out a room's pages alike on every screen and
 * for who turns them elsewhere. Errs on the wide side. Pure; knows no screen.
 */

/** Widths as parts of the letter size, measured on IBM Plex Sans Bold, the widest in use. */
function widthOf(letter: string): number {
  if (letter === ' ') return 0.25;
  if (/[iíjl.,;:!¡'’|[\]]/.test(letter)) return 0.33;
  if (/[ftr()·-]/.test(letter)) return 0.41;
  if (/[mwMW@%—…]/.test(letter)) return 0.93;
  if (/[GHNÑOÓQUÚ&]/.test(letter)) return 0.72;
  if (/[ckszvxy]/.test(letter)) return 0.57;
  if (letter.length > 1 || /[\u2e80-\uffff]/.test(letter)) return 1.3;
  return /\p{Lu}/u.test(letter) ? 0.68 : 0.61;
}

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size;

/** Sums of widths are not exact. */
const ROUNDING = 1e-9;

/** Lines a text takes when it wraps between words, and within those that are longer than a line. `tail` stands behind its last word. */
export function linesOf(text: string, size: number, width: number, tail = 0): number {
  const space = textWidth(' ', size);
  let lines = 0;
  let rest = 0;
  const put = (wide: number, letters = 1): void => {
    if (lines > 0 && space + wide <= rest) rest -= space + wide;
    else {
      // A word that is broken leaves free at the end of a line what is narrower than a letter.
      const letter = wide / letters;
      const full = Math.max(1, Math.floor(width / letter + ROUNDING)) * letter;
      const over = wide <= width ? 0 : Math.ceil(wide / full - ROUNDING) - 1;
      lines += 1 + over;
      rest = width - (wide - over * full);
    }
  };
  for (const paragraph of text.split('\n')) {
    rest = 0;
    const words = paragraph.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) lines += 1;
    for (const word of words) put(textWidth(word, size), [...word].length);
  }
  if (tail > 0) put(tail);
  return lines;
}

/** A text in pieces of so many lines at most and about as long as each other, between words where that can be; whole where it fits. */
export function piecesOf(text: string, size: number, width: number, most: number): string[] {
  const lines = linesOf(text, size, width);
  if (lines <= most) return [text];
  const each = Math.ceil(lines / Math.ceil(lines / most));
  const fits = (one: string): boolean => linesOf(one, size, width) <= each;
  const pieces: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, fits))) {
    const longer = `${pieces.at(-1)} ${word}`;
    if (pieces.length > 0 && fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(word);
  }
  return pieces;
}

function broken(word: string, fits: (one: string) => boolean): string[] {
  const letters = [...word];
  if (letters.length < 2 || fits(word)) return word === '' ? [] : [word];
  const half = Math.ceil(letters.length / 2);
  return [letters.slice(0, half), letters.slice(half)].flatMap((part) => broken(part.join(''), fits));
}
