/** Plays courses of events side by side, in the order of their times and as fast as they go. Knows nothing of what happens. */

/** Something that takes its time: yields after how many seconds of the call it goes on. */
export type Course = AsyncGenerator<number, void>;

export interface Part {
  /** Seconds since the beginning of the call. */
  readonly at: number;
  readonly what: string;
  readonly course: Course;
}

/** A call that is still waiting for something after this many seconds waits for ever. */
const LATEST = 20_000;

/** Between two steps the network gets a turn, but nobody waits for it. */
export async function play(parts: readonly Part[]): Promise<void> {
  const open = [...parts];
  while (open.length > 0) {
    const [next, place] = earliest(open);
    if (next.at > LATEST) throw new Error(`${next.what} never came to its end`);
    open.splice(place, 1);
    const { value, done } = await next.course.next();
    if (!done) open.push({ ...next, at: next.at + value });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function earliest(open: readonly Part[]): [Part, number] {
  let place = 0;
  for (const [i, part] of open.entries()) if (part.at < (open[place]?.at ?? 0)) place = i;
  const part = open[place];
  if (!part) throw new Error('nothing left to play');
  return [part, place];
}
