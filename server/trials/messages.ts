/** What the server and the process that tries updates say to each other. Types only. */
import type { Shape, Verdict } from '../sync/ports.ts';

export interface TrialRequest {
  /** The copy to begin with, or null for an empty one. */
  readonly copy: number | null;
  /** What that copy does not have of the board, in order. */
  readonly updates: readonly Uint8Array[];
  readonly update: Uint8Array;
  /** Under which number the copy may be kept afterwards. */
  readonly as: number;
  /** Everything may take so many times as long as usual. */
  readonly patience: number;
}

export interface TrialResult {
  /** `again`: the computer did not get to it, or the copy is no good. */
  readonly verdict: Verdict | 'again';
  /** Processor time for the update, and for each of `updates` before it, in ms. */
  readonly ms: number;
  readonly heldMs: Float64Array;
  /** Of the copy with the update on it; null when none is kept. */
  readonly shape: Shape | null;
  /** Copies that are kept. */
  readonly copies: readonly number[];
}

/** What was tried, or the kind of error it ended with. */
export type TrialAnswer = TrialResult | { readonly failed: string };
