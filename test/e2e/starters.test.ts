/** The beginnings of sentences under a new note on the canvas: all of them in sight, over the tools. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the beginnings under a new note', () => {
  const walk = beginWalk('starters');

  it.each([768, 600])('are over the tools, and the note is in sight, on a screen of %i', async (height) => {
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg');
    await page.setViewportSize({ width: 1366, height });
    // A canvas that is open takes its time to see that its window has another size.
    await page.reload();
    const canvas = await new BoardCanvas(page).ready();
    const edges = async () => ({
      top: (await canvas.root.boundingBox())?.y ?? 0,
      bottom: (await canvas.tools.boundingBox())?.y ?? 0,
    });
    const chips = canvas.root.locator('.sticky-starters button');
    // One that is seen where it is made, low on the screen, and one that is made larger.
    for (const area of ['patterns', null] as const) {
      await canvas.showArea(area);
      const { top, bottom } = await edges();
      await page.mouse.dblclick(900, bottom - 90);
      await expect.poll(() => chips.count()).toBe(3);
      const lowest = async () => {
        const boxes = await Promise.all((await chips.all()).map((chip) => chip.boundingBox()));
        return Math.max(...boxes.map((box) => (box ? box.y + box.height : Number.NaN)));
      };
      await expect.poll(lowest).toBeLessThan(bottom);
      expect((await canvas.field.boundingBox())?.y).toBeGreaterThan(top);
      await page.keyboard.press('Escape');
      await canvas.field.waitFor({ state: 'detached' });
    }
  });
});
