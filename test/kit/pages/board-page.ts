/** A board on the screen with the bar over it: views, what is saved, who is here, the sheets. */
import type { Locator, Page } from 'playwright-core';
import type { TextKey } from '../../../client/i18n/words.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { isBoardId } from '../../../shared/ids.ts';
import type { Language } from '../../../shared/language.ts';
import { textIn } from './words.ts';

/** The board is here: its bar, and the canvas or the list under it. */
export async function boardReady(page: Page): Promise<void> {
  await page.waitForURL(/\/tablero\//);
  await page.locator('.tl-canvas, section[aria-label][lang] [data-area]').first().waitFor();
}

/** The board in the address. */
export function boardIn(page: Page): BoardId {
  const id = new URL(page.url()).pathname.split('/').at(-1);
  if (!isBoardId(id)) throw new Error(`${page.url()} is no board`);
  return id;
}

/** From one board of the team to the next, by its short name. */
export async function switchBoard(page: Page, to: TextKey): Promise<void> {
  const boards = page.getByRole('navigation', { name: textIn('es', 'pages.board.switcher') });
  await boards.getByRole('link', { name: textIn('es', to) }).click();
  await boards
    .locator('[aria-current=page]')
    .filter({ hasText: textIn('es', to) })
    .waitFor();
  await boardReady(page);
}

export async function showView(page: Page, view: 'canvas' | 'list', language: Language = 'es'): Promise<void> {
  const button = page.getByRole('button', { name: textIn(language, `pages.board.${view}`), exact: true });
  await button.click();
  await page.locator(view === 'canvas' ? '.tl-canvas' : '.board__list').waitFor();
}

/** What the badge says: `synced` only when everything is on the server's disk. */
export const syncState = (page: Page): Promise<string | null> => page.locator('[data-sync]').getAttribute('data-sync');

export const syncBadge = (page: Page, state: string): Locator => page.locator(`[data-sync="${state}"]`);

/** Opens one of the sheets: a button where there is room, an entry of the menu where there is not. */
export async function openPanel(page: Page, label: TextKey): Promise<void> {
  const more = page.getByRole('banner').getByRole('button', { name: textIn('es', 'common.more') });
  const bar = page.locator('header.bar');
  if (await more.isVisible()) await more.click();
  await bar.getByRole('button', { name: textIn('es', label) }).click();
}

/** The open sheet or window. */
export const sheet = (page: Page): Locator => page.getByRole('dialog');

export async function closeSheet(page: Page): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: textIn('es', 'common.close'), exact: true })
    .first()
    .click();
  await sheet(page).waitFor({ state: 'detached' });
}
