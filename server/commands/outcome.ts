/** What a command gives back: its value, or why it was refused. Knows no status code and no wording. */
import type { Refusal } from '../../shared/api.ts';

export interface Refused {
  readonly ok: false;
  readonly why: Refusal;
  /** The property of the request at fault. */
  readonly field?: string;
  /** More about the reason, for people who write scripts. */
  readonly detail?: string;
}
export type Outcome<T> = { readonly ok: true; readonly value: T } | Refused;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (why: Refusal, more: { field?: string; detail?: string } = {}): Refused => ({
  ok: false,
  why,
  ...more,
});
