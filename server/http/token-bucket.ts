/** So many at once, so many over time, for each key. Knows no request; time is given. */

export interface Buckets {
  /** Takes one, or so many; false when there are not enough left, and then none is taken. */
  take(key: string, amount?: number): boolean;
  /** Whether one is left, without taking it. */
  has(key: string): boolean;
}

interface Bucket {
  left: number;
  at: number;
}

/** Full buckets are forgotten once there are this many. */
const MOST_KEYS = 10_000;

/** `most` at once; a bucket fills up again within `refillMs`. */
export function createBuckets(most: number, refillMs: number, now: () => number): Buckets {
  const buckets = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket, time: number): number => Math.min(most, left + ((time - at) / refillMs) * most);
  const forgetFull = (time: number): void => {
    for (const [key, bucket] of buckets) if (filled(bucket, time) >= most) buckets.delete(key);
  };
  const left = (key: string, time: number): number => {
    const bucket = buckets.get(key);
    return bucket ? filled(bucket, time) : most;
  };
  return {
    has: (key) => left(key, now()) >= 1,
    take(key, amount = 1) {
      const time = now();
      const before = left(key, time);
      if (before < amount) return false;
      if (buckets.size >= MOST_KEYS) forgetFull(time);
      buckets.set(key, { left: before - amount, at: time });
      return true;
    },
  };
}
