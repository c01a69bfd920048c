/** What people are told of their work while the server cannot save or is gone, and that all of it is there afterwards. */
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import type { CreatedCohortAnswer } from '../../shared/api.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { cutIn } from '../kit/pages/bar.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { openBoard } from '../kit/pages/cohort-page.ts';
import { enter } from '../kit/pages/door.ts';
import { BoardList } from '../kit/pages/list.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { noMoreRoom } from '../kit/room-on-disk.ts';
import { createCohort } from '../kit/running-app.ts';
import { roomAgain, type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const inTime = { timeout: 45_000 };

describeInBrowser('a server of its own', () => {
  const walk = beginWalk('saving', 'with worker');
  let server: ServerProcess;
  let cohort: CreatedCohortAnswer;
  afterEach(() => server.end());

  const begin = async (): Promise<void> => {
    server = await startServerProcess({ env: { LOG_LEVEL: 'silent' } });
    cohort = await createCohort(server, { organisations: [CASA] });
  };
  const person = async (name: string, size: 'desktop' | 'phone' = 'desktop'): Promise<Page> => {
    const { page } = await walk.window(size, server.url);
    await enter(page, cohort.links.participation, name, CASA);
    await openBoard(page, 'iceberg');
    return page;
  };
  /** Every note that somebody sees who never was here before. */
  const seenAnew = async (texts: readonly string[]): Promise<void> => {
    const list = await new BoardList(await person('Recién Llegada', 'phone')).ready();
    for (const text of texts) {
      await list.turnTo('results');
      await list.card(text, 'results').first().waitFor();
    }
    expect(await list.section('results').locator('[data-note]').count()).toBe(texts.length);
  };

  it('says that it cannot save, keeps what is written, and saves it when there is room again', async () => {
    await begin();
    const ana = await person('Ana Colón');
    const luis = await person('Luis Soto', 'phone');
    const canvas = await new BoardCanvas(ana).ready();
    const list = await new BoardList(luis).ready();
    await canvas.addIn('results', 'Antes de que se llenara');
    await list.card('Antes de que se llenara', 'results').waitFor();
    noMoreRoom(server.pid);
    await canvas.addIn('results', 'Con el disco lleno');
    await list.add('results', 'También desde el celular');
    for (const page of [ana, luis]) {
      await syncBadge(page, 'server-trouble').waitFor();
      await page
        .getByRole('alert')
        .filter({ hasText: textIn('es', 'sync.todo.cannot-save') })
        .waitFor();
      expect(await page.locator('[data-sync]').innerText()).toContain(textIn('es', 'sync.trouble.cannot-save'));
      expect(await cutIn(page)).toEqual([]);
    }
    await canvas.addIn('results', 'Y se sigue escribiendo');
    await keepPictures('saving-full-disk', walk.windows);
    expect(await syncBadge(ana, 'synced').count()).toBe(0);
    await roomAgain(server.pid);
    for (const page of [ana, luis]) await syncBadge(page, 'synced').waitFor(inTime);
    await seenAnew([
      'Antes de que se llenara',
      'Con el disco lleno',
      'También desde el celular',
      'Y se sigue escribiendo',
    ]);
  });

  it('loses nothing when it is killed while two people type, and both go on', async () => {
    await begin();
    const ana = await person('Ana Colón');
    const luis = await person('Luis Soto', 'phone');
    const canvas = await new BoardCanvas(ana).ready();
    const list = await new BoardList(luis).ready();
    await canvas.startIn('results');
    await ana.keyboard.type('Ana escribía ', { delay: 10 });
    await list.add('results', 'Luis antes del golpe');
    await server.stop('SIGKILL');
    await ana.keyboard.type('cuando se cayó', { delay: 10 });
    await ana.keyboard.press('Enter');
    await list.add('results', 'Luis después del golpe');
    for (const page of [ana, luis]) await syncBadge(page, 'offline').waitFor();
    expect(await luis.locator('[data-sync]').innerText()).toContain(textIn('es', 'sync.here'));
    await keepPictures('saving-killed', walk.windows);
    await server.start();
    for (const page of [ana, luis]) await syncBadge(page, 'synced').waitFor(inTime);
    const all = ['Ana escribía cuando se cayó', 'Luis antes del golpe', 'Luis después del golpe'];
    for (const text of all) await list.card(text, 'results').waitFor();
    await expect.poll(() => canvas.notes.count()).toBe(3);
    await seenAnew(all);
  });
});

describeInBrowser('without a connection, together', () => {
  const walk = beginWalk('saving-together');

  it('merges what two people typed into one note, letter by letter', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'iceberg');
    const luis = await walk.person('Luis Soto', CASA, 'iceberg', 'phone');
    const casa = await walk.witness('iceberg');
    const canvas = await new BoardCanvas(ana.page).ready();
    const list = await new BoardList(luis.page).ready();
    await canvas.addIn('results', 'en medio');
    await list.card('en medio', 'results').waitFor();
    for (const { context } of [ana, luis]) await context.setOffline(true);
    await canvas.open(casa.note('en medio').id);
    await ana.page.keyboard.press('Control+Home');
    await ana.page.keyboard.type('Antes, ');
    await list.open('en medio');
    await luis.page.keyboard.press('Control+End');
    await luis.page.keyboard.type(' y después');
    for (const { page } of [ana, luis]) await syncBadge(page, 'offline').waitFor();
    for (const { context } of [ana, luis]) await context.setOffline(false);
    await expect.poll(() => casa.texts(), inTime).toEqual(['Antes, en medio y después']);
    for (const { page } of [ana, luis]) await syncBadge(page, 'synced').waitFor(inTime);
  });

  it('sends two hundred notes that were pasted at once, when it is back', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'value');
    const casa = await walk.witness('value');
    const canvas = await new BoardCanvas(ana.page).ready();
    const lines = Array.from({ length: 200 }, (_, i) => `Línea ${i}: ${'un pueblo con agua '.repeat(8)}`.trim());
    await ana.page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\n'));
    await ana.context.setOffline(true);
    await canvas.root.click({ position: { x: 500, y: 200 } });
    await ana.page.keyboard.press('ControlOrMeta+v');
    await expect.poll(() => canvas.notes.count()).toBe(200);
    await syncBadge(ana.page, 'offline').waitFor();
    await keepPictures('saving-paste', walk.windows);
    await ana.context.setOffline(false);
    await expect.poll(() => casa.texts(), inTime).toEqual([...lines].sort());
    await syncBadge(ana.page, 'synced').waitFor(inTime);
  });
});
