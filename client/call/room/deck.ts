/** The slides a room can be shown in a phase, and which one it is shown now. Pure; knows neither the screen nor who turns. */
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { Slide } from '../../../shared/cohort/slide.ts';
import type { TextKey } from '../../i18n/text.ts';
import type { Head, NoteBlock, SentenceBlock, ThemeBlock } from './blocks.ts';
import type { CommitmentBlock, WordsBlock } from './closing-blocks.ts';
import { linesOf } from './measure.ts';
import type { Page } from './pack.ts';
import { type HEAD, INNER, type MessageOfCall, SIZE, stageHeight } from './stage.ts';

export type Block = Head | NoteBlock | SentenceBlock | ThemeBlock | CommitmentBlock | WordsBlock;

export interface DeckSlide {
  readonly slide: Slide;
  readonly title: string;
  /** Of a theme, from 1; 0 is none. */
  readonly number: number;
  /** How much there is, in words; empty where it is not counted. */
  readonly count: string;
  /** At least one. */
  readonly pages: readonly Page<Block>[];
  /** What is said where there is nothing. */
  readonly empty: TextKey;
  readonly head: keyof typeof HEAD;
}
export interface Stop {
  readonly slide: DeckSlide;
  /** From 0. */
  readonly page: number;
}

/** Beside a title: how much there is, and which page this is. */
const BESIDE = 460;
const titleHeight = (title: string, number = 0): number =>
  linesOf(title, SIZE.title, INNER - BESIDE - (number > 0 ? 72 : 0)) * 48 + 16;
/** What the blocks of a slide with this title have. */
export const pageHeight = (call: MessageOfCall, title: string, number = 0): number =>
  stageHeight(call, 'slim') - titleHeight(title, number);

/** What facilitation shows, else what the phase shows by itself; a page that is gone is the last one. Null for no slides. */
export function stopNow(deck: readonly DeckSlide[], { call }: Pick<Cohort, 'call'>): Stop | null {
  const shown = deck.find(({ slide }) => slide === call.shown?.slide);
  const slide = shown ?? deck.find(({ slide: one }) => one === slideOfPhase(deck, call)) ?? deck[0];
  if (!slide) return null;
  return { slide, page: shown && call.shown ? Math.min(call.shown.page, shown.pages.length - 1) : 0 };
}

/** Silent reading begins with the first layer that has something to read; afterwards the themes, once there are some. */
function slideOfPhase(deck: readonly DeckSlide[], call: Cohort['call']): Slide | null {
  if (phaseNow(call)?.kind !== 'cluster') return null;
  const layer = deck.find((slide) => LAYERS.has(slide.slide) && !isBlank({ slide, page: 0 }));
  if (call.reading) return layer?.slide ?? null;
  return 'themes';
}
const LAYERS: ReadonlySet<Slide> = new Set<Slide>(['results', 'patterns', 'structures', 'beliefs']);

/** Whether there is nothing on a page. */
export const isBlank = ({ slide, page }: Stop): boolean =>
  (slide.pages[page]?.columns ?? []).every(({ length }) => length === 0);

/** The page before or after, over the ends of slides; null at the ends of the deck. */
export function stopBeside(deck: readonly DeckSlide[], { slide, page }: Stop, step: 1 | -1): Stop | null {
  if (page + step >= 0 && page + step < slide.pages.length) return { slide, page: page + step };
  const next = deck[deck.indexOf(slide) + step];
  return next ? { slide: next, page: step === 1 ? 0 : next.pages.length - 1 } : null;
}
