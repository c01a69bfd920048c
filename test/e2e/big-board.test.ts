/** Boards with many notes, and pasting many lines at once. Measures no time. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { addTheme } from '../../shared/board/themes.ts';
import { newThemeId } from '../../shared/ids.ts';
import { NOTE } from '../../shared/template/geometry.ts';
import { LAYER_IDS } from '../../shared/template/kinds.ts';
import { freeSlots } from '../../shared/template/slots.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { closeSheet, openPanel } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { download } from '../kit/pages/downloads.ts';
import { textIn } from '../kit/pages/words.ts';
import { Picture } from '../kit/picture.ts';
import { beginWalk, CASA, RED } from '../kit/walk.ts';

describeInBrowser('many notes', () => {
  const walk = beginWalk('big-board');

  it('opens a group iceberg of 220 notes, painted, and pans it', async () => {
    const group = await walk.witness('group-iceberg');
    for (const layer of LAYER_IDS) {
      const places = freeSlots(
        'group-iceberg',
        layer,
        55,
        group.notes().map((note) => note.pos),
      );
      group.write(places.map((pos, i) => ({ pos, text: `Nota ${i} de ${layer}` })));
    }
    const { page } = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await expect.poll(() => canvas.notes.count()).toBe(220);
    const picture = new Picture(await page.screenshot(), page.viewportSize()?.width ?? 0);
    const [first] = group.notes();
    if (!first) throw new Error('the board is empty');
    for (const note of group.notes().filter((_, i) => i % 20 === 0)) {
      const box = await canvas.note(note.id).boundingBox();
      if (!box) throw new Error(`${note.text} is not there`);
      const { x, y, width: w, height: h } = box;
      expect(picture.share({ x, y, w, h }, [255, 255, 255], 12), note.text).toBeGreaterThan(0.3);
    }
    const before = await canvas.middleOf(first.id);
    await page.mouse.move(before.x, before.y + 60);
    const height = async (): Promise<number> => Math.round((await canvas.middleOf(first.id)).y);
    await page.mouse.wheel(0, 120);
    await expect.poll(height).toBe(Math.round(before.y - 120));
    await page.mouse.click(600, 300);
    const cursor = () =>
      page.evaluate(() => document.querySelector<HTMLElement>('.tl-container')?.style.getPropertyValue('--tl-cursor'));
    // The canvas hears keys once it knows that it has the focus.
    const hold = async () => {
      await page.keyboard.up('Space');
      await page.keyboard.down('Space');
      return cursor();
    };
    await expect.poll(hold).toContain('grab');
    await canvas.drag({ x: 600, y: 300 }, { x: 700, y: 420 });
    await page.keyboard.up('Space');
    await expect.poll(height).toBeGreaterThan(Math.round(before.y - 120) + 20);
    expect(group.notes().length).toBe(220);
  });

  it('moves once for each turn of the wheel, on a computer that is busy and with any pause in between', async () => {
    const { page } = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const top = async (): Promise<number> => Math.round((await canvas.screenOf([0, 0])).y);
    const before = await top();
    await page.mouse.move(600, 300);
    const busy = busyAfterWheel(page);
    await page.mouse.wheel(0, 120);
    await busy;
    await expect.poll(top).toBe(before - 120);
    await turnsEvery(page, 140);
    for (const turn of [-20, -40, -60]) await page.mouse.wheel(0, turn);
    await expect.poll(top).toBe(before);
  });

  it('offers all it can do with a note beside the ways down, never over them', async () => {
    const { page } = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const group = await walk.witness('group-iceberg');
    // They lie on one another: whichever is hit has a theme to be taken out of.
    const beliefs = group.notes().filter((note) => note.text.endsWith('de beliefs'));
    const [belief] = beliefs;
    if (!belief) throw new Error('the notes of the first walk are not there');
    const theme = { id: newThemeId(), title: 'Trabajamos sin reservas', createdAt: 1 };
    addTheme(
      { doc: group.doc, origin: null },
      theme,
      beliefs.map(({ id }) => id),
    );
    await canvas.click(belief.id);
    await canvas.selectionBar.getByRole('button', { name: textIn('es', 'canvas.theme.takeOut') }).waitFor();
    const [rail, bar] = await Promise.all([canvas.rail.boundingBox(), canvas.selectionBar.boundingBox()]);
    if (!rail || !bar) throw new Error('one of them is not there');
    expect(bar.x).toBeGreaterThanOrEqual(rail.x + rail.width);
  });

  it('makes a note of each pasted line', async () => {
    const { page, troubles } = await walk.person('Ana Colón', CASA, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const casa = await walk.witness('iceberg');
    const lines = Array.from({ length: 200 }, (_, i) => `• Línea ${i + 1} de la lista`);
    await paste(lines.join('\n'));
    await expect.poll(() => casa.notes().length).toBe(200);
    await expect.poll(() => canvas.notes.count()).toBe(200);
    expect(new Set(casa.texts())).toEqual(new Set(lines.map((line) => line.slice(2))));
    expect(new Set(casa.notes().map((note) => String(note.pos))).size).toBe(200);
    await page.keyboard.press('Escape');
    await canvas.showArea(null);
    await expect.poll(() => inSight(canvas)).toBe(200);
    await openPanel(page, 'panels.download.title');
    const drawing = await download(page, 'svg');
    const end = Math.max(...casa.notes().map(({ pos: [x] }) => x + NOTE.size));
    expect(Number(/width="([\d.]+)"/.exec(drawing.contents.toString())?.[1])).toBeGreaterThanOrEqual(end);
    await closeSheet(page);
    await canvas.undo();
    await expect.poll(() => casa.notes().length).toBe(0);
    expect(troubles).toEqual([]);

    async function paste(text: string): Promise<void> {
      await page.evaluate((all) => navigator.clipboard.writeText(all), text);
      await page.keyboard.press('Control+v');
    }
  });

  it("makes seven notes of the seven issues in the customer's document", async () => {
    const { page } = await walk.person('Rosa Vega', RED, 'iceberg');
    await new BoardCanvas(page).ready();
    const red = await walk.witness('iceberg', RED);
    const text = readFileSync(new URL('../fixtures/customer-document.es.txt', import.meta.url), 'utf8');
    await page.evaluate((all) => navigator.clipboard.writeText(all), text);
    await page.keyboard.press('Control+v');
    await expect
      .poll(() => red.texts())
      .toEqual([
        'Adaptación a cambios organizacionales y directivos.',
        'Dificultad en explicar metodología a financiadores.',
        'Dificultad para equilibrar tiempo de trabajo y personal.',
        'Falta de solidaridad y colaboración en el Sector Social.',
        'Inseguridad Operacional por falta de personal a tiempo completo.',
        'Necesidad de un sistema formal de comunicación interna y externa.',
        'Problemas interpersonales por crecimiento rápido.',
      ]);
  });
});

/** How many notes lie wholly on the screen. */
const inSight = (canvas: BoardCanvas): Promise<number> =>
  canvas.notes.evaluateAll((notes) => {
    const { left, right } = document.querySelector('.tl-container')?.getBoundingClientRect() ?? new DOMRect();
    const boxes = notes.map((note) => note.getBoundingClientRect());
    return boxes.filter((box) => box.width > 0 && box.left >= left && box.right <= right).length;
  });

/** Resolves when the page has been too busy for its timers after the next turn of the wheel, and has caught up. */
const busyAfterWheel = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const blocked = (): void => {
          const until = performance.now() + 400;
          while (performance.now() < until);
          // Timers that were due meanwhile come first.
          setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
        };
        window.addEventListener('wheel', () => setTimeout(blocked, 20), { capture: true, once: true });
      }),
  );

/** Whoever looks at the page's clock while the wheel turns sees that so many milliseconds have passed since the last turn. */
const turnsEvery = (page: Page, ms: number): Promise<void> =>
  page.evaluate((pause) => {
    const real = Date.now;
    let now = real();
    const onWheel = (): void => {
      now += pause;
      Date.now = () => now;
      setTimeout(() => {
        Date.now = real;
      });
    };
    window.addEventListener('wheel', onWheel, { capture: true });
  }, ms);
