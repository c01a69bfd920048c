/**
 * The measures of a room's screen, in units: it is 1366 wide and 768 high, and a unit grows and shrinks with the window
 * (Slides.module.css). What is laid out with them fits every screen that is not narrower than it is high. Pure.
 */
import type { Cohort } from '../../../shared/cohort/document.ts';
import { linesOf } from './measure.ts';

/** Letter sizes. The smallest is for signatures; what is meant to be read begins at 28. */
export const SIZE = { sign: 24, small: 28, note: 30, sentence: 36, title: 40 } as const;
const SCREEN = { w: 1366, h: 768 };
/** The bar on top; it holds a target of 44 px, which is more units on a small window. */
const BAR = 60;
/** The head of the call: one line over a slide, and with the task where there is place. */
export const HEAD = { slim: 78, small: 168 } as const;
const PAD = { side: 40, block: 16 } as const;
const GAP = 24;

export const INNER = SCREEN.w - 2 * PAD.side;
/** Of two columns. */
export const HALF = (INNER - GAP) / 2;

/** What a word of facilitation to all takes at the foot of the screen. */
const MESSAGE = { size: 28, line: 36, pad: 24, width: SCREEN.w - 160 } as const;
/** A word that was said before everybody was called to where they are now has been read. */
export const messageNow = ({ message, landing }: MessageOfCall): Cohort['call']['message'] =>
  message && message.at >= landing.at ? message : null;
export type MessageOfCall = Pick<Cohort['call'], 'message' | 'landing'>;

function messageHeight(call: MessageOfCall): number {
  const message = messageNow(call);
  return message ? linesOf(message.text, MESSAGE.size, MESSAGE.width) * MESSAGE.line + MESSAGE.pad : 0;
}

/** What is left for a slide. */
export const stageHeight = (call: MessageOfCall, head: keyof typeof HEAD): number =>
  SCREEN.h - BAR - HEAD[head] - messageHeight(call) - 2 * PAD.block;
