/** The pieces a room's slides are made of, each with the height it takes (stage.ts). Pure; draws nothing. */
import { type Note, tagOf } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { Cohort, Organisation } from '../../../shared/cohort/document.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { paperOf } from '../../../shared/template/tones.ts';
import { namesOf, signatureOf } from '../../board/lines.ts';
import { dotsOn } from '../../board/resonance.ts';
import { linesOf, piecesOf, textWidth } from './measure.ts';
import { HALF, SIZE } from './stage.ts';

export interface Head {
  readonly kind: 'head';
  readonly height: number;
  readonly text: string;
  /** Of a theme, from 1; 0 is none. */
  readonly number: number;
}
export type Mark = 'gear' | 'diamond' | 'star';
export interface NoteBlock {
  readonly kind: 'note';
  readonly height: number;
  readonly id: NoteId | string;
  readonly text: string;
  readonly paper: string;
  readonly marks: readonly Mark[];
  readonly by: string;
  /** Dots of all once they are shown; else null. */
  readonly dots: number | null;
}
export interface SentenceBlock {
  readonly kind: 'sentence';
  readonly height: number;
  readonly text: string;
}
export interface ThemeBlock {
  readonly kind: 'theme';
  readonly height: number;
  readonly number: number;
  readonly title: string;
  readonly count: number;
  readonly dots: number | null;
}

/** A head's disc, and a mark behind the words of a note, with the space beside it. */
const DISC = 52;
const MARK = 36;
/** Notes are 280 letters at most where they are written; one that was imported or merged ends with an ellipsis. */
const MOST_LINES = 9;
/** How wide a line on paper is. */
const WRITTEN = HALF - 40;

export function headBlock(text: string, number = 0): Head {
  const lines = linesOf(text, SIZE.small, HALF - (number > 0 ? DISC : 0));
  return { kind: 'head', height: lines * 36 + 14, text, number };
}

/** Words on paper, signed at their end. */
export function noteBlock(note: Note, cohort: Cohort): NoteBlock {
  const marks: Mark[] = [];
  if (note.operational) marks.push('gear');
  if (note.programmatic) marks.push('diamond');
  if (note.star) marks.push('star');
  const by = signedBy(note, cohort);
  const dots = dotsOn(cohort, [note]);
  const text = note.text.trim();
  const tail = Math.min(WRITTEN, marks.length * MARK + textWidth(by, SIZE.sign) + (dots ? 2.5 * MARK : 0));
  return {
    kind: 'note',
    height: paperHeight(text, tail),
    id: note.id,
    text,
    paper: paperOf(tagOf(note)),
    marks,
    by,
    dots,
  };
}
/** By name where somebody signed with theirs: initials among acronyms would be riddles. */
const signedBy = (note: Note, cohort: Cohort): string => namesOf(note, cohort).person || signatureOf(note, cohort);
/** A line of a published zone. */
export const lineBlock = (id: string, text: string, paper: string): NoteBlock => ({
  kind: 'note',
  height: paperHeight(text, 0),
  id,
  text,
  paper,
  marks: [],
  by: '',
  dots: null,
});
const paperHeight = (text: string, tail: number): number =>
  Math.min(MOST_LINES, linesOf(text, SIZE.note, WRITTEN, tail)) * 38 + 32;

const SENTENCE = { width: HALF - 56, line: 46, around: 38 } as const;

/** A sentence, in as many blocks as columns of this height ask for. */
export function sentenceBlocks(whole: string, height: number): SentenceBlock[] {
  const { width, line, around } = SENTENCE;
  const most = Math.max(1, Math.floor((height - around) / line));
  return piecesOf(whole, SIZE.sentence, width, most).map((text) => ({
    kind: 'sentence',
    height: linesOf(text, SIZE.sentence, width) * line + around,
    text,
  }));
}

export function themeBlock(theme: Pick<Theme, 'title'>, number: number, notes: readonly Note[], cohort: Cohort) {
  const dots = dotsOn(cohort, notes);
  const width = HALF - DISC - 100 - (dots === null ? 0 : 110);
  const height = linesOf(theme.title, SIZE.note, width) * 38 + 36;
  return { kind: 'theme', height, number, title: theme.title, count: notes.length, dots } satisfies ThemeBlock;
}

export const nameOf = ({ acronym, name }: Organisation): string => (acronym ? `${acronym} · ${name}` : name);
