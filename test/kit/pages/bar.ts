/** What has no room in the bar over a board. Knows its parts by their classes, and nothing of what they say. */
import type { Page } from 'playwright-core';

/** What is longer than its box, or lies over another part of the bar. */
export const cutIn = (page: Page): Promise<string[]> =>
  page.locator('header.bar').evaluate((bar) => {
    const parts = ['.sync', '.switcher', '.bar__tools', '.bar__title'].map((one) => bar.querySelector(one));
    const boxes = parts.flatMap((one) => (one ? [{ name: one.className, box: one.getBoundingClientRect() }] : []));
    const over = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (b) =>
            Math.min(a.box.right, b.box.right) > Math.max(a.box.left, b.box.left) + 1 &&
            Math.min(a.box.bottom, b.box.bottom) > Math.max(a.box.top, b.box.top) + 1,
        )
        .map((b) => `${a.name} over ${b.name}`),
    );
    const texts = [
      ...bar.querySelectorAll<HTMLElement>('.sync, .sync__words, .switcher, .switcher__button, .bar__title, .chip'),
    ];
    const cut = texts.filter((one) => {
      const { display, overflow, textOverflow } = getComputedStyle(one);
      const saysSo = display === 'block' && overflow === 'hidden' && textOverflow === 'ellipsis' && one.title !== '';
      return one.scrollWidth > one.clientWidth + 1 && !saysSo;
    });
    return [...over, ...cut.map((one) => `${one.className} is cut`)];
  });

/** The buttons for what can be done with the board. Clear: a word of its name is in sight, whole, on a target large enough. */
export const deedsIn = (page: Page): Promise<{ name: string; word: string; isClear: boolean }[]> =>
  page.locator('header.bar .bar__tools').evaluate((tools) =>
    [...tools.querySelectorAll<HTMLElement>(':scope > .icon-button')].map((one) => {
      const name = one.getAttribute('aria-label') ?? '';
      const word = one.innerText.trim();
      const { width, height, left, right } = one.getBoundingClientRect();
      const at = one.querySelector('span')?.getBoundingClientRect();
      const isWhole = at !== undefined && at.left >= left && at.right <= right && right <= window.innerWidth;
      const isNamed = word !== '' && name.toLowerCase().includes(word.toLowerCase());
      return { name, word, isClear: isWhole && isNamed && width >= 44 && height >= 44 };
    }),
  );
