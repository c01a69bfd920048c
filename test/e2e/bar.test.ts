/** The bar over a board on the screens people have: what is not saved is said whole, and what gives way to it says that it does. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { cutIn } from '../kit/pages/bar.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
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
