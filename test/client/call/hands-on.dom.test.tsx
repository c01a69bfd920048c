/** Who did something at the panel a moment ago is left there; who did not is not. */
import { afterEach, expect, it, vi } from 'vitest';
import { isAtWork, watchHands } from '../../../client/call/panel/hands-on.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it.each(['pointerdown', 'keydown', 'wheel'])('a %s counts for twenty seconds, wherever it was', (name) => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const stop = watchHands();
  expect(isAtWork()).toBeFalsy();
  document.body.dispatchEvent(new Event(name, { bubbles: true }));
  now.mockReturnValue(20_999);
  expect(isAtWork()).toBe(true);
  now.mockReturnValue(21_000);
  expect(isAtWork()).toBeFalsy();
  stop();
});

it('knows nothing of what was done before the panel was opened, or after it was left', () => {
  vi.spyOn(performance, 'now').mockReturnValue(1000);
  const stop = watchHands();
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  stop();
  document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
  expect(isAtWork()).toBeFalsy();
});
