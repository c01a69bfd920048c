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

/** Lines a text takes when it wraps between words, and within those that are longer than a line. `tail` stands behind its last word. */
export function linesOf(text: string, size: number, width: number, tail = 0): number {
  const space = textWidth(' ', size);
  let lines = 0;
  let rest = 0;
  const put = (wide: number): void => {
    if (lines > 0 && space + wide <= rest) rest -= space + wide;
    else {
      const over = Math.max(0, Math.ceil(wide / width) - 1);
      lines += 1 + over;
      rest = width - (wide - over * width);
    }
  };
  for (const paragraph of text.split('\n')) {
    rest = 0;
    const words = paragraph.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) lines += 1;
    for (const word of words) put(textWidth(word, size));
  }
  if (tail > 0) put(tail);
  return lines;
}
