/** The maker's mark of the canvas is seen and can be pressed, whatever else is open. Knows where things lie, not what is in them. */
import { expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/words.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { closeSheet, openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { showSide } from '../kit/pages/themes.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the mark of tldraw', () => {
  const walk = beginWalk('watermark');

  it.each(['desktop', 'phone'] as const)('is never covered on a %s', async (size) => {
    const isPhone = size === 'phone';
    const { page } = await walk.person(`Ana ${size}`, 'facilitator', 'group-iceberg', size);
    if (isPhone) await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await expectSeen(canvas, 'at first');
    await canvas.addIn('patterns', 'Una nota');
    await page.keyboard.press('Escape');
    await expectSeen(canvas, 'after a note');
    for (const area of ['results', 'beliefs'] as const) {
      await canvas.startIn(area);
      await expectSeen(canvas, `while writing in ${area}`);
      await canvas.write('Otra');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+a');
    await expectSeen(canvas, 'with a selection');
    await page.keyboard.press('Escape');
    await page.keyboard.press('d');
    await expectSeen(canvas, 'with the drawing tools');
    await page.keyboard.press('v');
    if (!isPhone)
      for (const side of ['themes', 'dock'] as const) {
        await showSide(page, side);
        await expectSeen(canvas, side);
      }
  });

  it('is not hidden by a sheet that is open on a desktop', async () => {
    const { page } = await walk.person('Luis', CASA, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const sheets: TextKey[] = ['pages.board.bring', 'panels.copies.title', 'panels.download.title'];
    for (const key of sheets) {
      await openPanel(page, key);
      await sheet(page).waitFor();
      await expectShown(canvas, key);
      await closeSheet(page);
    }
  });
});

/** In the window, and on top where it is. */
async function expectSeen(canvas: BoardCanvas, when: string): Promise<void> {
  await canvas.watermark.waitFor();
  await expect.poll(() => topAt(canvas), { message: `${when}: what lies on the mark` }).toBe('mark');
}

/** `mark`, or what lies over its middle. */
const topAt = (canvas: BoardCanvas): Promise<string> =>
  canvas.watermark.evaluate((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return mark === over || mark.contains(over) ? 'mark' : (over?.outerHTML.slice(0, 120) ?? 'outside of the window');
  });

/** Beside the box of the sheet: the shade around it lets it shine through. */
async function expectShown(canvas: BoardCanvas, when: string): Promise<void> {
  const [mark, box] = [await canvas.watermark.boundingBox(), await sheet(canvas.page).boundingBox()];
  if (!mark || !box) throw new Error(`${when}: no mark or no sheet`);
  const apart =
    mark.x + mark.width <= box.x ||
    box.x + box.width <= mark.x ||
    mark.y + mark.height <= box.y ||
    box.y + box.height <= mark.y;
  expect(apart, when).toBe(true);
}
