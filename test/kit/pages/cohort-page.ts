/** The page of a cohort: its boards and the switches of its roles. */
import type { Page } from 'playwright-core';
import { icebergTexts } from '../../../shared/template/texts.ts';
import { boardReady } from './board-page.ts';
import { textIn } from './words.ts';

/** Opens the card of a board by the kind of picture on it. */
export async function openBoard(page: Page, kind: 'iceberg' | 'value' | 'group-iceberg'): Promise<void> {
  await page
    .getByRole('link')
    .filter({ has: page.locator(`.board-card__picture--${kind}`) })
    .first()
    .click();
  await boardReady(page);
}

/** *Dejar entrar a la facilitación*. */
export async function letFacilitationIn(page: Page): Promise<void> {
  const letIn = page.getByRole('switch', { name: textIn('es', 'pages.cohort.letIn') });
  await letIn.click();
  await page
    .getByRole('switch', { name: textIn('es', 'pages.cohort.letIn'), checked: true, disabled: false })
    .waitFor();
}

/** Title of an organisation's iceberg as the card shows it. */
export const icebergTitle = (org: string): string => icebergTexts('es', { org }).title;
