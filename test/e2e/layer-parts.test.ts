/** A layer of a wide group iceberg: gone through part by part, every note whole and large enough to be read once. */
import { expect, it } from 'vitest';
import { cellPlace, groupLayout } from '../../shared/template/group-iceberg.ts';
import type { LayerId } from '../../shared/template/kinds.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk } from '../kit/walk.ts';

/** Where so many notes of each of two organisations lie in a layer, as they are brought. */
const brought = (layer: LayerId, each: number) =>
  [0, 1].flatMap((column) => Array.from({ length: each }, (_, i) => cellPlace(groupLayout(2), column, layer, i)));

describeInBrowser('a layer that is wider than the screen', () => {
  const walk = beginWalk('layer-parts');

  it('is read in parts, by button and by key, and no note is left out', async () => {
    const group = await walk.witness('group-iceberg');
    const places = brought('patterns', 20);
    group.write(places.map((pos, i) => ({ pos, text: `Nota ${i} de los hábitos` })));
    const { page } = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await expect.poll(() => canvas.notes.count()).toBe(40);
    const area = '2. Hábitos y patrones';
    await page.getByRole('button', { name: textIn('es', 'canvas.view.layer', { area }) }).click();
    const way = page.locator('.layer-parts');
    await way.waitFor();
    const [, count] = /parte 1 de (\d+)/.exec(await way.innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(1);

    const seen = new Set<string>();
    const look = async (): Promise<void> => {
      const view = await page.locator('.canvas').boundingBox();
      if (!view) throw new Error('no canvas');
      for (const { id } of group.notes()) {
        const box = await canvas.note(id).boundingBox();
        if (!box) continue;
        expect(box.height).toBeGreaterThan(99);
        if (box.x >= view.x + 60 && box.x + box.width <= view.x + view.width && box.y > view.y + 60) seen.add(id);
      }
    };
    await look();
    for (let part = 2; part <= Number(count); part += 1) {
      if (part % 2 === 0) await page.keyboard.press('PageDown');
      else await way.getByRole('button', { name: textIn('es', 'canvas.view.next') }).click();
      await expect.poll(() => way.innerText()).toContain(`parte ${part} de ${count}`);
      await look();
    }
    expect(seen.size).toBe(40);
    await page.keyboard.press('PageUp');
    await expect.poll(() => way.innerText()).toContain(`parte ${Number(count) - 1} de ${count}`);
  });
});

describeInBrowser('a layer with few notes in wide columns', () => {
  const walk = beginWalk('layer-parts-few');

  it('is gone through from notes to notes, large enough to be read from afar', async () => {
    const group = await walk.witness('group-iceberg');
    group.write(brought('structures', 2).map((pos, i) => ({ pos, text: `Nota ${i} de las estructuras` })));
    const { page } = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await expect.poll(() => canvas.notes.count()).toBe(4);
    const area = '3. Sistemas y estructuras';
    await page.getByRole('button', { name: textIn('es', 'canvas.view.layer', { area }) }).click();
    const way = page.locator('.layer-parts');
    await expect.poll(() => way.innerText()).toContain('parte 1 de 2');
    const view = await page.locator('.canvas').boundingBox();
    const inView = async (): Promise<number> => {
      const boxes = await Promise.all(group.notes().map(({ id }) => canvas.note(id).boundingBox()));
      return boxes.filter(
        (box) => box && view && box.height > 150 && box.x > view.x && box.x + box.width < view.x + view.width,
      ).length;
    };
    await expect.poll(inView).toBe(2);
    await page.keyboard.press('PageDown');
    await expect.poll(() => way.innerText()).toContain('parte 2 de 2');
    await expect.poll(inView).toBe(2);
  });
});
