/** How the text of a note is set: size, lines and the height it needs. The same lines serve screen, PNG and SVG. Knows no React. */
import { NOTE } from '../../../shared/template/geometry.ts';
import { forgetMeasured, type Measure, measureText, wrapText } from './text.ts';

/** Canvas units. `below` is kept free for the tag, the initials and other marks. */
export const NOTE_TEXT = { padding: 16, below: 40, lineHeight: 1.2, sizes: [22, 20, 18, 16, 14] } as const;

export interface NoteLayout {
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly lines: ReadonlyArray<string>;
  /** 200, or more when the text needs it at the smallest legible size: nothing is ever cut. */
  readonly height: number;
}

const WIDTH = NOTE.size - 2 * NOTE_TEXT.padding;
const SMALLEST = NOTE_TEXT.sizes[NOTE_TEXT.sizes.length - 1] ?? 14;
const MOST_KEPT = 5_000;

let kept = new WeakMap<Measure, Map<string, NoteLayout>>();

/** To call when the fonts have loaded; every note is then set anew. */
export function forgetWidths(): void {
  forgetMeasured();
  kept = new WeakMap();
}

/** Remembered by text, so that asking again at every frame costs nothing. */
export function layoutNote(text: string, measure: Measure = measureText): NoteLayout {
  let known = kept.get(measure);
  if (!known || known.size >= MOST_KEPT) {
    known = new Map();
    kept.set(measure, known);
  }
  const found = known.get(text);
  if (found) return found;
  const made = setNote(text, measure);
  known.set(text, made);
  return made;
}

const heightOf = (lines: number, fontSize: number): number =>
  NOTE_TEXT.padding + Math.ceil(lines * fontSize * NOTE_TEXT.lineHeight) + NOTE_TEXT.below;

/** The largest size that holds the text without breaking a word, else the largest that holds it at all, else a taller note. */
function setNote(text: string, measure: Measure): NoteLayout {
  const tries = NOTE_TEXT.sizes.map((fontSize) => ({ fontSize, lines: wrapText(text, fontSize, WIDTH, measure) }));
  const holding = tries.filter(({ fontSize, lines }) => heightOf(lines.length, fontSize) <= NOTE.size);
  const words = text.split(/\s+/);
  const whole = ({ fontSize }: { fontSize: number }) => words.every((word) => measure(word, fontSize, 500) <= WIDTH);
  const { fontSize, lines } = holding.find(whole) ??
    holding[0] ??
    tries.at(-1) ?? { fontSize: SMALLEST, lines: [text] };
  return {
    fontSize,
    lineHeight: fontSize * NOTE_TEXT.lineHeight,
    lines,
    height: Math.max(NOTE.size, heightOf(lines.length, fontSize)),
  };
}
