/** The screen of a room: what is on it, and whether a whole room can read it. Knows no board. */
import type { Locator, Page } from 'playwright-core';

/** The slide on the screen, by its name. */
export const shownSlide = (page: Page, slide: string, at = 0): Locator =>
  page.locator(`[data-slide="${slide}"][data-page="${at}"]`);

/** The smallest letters of anything, and of what is there to be read, on a screen 768 high; larger ones in proportion. */
const LEAST = { any: 24, read: 28 } as const;

/**
 * What a room cannot read: words that are too small, or not wholly on the screen. The way out is for whoever stands at the
 * computer. Empty is good.
 */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const unit = Math.min(innerWidth / 1366, innerHeight / 768);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('.visually-hidden, a')) continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      const most = parent.closest('[data-read]') === parent ? least.read : least.any;
      if (size < most * unit - 0.1) found.push(`${size} px: ${text}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`cut off: ${text}`);
    }
    return found;
  }, LEAST);
}

/** The words of every note on the slide. */
export const notesRead = (page: Page): Promise<string[]> =>
  page.locator('[data-slide] p[data-read]').evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ''));
