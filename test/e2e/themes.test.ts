/** Themes made one after the other, on the canvas and then in the list: none takes notes from the one before. */
import { expect, it } from 'vitest';
import { readThemes } from '../../shared/board/themes.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk } from '../kit/walk.ts';

describeInBrowser('themes', () => {
  const walk = beginWalk('themes');

  it('keep their notes when the next one is made', async () => {
    const group = await walk.witness('group-iceberg');
    group.write([
      { text: 'Se va el personal', pos: [500, 300] },
      { text: 'Nadie releva a nadie', pos: [800, 300] },
      { text: 'Un solo transporte', pos: [1100, 300] },
      { text: 'La ruta no llega', pos: [1400, 300] },
    ]);
    const { page } = await walk.person('Mari Cruz', 'facilitator', 'group-iceberg');
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.showArea(null);
    await canvas.click(group.note('Se va el personal').id);
    await canvas.click(group.note('Nadie releva a nadie').id, { shift: true });
    await canvas.press('canvas.theme.make');
    await page.keyboard.type('Relevo');
    await page.keyboard.press('Enter');
    await canvas.selectionBar.waitFor({ state: 'detached' });
    await showView(page, 'list');
    const list = await new BoardList(page).ready();
    for (const text of ['Un solo transporte', 'La ruta no llega']) await list.card(text).getByRole('checkbox').check();
    await list.root.getByText(textIn('es', 'list.selection.count', { count: 2 })).waitFor();
    await list.root.getByRole('button', { name: textIn('es', 'list.selection.newTheme') }).click();
    // Nothing is pressed in between: the title's field has the keyboard.
    await page.keyboard.type('Transporte');
    await page.keyboard.press('Enter');
    const titles = () => readThemes(group.doc).map(({ title }) => title);
    await expect.poll(titles).toEqual(['Relevo', 'Transporte']);
    const [first, second] = readThemes(group.doc).map(({ id }) => id);
    expect(group.note('Nadie releva a nadie').theme).toBe(first);
    expect(group.note('La ruta no llega').theme).toBe(second);
  });
});
