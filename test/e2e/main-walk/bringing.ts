/** Notes go to the group iceberg from a desktop and from a phone. Knows no theme. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ColourBy } from '../../../client/canvas/colour/colour-groups.ts';
import { layoutOf, readColumns } from '../../../shared/synthesis/columns.ts';
import { closeSheet, openPanel, sheet, switchBoard } from '../../kit/pages/board-page.ts';
import { bring, bringSheet, noteToTick } from '../../kit/pages/bring-sheet.ts';
import { BoardCanvas } from '../../kit/pages/canvas.ts';
import { bringFromDock, dragFromDock } from '../../kit/pages/dock.ts';
import { textIn } from '../../kit/pages/words.ts';
import { CASA, type Meeting } from './meeting.ts';

export function itBrings(w: Meeting): void {
  it('brings notes from the dock and from the phone', async () => {
    await switchBoard(w.ana.page, 'pages.board.groupShort');
    await new BoardCanvas(w.ana.page).ready();
    await dragFromDock(w.ana.page, CASA);
    await bringSheet(w.ana.page, 4, 5).waitFor();
    expect(await noteToTick(w.ana.page, 'Pedir ayuda es fallar').count()).toBe(0);
    await noteToTick(w.ana.page, 'Fondos').uncheck();
    await bringSheet(w.ana.page, 3, 5).waitFor();
    await bring(w.ana.page, 3);
    await closeSheet(w.ana.page);
    await openPanel(w.rosa.page, 'pages.board.bring');
    await bringSheet(w.rosa.page, 2, 3).waitFor();
    await bring(w.rosa.page, 2);
    const brought = [
      'Cada año Se va el personal con más oficio',
      'Llegan menos personas',
      'Reuniones sin acta',
      'Un solo transporte',
      'Una persona hace tres trabajos',
    ];
    await expect.poll(() => w.group.texts()).toEqual(brought);
    for (const text of brought) expect(w.group.areaOf(text)).toBe((w.casa.has(text) ? w.casa : w.red).areaOf(text));
    const { columns } = layoutOf(readColumns(w.group.doc));
    for (const { pos, organisation } of w.group.notes()) {
      const column = columns[organisation ? w.orgs.indexOf(organisation) : -1];
      expect(pos[0]).toBeGreaterThanOrEqual(column?.x ?? Number.NaN);
      expect(pos[0] + 200).toBeLessThanOrEqual((column?.x ?? 0) + (column?.w ?? 0));
    }
  });

  it('gives one copy when the same is brought again', async () => {
    await bringFromDock(w.ana.page, CASA);
    await bringSheet(w.ana.page, 0, 2, 'more').waitFor();
    await noteToTick(w.ana.page, 'Fondos').check();
    await bringSheet(w.ana.page, 1, 2, 'more').waitFor();
    await bring(w.ana.page, 1);
    await closeSheet(w.ana.page);
    await expect.poll(() => w.group.notes().length).toBe(6);
    await bringFromDock(w.ana.page, CASA);
    await bringSheet(w.ana.page, 0, 1, 'more').waitFor();
    await expect.poll(() => sheet(w.ana.page).getByRole('checkbox').count()).toBe(0);
    await closeSheet(w.ana.page);
    expect(new Set(w.group.texts()).size).toBe(6);
  });

  it('tells by colour whose they are, on the screen of who asks for it', async () => {
    const { page } = w.ana;
    const canvas = new BoardCanvas(page);
    const papers = async (): Promise<(string | null)[]> =>
      Promise.all(w.group.notes().map(({ id }) => canvas.note(id).locator('[data-part="paper"]').getAttribute('fill')));
    const before = await papers();
    await colourBy(page, 'tag', 'organisation');
    const wanted = w.group.notes().map(({ organisation }) => (organisation === w.orgs[0] ? '#AADDFA' : '#F4DD61'));
    await expect.poll(papers).toEqual(wanted);
    await colourBy(page, 'organisation', 'tag');
    await expect.poll(papers).toEqual(before);
  });
}

/** *Color por*: opened, chosen and closed. */
async function colourBy(page: Page, from: ColourBy, to: ColourBy): Promise<void> {
  const word = (by: ColourBy) => textIn('es', `canvas.colour.by.${by}`);
  await page.getByRole('button', { name: textIn('es', 'canvas.colour.label', { by: word(from) }) }).click();
  await page.getByRole('radio', { name: word(to), exact: true }).check();
  await page.keyboard.press('Escape');
}
