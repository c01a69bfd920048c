/**
 * A log that says the same thing once a minute, so that nobody can fill the disk with it. The first line is written at
 * once; how many came after it, and when the last one did, follows within a minute. Knows no event.
 */
import type { Clock, Log } from './sync/ports.ts';

export interface SparingLog {
  readonly log: Log;
  /** Writes what was only counted so far. From now on every line is written: there may be no minute left. */
  end(): void;
}

/** How long one line stands for all that say the same. */
const EVERY_MS = 60_000;
/** Different lines of one event in that time; any others share one line, so that many boards fill neither memory nor disk. */
const MOST_LINES = 200;
/** Where those are counted. No line has this key. */
const OTHERS = '';

type Fields = NonNullable<Parameters<Log>[1]>;
type SparingClock = Pick<Clock, 'now' | 'after'>;

/** What was last said of one thing, and what was not. */
interface Said {
  readonly at: number;
  /** Lines that were only counted since. */
  times: number;
  /** Of the last of them. */
  fields: Fields;
  last: number;
  cancelTimer: () => void;
}

/** Events in `unspared` are written line by line. */
export function createSparingLog(log: Log, clock: SparingClock, unspared: ReadonlySet<string> = new Set()): SparingLog {
  const spared = new LogOnceAMinute(log, clock);
  let isOver = false;
  return {
    log: (event, fields = {}) => (isOver || unspared.has(event) ? log(event, fields) : spared.say(event, fields)),
    end: () => {
      isOver = true;
      spared.settle();
    },
  };
}

class LogOnceAMinute {
  readonly #log: Log;
  readonly #clock: SparingClock;
  /** Of each event, oldest first. */
  readonly #events = new Map<string, Map<string, Said>>();

  constructor(log: Log, clock: SparingClock) {
    this.#log = log;
    this.#clock = clock;
  }

  say(event: string, fields: Fields): void {
    const lines = this.#linesOf(event);
    this.#forget(lines);
    const key = keyOf(fields);
    const place = lines.has(key) || lines.size < MOST_LINES ? key : OTHERS;
    const said = lines.get(place);
    if (said !== undefined) {
      this.#count(said, place === OTHERS ? {} : fields, () => this.#sumUp(event, place));
      return;
    }
    lines.set(place, saidAt(this.#clock.now()));
    this.#log(event, fields);
  }

  /** Sums up what was only counted so far. */
  settle(): void {
    for (const [event, lines] of this.#events) for (const place of [...lines.keys()]) this.#sumUp(event, place);
  }

  #linesOf(event: string): Map<string, Said> {
    const known = this.#events.get(event);
    if (known !== undefined) return known;
    const lines = new Map<string, Said>();
    this.#events.set(event, lines);
    return lines;
  }

  /** What was said long enough ago, and not again since. Where something was counted a timer is about to sum it up. */
  #forget(lines: Map<string, Said>): void {
    for (const [place, said] of lines) {
      if (this.#leftOf(said) > 0) break;
      if (said.times === 0) lines.delete(place);
    }
  }

  #count(said: Said, fields: Fields, sumUp: () => void): void {
    if (said.times === 0) said.cancelTimer = this.#clock.after(this.#leftOf(said), sumUp);
    said.times += 1;
    said.fields = fields;
    said.last = this.#clock.now();
  }

  #sumUp(event: string, place: string): void {
    const lines = this.#linesOf(event);
    const said = lines.get(place);
    if (said === undefined || said.times === 0) return;
    said.cancelTimer();
    lines.delete(place);
    lines.set(place, saidAt(this.#clock.now()));
    this.#log(event, { ...said.fields, times: said.times, last: new Date(said.last).toISOString() });
  }

  /** Nothing of it where the clock was put back meanwhile: else it would keep quiet until then. */
  #leftOf({ at }: Said): number {
    const since = this.#clock.now() - at;
    return since < 0 ? 0 : Math.max(0, EVERY_MS - since);
  }
}

const saidAt = (at: number): Said => ({ at, times: 0, fields: {}, last: at, cancelTimer: () => undefined });

/** Numbers change from one line to the next without its saying anything else. */
const keyOf = (fields: Fields): string =>
  JSON.stringify(Object.entries(fields).filter(([, value]) => typeof value !== 'number'));
