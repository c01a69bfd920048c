/** Facilitation makes a cohort, loads the page again, renames one of its organisations and removes it. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { createCohort, goToCohort } from '../kit/pages/home.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk } from '../kit/walk.ts';

describeInBrowser('the organisations of a cohort', () => {
  const walk = beginWalk('organisations');

  it('can be renamed and removed, and what was just made is there after a reload', async () => {
    const { page } = await walk.window('phone');
    await createCohort(page, {
      name: 'Marea Adentro',
      yourName: 'Maribel',
      date: '2026-12-04',
      time: '09:30',
      organisations: 'Techos de Yagrumo\nRed de Huertos',
      boardPer: 'organisation',
    });
    await page.reload();
    await page
      .getByRole('heading', { name: textIn('es', 'pages.created.title', { cohort: 'Marea Adentro' }) })
      .waitFor();
    await goToCohort(page);

    const dialog = page.getByRole('dialog');
    const pen = (organisation: string) =>
      page.getByRole('button', { name: textIn('es', 'organisations.change', { organisation }) });
    await pen('Red de Huertos').click();
    await dialog.getByRole('textbox').fill('Huertos Unidos');
    await keepPictures('organisation-renamed', walk.windows);
    await dialog.getByRole('button', { name: textIn('es', 'common.save') }).click();
    await pen('Huertos Unidos').click();
    await dialog.getByRole('button', { name: textIn('es', 'organisations.remove') }).click();
    await dialog.getByRole('button', { name: textIn('es', 'organisations.removeDo') }).click();
    await dialog.waitFor({ state: 'detached' });
    await pen('Huertos Unidos').waitFor({ state: 'detached' });
    expect(await page.getByRole('rowheader').allTextContents()).toEqual([expect.stringContaining('Techos de Yagrumo')]);
  });
});
