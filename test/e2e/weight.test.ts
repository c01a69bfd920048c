/** What a device has to fetch before somebody can write: the scripts of the door and of the list, with and without the card of a call, and the fonts and pictures of the canvas. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { phaseCard } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

/** Kilobytes of 1,000 bytes, compressed as gzip does best. */
const MOST_KB = 150;

/** Collects the scripts a page fetches from now on. */
function scriptsOf(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  return scripts;
}
const weightInKb = (scripts: Iterable<string>): number =>
  [...scripts]
    .map((path) => gzipSync(readFileSync(new URL(`../../dist/client${path}`, import.meta.url)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0) / 1000;

/** Fonts and pictures that came from our server, without the mark of their version. */
const fetchedOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.replace(/^.*\/(.+)-[\w-]{8}(\.\w+)$/, '$1$2'))
      .filter((name) => /\.(woff2|png|svg|jpe?g|webp)$/.test(name))
      .sort(),
  );

describeInBrowser('the scripts a phone fetches', () => {
  const walk = beginWalk('weight', 'with worker');

  it('are light at the door and on the list, and the canvas is not among them', async () => {
    const door = await walk.window('phone');
    const atTheDoor = scriptsOf(door.page);
    await door.page.goto(walk.linkOf(CASA));
    await door.page.getByRole('combobox').waitFor();
    expect(atTheDoor.size).toBeGreaterThan(0);
    expect(weightInKb(atTheDoor)).toBeLessThan(MOST_KB);

    const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
    const onTheList = scriptsOf(page);
    await page.reload();
    await new BoardList(page).ready();
    expect([...onTheList].join()).not.toMatch(/\/Canvas-/);
    expect(weightInKb(onTheList)).toBeLessThan(MOST_KB);
    expect(weightInKb(onTheList)).toBeGreaterThan(weightInKb(atTheDoor));

    const { token } = await walk.seat('facilitator', 'Mari Cruz');
    const path = `/api/cohorts/${walk.cohort.cohort.id}/call`;
    const { status } = await walk.app.ask('POST', path, { token, body: { do: 'go', phase: 'iceberg' } });
    expect(status).toBe(200);
    const inTheCall = scriptsOf(page);
    await page.reload();
    await new BoardList(page).ready();
    await phaseCard(page, 'iceberg').waitFor();
    expect([...inTheCall].join()).not.toMatch(/\/Canvas-/);
    expect(weightInKb(inTheCall)).toBeLessThan(MOST_KB);
    expect(weightInKb(inTheCall)).toBeGreaterThan(weightInKb(atTheDoor));
  });
});

describeInBrowser('the canvas', () => {
  const walk = beginWalk('canvas-weight');

  it('fetches the fonts of its notes and the icons of its tools, and no others', async () => {
    const { page } = await walk.person('Ana', CASA, 'iceberg');
    await new BoardCanvas(page).ready();
    await expect
      .poll(() => fetchedOf(page))
      .toEqual([
        // All icons of the drawing tools in one.
        '0_merged.svg',
        'IBMPlexSans-Bold.woff2',
        'IBMPlexSans-Medium.woff2',
        'IBMPlexSans-MediumItalic.woff2',
      ]);
  });
});
