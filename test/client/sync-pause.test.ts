/** How a client comes back: at once where it is asked to, calmly where it is not wanted. */
import { describe, expect, it } from 'vitest';
import { pauseBefore } from '../../client/sync/pause.ts';
import { createRandom } from '../kit/random.ts';

describe('coming back', () => {
  it('is at once when the room starts again, yet spread out', () => {
    expect(pauseBefore(1012, 1, 0)).toBe(0);
    expect(pauseBefore(1012, 1, 1)).toBe(200);
    expect(pauseBefore(1012, 5, 1)).toBeGreaterThan(2000);
  });

  it.each([[null], [1006], [1001]])('after %s it tries soon and then ever more rarely, up to ten seconds', (code) => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 20].map((failures) => pauseBefore(code, failures, 1));
    expect(pauses).toEqual([300, 600, 1200, 2400, 4800, 9600, 10_000, 10_000]);
  });

  it.each([[1013], [1008], [1009], [1011], [4503]])('after a no (%s) it gives the server more time', (code) => {
    const pauses = [1, 2, 3, 4, 5, 6, 20].map((failures) => pauseBefore(code, failures, 1));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('spreads a hundred who were thrown out together', () => {
    const random = createRandom(7);
    const pauses = Array.from({ length: 100 }, () => pauseBefore(1013, 4, random.int(1000) / 1000));
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(3000);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(4000);
  });
});
