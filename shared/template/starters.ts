/** How the beginning of a sentence goes into a field: with room where somebody goes on, and the first gap inside it chosen. */

export interface Begun {
  readonly text: string;
  /** What is selected: the first gap, or the end when only the end is open. */
  readonly from: number;
  readonly to: number;
}

/** «Este año…» becomes «Este año » with the caret behind it; «Cada vez que… terminamos…» keeps its gaps, set apart. */
export function begin(starter: string): Begun {
  const text = starter.replace(/…$/, ' ').replace(/(\S)…/g, '$1 …');
  const gap = text.indexOf('…');
  return gap < 0 ? { text, from: text.length, to: text.length } : { text, from: gap, to: gap + 1 };
}
