/** What a board's log asks about an update it is offered, and what becomes of that. Types only. */
import type { Shape, Verdict } from './ports.ts';
import type { KnownBoard } from './update-check.ts';

/** What the update alone does not tell. */
export interface Judge extends Pick<KnownBoard, 'levelOf'> {
  /** It was offered before and tried since: what is counted of it has been counted. */
  readonly wasTried: boolean;
  /** Of the board as it is now, where that is known. */
  readonly shape?: Shape | undefined;
  /** Whether its sender may write as this client. */
  mayWriteAs(client: number): boolean;
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

/** What became of an update. */
export type Offered =
  /** `store`: to be saved. `send`: to be passed on, that and stored records which now have their place. */
  | {
      readonly kind: 'taken';
      readonly store: Uint8Array;
      readonly send: readonly Uint8Array[];
      readonly by: ToTry['clients'];
    }
  /** Nothing in it was new. */
  | { readonly kind: 'known' }
  /** It builds on what is not there, or others bring part of it themselves; nothing of it was taken. */
  | { readonly kind: 'incomplete' }
  /** The board would have more entries than a board may have. */
  | { readonly kind: 'too-many' }
  /** It has to be tried first; `news` is what is to be tried. */
  | { readonly kind: 'untried'; readonly news: ToTry }
  | { readonly kind: 'refused'; readonly why: string };
