/** What the desk and its thread say to each other, and how bytes are moved rather than copied. Knows no board. */
import type { Results, Work, WorkKind } from './board-work.ts';

/** One piece of work. */
export interface Asked {
  readonly kind: WorkKind;
  readonly work: Work[WorkKind];
}
/** Its result, or the kind of error it ended with. */
export type Answered = { readonly result: Results[WorkKind] } | { readonly failed: string };

/** The memory of all byte arrays in here that have it for themselves: it may go along with a message. */
export function movable(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer } = value;
    return buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength ? [buffer] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(movable) : [];
}
