/** The middle and the slow end of a few waits. Pure. */
import { quantile } from '../load/reckoning.ts';

const sorted = (waits: readonly number[]): Float64Array => Float64Array.from(waits).sort();

export const middle = (waits: readonly number[]): number => quantile(sorted(waits), 0.5);
/** 99 of 100 were faster. */
export const slowest = (waits: readonly number[]): number => quantile(sorted(waits), 0.99);
