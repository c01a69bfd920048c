/** The canvas cannot come: the list takes its place and says so. Knows nothing of why a canvas may fail. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { boardReady } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('a canvas that does not come', () => {
  const walk = beginWalk('fallback');

  it('leaves the whole board in the list, and may be tried again', async () => {
    const casa = await walk.witness('iceberg');
    const window = await walk.window();
    const { page, context } = window;
    await context.route(/\/assets\/Canvas-[^/]*\.js$/, (route) => route.abort());
    await walk.sitDown(window, 'Ana Colón', CASA);
    await page.goto(`/tablero/${await walk.board('iceberg')}`);
    await boardReady(page);
    const banner = page.getByRole('alert').filter({ hasText: textIn('es', 'pages.board.canvasFailed') });
    await banner.waitFor();
    const list = await new BoardList(page).ready();
    await list.add('patterns', 'Escrita sin lienzo');
    await expect.poll(() => casa.areaOf('Escrita sin lienzo')).toBe('patterns');
    await context.unrouteAll();
    await banner.getByRole('button', { name: textIn('es', 'pages.board.canvasRetry') }).click();
    const canvas = await new BoardCanvas(page).ready();
    await canvas.note(casa.note('Escrita sin lienzo').id).waitFor();
  });

  it('leaves the list too when the browser cannot read it', async () => {
    const window = await walk.window('phone');
    const { page, context } = window;
    await context.route(/\/assets\/Canvas-[^/]*\.js$/, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'words of a newer language' }),
    );
    await walk.sitDown(window, 'Luis Soto', CASA);
    await page.goto(`/tablero/${await walk.board('value')}`);
    const list = await new BoardList(page).ready();
    await page.getByRole('button', { name: textIn('es', 'pages.board.canvas'), exact: true }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: textIn('es', 'pages.board.canvasFailed') })
      .waitFor();
    await list.add('beneficiaries', 'Sigo en la lista');
  });
});
