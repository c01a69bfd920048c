/** Me resuena: on canvas and list, with hand and keys, hidden until shown, once after a cut network; and the table's own dots. */
import { expect, it } from 'vitest';
import { dotsAnswer } from '../../shared/call-api.ts';
import type { NoteId } from '../../shared/ids.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { closeSheet, openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { conduct, landedOn } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { dotOn, dotsLeft, dotsLeftOf, seatAtTable, writesFor } from '../kit/pages/dots.ts';
import { download, wordsOf } from '../kit/pages/downloads.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort, ok } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

const NOTES = ['Techos rotos', 'Agua cara', 'Fila larga', 'Miedo a reclamar'] as const;

/** A cohort whose call reads the group iceberg in silence and places dots. */
async function dotting(walk: Walk, isGrouped = true) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const { id } = walk.cohort.cohort;
  const { token } = await walk.seat('facilitator', 'Marisol');
  const group = await walk.witness('group-iceberg');
  group.write(NOTES.map((text, i) => ({ text, pos: [1000 + 230 * i, 330] as const })));
  const board = await walk.board('group-iceberg');
  const theme = { title: 'Reclamar', notes: [group.note('Techos rotos').id, group.note('Agua cara').id] };
  if (isGrouped)
    await expect
      .poll(() => walk.app.ask('POST', `/api/boards/${board}/themes`, { token, body: theme }))
      .toMatchObject({ status: 201 });
  const does = (deed: Parameters<typeof conduct>[3]) => conduct(walk.app, token, id, deed);
  await does({ do: 'start' });
  await does({ do: 'go', phase: 'cluster' });
  await does({ do: 'reading', on: true });
  await does({ do: 'dots', open: true, shown: false });
  /** What the server has of a person and their table. */
  const placed = async (seat: typeof CASA | typeof RED, name: string) => {
    const person = await walk.seat(seat, name);
    return ok(await walk.app.ask('GET', `/api/boards/${board}/dots`, { token: person.token }), dotsAnswer).dots;
  };
  const comesIn = async (name: string, seat: typeof CASA | typeof RED, size: 'desktop' | 'phone' = 'desktop') => {
    const window = await walk.window(size);
    await enter(window.page, walk.linkOf(seat), name, seat);
    await landedOn(window.page, 'cluster');
    return window;
  };
  return { board, does, placed, comesIn, idOf: (text: string): NoteId => group.note(text).id };
}

describeInBrowser('dots', () => {
  const walk = beginWalk('dots');

  it.each(['desktop', 'phone'] as const)(
    'are counted beside the board, on a %s, and cover nothing of it',
    async (size) => {
      const { comesIn } = await dotting(walk);
      const { page } = await comesIn('Ana Colón', CASA, size);
      await showView(page, 'canvas');
      const canvas = await new BoardCanvas(page).ready();
      await canvas.showArea(null);
      const places = [dotsLeft(page, 5), canvas.template, canvas.watermark, canvas.rail];
      const [dots, ...others] = await Promise.all(places.map((one) => one.boundingBox()));
      for (const other of others) {
        if (!dots || !other) throw new Error('something is not on the screen');
        const isBeside = dots.x >= other.x + other.width || other.x >= dots.x + dots.width;
        expect(isBeside || dots.y >= other.y + other.height || other.y >= dots.y + dots.height).toBe(true);
      }
    },
  );

  it('are placed on a canvas nobody may write on, by hand and by keys, until none is left', async () => {
    const { placed, comesIn, idOf } = await dotting(walk);
    const { page } = await comesIn('Ana Colón', CASA);
    // To read it is a list first.
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await dotsLeft(page, 5).waitFor();
    await canvas.showArea('results');
    await canvas.click(idOf('Techos rotos'));
    const button = canvas.selectionBar.getByRole('button', { name: textIn('es', 'value.dots.resonates') });
    await button.waitFor();
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
    await button.click();
    await dotsLeft(page, 4).waitFor();
    await expect.poll(() => placed(CASA, 'Ana Colón')).toMatchObject([{ note: idOf('Techos rotos') }]);
    // Tab walks over notes and themes: on to the next note without a dot.
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return button.isVisible();
      })
      .toBe(true);
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await dotsLeft(page, 3).waitFor();
    await expect.poll(async () => (await placed(CASA, 'Ana Colón')).length).toBe(2);
    await canvas.click(idOf('Techos rotos'));
    await canvas.selectionBar.getByRole('button', { name: textIn('es', 'value.dots.take') }).click();
    await dotsLeft(page, 4).waitFor();
    await expect.poll(async () => (await placed(CASA, 'Ana Colón')).length).toBe(1);
    expect(await faultsIn(page, 'beside-canvas')).toEqual([]);
  });

  it('stay hidden until facilitation shows them, then are on canvas, list and theme', async () => {
    const { does, comesIn, idOf, placed } = await dotting(walk);
    const ana = await comesIn('Ana Colón', CASA);
    const luis = await comesIn('Luis Soto', RED, 'phone');
    for (const { page } of [ana, luis]) {
      await showView(page, 'list');
      const button = dotOn(page, 'Techos rotos');
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await button.click();
      await dotsLeft(page, 4).waitFor();
      await page.locator('[data-part=dot][aria-pressed=true]').waitFor();
      expect(await faultsIn(page, 'beside-canvas')).toEqual([]);
    }
    await dotOn(luis.page, 'Agua cara').click();
    await expect.poll(async () => (await placed(RED, 'Luis Soto')).length).toBe(2);
    const two = textIn('es', 'value.dots.count', { count: 2 });
    for (const { page } of [ana, luis]) expect(await page.getByText(two, { exact: true }).count()).toBe(0);
    await does({ do: 'dots', open: false, shown: true });
    const card = new BoardList(luis.page).card('Techos rotos');
    await card.getByText(two, { exact: true }).waitFor();
    expect(await luis.page.locator('[data-part=dot]').count()).toBe(0);
    const canvas = new BoardCanvas(ana.page);
    await showView(ana.page, 'canvas');
    await canvas.ready();
    await canvas.note(idOf('Techos rotos')).getByLabel(two).waitFor({ state: 'attached' });
    await ana.page.getByRole('button', { name: textIn('es', 'panels.themes.title'), exact: true }).click();
    const three = textIn('es', 'value.dots.count', { count: 3 });
    await ana.page.locator('.board__side [data-part=dots]').getByText(three, { exact: true }).waitFor();
  });

  it('leave the words of their note free, near and far, and are in the picture once they are shown', async () => {
    const { board, does, comesIn, idOf } = await dotting(walk, false);
    const { token } = await walk.seat(CASA, 'Luis Soto');
    const note = idOf('Techos rotos');
    await walk.app.ask('PUT', `/api/boards/${board}/dots`, { token, body: { note, on: true } });
    await does({ do: 'dots', open: false, shown: true });
    const { page } = await comesIn('Ana Colón', CASA);
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.showArea(null);
    await page.locator('.tl-container[data-far]:not([data-titled])').waitFor();
    const dot = () => canvas.note(note).locator('.sticky-dot').boundingBox();
    const words = () => canvas.note(note).locator('.sticky-paper text').first().boundingBox();
    const [below, far] = [await dot(), await words()];
    expect((below?.y ?? 0) - ((far?.y ?? 0) + (far?.height ?? 0))).toBeGreaterThan(0);
    // And near by.
    await canvas.showArea('results');
    await page.locator('.tl-container:not([data-far])').waitFor();
    const [above, near] = [await dot(), await words()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(near?.y ?? 0);
    const drawn = async (): Promise<string> => {
      await openPanel(page, 'panels.download.title');
      const words = await wordsOf(page, (await download(page, 'svg')).contents);
      await closeSheet(page);
      return words;
    };
    expect(await drawn()).toContain('Techos rotos 1 Agua cara');
    await does({ do: 'dots', open: false, shown: false });
    await canvas.note(note).locator('.sticky-dot').waitFor({ state: 'detached' });
    expect(await drawn()).toContain('Techos rotos Agua cara');
  });

  it('placed without a network and a closed tab later are one', async () => {
    const { placed, comesIn, idOf } = await dotting(walk);
    const luis = await comesIn('Luis Soto', RED, 'phone');
    await showView(luis.page, 'list');
    await dotsLeft(luis.page, 5).waitFor();
    await luis.context.setOffline(true);
    await dotOn(luis.page, 'Fila larga').click();
    await dotsLeft(luis.page, 4)
      .and(luis.page.getByText(textIn('es', 'value.dots.unsent', { count: 1 })))
      .waitFor();
    expect(await placed(RED, 'Luis Soto')).toEqual([]);
    const address = luis.page.url();
    await luis.page.close();
    await luis.context.setOffline(false);
    const again = await luis.context.newPage();
    await again.goto(address);
    await showView(again, 'list');
    await expect.poll(() => placed(RED, 'Luis Soto')).toMatchObject([{ note: idOf('Fila larga') }]);
    await again.reload();
    await dotsLeft(again, 4).waitFor();
    expect(await placed(RED, 'Luis Soto')).toHaveLength(1);
  });

  it('are five for each person of a table, on one device', async () => {
    const { board, placed, comesIn } = await dotting(walk);
    const { page } = await comesIn('Ana Colón', CASA);
    await showView(page, 'list');
    await dotOn(page, 'Techos rotos').click();
    await dotsLeft(page, 4).waitFor();
    await seatAtTable(page, 'Rosa Vega');
    await dotsLeftOf(page, 'Rosa Vega', 5).waitFor();
    await dotOn(page, 'Techos rotos').click();
    await dotsLeftOf(page, 'Rosa Vega', 4).waitFor();
    await expect.poll(async () => (await placed(CASA, 'Ana Colón')).length).toBe(2);
    const people = new Set((await placed(CASA, 'Ana Colón')).map(({ person }) => person));
    expect(people.size).toBe(2);

    // The choice is there after a reload, on canvas and list alike, and signs what is written.
    await page.reload();
    await writesFor(page).getByRole('button', { name: 'Rosa Vega', pressed: true }).waitFor();
    const own = await walk.witness('value');
    await page.goto(`/tablero/${await walk.board('value')}`);
    const list = await new BoardList(page).ready();
    await list.add('value', 'Dicho por Rosa');
    await expect.poll(() => own.has('Dicho por Rosa')).toBe(true);
    const { author } = own.note('Dicho por Rosa');
    expect([...people]).toContain(author);
    await list.card('Dicho por Rosa').getByText('RV', { exact: true }).waitFor();
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.addIn('impact', 'Del lienzo');
    await expect.poll(() => own.has('Del lienzo') && own.note('Del lienzo').author).toBe(author);
    await page.goto(`/tablero/${board}`);
    await dotsLeftOf(page, 'Rosa Vega', 4).waitFor();

    await openPanel(page, 'value.table.title');
    expect(await faultsIn(page, 'beside-canvas')).toEqual([]);
    await sheet(page)
      .getByRole('button', { name: textIn('es', 'value.table.remove', { name: 'Rosa Vega' }) })
      .click();
    await writesFor(page).waitFor({ state: 'detached' });
    await dotsLeft(page, 4).waitFor();
    expect(await placed(CASA, 'Ana Colón')).toHaveLength(1);
  });
});
