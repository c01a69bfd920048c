/** How wide text is and how it breaks into lines. Knows one font family; no note, no SVG and no React. */

/** The family of every drawn text: the canvas' own font, then what a computer without it has. */
export const FONT_FAMILY = "tldraw_sans, 'IBM Plex Sans', 'Liberation Sans', Arial, sans-serif";

export type Weight = 500 | 700;

/** Width of one line in canvas units. */
export type Measure = (text: string, fontSize: number, weight: Weight) => number;

/** Thousandths of the font size, medium weight, by groups of similar characters. */
const AVERAGE_WIDTHS: ReadonlyArray<readonly [number, string]> = [
  [250, " 'ijíl!,.¡:;"],
  [370, '()ftr-/I"'],
  [500, '?z¿s“”Lcvy'],
  [560, 'Jagkxáeoé_óFThnuñúü'],
  [600, '0123456789ESZbdpqÉÍÓÚÁ'],
  [650, 'PVYCXABKRDUÑ'],
  [710, 'GHNOQ'],
  [820, 'wM…—mW'],
];
const UNKNOWN_WIDTH = 600;
const BOLD = 1.04;

const averageWidth = new Map(
  AVERAGE_WIDTHS.flatMap(([width, group]) => [...group].map((one) => [one, width] as const)),
);

/** Where there is no browser to ask: average widths, a little generous. */
export const averageMeasure: Measure = (text, fontSize, weight) => {
  let thousandths = 0;
  for (const one of text) thousandths += averageWidth.get(one) ?? UNKNOWN_WIDTH;
  return (thousandths * fontSize * (weight === 700 ? BOLD : 1)) / 1000;
};

/** Widths are measured once at this size and scaled: fonts scale linearly. */
const MEASURED_AT = 100;
const MOST_KEPT = 20_000;
const known = new Map<string, number>();

const pencil: OffscreenCanvasRenderingContext2D | null =
  typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');

/** Measures with the browser's own text engine, word by word and remembered; with averages elsewhere. */
export const measureText: Measure = (text, fontSize, weight) => {
  if (!pencil) return averageMeasure(text, fontSize, weight);
  const key = weight + text;
  let width = known.get(key);
  if (width === undefined) {
    pencil.font = `${weight} ${MEASURED_AT}px ${FONT_FAMILY}`;
    width = pencil.measureText(text).width;
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, width);
  }
  return (width * fontSize) / MEASURED_AT;
};

/** To call when a font finishes loading: what was measured before it is wrong now. */
export const forgetMeasured = (): void => known.clear();

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a word that is wider than a line. Each piece has at least one character. */
function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  pieces.push(piece);
  return pieces;
}

/** Lines no wider than `maxWidth`: breaks at spaces and line ends, and inside a word only when it is wider than a line. */
export function wrapText(
  text: string,
  fontSize: number,
  maxWidth: number,
  measure: Measure = measureText,
  weight: Weight = 500,
): string[] {
  const fits = (line: string) => measure(line, fontSize, weight) <= maxWidth;
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, fits));
}

function wrapParagraph(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/)) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = fits(word) ? [word] : breakWord(word, fits);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  lines.push(line);
  return lines;
}

export interface Fitted {
  readonly fontSize: number;
  readonly lines: ReadonlyArray<string>;
}

/** The widest that a text may be: sizes from most to least wanted, and how many lines. */
export interface Room {
  readonly sizes: ReadonlyArray<number>;
  readonly width: number;
  readonly maxLines: number;
  readonly weight?: Weight;
}

/** The first size at which the text takes no more than `maxLines`; at the last size it is cut with an ellipsis. */
export function fitText(text: string, room: Room, measure: Measure = measureText): Fitted {
  const { sizes, width, maxLines, weight = 500 } = room;
  let fontSize = 0;
  let lines: string[] = [];
  for (fontSize of sizes) {
    lines = wrapText(text, fontSize, width, measure, weight);
    if (lines.length <= maxLines) return { fontSize, lines };
  }
  const kept = lines.slice(0, maxLines);
  const last = kept.pop() ?? '';
  return { fontSize, lines: [...kept, shorten(last, (line) => measure(line, fontSize, weight) <= width)] };
}

/** Cut at the end until it fits with its ellipsis. */
function shorten(line: string, fits: (line: string) => boolean): string {
  const pieces = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (pieces.length > 0 && !fits(`${pieces.join('').trimEnd()}…`)) pieces.pop();
  return `${pieces.join('').trimEnd()}…`;
}
