/** The network goes, the server dies, and nothing that was written is lost; the badge says how things are. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { AreaId } from '../../shared/template/kinds.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { showView, syncBadge, syncState } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { openBoard } from '../kit/pages/cohort-page.ts';
import { enter } from '../kit/pages/door.ts';
import { copyLink, createCohort } from '../kit/pages/home.ts';
import { BoardList } from '../kit/pages/list.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('without a connection', () => {
  const walk = beginWalk('offline', 'with worker');

  it('keeps what is written on this device and sends it once', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'iceberg');
    const luis = await walk.person('Luis Soto', CASA, 'iceberg');
    const casa = await walk.witness('iceberg');
    const canvas = await new BoardCanvas(ana.page).ready();
    await canvas.startIn('results');
    await canvas.write('Empezada con red');
    await expect.poll(() => casa.has('Empezada con red')).toBe(true);
    await ana.context.setOffline(true);
    await ana.page.keyboard.type(' y terminada sin ella');
    await ana.page.keyboard.press('Enter');
    const written: readonly (readonly [AreaId, string])[] = [
      ['patterns', 'Escrita sin red'],
      ['structures', 'Otra sin red'],
      ['beliefs', 'La última sin red'],
    ];
    for (const [area, text] of written) await canvas.addIn(area, text);
    await syncBadge(ana.page, 'offline').waitFor();
    expect(casa.texts()).toEqual(['Empezada con red']);

    // The tab closes and comes back with the network, as after a power cut.
    await ana.page.close();
    const again = await ana.context.newPage();
    await ana.context.setOffline(false);
    await again.goto('/');
    await again.locator('a[href^="/cohorte/"]').first().click();
    await openBoard(again, 'iceberg');
    const all = ['Empezada con red y terminada sin ella', ...written.map(([, text]) => text)].sort();
    await expect.poll(() => casa.texts()).toEqual(all);
    for (const [area, text] of written) expect(casa.areaOf(text)).toBe(area);
    await syncBadge(again, 'synced').waitFor();
    await showView(luis.page, 'list');
    const list = new BoardList(luis.page);
    for (const [area, text] of written) await list.card(text, area).waitFor();
    expect(await list.root.locator('[data-note]').count()).toBe(4);
  });

  it('goes on by itself when the network is back', async () => {
    const ana = await walk.person('Ana Colón', CASA, 'value');
    const value = await walk.witness('value');
    await showView(ana.page, 'list');
    const list = await new BoardList(ana.page).ready();
    await list.add('beneficiaries', 'Con red');
    await syncBadge(ana.page, 'synced').waitFor();
    await ana.context.setOffline(true);
    await list.add('beneficiaries', 'Sin red');
    await syncBadge(ana.page, 'offline').waitFor();
    value.write([{ text: 'Mientras tanto', pos: [900, 400] }]);
    await ana.context.setOffline(false);
    await list.card('Mientras tanto').waitFor();
    await expect.poll(() => value.texts()).toEqual(['Con red', 'Mientras tanto', 'Sin red']);
    await syncBadge(ana.page, 'synced').waitFor();
  });
});

describeInBrowser('a server that dies', () => {
  const walk = beginWalk('killed', 'with worker');
  const main = fileURLToPath(new URL('../../server/main.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'tempano-walk-'));
  let server: ChildProcess | null = null;
  afterEach(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses nothing that was written, and says meanwhile that it is not saved', async () => {
    const address = await start(0);
    const { port } = new URL(address);
    const window = await walk.window('desktop', address);
    const { page } = window;
    await createCohort(page, {
      name: 'Cohorte con apagón',
      yourName: 'Maribel',
      date: '2026-11-20',
      time: '09:00',
      organisations: CASA,
    });
    const link = await copyLink(page, 'participation');
    await enter(page, link, 'Ana Colón', CASA);
    await openBoard(page, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.addIn('results', 'Antes del apagón');
    await syncBadge(page, 'synced').waitFor();
    await canvas.showArea('patterns');
    await page.keyboard.press('n');
    await canvas.write('Durante el ');
    server?.kill('SIGKILL');
    await page.keyboard.type('apagón', { delay: 20 });
    await syncBadge(page, 'offline').waitFor();
    await page.keyboard.press('Enter');
    expect(await syncState(page)).toBe('offline');
    await start(Number(port));
    await syncBadge(page, 'synced').waitFor({ timeout: 30_000 });

    const other = await walk.window('phone', address);
    await enter(other.page, link, 'Luis Soto', CASA);
    await openBoard(other.page, 'iceberg');
    const list = await new BoardList(other.page).ready();
    await list.card('Antes del apagón', 'results').waitFor();
    await list.turnTo('patterns');
    await list.card('Durante el apagón', 'patterns').waitFor();
    expect(await list.root.locator('[data-note]').count()).toBe(1);
  });

  /** Starts the program as people do; resolves with the address it prints. */
  async function start(port: number): Promise<string> {
    const started = spawn(process.execPath, [main], {
      env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    server = started;
    for await (const chunk of started.stdout) {
      const printed = /http:\/\/localhost:(\d+)/.exec(String(chunk));
      if (printed) return `http://127.0.0.1:${printed[1]}`;
    }
    throw new Error('the server ended before it was ready');
  }
});
