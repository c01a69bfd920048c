/** The page a link opens: name, organisation, *Entrar*. */
import type { Page } from 'playwright-core';
import { textIn } from './words.ts';

/** Opens a link and takes a seat; ends on the page of the cohort. */
export async function enter(page: Page, link: string, name: string, organisation?: string): Promise<void> {
  await page.goto(link);
  await takeSeat(page, name, organisation);
}

/** On the page of the door: fills the form and enters. */
async function takeSeat(page: Page, name: string, organisation?: string): Promise<void> {
  await page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).fill(name);
  if (organisation)
    await page
      .getByLabel(textIn('es', 'pages.door.organisation'), { exact: true })
      .selectOption({ label: organisation });
  await page.getByRole('button', { name: textIn('es', 'pages.door.enter'), exact: true }).click();
  await page.waitForURL(/\/cohorte\//);
}
