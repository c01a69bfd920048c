/** Me resuena and the table on somebody's screen. Knows no server. */
import type { Locator, Page } from 'playwright-core';
import { closeSheet, openPanel, sheet } from './board-page.ts';
import { textIn } from './words.ts';

/** The line that says how many dots are left, once it says so many. */
export const dotsLeft = (page: Page, count: number): Locator =>
  page.locator('[data-part=dots-left]').getByText(textIn('es', 'value.dots.left', { count }));

/** The same for somebody at the table. */
export const dotsLeftOf = (page: Page, name: string, count: number): Locator =>
  page.locator('[data-part=dots-left]').getByText(textIn('es', 'value.dots.leftOf', { name, count }));

/** The button of a note in the list. */
export const dotOn = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: textIn('es', 'value.dots.on', { text }) });

/** The line over the board that says for whom this window writes. */
export const writesFor = (page: Page): Locator => page.locator('[data-part=writes-for]');

/** Seats somebody at the table; afterwards this window writes for them. */
export async function seatAtTable(page: Page, name: string): Promise<void> {
  await openPanel(page, 'value.table.title');
  await sheet(page).getByLabel(textIn('es', 'value.table.name')).fill(name);
  await page.keyboard.press('Enter');
  await sheet(page).getByRole('radio', { name }).and(page.locator(':checked')).waitFor();
  await closeSheet(page);
}
