/** What one page tells the next about how somebody got there, beside the address. Knows no call: the door carries it. */

import type { PhaseKind } from '../../shared/cohort/agenda.ts';

/** What the page before told this one; gone after a reload of the page it was told to. */
interface Told {
  /** Somebody has just taken a seat. */
  readonly joined?: boolean;
  /** Came in while the call was on: one line says where it is. */
  readonly late?: boolean;
}
export const JOINED: Told = { joined: true };
export const LATE: Told = { late: true };

export function isTold(what: keyof Told): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && what in state && Reflect.get(state, what) === true;
}

/** Whether this page was opened by landing somebody who came late. */
export const cameLate = (): boolean => isTold('late');

/**
 * What somebody who came late can do: where a group is arranged, and in a break, nobody writes on a board of theirs; among
 * peers it depends on the part of the round.
 */
export const lateWords = (kind: PhaseKind | undefined): 'call.late' | 'call.lateReads' =>
  kind === 'cluster' || kind === 'break' || kind === 'peers' ? 'call.lateReads' : 'call.late';
