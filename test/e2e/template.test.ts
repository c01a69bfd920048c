/** The template cannot be selected, moved, copied or deleted, and nothing of it is in the document. Knows the canvas as hands and keys do. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { drawingsOf } from '../../shared/board/document.ts';
import type { Position } from '../../shared/board/note.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { boardIn } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { Picture } from '../kit/picture.ts';
import { beginWalk, CASA } from '../kit/walk.ts';
import type { Witness } from '../kit/witness.ts';

/** On the edge of the drawing, on the ice, in the water and on the labels of the layers. */
const PLACES: readonly Position[] = [
  [1, 1300],
  [1000, 640],
  [1900, 1200],
  [300, 2300],
];

describeInBrowser('the template', () => {
  const walk = beginWalk('template');

  it('stays whatever hands and keys do', async () => {
    const { page, troubles } = await walk.person('Ana Colón', CASA, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const casa = await walk.witness('iceberg');
    for (const [area, text] of [
      ['results', 'Uno'],
      ['patterns', 'Dos'],
      ['beliefs', 'Tres'],
    ] as const)
      await canvas.addIn(area, text);
    await canvas.showArea(null);
    const before = await seen(canvas);
    const unchanged = async (texts: readonly string[]): Promise<void> => {
      await expect.poll(() => casa.texts()).toEqual(texts);
      await expect.poll(() => canvas.notes.count()).toBe(texts.length);
      expect(await seen(canvas)).toEqual(before);
      expect(await isPainted(page, canvas)).toBe(true);
      expectNothingOfItIn(casa);
    };
    const all = ['Dos', 'Tres', 'Uno'];

    for (const place of PLACES) {
      const from = await canvas.screenOf(place);
      await canvas.drag(from, { x: from.x + 90, y: from.y - 70 });
      await page.keyboard.down('Alt');
      await canvas.drag(from, { x: from.x - 60, y: from.y - 80 });
      await page.keyboard.up('Alt');
      await page.mouse.click(from.x, from.y);
      await page.keyboard.press('Delete');
    }
    await unchanged(all);

    await page.keyboard.press('Control+a');
    const { x } = await canvas.middleOf(casa.note('Uno').id);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await canvas.middleOf(casa.note('Uno').id)).x).toBeGreaterThan(x);
    const from = await canvas.middleOf(casa.note('Uno').id);
    await canvas.drag(from, { x: from.x + 40, y: from.y });
    await expect.poll(async () => (await canvas.middleOf(casa.note('Uno').id)).x).toBeGreaterThan(from.x + 30);
    await unchanged(all);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await unchanged([]);
    await page.keyboard.press('Control+z');
    await unchanged(all);

    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await unchanged([...all, ...all].sort());
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+d');
    await unchanged([...all, ...all, ...all, ...all].sort());
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
    await unchanged([]);

    for (let i = 0; i < 20; i += 1) await page.keyboard.press('Control+z');
    await unchanged([]);
    await page.reload();
    await canvas.ready();
    await canvas.showArea(null);
    await unchanged([]);
    expect(boardIn(page)).toBe(await walk.board('iceberg'));
    expect(troubles).toEqual([]);
  });

  it('cannot be rubbed out', async () => {
    const { page } = await walk.person('Luis Soto', CASA, 'value');
    const canvas = await new BoardCanvas(page).ready();
    const value = await walk.witness('value');
    await canvas.showArea(null);
    const before = await seen(canvas);
    await page.keyboard.press('e');
    const from = await canvas.screenOf([100, 300]);
    await canvas.drag(from, await canvas.screenOf([1800, 900]));
    await page.keyboard.press('Escape');
    expect(await seen(canvas)).toEqual(before);
    expectNothingOfItIn(value);
  });
});

/** How many templates there are, and where the one is. */
const seen = async (canvas: BoardCanvas) => ({
  templates: await canvas.root.locator('[data-shape-type="template"]').count(),
  box: await canvas.template.boundingBox(),
});

/** Deep water at the foot of the iceberg, light air at its head. */
async function isPainted(page: Page, canvas: BoardCanvas): Promise<boolean> {
  const [air, water] = [await canvas.screenOf([1960, 200]), await canvas.screenOf([1960, 2440])];
  const picture = new Picture(await page.screenshot(), page.viewportSize()?.width ?? 0);
  return picture.light([air.x, air.y]) > 200 && picture.light([water.x, water.y]) < 70;
}

function expectNothingOfItIn(board: Witness): void {
  expect([...drawingsOf(board.doc).keys()]).toEqual([]);
  const roots = [...board.doc.share.keys()].filter((root) => root !== 'meta');
  for (const root of roots) expect(JSON.stringify(board.doc.getMap(root).toJSON())).not.toContain('template');
}
