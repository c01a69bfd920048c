/** Whatever opened a window has the keyboard again when it is closed, by Esc, by its cross and by its button. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { TextKey } from '../../client/i18n/words.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { enter } from '../kit/pages/door.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const named = (page: Page, key: TextKey) => page.getByRole('button', { name: textIn('es', key), exact: true });

/** The ways out that every window has. */
const WAYS: readonly ((page: Page) => Promise<void>)[] = [
  (page) => page.keyboard.press('Escape'),
  (page) => sheet(page).locator('.dialog__head button').click(),
];

/** Opens the window with each of these buttons and goes out of it each way. */
async function expectFocusBack(page: Page, keys: readonly TextKey[]): Promise<void> {
  for (const key of keys)
    for (const leave of WAYS) {
      const opener = named(page, key).first();
      await opener.click();
      await sheet(page).getByRole('heading').first().waitFor();
      await leave(page);
      await sheet(page).waitFor({ state: 'detached' });
      await expect.poll(() => opener.evaluate((one) => one === document.activeElement), { message: key }).toBe(true);
    }
}

describeInBrowser('the focus', () => {
  const walk = beginWalk('focus-return');

  it('is back at what opened a window of the panel', async () => {
    const window = await walk.window();
    const { page } = window;
    await walk.sitDown(window, 'Mari Cruz', 'facilitator');
    await page.goto(`/panel/${walk.cohort.cohort.id}`);
    await expectFocusBack(page, [
      'panel.message',
      'panel.quickNote',
      'panel.agenda.edit',
      'panel.freeze',
      'panel.shortcuts',
    ]);
  });

  it('is back at what opened a window of the cohort', async () => {
    const { page } = await walk.window();
    await enter(page, walk.linkOf('facilitator'), 'Mari Cruz');
    await expectFocusBack(page, ['pages.links.showQr', 'pages.cohort.delete']);
  });

  it('is back at what opened a sheet of a board, on a phone at the menu', async () => {
    const { page } = await walk.person('Ana', CASA, 'iceberg');
    await showView(page, 'list');
    await expectFocusBack(page, ['pages.board.bring', 'panels.help', 'panels.copies.title', 'panels.download.title']);
    const chains = named(page, 'method.chains.title').first();
    await chains.click();
    await named(page, 'method.chains.close').click();
    await expect.poll(() => chains.evaluate((one) => one === document.activeElement)).toBe(true);
    const phone = await walk.person('Luis', CASA, 'iceberg', 'phone');
    const more = named(phone.page, 'common.more').first();
    for (const leave of WAYS) {
      await openPanel(phone.page, 'panels.download.title');
      await sheet(phone.page).getByRole('heading').first().waitFor();
      await leave(phone.page);
      await expect.poll(() => more.evaluate((one) => one === document.activeElement)).toBe(true);
    }
  });
});
