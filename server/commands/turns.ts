/** One after the other: work under the same key never overlaps. Knows nothing of the work. */

export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A failure of one piece of work does not stop the next. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    const forget = (): void => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(forget, forget);
    return mine;
  };
}
