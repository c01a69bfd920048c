/** A board on a phone, by touch: what a thumb presses does what a mouse would do, and what was looked at stays. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { closeSheet, openPanel, showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { download } from '../kit/pages/downloads.ts';
import { BoardList } from '../kit/pages/list.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('a board by touch', () => {
  const walk = beginWalk('touch');

  it('has a new note where its button is tapped on the canvas', async () => {
    const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
    await new BoardList(page).ready();
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.showArea('results');
    await canvas.root.locator('.place-to-add[data-area="results"]').tap();
    await page.setViewportSize({ width: 360, height: 330 });
    await canvas.tools.waitFor({ state: 'hidden' });
    await canvas.write('Vino poca gente');
    await page.keyboard.press('Enter');
    await expect.poll(() => canvas.notes.filter({ hasText: 'Vino poca gente' }).count()).toBe(1);
    await canvas.tools.waitFor();
  });

  it('is a list again once a picture of it was drawn', async () => {
    const { page } = await walk.person('Luis', CASA, 'iceberg', 'phone');
    const list = await new BoardList(page).ready();
    await openPanel(page, 'panels.download.title');
    await download(page, 'png1');
    await closeSheet(page);
    await list.ready();
    await page.reload();
    await list.ready();
  });

  it('shows the note somebody writes in alone where the keyboard leaves little', async () => {
    const { page } = await walk.person('Rosa', CASA, 'iceberg', 'phone');
    const list = await new BoardList(page).ready();
    await list.turnTo('patterns');
    await list.add('patterns', 'Llegamos tarde');
    const composer = list.composer('patterns');
    await composer.waitFor();
    await page.setViewportSize({ width: 360, height: 330 });
    await list.open('Llegamos tarde');
    await composer.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await composer.tap();
    await composer.waitFor();
  });

  it('cuts no name of a layer or a board where letters are large', async () => {
    const { page } = await walk.person('Iris', CASA, 'iceberg', 'phone');
    await new BoardList(page).ready();
    const cut = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[role=tab], .switcher a')]
          .filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            return one.scrollWidth > one.clientWidth || left < 0 || right > window.innerWidth;
          })
          .map((one) => one.innerText),
      );
    for (const [width, letters] of [
      [390, '100%'],
      [360, '100%'],
      [390, '150%'],
      [360, '150%'],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), letters);
      expect(await cut(), `${width} ${letters}`).toEqual([]);
    }
  });

  it('keeps the pictures beside long facts on the page of the cohort as large as they are', async () => {
    const { page } = await walk.window('phone');
    await page.setViewportSize({ width: 360, height: 740 });
    await enter(page, walk.linkOf(CASA), 'Carmen Milagros Rivera Maldonado, de la mesa de juventudes', CASA);
    const pictures = page.locator('.cohort__facts svg');
    await pictures.nth(1).waitFor();
    expect(await pictures.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))).toEqual([20, 20]);
  });
});
