/** The sheet of the named copies of a board. */
import type { Page } from 'playwright-core';
import { sheet } from './board-page.ts';
import { textIn } from './words.ts';

/** *Guardar copia* under a name. */
export async function saveCopy(page: Page, name: string): Promise<void> {
  await sheet(page).getByLabel(textIn('es', 'panels.copies.name')).fill(name);
  await sheet(page)
    .getByRole('button', { name: textIn('es', 'panels.copies.save') })
    .click();
  await sheet(page).getByRole('heading', { name }).waitFor();
}

/** Makes the board what it was when the copy was taken. */
export async function goBackTo(page: Page, name: string): Promise<void> {
  await sheet(page)
    .getByRole('button', { name: `${textIn('es', 'common.more')}: ${name}` })
    .click();
  await page.getByRole('menuitem', { name: textIn('es', 'panels.copies.inPlace') }).click();
  await sheet(page)
    .getByText(textIn('es', 'panels.copies.restored', { name }))
    .waitFor();
}
