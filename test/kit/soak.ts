/** How long the fault tests go on: bounded by default, many seeds and rounds with `npm run soak`. */
import { createRandom, type Random } from './random.ts';

export const soak = process.env.TEMPANO_SOAK === '1';

/** As many as this, or as that in a soak. */
export const many = (usually: number, inSoak: number): number => (soak ? inSoak : usually);

/** Seeds that once failed, then fresh ones: the same every day, other ones at every soak. */
export function seeds(pinned: readonly number[], usually: number, inSoak: number): readonly number[] {
  const random: Random = createRandom(soak ? Date.now() : 20_261_122);
  return [...pinned, ...Array.from({ length: many(usually, inSoak) }, () => random.int(2 ** 31))];
}
