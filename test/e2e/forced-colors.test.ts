/** Colours of the system (high contrast): what is chosen, on or focused is still told from what is not. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { showView } from '../kit/pages/board-page.ts';
import { conduct } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const frameOf = (one: Locator): Promise<string> =>
  one.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return `${outlineStyle} ${outlineWidth}`;
  });
const CHOSEN = 'solid 3px';
const FOCUSED = 'double 7px';

/** Of all that can be chosen and is on the screen: how what is chosen looks, and what is not. */
async function expectFrames(page: Page, chosen: string, other: string): Promise<void> {
  for (const one of await page.locator(chosen).filter({ visible: true }).all()) expect(await frameOf(one)).toBe(CHOSEN);
  for (const one of await page.locator(other).filter({ visible: true }).all())
    expect(await frameOf(one)).not.toBe(CHOSEN);
  expect(await page.locator(chosen).filter({ visible: true }).count()).toBeGreaterThan(0);
  expect(await page.locator(other).filter({ visible: true }).count()).toBeGreaterThan(0);
}

describeInBrowser('colours of the system', () => {
  const walk = beginWalk('forced-colors');

  it('leave a frame around what is chosen and what has the keyboard', async () => {
    const { page } = await walk.person('Ana', CASA, 'iceberg');
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const canvas = await new BoardCanvas(page).ready();
    await canvas.tools.waitFor();
    await expectFrames(page, '.tool[aria-pressed="true"]', '.tool[aria-pressed="false"]');
    await showView(page, 'list');
    await new BoardList(page).ready();
    await expectFrames(page, '.segments__one[aria-pressed="true"]', '.segments__one[aria-pressed="false"]');

    await page.setViewportSize({ width: 390, height: 844 });
    const tabs = page.getByRole('tab');
    await tabs.first().waitFor();
    await expectFrames(page, '[role="tab"][aria-selected="true"]', '[role="tab"][aria-selected="false"]');
    await page.keyboard.press('Tab');
    expect(await frameOf(page.locator(':focus'))).toBe(FOCUSED);
  });

  it('leave a frame around the phase of the moment, and pictures have the colour of their words', async () => {
    const { id } = walk.cohort.cohort;
    const { token } = await walk.seat('facilitator', 'Marisol');
    const window = await walk.window();
    const { page } = window;
    await walk.sitDown(window, 'Maribel', 'facilitator');
    await page.goto(`${walk.app.url}/panel/${id}`);
    await conduct(walk.app, token, id, { do: 'go', phase: 'iceberg' });
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.locator('[aria-current="step"]').waitFor();
    await expectFrames(page, '[aria-current="step"]', 'li:not(:has([aria-current])) > button');
    const pictures = page.locator('button svg[aria-hidden]').filter({ visible: true });
    const odd = await pictures.evaluateAll((all) =>
      all.filter((one) => {
        const around = one.parentElement;
        return around && getComputedStyle(one).color !== getComputedStyle(around).color;
      }),
    );
    expect(await pictures.count()).toBeGreaterThan(5);
    expect(odd).toEqual([]);
  });
});
