/** Notes are written, marked, merged and moved on the boards of two organisations. Knows no group iceberg. */
import { expect, it } from 'vitest';
import { areaOf } from '../../../shared/template/geometry.ts';
import { tagLabel } from '../../../shared/template/texts.ts';
import { showView, syncBadge } from '../../kit/pages/board-page.ts';
import { BoardCanvas } from '../../kit/pages/canvas.ts';
import { BoardList } from '../../kit/pages/list.ts';
import { textIn } from '../../kit/pages/words.ts';
import type { Meeting } from './meeting.ts';

export function itWrites(w: Meeting): void {
  it('writes notes in every way the canvas offers', async () => {
    const { page } = w.ana;
    const canvas = await new BoardCanvas(page).ready();
    await canvas.addIn('results', 'Se va el personal');
    await canvas.showArea('patterns');
    await canvas.template.hover({ position: { x: 5, y: 5 }, force: true });
    await page.keyboard.press('n');
    await canvas.write('Una persona hace tres trabajos');
    await page.keyboard.press('Control+Enter');
    await canvas.write('Reuniones sin acta');
    await page.keyboard.press('Escape');
    await canvas.showArea('structures');
    const { x, y } = await canvas.screenOf([1700, 1500]);
    await page.mouse.dblclick(x, y);
    await canvas.write('Fondos');
    await page.keyboard.press('Shift+Enter');
    await canvas.write('restringidos');
    await page.keyboard.press('Enter');
    await canvas.field.waitFor({ state: 'detached' });
    await canvas.addIn('beliefs', 'Pedir ayuda es fallar');
    await expect
      .poll(() => w.casa.texts())
      .toEqual([
        'Fondos\nrestringidos',
        'Pedir ayuda es fallar',
        'Reuniones sin acta',
        'Se va el personal',
        'Una persona hace tres trabajos',
      ]);
    expect(w.casa.areaOf('Se va el personal')).toBe('results');
    expect(w.casa.areaOf('Una persona hace tres trabajos')).toBe('patterns');
    expect(w.casa.areaOf('Reuniones sin acta')).toBe('patterns');
    expect(w.casa.areaOf('Pedir ayuda es fallar')).toBe('beliefs');
    const [left, top] = w.casa.note('Fondos\nrestringidos').pos;
    expect(Math.abs(left - 1600)).toBeLessThan(4);
    expect(Math.abs(top - 1400)).toBeLessThan(4);
    await syncBadge(page, 'synced').waitFor();
  });

  it('tags, stars and keeps a note on its own board', async () => {
    const canvas = new BoardCanvas(w.ana.page);
    await canvas.showArea('patterns');
    await canvas.click(w.casa.note('Reuniones sin acta').id);
    await canvas.selectionBar.getByRole('button', { name: tagLabel('operational', 'es') }).click();
    await canvas.press('canvas.selection.star');
    await canvas.showArea('beliefs');
    await canvas.click(w.casa.note('Pedir ayuda es fallar').id);
    await canvas.press('canvas.selection.private');
    await expect.poll(() => w.casa.note('Reuniones sin acta')).toMatchObject({ operational: true, star: true });
    await expect.poll(() => w.casa.note('Pedir ayuda es fallar').private).toBe(true);
  });

  it('writes on the phone, in the list', async () => {
    const list = await new BoardList(w.rosa.page).ready();
    await list.add('results', 'Llegan menos personas');
    await list.turnTo('structures');
    await list.add('structures', 'Un solo transporte');
    await list
      .card('Un solo transporte')
      .getByRole('button', { name: tagLabel('programmatic', 'es') })
      .click();
    await list
      .card('Un solo transporte')
      .getByRole('button', { name: textIn('es', 'list.note.star') })
      .click();
    await list.turnTo('beliefs');
    await list.add('beliefs', 'Aquí nadie se queja');
    await list.choose('Aquí nadie se queja', textIn('es', 'list.note.private'));
    await expect.poll(() => w.red.note('Un solo transporte')).toMatchObject({ programmatic: true, star: true });
    await expect.poll(() => w.red.note('Aquí nadie se queja').private).toBe(true);
    expect(w.red.areaOf('Un solo transporte')).toBe('structures');
    await syncBadge(w.rosa.page, 'synced').waitFor();
  });

  it('merges what two people type in one note at the same time', async () => {
    const { id } = w.casa.note('Se va el personal');
    const [hers, his] = [new BoardCanvas(w.ana.page), new BoardCanvas(w.luis.page)];
    await hers.showArea('results');
    await his.showArea('results');
    await hers.open(id);
    await his.open(id);
    await w.ana.page.keyboard.press('Control+Home');
    await w.luis.page.keyboard.press('Control+End');
    const atOnce = [
      w.ana.page.keyboard.type('Cada año ', { delay: 12 }),
      w.luis.page.keyboard.type(' con más oficio', { delay: 12 }),
    ];
    await hers
      .note(id)
      .getByText(textIn('es', 'canvas.note.writing', { name: 'Luis Soto' }))
      .waitFor();
    await his
      .note(id)
      .getByText(textIn('es', 'canvas.note.writing', { name: 'Ana Colón' }))
      .waitFor();
    await Promise.all(atOnce);
    const merged = 'Cada año Se va el personal con más oficio';
    await expect.poll(() => hers.field.inputValue()).toBe(merged);
    await expect.poll(() => his.field.inputValue()).toBe(merged);
    await expect.poll(() => w.casa.has(merged)).toBe(true);
    await w.ana.page.keyboard.press('Enter');
    await w.luis.page.keyboard.press('Enter');
    await hers.note(id).locator('.sticky-writer').waitFor({ state: 'detached' });
  });

  it('moves a note on the other screen and into another layer', async () => {
    const [hers, his] = [new BoardCanvas(w.ana.page), new BoardCanvas(w.luis.page)];
    await hers.showArea(null);
    await his.showArea(null);
    const text = 'Una persona hace tres trabajos';
    const { id } = w.casa.note(text);
    const to = await hers.screenOf([1500, 1900]);
    await hers.drag(await hers.middleOf(id), to);
    await expect.poll(() => w.casa.areaOf(text)).toBe(areaOf('iceberg', [1400, 1800]));
    expect(w.casa.areaOf(text)).toBe('beliefs');
    await expect
      .poll(async () => {
        const seen = await his.middleOf(id);
        const wanted = await his.screenOf([1500, 1900]);
        return Math.hypot(seen.x - wanted.x, seen.y - wanted.y);
      })
      .toBeLessThan(3);
    await showView(w.luis.page, 'list');
    await new BoardList(w.luis.page).card(text, 'beliefs').waitFor();
  });
}
