/** What could not be sent: it is said, it stays, and it can be taken along. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/words.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { gateOf } from '../kit/pages/line-gate.ts';
import { BoardList } from '../kit/pages/list.ts';
import { keepPictures, type Window } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA, type Walk } from '../kit/walk.ts';

const inTime = { timeout: 45_000 };
const words = (page: Page): Promise<string> => page.locator('[data-sync]').innerText();

async function listOf(walk: Walk, window: Window, name: string): Promise<BoardList> {
  await walk.sitDown(window, name, CASA);
  await window.page.goto(`/tablero/${await walk.board('iceberg')}`);
  const canvas = window.page.getByRole('button', { name: textIn('es', 'pages.board.list'), exact: true });
  await canvas.click();
  return new BoardList(window.page).ready();
}

/** What the file holds that this button gives. */
async function downloaded(page: Page, button: TextKey): Promise<string> {
  const coming = page.waitForEvent('download');
  await page
    .locator('.board__banner, .kind')
    .getByRole('button', { name: textIn('es', button), exact: true })
    .click();
  return readFileSync(await (await coming).path(), 'utf8');
}

describeInBrowser('what could not be sent', () => {
  const walk = beginWalk('not-sent');

  it.each(['desktop', 'phone'] as const)(
    'stays on the device when the board is full, and can be taken along (%s)',
    async (size) => {
      const casa = await walk.witness('iceberg');
      const before = `Cabía (${size})`;
      const after = `Ya no cabe (${size})`;
      const window = await walk.window(size);
      const gate = await gateOf(window.context, await walk.board('iceberg'));
      const list = await listOf(walk, window, `Ana ${size}`);
      const { page } = window;
      await list.add('results', before);
      await syncBadge(page, 'synced').waitFor();
      await gate.refuse(4413, 'board-full');
      await list.add('results', after);
      await syncBadge(page, 'server-trouble').waitFor();
      expect(await words(page)).toContain(textIn('es', 'sync.trouble.full'));
      await keepPictures(`not-sent-full-${size}`, walk.windows);
      expect(await downloaded(page, 'sync.download')).toContain(after);
      expect(await downloaded(page, 'sync.downloadText')).toContain(`- ${after} (Ana ${size})`);
      await page.reload();
      await list.card(after, 'results').waitFor();
      await syncBadge(page, 'server-trouble').waitFor();
      gate.open();
      await page.getByRole('button', { name: textIn('es', 'pages.board.tryAgain') }).click();
      await syncBadge(page, 'synced').waitFor(inTime);
      await expect.poll(() => casa.has(after)).toBe(true);
    },
  );

  it('can be taken along from a board that was closed to me, without what others wrote', async () => {
    const casa = await walk.witness('iceberg');
    casa.write([{ text: 'De otra persona', pos: [900, 320] }]);
    const window = await walk.window('phone');
    const gate = await gateOf(window.context, await walk.board('iceberg'));
    const list = await listOf(walk, window, 'Luis Soto');
    const { page } = window;
    await list.card('De otra persona').waitFor();
    await gate.refuse(4413, 'board-full');
    await list.add('results', 'Mía y sin enviar');
    await syncBadge(page, 'server-trouble').waitFor();
    await gate.refuse(4403, 'no-right');
    await page.getByRole('button', { name: textIn('es', 'pages.board.tryAgain') }).click();
    await page.getByRole('heading', { name: textIn('es', 'refused.forbiddenTitle') }).waitFor();
    await page.getByText(textIn('es', 'sync.leftHere')).waitFor();
    await keepPictures('not-sent-closed', walk.windows);
    for (const button of ['sync.downloadMine', 'sync.downloadText'] as const) {
      const file = await downloaded(page, button);
      expect(file).toContain('Mía y sin enviar');
      expect(file).not.toContain('De otra persona');
    }
  });

  it.each<[string, () => void]>([
    ['has no storage', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
    [
      'has no room',
      () => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('no room', 'QuotaExceededError');
        };
      },
    ],
  ])(
    'is not said to be on the device where the browser %s, and the window does not close unasked',
    async (_, cripple) => {
      const casa = await walk.witness('iceberg');
      const window = await walk.window('phone');
      const { page, context } = window;
      await context.addInitScript(cripple);
      const list = await listOf(walk, window, 'Ana Sin Disco');
      await syncBadge(page, 'synced').waitFor();
      await context.setOffline(true);
      const text = `Solo aquí, ${casa.texts().length}`;
      await list.add('results', text);
      await syncBadge(page, 'offline').waitFor();
      await expect.poll(() => words(page)).toContain(textIn('es', 'sync.windowOnly'));
      await page.getByText(textIn('es', 'sync.offlineUnkept')).waitFor();
      await keepPictures('not-sent-unkept', [window]);
      const asked = page.waitForEvent('dialog');
      await page.close({ runBeforeUnload: true });
      const dialog = await asked;
      expect(dialog.type()).toBe('beforeunload');
      await dialog.dismiss();
      await context.setOffline(false);
      await syncBadge(page, 'synced').waitFor(inTime);
      await expect.poll(() => casa.has(text)).toBe(true);
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => page.isClosed()).toBe(true);
    },
  );
});
