/** Of a cohort that was deleted: who has a board open or comes back to it is told so, and takes along what this device has. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { BoardList } from '../kit/pages/list.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const download = async (page: Page): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: textIn('es', 'sync.downloadText') }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
};
const isTold = (page: Page) => page.getByText(textIn('es', 'refused.deletedTitle')).waitFor();

describeInBrowser('a cohort that was deleted', () => {
  const walk = beginWalk('deleted-cohort');

  it('is named on open boards and on those come back to, with the copy of this device', async () => {
    const { page } = await walk.person('Ana', CASA, 'iceberg', 'phone');
    const list = await new BoardList(page).ready();
    await list.add('results', 'Escrita antes de que la borraran');
    await syncBadge(page, 'synced').waitFor();
    const { token } = await walk.seat('facilitator', 'Mari Cruz');
    expect((await walk.app.ask('DELETE', `/api/cohorts/${walk.cohort.cohort.id}`, { token })).status).toBe(204);

    await isTold(page);
    await keepPictures('deleted-open', walk.windows);
    expect(await download(page)).toContain('Escrita antes de que la borraran');

    await page.reload();
    await isTold(page);
    expect(await download(page)).toContain('Escrita antes de que la borraran');

    await page.getByRole('link', { name: textIn('es', 'refused.toCohort') }).click();
    await page.getByRole('heading', { name: textIn('es', 'refused.deletedTitle') }).waitFor();
    const kept = page.getByRole('region', { name: textIn('es', 'refused.keptTitle') });
    await kept.getByRole('link').first().waitFor();
    await keepPictures('deleted-cohort', walk.windows);
    expect(await kept.getByRole('link').allTextContents()).toEqual([expect.stringContaining(CASA)]);
    await kept.getByRole('link').click();
    await isTold(page);
    expect(await download(page)).toContain('Escrita antes de que la borraran');
  });
});
