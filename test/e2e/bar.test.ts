/** The bar over a board on the screens people have: what is not saved is said whole, and what gives way to it says that it does. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { cutIn, deedsIn } from '../kit/pages/bar.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the bar while something is not saved', () => {
  const walk = beginWalk('bar');

  it.each(['iceberg', 'value'] as const)('cuts no word on a laptop (%s)', async (kind) => {
    const { page, context } = await walk.person('Ana Colón', CASA, kind);
    const canvas = await new BoardCanvas(page).ready();
    await context.setOffline(true);
    await syncBadge(page, 'offline').waitFor();
    expect(await cutIn(page)).toEqual([]);
    await canvas.addIn(kind === 'value' ? 'beneficiaries' : 'results', 'Sin red');
    await page.locator('.sync__unsent').waitFor();
    for (const width of [1440, 1366, 1280]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await cutIn(page), `${width} px`).toEqual([]);
    }
    expect(await page.locator('header.bar .chip').getAttribute('title')).toBe(textIn('es', 'pages.audience.team'));
  });
});

describeInBrowser('what can be done with a board, in its bar', () => {
  const walk = beginWalk('bar-words');

  it.each(['iceberg', 'value', 'group-iceberg'] as const)('has a word under each picture (%s)', async (kind) => {
    const { page } = await walk.person('Ana Colón', CASA, kind);
    await new BoardCanvas(page).ready();
    for (const language of ['es', 'en'] as const) {
      if (language === 'en') await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: textIn(language, 'panels.download.title') }).waitFor();
      for (const width of [1920, 1440, 1366, 1280, 1279, 1000]) {
        await page.setViewportSize({ width, height: 768 });
        expect(await cutIn(page), `${width} px`).toEqual([]);
        const deeds = await deedsIn(page);
        expect(deeds.length).toBeGreaterThan(3);
        expect(deeds.filter(({ isClear }) => !isClear)).toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      const facts = page.locator('header.bar h1, header.bar .chip');
      expect(await facts.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth))).toEqual([0, 0]);
    }
  });

  it('tells the whole name at once to who comes by keyboard or points at one', async () => {
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg');
    await new BoardCanvas(page).ready();
    const button = page.getByRole('button', { name: textIn('es', 'pages.board.bring'), exact: true }).first();
    const told = () => button.evaluate((one) => getComputedStyle(one, '::after').content);
    const name = JSON.stringify(textIn('es', 'pages.board.bring'));
    expect(await told()).not.toBe(name);
    await button.hover();
    expect(await told()).toBe(name);
    await page.mouse.move(0, 700);
    await page.getByRole('button', { name: textIn('es', 'pages.board.list'), exact: true }).focus();
    await page.keyboard.press('Tab');
    expect(await told()).toBe(name);
  });

  it('is a menu with whole names on a phone', async () => {
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg', 'phone');
    expect(await deedsIn(page)).toEqual([]);
    await page.getByRole('button', { name: textIn('es', 'common.more'), exact: true }).click();
    for (const key of ['pages.board.bring', 'value.table.title', 'panels.copies.title'] as const)
      expect(await page.locator('.menu__one', { hasText: textIn('es', key) }).innerText()).toBe(textIn('es', key));
    expect(await cutIn(page)).toEqual([]);
  });
});

describeInBrowser('the bar on a phone', () => {
  const walk = beginWalk('bar-phone');

  it('has the whole name of what is open and of what is not saved', async () => {
    const { token } = await walk.seat('facilitator', 'Mari Cruz');
    const path = `/api/cohorts/${walk.cohort.cohort.id}/call`;
    const { status } = await walk.app.ask('POST', path, { token, body: { do: 'go', phase: 'issue' } });
    expect(status).toBe(200);
    const { page, context } = await walk.window('phone');
    await enter(page, walk.linkOf(CASA), 'Ana Colón', CASA);
    const name = textIn('es', 'pages.board.feedbackShort');
    const switcher = page.locator('.switcher__button', { hasText: name });
    await switcher.waitFor();
    for (const offline of [false, true]) {
      await context.setOffline(offline);
      await syncBadge(page, offline ? 'offline' : 'synced').waitFor();
      for (const width of [430, 390, 360]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await cutIn(page), `${width} px`).toEqual([]);
      }
    }
    await context.setOffline(false);
    await page.setViewportSize({ width: 390, height: 844 });
    await syncBadge(page, 'synced').waitFor();
    await page.getByRole('button', { name: textIn('es', 'panels.copies.title') }).click();
    await page.getByRole('dialog', { name: textIn('es', 'panels.copies.title') }).waitFor();
  });
});
