/** The themes beside the group iceberg. */
import type { Locator, Page } from 'playwright-core';
import { textIn } from './words.ts';

const themesPanel = (page: Page): Locator => page.getByRole('region', { name: textIn('es', 'panels.themes.title') });

/** Turns the side of the board from the dock to the themes, and back. */
export async function showSide(page: Page, side: 'dock' | 'themes'): Promise<void> {
  await page.getByRole('button', { name: textIn('es', `panels.${side}.title`), exact: true }).click();
}

export const arrangeByThemes = (page: Page): Promise<void> =>
  themesPanel(page)
    .getByRole('button', { name: textIn('es', 'panels.themes.byTheme') })
    .click();
