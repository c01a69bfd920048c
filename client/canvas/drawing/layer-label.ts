/** How the label of a layer is set in its column: title, tagline and questions, as lines with baselines. Knows no React. */
import type { Band } from '../../../shared/template/shapes.ts';
import type { LayerTexts } from '../../../shared/template/texts.ts';
import { type Measure, measureText, wrapText } from './text.ts';

export interface SetText {
  readonly lines: ReadonlyArray<string>;
  readonly size: number;
  readonly leading: number;
  /** Baseline of the first line. */
  readonly y: number;
}

export interface SetLabel {
  readonly disc: { readonly cx: number; readonly cy: number; readonly r: number };
  readonly title: SetText;
  readonly tagline: SetText;
  readonly questions: ReadonlyArray<SetText>;
}

const TITLE = { size: 44, from: 80 } as const;
const TAGLINE = 28;
/** Sizes of the questions, the first that fits into the band. */
const QUESTION_SIZES = [27, 26, 25, 24, 23, 22] as const;
const QUESTION_FROM = 24;
const GAP = 13;

/** Fits the label of one layer into its band, in a column that begins at `x` and is `w` wide. */
export function setLabel(
  texts: LayerTexts,
  column: { x: number; w: number },
  band: Band,
  measure: Measure = measureText,
): SetLabel {
  const top = band.top + (texts.order === 1 ? 75 : 63);
  const titleLines = wrapText(texts.title, TITLE.size, column.w - TITLE.from, measure, 700);
  const titleLeading = TITLE.size * 1.08;
  const tagY = top + 17 + (titleLines.length - 1) * titleLeading + 40;
  const tagLines = wrapText(texts.tagline, TAGLINE, column.w - TITLE.from, measure);
  const from = tagY + (tagLines.length - 1) * TAGLINE * 1.2 + 56;
  const setAll = QUESTION_SIZES.map((size) =>
    setQuestions(texts.questions, size, column.w - QUESTION_FROM, from, measure),
  );
  const questions = setAll.find((set) => endOf(set) <= band.bottom - 62) ?? setAll.at(-1) ?? [];
  return {
    disc: { cx: column.x + 32, cy: top, r: 32 },
    title: { lines: titleLines, size: TITLE.size, leading: titleLeading, y: top + 17 },
    tagline: { lines: tagLines, size: TAGLINE, leading: TAGLINE * 1.2, y: tagY },
    questions,
  };
}

const endOf = (set: ReadonlyArray<SetText>): number => {
  const last = set.at(-1);
  return last ? last.y + (last.lines.length - 1) * last.leading : 0;
};

function setQuestions(
  questions: ReadonlyArray<string>,
  size: number,
  width: number,
  from: number,
  measure: Measure,
): SetText[] {
  const leading = size * 1.22;
  let y = from;
  return questions.map((question) => {
    const lines = wrapText(question, size, width, measure);
    const set = { lines, size, leading, y };
    y += lines.length * leading + GAP;
    return set;
  });
}
