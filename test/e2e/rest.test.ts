/** A canvas on which nothing happens asks for no frames, and is awake at once when something does. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addNotes } from '../../shared/board/notes.ts';
import { newNoteId } from '../../shared/ids.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

/** Counts the frames that were asked for and did not come yet: who goes on from frame to frame has always one. */
const countFrames = (page: Page) =>
  page.addInitScript(() => {
    const waiting = new Set<number>();
    const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
    window.requestAnimationFrame = (draw) => {
      const id = request((now) => {
        draw(now);
        waiting.delete(id);
      });
      waiting.add(id);
      return id;
    };
    window.cancelAnimationFrame = (id) => {
      waiting.delete(id);
      cancel(id);
    };
    Object.assign(window, { framesWaiting: () => waiting.size });
  });
const framesWaiting = (page: Page): Promise<number> => page.evaluate('framesWaiting()');

describeInBrowser('a canvas', () => {
  const walk = beginWalk('rest');

  it('rests while nothing happens, shows what others write meanwhile, and follows the wheel and the hand', async () => {
    const window = await walk.window();
    const { page } = window;
    await countFrames(page);
    await walk.sitDown(window, 'Ana', CASA);
    await page.goto(`/tablero/${await walk.board('iceberg')}`);
    const canvas = await new BoardCanvas(page).ready();
    const rests = () => expect.poll(() => framesWaiting(page)).toBe(0);
    await rests();

    const id = newNoteId();
    const casa = await walk.witness('iceberg');
    addNotes({ doc: casa.doc, origin: null }, [
      { id, text: 'De otra persona', pos: [900, 450], createdAt: Date.now() },
    ]);
    const before = await canvas.middleOf(id);
    await rests();

    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel(0, 120);
    await expect.poll(async () => (await canvas.middleOf(id)).y).toBeLessThan(before.y);
    await rests();

    const { x, y } = await canvas.middleOf(id);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 5 });
    await expect.poll(async () => (await canvas.middleOf(id)).x).toBeGreaterThan(x + 30);
    await page.mouse.up();
    await rests();
    // On its way, as people without reduced motion see it.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    const corner = await canvas.screenOf([0, 0]);
    await canvas.showArea('beliefs');
    await expect.poll(async () => (await canvas.screenOf([0, 0])).y).toBeLessThan(corner.y - 100);
    await rests();
  });
});
