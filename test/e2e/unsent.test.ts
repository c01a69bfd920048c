/** What was written without a connection never looks lost: pages say so, and it is sent without opening the board. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { openBoard } from '../kit/pages/cohort-page.ts';
import { enter } from '../kit/pages/door.ts';
import { BoardList } from '../kit/pages/list.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const sign = (page: Page, kind: 'waiting' | 'stuck') =>
  page.locator(`[data-unsent=${kind}]`).filter({ hasText: textIn('es', `sync.left.${kind}`) });
const unsentSeat = (page: Page) => page.locator('.seats__one').getByText(textIn('es', 'sync.left.waiting'));
const seatLink = (page: Page) => page.locator('.seats__link');
const goHome = async (page: Page): Promise<void> => {
  await page.locator('a.brand').click();
  await seatLink(page).waitFor();
};

describeInBrowser('what is unsent on this device', () => {
  const walk = beginWalk('unsent', 'with worker');

  it('is said on the cohort and on the first page, and is sent from the cohort without opening the board', async () => {
    const casa = await walk.witness('iceberg');
    const { page, context } = await walk.window('phone');
    await enter(page, walk.linkOf(CASA), 'Ana Colón', CASA);
    await goHome(page);
    expect(await unsentSeat(page).count()).toBe(0);
    await seatLink(page).click();
    await openBoard(page, 'iceberg');
    const list = await new BoardList(page).ready();
    await syncBadge(page, 'synced').waitFor();
    await context.setOffline(true);
    await list.add('results', 'Escrita en la guagua');
    await syncBadge(page, 'offline').waitFor();

    await page.goBack();
    await page
      .locator('.board-card')
      .filter({ has: sign(page, 'waiting') })
      .waitFor();
    expect(await page.locator('[data-unsent]').count()).toBe(1);
    expect(await page.locator('.board-card__picture--iceberg + * [data-unsent]').count()).toBe(1);
    await keepPictures('unsent-cohort', walk.windows);
    await goHome(page);
    await unsentSeat(page).waitFor();
    await unsentSeat(page).scrollIntoViewIfNeeded();
    await keepPictures('unsent-home', walk.windows);
    await page.locator('.seats__one').getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(textIn('es', 'pages.home.forgetUnsent', { count: 1 })).waitFor();
    await keepPictures('unsent-leaving', walk.windows);
    await dialog.getByRole('button', { name: textIn('es', 'common.cancel') }).click();

    await seatLink(page).click();
    await sign(page, 'waiting').waitFor();
    expect(casa.texts()).toEqual([]);
    await context.setOffline(false);
    await expect.poll(() => casa.texts()).toEqual(['Escrita en la guagua']);
    await sign(page, 'waiting').waitFor({ state: 'detached' });
    expect(page.url()).toContain('/cohorte/');
    await goHome(page);
    await page.locator('.seats__one').getByRole('button').click();
    await dialog
      .getByRole('button', { name: textIn('es', 'common.remove') })
      .and(page.locator(':enabled'))
      .waitFor();
    expect(await dialog.locator('.banner--bad').count()).toBe(0);
  });

  it('is found after a power cut that took along what pointed to it', async () => {
    const casa = await walk.witness('value');
    const { page, context } = await walk.person('Luis Soto', CASA, 'value', 'phone');
    const list = await new BoardList(page).ready();
    await syncBadge(page, 'synced').waitFor();
    await context.setOffline(true);
    await list.add('beneficiaries', 'Antes del apagón');
    await syncBadge(page, 'offline').waitFor();
    const hints = await page.evaluate(() => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith('tempano.unsent:'));
      for (const key of keys) localStorage.removeItem(key);
      return keys.length;
    });
    expect(hints).toBe(1);
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto('/');
    await unsentSeat(again).waitFor();
    await seatLink(again).click();
    await expect.poll(() => casa.texts()).toEqual(['Antes del apagón']);
    await again.locator('.board-card').first().waitFor();
    await sign(again, 'waiting').waitFor({ state: 'detached' });
  });

  it('stays where the right is gone, leads to what can be taken along, and is sent when the right is back', async () => {
    const casa = await walk.witness('iceberg');
    const { token } = await walk.seat(CASA, 'Ana Colón');
    const letIn = async (open: boolean): Promise<void> => {
      const path = `/api/cohorts/${walk.cohort.cohort.id}/let-in`;
      await walk.app.ask('POST', path, { token, body: { organisation: walk.orgOf(CASA), open } });
    };
    await letIn(true);
    const { page, context } = await walk.window();
    await enter(page, walk.linkOf('facilitator'), 'Maribel');
    const row = page.getByRole('row').filter({ hasText: CASA });
    await row.getByRole('link').first().click();
    await page.getByRole('button', { name: textIn('es', 'pages.board.list'), exact: true }).click();
    const list = await new BoardList(page).ready();
    await syncBadge(page, 'synced').waitFor();
    await context.setOffline(true);
    await list.add('results', 'De visita y sin red');
    await syncBadge(page, 'offline').waitFor();
    await page.goBack();
    await row.filter({ has: sign(page, 'waiting') }).waitFor();
    await letIn(false);
    await context.setOffline(false);
    await row.filter({ has: sign(page, 'stuck') }).waitFor();
    await keepPictures('unsent-stuck', walk.windows);
    expect(casa.has('De visita y sin red')).toBe(false);
    await row
      .getByRole('link')
      .filter({ has: sign(page, 'stuck') })
      .click();
    await page.getByText(textIn('es', 'sync.leftHere')).waitFor();
    await page.goBack();
    await sign(page, 'stuck').waitFor();
    await letIn(true);
    await expect.poll(() => casa.has('De visita y sin red')).toBe(true);
    await page.locator('[data-unsent]').waitFor({ state: 'detached' });
  });
});
