/** The dock beside the group iceberg: the organisations' boards, to drag or to bring with a button. */
import type { Page } from 'playwright-core';
import { textIn } from './words.ts';

/** Drags the picture of a board out of the dock and lets it go over the canvas. */
export async function dragFromDock(page: Page, organisation: string): Promise<void> {
  const grip = page.getByTitle(textIn('es', 'panels.dock.drag', { name: organisation }));
  const from = await grip.boundingBox();
  const to = await page.locator('.tl-canvas').boundingBox();
  if (!from || !to) throw new Error('dock and canvas are not side by side');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x - 40, from.y + 40);
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2);
  await page.mouse.up();
}

export const bringFromDock = (page: Page, organisation: string): Promise<void> =>
  page.getByRole('button', { name: textIn('es', 'panels.dock.bringOf', { name: organisation }) }).click();
