/** A page that is opened again while there is no server, on a device where it was open before. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/words.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { showView, syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { openBoard } from '../kit/pages/cohort-page.ts';
import { enter } from '../kit/pages/door.ts';
import { copyLink, createCohort } from '../kit/pages/home.ts';
import { BoardList } from '../kit/pages/list.ts';
import type { Window } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('a page opened again without a server', () => {
  const walk = beginWalk('reload-offline', 'with worker');
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(() => server?.end());

  async function cohortLink(): Promise<string> {
    const { page } = await walk.window('desktop', server.url);
    const about = { yourName: 'Maribel', date: '2026-11-20', time: '09:00', organisations: CASA };
    await createCohort(page, { name: 'Cohorte sin luz', ...about });
    return copyLink(page, 'participation');
  }

  /** The product's own files are on the device, these among them. */
  async function isKept({ page }: Window, ...parts: readonly RegExp[]): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready);
    const kept = (): Promise<string> =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return requests
          .flat()
          .map(({ url }) => new URL(url).pathname)
          .join();
      });
    for (const part of parts) await expect.poll(kept, { timeout: 15_000 }).toMatch(part);
  }

  it('shows the board with what was written, takes more, and sends it once the server is there', async () => {
    const link = await cohortLink();
    const ana = await walk.window('phone', server.url);
    await enter(ana.page, link, 'Ana Colón', CASA);
    await openBoard(ana.page, 'iceberg');
    const list = await new BoardList(ana.page).ready();
    await list.add('results', 'Antes de que se fuera la luz');
    await syncBadge(ana.page, 'synced').waitFor();
    await isKept(ana, /\/board-/);

    await server.stop('SIGKILL');
    await ana.page.reload();
    await new BoardList(ana.page).ready();
    await list.card('Antes de que se fuera la luz', 'results').waitFor();
    await syncBadge(ana.page, 'offline').waitFor();
    await list.add('results', 'A oscuras');
    await ana.page.reload();
    await list.card('A oscuras', 'results').waitFor();
    await ana.page.goto('/');
    await ana.page.locator('a[href^="/cohorte/"]').first().click();
    await openBoard(ana.page, 'iceberg');
    await list.card('A oscuras', 'results').waitFor();

    await server.start();
    await syncBadge(ana.page, 'synced').waitFor({ timeout: 30_000 });
    const luis = await walk.window('phone', server.url);
    await enter(luis.page, link, 'Luis Soto', CASA);
    await openBoard(luis.page, 'iceberg');
    const other = await new BoardList(luis.page).ready();
    await other.card('Antes de que se fuera la luz', 'results').waitFor();
    await other.card('A oscuras', 'results').waitFor();
  });

  it('shows the canvas where it was open before, and keeps nothing of the API', async () => {
    const link = await cohortLink();
    const ana = await walk.window('desktop', server.url);
    await enter(ana.page, link, 'Ana Colón', CASA);
    await openBoard(ana.page, 'iceberg');
    await (await new BoardCanvas(ana.page).ready()).addIn('results', 'En el lienzo');
    await syncBadge(ana.page, 'synced').waitFor();
    await isKept(ana, /\/Canvas-[^,]*\.js/, /\/Canvas-[^,]*\.css/);
    const kept = await ana.page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => path !== '/' && !path.startsWith('/assets/'))).toEqual([]);

    await server.stop('SIGKILL');
    await ana.page.reload();
    await new BoardCanvas(ana.page).ready();
    await showView(ana.page, 'list');
    await (await new BoardList(ana.page).ready()).card('En el lienzo').waitFor();
    await server.start();
    await syncBadge(ana.page, 'synced').waitFor({ timeout: 30_000 });
  });

  it('says what is the matter where this device has no board', async () => {
    const window = await walk.window('phone', server.url);
    await window.page.goto('/');
    await isKept(window, /\/board-/);
    await server.stop('SIGKILL');
    const says = (key: TextKey): Promise<void> =>
      window.page.getByRole('heading', { name: textIn('es', key) }).waitFor();
    await window.page.goto('/tablero/AAAAAAAAAAAAAAAAAAAAA');
    await says('pages.board.unknownTitle');
    await window.page.goto('/unirse#aaaaaaaaaaaa');
    await says('pages.badLink.offlineTitle');
    await server.start();
  });
});
