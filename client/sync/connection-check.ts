/**
 * Whether a call will work from this device: what is tried, one after the other, and how it is judged. Knows no browser,
 * no seat and no words: who tries is given.
 */
export const CHECKS = ['server', 'live', 'speed', 'notes', 'words', 'lasting', 'clock', 'page'] as const;
export type Check = (typeof CHECKS)[number];

/** `fair`: it works, and there is something to know. `untried`: what it needs did not work. */
export type Grade = 'well' | 'fair' | 'bad' | 'untried';
/** What may come of each, as the texts name it. */
export type Found =
  | `server.${'well' | 'bad'}`
  | `live.${'well' | 'bad' | 'untried'}`
  | `speed.${'well' | 'fair' | 'bad' | 'untried'}`
  | `notes.${'well' | 'bad'}`
  | `words.${'well' | 'bad'}`
  | `lasting.${'well' | 'fair'}`
  | `clock.${'well' | 'fair' | 'untried'}`
  | `page.${'well' | 'fair'}`;

export interface Finding {
  readonly found: Found;
  /** Milliseconds of a round trip, where that was measured. */
  readonly tripMs?: number;
  /** Minutes between two clocks, where they differ. */
  readonly minutes?: number;
}

/** What is tried. None may reject; each has its own patience. */
export interface Tries {
  readonly server: () => Promise<boolean>;
  /** Milliseconds of some round trips over a live connection; null when it did not open. */
  readonly live: () => Promise<readonly number[] | null>;
  readonly notes: () => Promise<boolean>;
  readonly words: () => boolean;
  readonly lasting: () => Promise<boolean>;
  /** How far this device's clock is from the server's, in milliseconds; null when nobody answered. */
  readonly clock: () => Promise<number | null>;
  readonly page: () => Promise<boolean>;
}

/** Up to here a letter of somebody else comes as if at once. */
const QUICK_MS = 300;
/** Up to here people can still work together; the product is tried with 400 ms each way. */
const SLOW_MS = 1500;
const MINUTE_MS = 60_000;

export async function* findings(tries: Tries): AsyncGenerator<Finding, void> {
  const answers = await tries.server();
  yield { found: answers ? 'server.well' : 'server.bad' };
  const trips = answers ? await tries.live() : null;
  yield { found: !answers ? 'live.untried' : trips ? 'live.well' : 'live.bad' };
  yield speedOf(trips ?? []);
  yield { found: (await tries.notes()) ? 'notes.well' : 'notes.bad' };
  yield { found: tries.words() ? 'words.well' : 'words.bad' };
  yield { found: (await tries.lasting()) ? 'lasting.well' : 'lasting.fair' };
  yield clockOf(answers ? await tries.clock() : null);
  yield { found: (await tries.page()) ? 'page.well' : 'page.fair' };
}

/** The one in the middle: a single slow one is no slow connection. */
function speedOf(trips: readonly number[]): Finding {
  const tripMs = [...trips].sort((a, b) => a - b)[Math.floor(trips.length / 2)];
  if (tripMs === undefined) return { found: 'speed.untried' };
  const found = tripMs <= QUICK_MS ? 'speed.well' : tripMs <= SLOW_MS ? 'speed.fair' : 'speed.bad';
  return { found, tripMs: Math.round(tripMs) };
}

function clockOf(offMs: number | null): Finding {
  if (offMs === null) return { found: 'clock.untried' };
  const minutes = Math.round(Math.abs(offMs) / MINUTE_MS);
  return minutes === 0 ? { found: 'clock.well' } : { found: 'clock.fair', minutes };
}

const GRADES: readonly Grade[] = ['bad', 'fair', 'untried', 'well'];

export const checkOf = ({ found }: Finding): Check => CHECKS.find((check) => found.startsWith(`${check}.`)) ?? 'server';
export const gradeOf = ({ found }: Finding): Grade => GRADES.find((grade) => found.endsWith(`.${grade}`)) ?? 'untried';

/** What all of them come to: the worst there is. Most browsers do not promise room, and nobody can make them. */
export function overall(all: readonly Finding[]): Exclude<Grade, 'untried'> {
  const counted = all.filter(({ found }) => found !== 'lasting.fair');
  const worst = GRADES.find((grade) => counted.some((finding) => gradeOf(finding) === grade));
  return worst === 'bad' || worst === 'fair' ? worst : 'well';
}
