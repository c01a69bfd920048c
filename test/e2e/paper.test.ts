/** The list of a board on paper: all of its notes, on as many pages as it takes, and nothing that is there to be pressed. */
import { expect, it } from 'vitest';
import { areaTitle } from '../../shared/template/texts.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { showView } from '../kit/pages/board-page.ts';
import { BoardList } from '../kit/pages/list.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const NOTES = 45;

describeInBrowser('a list on paper', () => {
  const walk = beginWalk('paper');

  it('goes on over the pages, with the name of the board and without bar, field and buttons', async () => {
    const texts = Array.from({ length: NOTES }, (_, i) => `Nota ${i} de la tarde`);
    (await walk.witness('iceberg')).write(
      texts.map((text, i) => ({ pos: [700 + (i % 5) * 220, i % 9 === 0 ? 1500 : 277], text })),
    );
    const { page } = await walk.person('Ana', CASA, 'iceberg');
    await showView(page, 'list');
    const list = await new BoardList(page).ready();
    await expect.poll(() => page.locator('[data-note]').count()).toBe(NOTES);
    const mark = list.card('Nota 3 de la tarde').getByRole('button', { name: 'Operativo' });
    await mark.click();
    await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true');

    const pages = (await page.pdf({ format: 'Letter' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);

    await page.emulateMedia({ media: 'print' });
    // What a box that scrolls would hold back is no part of the page.
    const below = await page.evaluate(() => {
      const ends = [...document.querySelectorAll('[data-note]')].map((one) => one.getBoundingClientRect().bottom);
      return Math.max(...ends) - document.documentElement.scrollHeight;
    });
    expect(below).toBeLessThanOrEqual(0);
    await page.getByRole('heading', { name: 'Iceberg de Casa Añasco' }).waitFor();
    await page.getByRole('heading', { name: areaTitle('structures', 'es') }).waitFor();
    expect(await list.composer('results').isVisible()).toBe(false);
    const shown = await page.locator('button:visible').allInnerTexts();
    expect(shown.toSorted()).toEqual([...texts, 'Operativo'].toSorted());
  });
});
