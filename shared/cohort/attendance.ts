/**
 * Who is at the call, as presence on the cohort's document: from which device, whether writing or away, and whose hand is
 * up. States come from other people's machines; the relay has put the right person into them. Knows no socket and no clock.
 */
import { isPersonId, type PersonId } from '../ids.ts';

export const DEVICES = ['computer', 'phone'] as const;
export type Device = (typeof DEVICES)[number];
/** `away`: the window is hidden or nobody has touched it for a while. */
export type At = 'here' | 'writing' | 'away';

/** One window's presence. `hand`: since when it is up, milliseconds since 1970 in server time, or null. */
export interface Attendance {
  readonly person: PersonId;
  readonly device: Device;
  readonly at: At;
  readonly hand: number | null;
}
/** One person, however many windows and devices. */
export interface Attending {
  /** What the most awake of the windows does. */
  readonly at: At;
  /** In the order of `DEVICES`, each once. */
  readonly devices: readonly Device[];
  /** Since when the hand has been up; lowered only when it is down in every window. */
  readonly hand: number | null;
}

/** What a window says about itself. The name is not in it: the cohort's document has it. */
export const attendanceState = ({ person, device, at, hand }: Attendance): object => ({
  user: { id: person },
  device,
  at,
  hand,
});

/** Null when it does not say who it is; whatever else is unreadable counts as the plainest. */
export function parseAttendance(state: unknown): Attendance | null {
  if (!isRecord(state) || !isRecord(state.user) || !isPersonId(state.user.id)) return null;
  const { device, at, hand } = state;
  return {
    person: state.user.id,
    device: device === 'phone' ? 'phone' : 'computer',
    at: at === 'writing' || at === 'away' ? at : 'here',
    hand: typeof hand === 'number' && Number.isFinite(hand) && hand > 0 ? hand : null,
  };
}

const AWAKE: readonly At[] = ['away', 'here', 'writing'];

/** Everybody who is connected, once each. */
export function attendanceOf(states: Iterable<unknown>): ReadonlyMap<PersonId, Attending> {
  const people = new Map<PersonId, Attending>();
  for (const state of states) {
    const one = parseAttendance(state);
    if (!one) continue;
    const known = people.get(one.person);
    people.set(one.person, known ? together(known, one) : { at: one.at, devices: [one.device], hand: one.hand });
  }
  return people;
}

function together(known: Attending, { at, device, hand }: Attendance): Attending {
  return {
    at: AWAKE.indexOf(at) > AWAKE.indexOf(known.at) ? at : known.at,
    devices: DEVICES.filter((one) => one === device || known.devices.includes(one)),
    hand: known.hand === null || hand === null ? (known.hand ?? hand) : Math.min(known.hand, hand),
  };
}

export function isSameAttendance(a: ReadonlyMap<PersonId, Attending>, b: ReadonlyMap<PersonId, Attending>): boolean {
  if (a.size !== b.size) return false;
  for (const [person, one] of a) {
    const other = b.get(person);
    if (!other || other.at !== one.at || other.hand !== one.hand) return false;
    if (other.devices.join() !== one.devices.join()) return false;
  }
  return true;
}

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
