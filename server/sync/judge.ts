/** What a board's log asks about an update it is offered. Types only. */
import type { Shape, Verdict } from './ports.ts';
import type { KnownBoard } from './update-check.ts';

/** What the update alone does not tell. */
export interface Judge extends Pick<KnownBoard, 'levelOf'> {
  /** It was offered before and tried since: what is counted of it has been counted. */
  readonly wasTried: boolean;
  /** Of the board as it is now, where that is known. */
  readonly shape?: Shape | undefined;
  /** Asked last of all: whether Yjs is trusted to get done with what is new, which may take it so many steps. */
  trusts(news: ToTry, steps: number): boolean;
}

/** What may have to be tried. */
export interface ToTry {
  readonly update: Uint8Array;
  /** Whose writing is in it. */
  readonly clients: ReadonlySet<number>;
}

/** What came of trying it: one object for each time. */
export interface Outcome {
  readonly of: ToTry;
  readonly verdict: Verdict;
}
