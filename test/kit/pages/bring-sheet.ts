/** The sheet in which a team chooses what goes to the group iceberg. */
import type { Locator, Page } from 'playwright-core';
import { sheet } from './board-page.ts';
import { textIn } from './words.ts';

/** The sheet while it counts so many notes; `more` when some are on the group iceberg already. */
export const bringSheet = (page: Page, going: number, count: number, key: 'title' | 'more' = 'title'): Locator =>
  sheet(page).filter({
    has: page.getByRole('heading', { name: textIn('es', `panels.bring.${key}`, { going, count }), exact: true }),
  });

export const noteToTick = (page: Page, text: string): Locator => sheet(page).getByRole('checkbox', { name: text });

/** *Llevar*, and the word that they arrived. */
export async function bring(page: Page, count: number): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: textIn('es', 'panels.bring.go', { count }), exact: true })
    .click();
  await sheet(page)
    .getByText(textIn('es', 'panels.bring.done', { count }))
    .waitFor();
}
