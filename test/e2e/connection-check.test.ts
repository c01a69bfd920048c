/** *Probar mi conexión* from the page of the cohort: with a connection, with the network cut, and when it is back. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { CHECKS } from '../../client/sync/connection-check.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { sheet } from '../kit/pages/board-page.ts';
import { enter } from '../kit/pages/door.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the connection tried before a call', () => {
  const walk = beginWalk('connection-check', 'with worker');

  const lines = (page: Page): Locator => sheet(page).getByRole('listitem');
  const again = (page: Page): Locator => sheet(page).getByRole('button', { name: textIn('es', 'check.again') });
  /** How the lines begin, once all are known. */
  async function grades(page: Page): Promise<string[]> {
    await again(page).and(page.locator(':enabled')).waitFor({ timeout: 60_000 });
    const words = await lines(page).locator('p:first-child').allTextContents();
    return words.map((line) => line.split(': ')[1] ?? '');
  }
  async function open(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: textIn('es', 'check.title') });
    await button.focus();
    await page.keyboard.press('Enter');
    await sheet(page).waitFor();
  }

  it('says that all is well on a phone, and nothing of it is left on the board', async () => {
    const { page, troubles } = await walk.window('phone');
    await enter(page, walk.linkOf(CASA), 'Ana Colón', CASA);
    // Kept by then, or this would be the finding.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await open(page);
    const [server, live, speed, notes, words, , clock, offline] = await grades(page);
    expect([server, live, speed, notes, words, clock, offline]).toEqual(Array(7).fill('bien'));
    expect(await lines(page).count()).toBe(CHECKS.length);
    expect(await faultsIn(page)).toEqual([]);
    const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    expect(databases).not.toContain('tempano-check');
    expect(troubles).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(textIn('es', 'check.title'));
  });

  it('says what is safe when the network is cut, and that it is back', async () => {
    const { page, context } = await walk.window();
    await enter(page, walk.linkOf('facilitator'), 'Mari Cruz');
    await open(page);
    await grades(page);
    await context.setOffline(true);
    await again(page).click();
    expect((await grades(page)).slice(0, 5)).toEqual(['falla', 'sin probar', 'sin probar', 'bien', 'bien']);
    expect(await lines(page).first().textContent()).toContain(textIn('es', 'check.server.bad'));
    await sheet(page).getByText(textIn('es', 'check.whole.bad')).waitFor();
    await context.setOffline(false);
    await again(page).click();
    expect((await grades(page)).slice(0, 5)).toEqual(Array(5).fill('bien'));
  });
});
