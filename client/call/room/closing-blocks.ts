/** The pieces of the closing's slides: rows of words, and rows of the table of commitments. Pure; draws nothing. */
import type { ToldCommitment, Word } from '../../../shared/board/closing.ts';
import type { SaidProgress } from '../../../shared/board/progress.ts';
import { turnOf } from '../../board/turn-of.ts';
import { linesOf, textWidth } from './measure.ts';
import { INNER, SIZE } from './stage.ts';

export interface LargeWord {
  readonly person: string;
  readonly text: string;
  readonly acronym: string;
  readonly size: number;
  readonly ink: number;
}
export interface WordsBlock {
  readonly kind: 'words';
  readonly height: number;
  readonly words: readonly LargeWord[];
}
export interface CommitmentBlock {
  readonly kind: 'commitment';
  readonly height: number;
  readonly id: string;
  readonly what: string;
  readonly who: string;
  /** In words. */
  readonly when: string;
  /** Of an earlier call, and said. */
  readonly done: SaidProgress | null;
}

/** Widths of what, who and when. */
const COLUMNS = { what: 570, who: 290, when: 378 } as const;
/** Between two words of a row; the wall's own border on both sides. */
const BETWEEN = 56;
const WALL = INNER - 48;

/** Words in rows, as large as all of them fit on one page, and never smaller than can be read. */
export function wordRows(words: readonly (Word & { acronym: string })[], height: number): WordsBlock[] {
  const [largest = [], ...smaller] = [1.5, 1.2, 1, 0.85, 0.75].map((scale) => rowsAt(words, scale));
  const fits = (rows: readonly WordsBlock[]): boolean => rows.reduce((sum, row) => sum + row.height, 0) <= height;
  return [largest, ...smaller].find(fits) ?? smaller.at(-1) ?? [];
}

const SIZES = [38, 46, 56] as const;

function rowsAt(words: readonly (Word & { acronym: string })[], scale: number): WordsBlock[] {
  const rows: LargeWord[][] = [];
  let left = 0;
  for (const { person, text, acronym } of words) {
    const size = Math.round((SIZES[turnOf(person, SIZES.length)] ?? SIZES[0]) * scale);
    const width = Math.min(WALL, Math.max(textWidth(text, size), textWidth(acronym, SIZE.sign)));
    const word = { person, text, acronym, size, ink: turnOf(`${person}.`, 4) };
    if (rows.length > 0 && width + BETWEEN <= left) {
      rows.at(-1)?.push(word);
      left -= width + BETWEEN;
    } else {
      rows.push([word]);
      left = WALL - width;
    }
  }
  return rows.map((row) => ({ kind: 'words', height: Math.max(...row.map(wordHeight)) + 14, words: row }));
}
const wordHeight = ({ text, size }: LargeWord): number => Math.ceil(linesOf(text, size, WALL) * size * 1.15) + 30;

export function commitmentBlock(one: ToldCommitment, when: string, isEarlier: boolean): CommitmentBlock {
  const done = isEarlier && one.done !== 'open' ? one.done : null;
  const lines = Math.max(
    linesOf(one.what, SIZE.small, COLUMNS.what),
    linesOf(one.who || '—', SIZE.small, COLUMNS.who),
    linesOf(when, SIZE.small, COLUMNS.when) + (done === null ? 0 : 1),
  );
  const { id, what, who } = one;
  return { kind: 'commitment', height: lines * 36 + 21, id, what, who, when, done };
}
