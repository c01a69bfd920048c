/** *Vista tranquila* in two windows: no pointers either way, one paper for all notes; and all of it back when it is off. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const PAPER = 'rgb(244, 241, 232)';

const pointers = (page: Page) => page.locator('.tl-collaborator__cursor');
async function point(page: Page, x: number): Promise<void> {
  await page.mouse.move(x, 300);
  await page.mouse.move(x + 20, 320);
}

describeInBrowser('the calm view', () => {
  const walk = beginWalk('calm');

  it('shows and sends no pointer, and draws all notes on one paper', async () => {
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.addIn('results', 'Lo que se ve');
    const { page: hers } = await walk.person('Berta Ríos', CASA, 'iceberg');
    await new BoardCanvas(hers).ready();
    await point(hers, 500);
    await pointers(page).waitFor();
    await point(page, 700);
    await pointers(hers).waitFor();

    const calm = canvas.rail.getByRole('button', { name: textIn('es', 'common.calm') });
    const paper = canvas.notes.first().locator('[data-part=paper]');
    const fill = () => paper.evaluate((one) => getComputedStyle(one).fill);
    const before = await fill();
    await calm.click();
    await pointers(page).waitFor({ state: 'detached' });
    await pointers(hers).waitFor({ state: 'detached' });
    expect([before === PAPER, await fill(), await calm.getAttribute('aria-pressed')]).toEqual([false, PAPER, 'true']);

    await page.reload();
    await canvas.ready();
    expect(await fill()).toBe(PAPER);
    await showView(page, 'list');
    const card = page.locator('li[data-note]').first();
    expect(await card.evaluate((one) => getComputedStyle(one).backgroundImage)).toContain(PAPER);

    await showView(page, 'canvas');
    await calm.click();
    await point(hers, 520);
    await pointers(page).waitFor();
    await point(page, 720);
    await pointers(hers).waitFor();
    expect(await fill()).toBe(before);
  });

  it('is a switch in the menu of a phone', async () => {
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg', 'phone');
    await page
      .getByRole('banner')
      .getByRole('button', { name: textIn('es', 'common.more') })
      .click();
    const shown = page.getByRole('switch', { name: new RegExp(textIn('es', 'common.calm')) });
    await shown.click();
    expect(await shown.getAttribute('aria-checked')).toBe('true');
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-calm'))).toBe(true);
  });
});
