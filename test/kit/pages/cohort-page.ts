/** The page of a cohort: the cards of its boards. */
import type { Page } from 'playwright-core';
import { boardReady } from './board-page.ts';

/** Opens the card of a board by the kind of picture on it. */
export async function openBoard(page: Page, kind: 'iceberg' | 'value' | 'group-iceberg'): Promise<void> {
  await page
    .getByRole('link')
    .filter({ has: page.locator(`.board-card__picture--${kind}`) })
    .first()
    .click();
  await boardReady(page);
}
