/** The iceberg phase as two people of one team live it: layers that open one by one, links, and a large change undone by the other. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { ICEBERG_BANDS } from '../../shared/template/iceberg.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { openPanel, showView } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the iceberg phase', () => {
  const walk = beginWalk('iceberg-phase');
  let facilitation = '';
  const conduct = async (deed: object): Promise<void> => {
    const path = `/api/cohorts/${walk.cohort.cohort.id}/call`;
    const { status } = await walk.app.ask('POST', path, { token: facilitation, body: deed });
    expect(status).toBe(200);
  };
  beforeAll(async () => {
    facilitation = (await walk.seat('facilitator', 'Mari Cruz')).token;
  });

  const placeIn = (page: Page, area: AreaId) =>
    page.getByRole('button', { name: textIn('es', 'canvas.addTo', { area: areaTitle(area, 'es') }), exact: true });
  /** Number of the layer in view, as the rail says it. */
  const inView = (canvas: BoardCanvas) =>
    canvas.root
      .getByRole('navigation', { name: textIn('es', 'canvas.view.label') })
      .locator('button[aria-pressed="true"]')
      .textContent();

  const guideOf = ({ root }: BoardCanvas) => root.getByRole('region', { name: textIn('es', 'method.layer.question') });
  /** How far the question is from the edges of the canvas. */
  const edgesOf = (canvas: BoardCanvas) =>
    guideOf(canvas).evaluate((guide) => {
      const [own, room] = [guide.getBoundingClientRect(), guide.closest('.canvas')?.getBoundingClientRect()];
      return room && { top: own.top - room.top, left: own.left - room.left, right: room.right - own.right };
    });

  it('opens layer by layer, and cameras follow only those who did not move theirs', async () => {
    const { page: ana } = await walk.person('Ana Colón', CASA, 'iceberg');
    const { page: luis } = await walk.person('Luis Soto', CASA, 'iceberg');
    const [hers, his] = [await new BoardCanvas(ana).ready(), await new BoardCanvas(luis).ready()];
    await conduct({ do: 'go', phase: 'iceberg' });
    await expect.poll(() => placeIn(ana, 'patterns').count()).toBe(0);
    expect(await placeIn(ana, 'results').count()).toBe(1);
    expect(await inView(hers)).toBe('1');

    await his.showArea('beliefs');
    await expect.poll(() => inView(his)).toBe('4');
    await conduct({ do: 'layer', layer: 'patterns' });
    await expect.poll(() => placeIn(ana, 'patterns').count()).toBe(1);
    expect(await placeIn(ana, 'results').count()).toBe(0);
    await expect.poll(() => inView(hers)).toBe('2');
    expect(await edgesOf(hers)).toEqual({ top: 0, left: 0, right: 0 });
    // What it asks about begins right under it.
    const asks = (await guideOf(hers).boundingBox()) ?? { y: 0, height: 0 };
    const free = (await hers.screenOf([0, ICEBERG_BANDS.patterns.top])).y - asks.y - asks.height;
    expect(free).toBeGreaterThanOrEqual(0);
    expect(free).toBeLessThan(20);
    await luis.getByText(textIn('es', 'method.layer.opened')).waitFor();
    expect(await inView(his)).toBe('4');
    await luis.getByRole('button', { name: textIn('es', 'method.layer.go') }).click();
    await expect.poll(() => inView(his)).toBe('2');

    // A closed layer sends what is started there to the one everybody works on.
    const casa = await walk.witness('iceberg');
    await his.showArea('beliefs');
    const { x, y } = await his.screenOf([1000, 2000]);
    await luis.mouse.dblclick(x, y);
    await his.write('Siempre igual');
    await luis.keyboard.press('Enter');
    await expect.poll(() => casa.has('Siempre igual')).toBe(true);
    expect(casa.areaOf('Siempre igual')).toBe('patterns');

    await conduct({ do: 'all-layers' });
    await expect.poll(() => placeIn(ana, 'beliefs').count()).toBe(1);
    await ana.getByText('¿qué se movería en las capas de arriba?').waitFor();
  });

  it('links notes on the canvas; the other sees the chain in the list', async () => {
    await conduct({ do: 'go', phase: 'iceberg' });
    await conduct({ do: 'all-layers' });
    const casa = await walk.witness('iceberg');
    const chain: readonly [string, number][] = [
      ['Perdimos dos personas', 400],
      ['Nadie hace la orientación', 900],
      ['No hay puesto de recursos humanos', 1500],
      ['Pedir ayuda es debilidad', 2050],
    ];
    casa.write(chain.map(([text, y]) => ({ text, pos: [1500, y] })));
    const { page: ana } = await personOn('Ana Colón');
    const { page: luis } = await personOn('Luis Soto');
    await showView(ana, 'canvas');
    const canvas = await new BoardCanvas(ana).ready();
    for (let i = chain.length - 1; i > 0; i--) {
      const [lower, upper] = [chain[i]?.[0] ?? '', chain[i - 1]?.[0] ?? ''];
      await canvas.showArea(casa.areaOf(lower));
      await canvas.click(casa.note(lower).id);
      await canvas.selectionBar.getByRole('button', { name: textIn('es', 'method.link.menu') }).click();
      const cut = await canvas.selectionBar.locator('.menu__list').evaluate((list) => {
        const [own, room] = [list.getBoundingClientRect(), list.closest('.canvas')?.getBoundingClientRect()];
        return (
          !room || own.left < room.left || own.right > room.right || own.top < room.top || own.bottom > room.bottom
        );
      });
      expect(cut).toBe(false);
      await canvas.selectionBar.getByRole('button', { name: upper }).click();
      await ana.locator(`[data-link="${casa.note(lower).id}>${casa.note(upper).id}"]`).waitFor({ state: 'attached' });
    }
    await showView(luis, 'list');
    await openPanel(luis, 'method.chains.title');
    const panel = luis.getByRole('region', { name: textIn('es', 'method.chains.title') });
    await panel.getByText(textIn('es', 'method.chains.whole', { count: 1 })).waitFor();
    const name = textIn('es', 'method.chains.chain', { number: 1 });
    const entries = panel.getByRole('list', { name }).getByRole('button');
    expect(await entries.locator('[data-words]').allTextContents()).toEqual(chain.map(([text]) => text));
    await entries.last().click();
    await expect.poll(() => luis.evaluate(() => document.activeElement?.textContent)).toBe('Pedir ayuda es debilidad');
  });

  it('lets another person undo a large change after others kept working', async () => {
    await conduct({ do: 'go', phase: 'iceberg' });
    await conduct({ do: 'all-layers' });
    const casa = await walk.witness('iceberg');
    const texts = Array.from({ length: 12 }, (_, i) => `nota ${String(i).padStart(2, '0')}`);
    casa.write(texts.map((text, i) => ({ text, pos: [700 + (i % 6) * 210, 400 + Math.floor(i / 6) * 600] })));
    const { page: ana } = await personOn('Ana Colón');
    const { page: luis } = await personOn('Luis Soto', 'phone');
    await showView(ana, 'canvas');
    const canvas = await new BoardCanvas(ana).ready();
    const before = casa.texts();
    await canvas.showArea(null);
    await ana.keyboard.press('Control+a');
    await ana.keyboard.press('Delete');
    await expect.poll(() => casa.notes().length).toBe(0);

    const list = await new BoardList(luis).ready();
    await list.turnTo('results');
    await list.add('results', 'Después de todo');
    await ana.close();
    await luis.reload();
    await list.ready();
    await luis
      .getByRole('button', { name: textIn('es', 'list.tools') })
      .first()
      .click();
    await luis.getByRole('menuitem', { name: `Ana Colón borró ${before.length} notas` }).click();
    await luis.getByText(textIn('es', 'method.bulk.done', { count: before.length })).waitFor();
    await expect.poll(() => casa.texts()).toEqual([...before, 'Después de todo'].sort());
    // It is a step of his own undo.
    await luis.getByRole('button', { name: textIn('es', 'common.undo') }).click();
    await expect.poll(() => casa.texts()).toEqual(['Después de todo']);
  });

  it('practises on a phone: writes, marks, deletes; then the board is gone', async () => {
    await conduct({ do: 'go', phase: 'welcome' });
    const practice = await walk.board('practice');
    const window = await walk.window('phone');
    const { page } = window;
    await walk.sitDown(window, 'Luis Soto', CASA);
    await page.goto(`/tablero/${practice}`);
    const list = await new BoardList(page).ready();
    expect(await page.getByRole('tab').count()).toBe(0);
    const checks = page.getByRole('region', { name: textIn('es', 'method.practice.label') });
    expect(await checks.locator('[data-done="true"]').count()).toBe(0);
    await list.add('practice', 'Añasco');
    await expect.poll(() => checks.locator('[data-done="true"]').count()).toBe(1);
    await list
      .card('Añasco')
      .getByRole('button', { name: textIn('es', 'list.note.star') })
      .click();
    await expect.poll(() => checks.locator('[data-done="true"]').count()).toBe(2);
    await list.card('Añasco').locator('[data-part="menu"]').click();
    await page.getByRole('menuitem', { name: textIn('es', 'list.note.remove'), exact: true }).click();
    await checks.getByText(textIn('es', 'method.practice.all')).first().waitFor();
    await conduct({ do: 'go', phase: 'iceberg' });
    await expect.poll(() => page.url().includes(practice) && page.getByText('Añasco').isVisible()).toBe(false);
  });

  it('has no fault that axe knows, on either screen', async () => {
    await conduct({ do: 'go', phase: 'iceberg' });
    const casa = await walk.witness('iceberg');
    casa.write([{ text: 'Creemos que así es', pos: [545, 2050] }]);
    for (const size of ['desktop', 'phone'] as const) {
      const { page } = await personOn('Ana Colón', size);
      await showView(page, 'list');
      await expectNoFault(page, `list, ${size}`);
      await openPanel(page, 'method.chains.title');
      await page.getByText(textIn('es', 'method.chains.intro')).waitFor();
      await expectNoFault(page, `chains, ${size}`);
      await page.keyboard.press('Escape');
      await showView(page, 'canvas');
      const canvas = await new BoardCanvas(page).ready();
      await expectNoFault(page, `canvas, ${size}`);
      await canvas.showArea('beliefs');
      await canvas.click(casa.note('Creemos que así es').id);
      await canvas.selectionBar.waitFor();
      await expectNoFault(page, `selection, ${size}`);
    }
  });

  it.each(['desktop', 'phone'] as const)(
    'leaves the question and the ways down uncovered by what can be done with a note, on a %s',
    async (size) => {
      await conduct({ do: 'go', phase: 'iceberg' });
      await conduct({ do: 'layer', layer: 'results' });
      const casa = await walk.witness('iceberg');
      casa.write([{ text: `Se ve desde un ${size}`, pos: [size === 'phone' ? 930 : 1_150, 277] }]);
      const { page } = await personOn('Ana Colón', size);
      await showView(page, 'canvas');
      const canvas = await new BoardCanvas(page).ready();
      const boxOf = async (one: Locator) => {
        const box = await one.boundingBox();
        if (!box) throw new Error('not on the screen');
        return { ...box, bottom: box.y + box.height };
      };
      const note = canvas.note(casa.note(`Se ve desde un ${size}`).id);
      await note.waitFor();
      const guide = await boxOf(canvas.root.locator('.phase-guide'));
      const { x, width, bottom } = await boxOf(note);
      // The note's upper half lies under the question.
      await page.mouse.move(x + width + 30, bottom);
      await page.mouse.wheel(0, (bottom - guide.bottom) / 2);
      await expect.poll(async () => (await boxOf(note)).bottom).toBeLessThan(bottom);
      await page.mouse.click(x + width / 2, (await boxOf(note)).bottom - 20);
      await canvas.selectionBar.waitFor();
      const bar = await boxOf(canvas.selectionBar);
      expect(bar.y).toBeGreaterThanOrEqual(guide.bottom);
    },
  );

  /** Somebody of the team on its iceberg while the call runs: the way in leads there by itself. */
  async function personOn(name: string, size: 'desktop' | 'phone' = 'desktop') {
    const window = await walk.window(size);
    await walk.sitDown(window, name, CASA);
    await window.page.goto(`/tablero/${await walk.board('iceberg')}`);
    return window;
  }
});

async function expectNoFault(page: Page, where: string): Promise<void> {
  expect(await faultsIn(page, 'beside-canvas'), where).toEqual([]);
}
