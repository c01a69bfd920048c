/** Two people without a connection add a note to the same layer, each in its first free place; back together, none hides the other. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { showView, syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import type { Window } from '../kit/pages/window.ts';
import { beginWalk, CASA } from '../kit/walk.ts';
import type { Witness } from '../kit/witness.ts';

describeInBrowser('two people who took the same free place', () => {
  const walk = beginWalk('apart');

  it('see both notes, with the words that were being written meanwhile', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'iceberg');
    const luis = await walk.person('Luis Soto', CASA, 'iceberg');
    const casa = await walk.witness('iceberg');
    const canvases = await Promise.all([ana, luis].map(({ page }) => new BoardCanvas(page).ready()));
    const [anas, luiss] = canvases;
    if (!anas || !luiss) throw new Error('two canvases');
    await offline(ana, luis);
    for (const canvas of [anas, luiss]) await canvas.startIn('results');
    await anas.write('La asistencia');
    await luiss.write('Menos jóvenes');
    await online(ana, luis);
    await expectApart(casa, ['La asistencia', 'Menos jóvenes']);
    // Whosever note went on: both fields are still open, the caret where it was.
    await anas.write(' bajó');
    await luiss.write(' en las reuniones');
    const texts = ['La asistencia bajó', 'Menos jóvenes en las reuniones'];
    await expectApart(casa, texts);
    for (const canvas of canvases) await expectDrawnApart(canvas, casa, texts);
    await ana.page.keyboard.press('Enter');
    await anas.field.waitFor({ state: 'detached' });

    await anas.undo();
    await expect.poll(() => casa.texts()).toEqual(['Menos jóvenes en las reuniones']);
  });

  it('see both where one of them writes in the list of a phone', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'value');
    const luis = await walk.person('Luis Soto', CASA, 'value', 'phone');
    const value = await walk.witness('value');
    const canvas = await new BoardCanvas(ana.page).ready();
    const list = await new BoardList(luis.page).ready();
    await list.turnTo('impact');
    await offline(ana, luis);
    await canvas.addIn('impact', 'De Ana');
    await list.add('impact', 'De Luis');
    await online(ana, luis);
    await expectApart(value, ['De Ana', 'De Luis']);
    await list.card('De Ana', 'impact').waitFor();
    await showView(luis.page, 'canvas');
    const small = await new BoardCanvas(luis.page).ready();
    await small.showArea('impact');
    for (const one of [canvas, small]) await expectDrawnApart(one, value, ['De Ana', 'De Luis']);
  });
});

async function offline(...windows: readonly Window[]): Promise<void> {
  for (const { context } of windows) await context.setOffline(true);
  for (const { page } of windows) await syncBadge(page, 'offline').waitFor();
}
async function online(...windows: readonly Window[]): Promise<void> {
  for (const { context } of windows) await context.setOffline(false);
  for (const { page } of windows) await syncBadge(page, 'synced').waitFor();
}

/** On the server: all of them are there, each in a place of its own in the same area. */
async function expectApart(board: Witness, texts: readonly string[]): Promise<void> {
  await expect.poll(() => board.texts()).toEqual([...texts].sort());
  await expect.poll(() => new Set(board.notes().map(({ pos }) => String(pos))).size).toBe(texts.length);
  expect(new Set(texts.map((text) => board.areaOf(text))).size).toBe(1);
}

/** On the screen: none lies on another. */
async function expectDrawnApart(canvas: BoardCanvas, board: Witness, texts: readonly string[]): Promise<void> {
  const overlaps = async (): Promise<number> => {
    const ids = texts.map((text) => board.note(text).id);
    const boxes = await Promise.all(ids.map((id) => canvas.note(id).boundingBox()));
    const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const));
    return pairs.filter(([a, b]) => !a || !b || (touch(a.x, a.width, b.x) && touch(a.y, a.height, b.y))).length;
  };
  await expect.poll(overlaps).toBe(0);
}
const touch = (a: number, size: number, b: number): boolean => Math.abs(a - b) < size - 1;
