/** Notes of the group iceberg are grouped into themes and arranged. Knows no file. */
import { expect, it } from 'vitest';
import { readThemes } from '../../../shared/board/themes.ts';
import { BoardCanvas } from '../../kit/pages/canvas.ts';
import { arrangeByThemes, showSide } from '../../kit/pages/themes.ts';
import type { Meeting } from './meeting.ts';

export function itGroups(w: Meeting): void {
  it('makes themes of what the facilitator selects', async () => {
    const canvas = await new BoardCanvas(w.maribel.page).ready();
    await canvas.showArea(null);
    await canvas.click(w.group.note('Cada año Se va el personal con más oficio').id);
    await canvas.click(w.group.note('Una persona hace tres trabajos').id, { shift: true });
    await canvas.press('canvas.theme.make');
    await w.maribel.page.keyboard.type('La gente se agota');
    await w.maribel.page.keyboard.press('Enter');
    await expect.poll(() => readThemes(w.group.doc).map((theme) => theme.title)).toEqual(['La gente se agota']);
    await canvas.lasso([w.group.note('Un solo transporte').pos]);
    await canvas.press('canvas.theme.make');
    await w.maribel.page.keyboard.type('Cómo llegamos');
    await w.maribel.page.keyboard.press('Enter');
    await expect
      .poll(() => readThemes(w.group.doc).map((theme) => theme.title))
      .toEqual(['La gente se agota', 'Cómo llegamos']);
    const themes = readThemes(w.group.doc).map((theme) => theme.id);
    expect(w.group.note('Una persona hace tres trabajos').theme).toBe(themes[0]);
    expect(w.group.note('Un solo transporte').theme).toBe(themes[1]);
    expect(w.group.note('Llegan menos personas').theme).toBeNull();
    await new BoardCanvas(w.ana.page).themeBox('La gente se agota').first().waitFor();
  });

  it('arranges by themes without overlap, and one undo restores', async () => {
    const placesOf = (): Record<string, readonly number[]> =>
      Object.fromEntries(w.group.notes().map((note) => [note.text, note.pos]));
    const before = placesOf();
    const layers = Object.fromEntries(w.group.notes().map((note) => [note.text, w.group.areaOf(note.text)]));
    await showSide(w.maribel.page, 'themes');
    await arrangeByThemes(w.maribel.page);
    await expect.poll(placesOf).not.toEqual(before);
    for (const note of w.group.notes()) {
      expect(w.group.areaOf(note.text)).toBe(layers[note.text]);
      for (const other of w.group.notes())
        if (other.id !== note.id)
          expect(
            Math.abs(other.pos[0] - note.pos[0]) >= 200 || Math.abs(other.pos[1] - note.pos[1]) >= 200,
            `${note.text} under ${other.text}`,
          ).toBe(true);
    }
    const arranged = placesOf();
    await new BoardCanvas(w.maribel.page).undo();
    await expect.poll(placesOf).toEqual(before);
    await arrangeByThemes(w.maribel.page);
    await expect.poll(placesOf).toEqual(arranged);
  });
}
