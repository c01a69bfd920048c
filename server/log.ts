/** Writes events as one JSON line each. Knows no event: callers name them, and never pass board text, names or tokens. */
import type { Log } from './sync/ports.ts';

/** `write` takes a whole line without its end; `now` is in milliseconds since the epoch. */
export const createLog =
  (write: (line: string) => void, now: () => number): Log =>
  (event, fields = {}) =>
    write(JSON.stringify({ at: new Date(now()).toISOString(), event, ...fields }));

/** The log of the running server: standard output. */
export const stdoutLog: Log = createLog((line) => console.log(line), Date.now);
