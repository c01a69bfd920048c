/** A phone in a call: the notes have most of the screen, and nothing lies over a field somebody writes in. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { NOTE } from '../../shared/template/geometry.ts';
import { ICEBERG_BANDS } from '../../shared/template/iceberg.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { showView } from '../kit/pages/board-page.ts';
import { landedOn, phaseCard } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function rectOf(one: Locator): Promise<Rect> {
  const box = await one.boundingBox();
  if (!box) throw new Error(`not on the screen: ${one}`);
  return box;
}
const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const isWithin = ({ x, y, width, height }: Rect, page: Page): boolean => {
  const screen = page.viewportSize();
  return !!screen && x >= 0 && y >= 0 && x + width <= screen.width && y + height <= screen.height;
};

/** Facilitation by script. */
async function facilitation(walk: Walk) {
  const { token } = await walk.seat('facilitator', 'Marisol');
  const ask = (path: string, body: unknown) =>
    walk.app.ask('POST', `/api/cohorts/${walk.cohort.cohort.id}/${path}`, { token, body });
  return {
    go: (phase: string) => ask('call', { do: 'go', phase }),
    say: (text: string, to: string | null) => ask('messages', { text, to }),
  };
}

/** The part of the list that scrolls. */
const notesOf = (page: Page): Locator => page.locator('section[data-area]').locator('xpath=..');

async function writesOnPhone(walk: Walk, count: number) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const desk = await facilitation(walk);
  const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
  await desk.go('iceberg');
  await landedOn(page, 'iceberg');
  const list = await new BoardList(page).ready();
  const casa = await walk.witness('iceberg');
  casa.write(
    Array.from({ length: count }, (_, i) => ({
      pos: [700 + (i % 5) * 220, 277] as const,
      text: `Nota ${i} de la tarde`,
    })),
  );
  await expect.poll(() => page.locator('[data-note]').count()).toBe(count);
  return { page, list, desk };
}

describeInBrowser('a phone in a call', () => {
  const walk = beginWalk('phone');

  it('leaves two thirds of the screen to the notes while they are read, and still says all that matters', async () => {
    const { page } = await writesOnPhone(walk, 12);
    const screen = page.viewportSize()?.height ?? 0;
    const card = phaseCard(page, 'iceberg');
    await card.getByText('Una idea por nota.', { exact: false }).first().waitFor();
    await page.mouse.move(195, 600);
    await page.mouse.wheel(0, 200);
    const line = card.getByRole('button', { expanded: false });
    await line.waitFor();
    expect((await rectOf(notesOf(page))).height).toBeGreaterThan((screen * 2) / 3);
    const folded = await line.innerText();
    for (const words of [/3\/11/, /Iceberg de cada organización/, /Ahora: Resultados visibles/, /\d+:\d\d/])
      expect(folded).toMatch(words);
    expect(isWithin(await rectOf(page.getByText('Solo tu equipo ve esto')), page)).toBe(true);
    await line.click();
    await card.getByRole('button', { name: 'Levantar la mano' }).waitFor();
  });

  it('shows the list on its side too, with more than half of the height for the notes', async () => {
    const { page, list } = await writesOnPhone(walk, 12);
    await page.setViewportSize({ width: 844, height: 390 });
    await page.reload();
    await list.ready();
    await phaseCard(page, 'iceberg').waitFor();
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, 100);
    await phaseCard(page, 'iceberg').getByRole('button', { expanded: false }).waitFor();
    expect((await rectOf(notesOf(page).first())).height).toBeGreaterThan(390 / 2);
    expect(isWithin(await rectOf(page.getByText('Solo tu equipo ve esto').first()), page)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(844);
  });

  it.each([
    [683, 384],
    [640, 360],
    [341, 192],
  ])(
    'leaves half of a low window of %i by %i to the notes: all but the field scrolls with them',
    async (width, height) => {
      const { page, list, desk } = await writesOnPhone(walk, 12);
      await page.setViewportSize({ width, height });
      await list.composer('results').waitFor();
      /** The part of a line down the middle on which there are notes. */
      const shareOfNotes = (): Promise<number> =>
        page.evaluate(() => {
          const heights = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(innerWidth / 2, y));
          return heights.filter((one) => one?.closest('section[data-area]')).length / innerHeight;
        });
      await page.mouse.move(width / 2, 20);
      await page.mouse.wheel(0, 400);
      await expect.poll(shareOfNotes).toBeGreaterThan(0.5);
      expect(isWithin(await rectOf(list.composer('results')), page)).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

      await list.add('results', 'Y una más');
      const added = list.card('Y una más').getByText('Y una más');
      const [words, field] = [await rectOf(added), await rectOf(list.composer('results'))];
      expect(words.y).toBeGreaterThanOrEqual(0);
      expect(words.y + words.height).toBeLessThanOrEqual(field.y);

      await desk.say('Paso ahora por tu tablero.', (await walk.seat(CASA, 'Ana')).person.id);
      const word = page.locator('[data-word]');
      await expect.poll(async () => isWithin(await rectOf(word), page)).toBe(true);
      await word.getByRole('button').click();
      await page.mouse.move(width / 2, 20);
      await page.mouse.wheel(0, -4000);
      for (const one of [page.getByText('Solo tu equipo ve esto').first(), phaseCard(page, 'iceberg')])
        await expect.poll(async () => isWithin(await rectOf(one), page)).toBe(true);
    },
  );

  it('shows the field and its button above the keyboard', async () => {
    const { page, list } = await writesOnPhone(walk, 3);
    await list.composer('results').click();
    await page.setViewportSize({ width: 390, height: 450 });
    await page.keyboard.type('Nos faltan manos');
    for (const one of [list.composer('results'), page.getByRole('button', { name: 'Siguiente', exact: true })])
      expect(isWithin(await rectOf(one), page)).toBe(true);
  });

  it('has all short deeds of a note on one screen, and tells below no field that it is deleted', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const above = Array.from({ length: 12 }, (_, i) => ({ pos: [700 + i * 60, 277] as const, text: `Resultado ${i}` }));
    (await walk.witness('iceberg')).write([...above, { pos: [900, 2000], text: 'Creemos que no se puede' }]);
    const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
    const list = await new BoardList(page).ready();
    await list.turnTo('beliefs');
    const card = list.card('Creemos que no se puede');
    await card.getByRole('button', { name: /^Acciones/ }).click();
    const menu = page.getByRole('menu');
    const items = menu.getByRole('menuitem');
    await items.last().waitFor();
    for (const item of await items.all()) expect(isWithin(await rectOf(item), page), `${item}`).toBe(true);
    await menu.getByText(textIn('es', 'method.link.menuOf'), { exact: true }).click();
    await expect.poll(() => menu.getByRole('menuitemcheckbox').count()).toBe(12);
    await page.keyboard.press('Escape');
    await list.choose('Creemos que no se puede', textIn('es', 'list.note.remove'));
    const told = page.locator('.toast').filter({ hasText: textIn('es', 'list.said.removed', { count: 1 }) });
    const field = list.composer('beliefs');
    expect(touches(await rectOf(told), await rectOf(field))).toBe(false);
    expect(isWithin(await rectOf(told), page)).toBe(true);
    const back = told.getByRole('button', { name: textIn('es', 'common.undo') });
    expect((await rectOf(back)).height).toBeGreaterThanOrEqual(44);
    await back.click();
    await card.waitFor();
    await told.waitFor({ state: 'detached' });
  });

  it('has each new note in sight above the keyboard, and stays in the field', async () => {
    const { page, list } = await writesOnPhone(walk, 5);
    await page.setViewportSize({ width: 390, height: 560 });
    const field = list.composer('results');
    await field.click();
    for (const text of ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis', 'Siete']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await expect.poll(() => field.inputValue()).toBe('');
      const isInSight = async (): Promise<boolean> => {
        const [note, strip] = [await rectOf(list.card(text)), await rectOf(notesOf(page))];
        return note.y >= strip.y && note.y + note.height <= strip.y + strip.height;
      };
      await expect.poll(isInSight, { message: text }).toBe(true);
      expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    }
  });

  it('lays no word of facilitation over a field that is written in', async () => {
    const { page, list, desk } = await writesOnPhone(walk, 3);
    const { person } = await walk.seat(CASA, 'Ana');
    await list.open('Nota 2 de la tarde');
    await page.setViewportSize({ width: 390, height: 450 });
    await desk.say('¿Te puedo ayudar con algo? Escríbeme cuando quieras y paso por tu tablero.', person.id);
    const word = page.locator('[data-word]');
    await word.waitFor();
    expect(touches(await rectOf(word), await rectOf(list.editor))).toBe(false);
    expect(isWithin(await rectOf(list.editor), page)).toBe(true);
    await list.composer('results').click();
    await page.keyboard.type('Otra');
    for (const one of [list.composer('results'), page.getByRole('button', { name: 'Siguiente', exact: true })]) {
      expect(touches(await rectOf(word), await rectOf(one))).toBe(false);
      expect(isWithin(await rectOf(one), page)).toBe(true);
    }
  });

  it('shows the notes of a layer on the canvas, and its questions where there are none', async () => {
    const { page, list } = await writesOnPhone(walk, 7);
    await list.root.waitFor();
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    const inView = async (): Promise<number> => {
      // A note that is far from the view is not drawn.
      const rects = await Promise.all((await canvas.notes.all()).map((note) => note.boundingBox()));
      return rects.filter((rect) => rect !== null && isWithin(rect, page)).length;
    };
    await expect.poll(inView).toBeGreaterThanOrEqual(3);
    await canvas.showArea('beliefs');
    await expect.poll(inView).toBe(0);
    const { x, y } = await canvas.screenOf([60, ICEBERG_BANDS.beliefs.top + 40]);
    expect(isWithin({ x, y, width: 40, height: 40 }, page)).toBe(true);
    await canvas.showArea('results');
    await expect.poll(inView).toBeGreaterThanOrEqual(3);
  });

  it('says of the one note in a corner of a layer in which layer it is', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const corner = [1900, ICEBERG_BANDS.results.bottom - NOTE.size - 10] as const;
    (await walk.witness('iceberg')).write([{ pos: corner, text: 'Justo encima del agua' }]);
    const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
    await new BoardList(page).ready();
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.notes.first().waitFor();
    await canvas.rail.getByRole('button', { name: areaTitle('results', 'es'), pressed: true }).waitFor();
  });
});
