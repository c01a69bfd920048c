/** What the desk and its process say to each other. Types only. */
import type { Results, Work, WorkKind } from './board-work.ts';

/** One piece of work. */
export interface Asked {
  readonly kind: WorkKind;
  readonly work: Work[WorkKind];
}
/** Its result, or the kind of error it ended with. */
export type Answered = { readonly result: Results[WorkKind] } | { readonly failed: string };
