/** Pages without faults that axe knows, and boards that can be worked with keys alone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { AreaId } from '../../shared/template/kinds.ts';
import { areaTitle, tagLabel } from '../../shared/template/texts.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { copyLink, createCohort } from '../kit/pages/home.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('accessibility', () => {
  const walk = beginWalk('accessibility');

  it.each(['desktop', 'phone'] as const)('has no fault on the pages of a %s', async (size) => {
    const { page } = await walk.window(size);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoFault(page, 'home');
    await page.goto('/nueva');
    await page.getByRole('button', { name: textIn('es', 'pages.create.submit') }).click();
    await expectNoFault(page, 'new cohort with complaints');
    await createCohort(page, {
      name: `Cohorte ${size}`,
      yourName: 'Maribel',
      date: '2026-11-20',
      time: '09:00',
      organisations: CASA,
    });
    await expectNoFault(page, 'links');
    const link = await copyLink(page, 'participation');
    await page.getByRole('link', { name: textIn('es', 'pages.created.go') }).click();
    await page.locator('.board-card').first().waitFor();
    await expectNoFault(page, 'cohort of the facilitator');
    await page.goto(link);
    await page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).waitFor();
    await expectNoFault(page, 'door');
    await enter(page, link, 'Ana Colón', CASA);
    await page.locator('.board-card').first().waitFor();
    await expectNoFault(page, 'cohort of a participant');
    await page.goto('/unirse#BCDFGHJKLMNPQRSTVWXYZ');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNoFault(page, 'bad link');
  });

  it.each(['desktop', 'phone'] as const)('has no fault on the boards of a %s', async (size) => {
    (await walk.witness('iceberg')).write([{ text: `Una nota ${size}`, pos: [900, 300] }]);
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg', size);
    await showView(page, 'list');
    await new BoardList(page).card(`Una nota ${size}`).waitFor();
    await expectNoFault(page, 'list');
    for (const key of ['pages.board.bring', 'panels.copies.title', 'panels.download.title'] as const) {
      await openPanel(page, key);
      await sheet(page).getByRole('heading').first().waitFor();
      await expectNoFault(page, key);
      await page.keyboard.press('Escape');
    }
    await showView(page, 'canvas');
    await new BoardCanvas(page).ready();
    await expectNoFault(page, 'canvas');
  });

  it('works a list with keys alone', async () => {
    const { page } = await walk.person('Luis Soto', CASA, 'iceberg');
    const casa = await walk.witness('iceberg');
    await showView(page, 'list');
    const list = await new BoardList(page).ready();
    const { keyboard } = page;
    await tabTo(page, list.composer('patterns'));
    await keyboard.type('Con teclas');
    await keyboard.press('Enter');
    await expect.poll(() => casa.has('Con teclas')).toBe(true);
    const card = list.card('Con teclas');
    await tabTo(page, card.getByRole('button', { name: tagLabel('operational', 'es') }), 'Shift+Tab');
    await keyboard.press('Space');
    await expect.poll(() => casa.note('Con teclas').operational).toBe(true);
    await tabTo(
      page,
      card.getByRole('button', { name: textIn('es', 'list.write.edit', { text: 'Con teclas' }) }),
      'Shift+Tab',
    );
    await keyboard.press('Enter');
    await keyboard.type(' solas');
    await keyboard.press('Enter');
    await expect.poll(() => casa.has('Con teclas solas')).toBe(true);
    const changed = list.card('Con teclas solas');
    await tabTo(
      page,
      changed.getByRole('button', { name: textIn('es', 'list.note.menu', { text: 'Con teclas solas' }) }),
    );
    await keyboard.press('Enter');
    await chooseByKey(page, 'Creencias e historias');
    await expect.poll(() => casa.areaOf('Con teclas solas')).toBe('beliefs');
    await tabTo(
      page,
      changed.getByRole('button', { name: textIn('es', 'list.note.menu', { text: 'Con teclas solas' }) }),
    );
    await keyboard.press('Enter');
    await chooseByKey(page, textIn('es', 'list.note.remove'));
    await expect.poll(() => casa.has('Con teclas solas')).toBe(false);
    await tabTo(page, list.root.getByRole('button', { name: textIn('es', 'common.undo') }), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect.poll(() => casa.has('Con teclas solas')).toBe(true);
  });

  it('works a canvas with keys alone', async () => {
    const { page } = await walk.person('Rosa Vega', CASA, 'value');
    const value = await walk.witness('value');
    const canvas = await new BoardCanvas(page).ready();
    const { keyboard } = page;
    await keyboard.press('n');
    await canvas.write('En el lienzo');
    await keyboard.press('Enter');
    await expect.poll(() => value.has('En el lienzo')).toBe(true);
    const before = value.note('En el lienzo').pos;
    await keyboard.press('ArrowRight');
    await expect.poll(() => value.note('En el lienzo').pos[0]).toBeGreaterThan(before[0]);
    await keyboard.press('Delete');
    await expect.poll(() => value.has('En el lienzo')).toBe(false);
    await keyboard.press('Control+z');
    await expect.poll(() => value.has('En el lienzo')).toBe(true);
    await keyboard.press('Escape');
    await tabTo(page, canvas.root.getByRole('button', { name: addTo('impact'), exact: true }));
    await keyboard.press('Enter');
    await canvas.write('En otra zona');
    await keyboard.press('Escape');
    await expect.poll(() => value.has('En otra zona') && value.areaOf('En otra zona')).toBe('impact');
    await keyboard.press('Control+a');
    await keyboard.press('Delete');
    await expect.poll(() => value.texts()).toEqual([]);
  });
});

const addTo = (area: AreaId): string => textIn('es', 'canvas.addTo', { area: areaTitle(area, 'es') });

async function expectNoFault(page: Page, where: string): Promise<void> {
  expect(await faultsIn(page, 'beside-canvas'), where).toEqual([]);
}

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, wanted: ReturnType<Page['locator']>, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor();
  for (let i = 0; i < 120; i += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${wanted}`);
}

/** In the open menu: arrow keys to an entry, Enter. */
async function chooseByKey(page: Page, entry: string): Promise<void> {
  await page.getByRole('menu').waitFor();
  for (let i = 0; i < 30; i += 1) {
    const words = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (words === entry) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the menu has no ${entry}`);
}
