/** The first page and the form of a new cohort, as a person uses them. */
import type { Page } from 'playwright-core';
import type { TextKey } from '../../../client/i18n/words.ts';
import type { CreateCohortRequest } from '../../../shared/api.ts';
import { copied } from './window.ts';
import { textIn } from './words.ts';

interface NewCohort {
  readonly name: string;
  readonly yourName: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly time: string;
  /** As they are pasted: one a line. */
  readonly organisations: string;
  readonly boardPer?: CreateCohortRequest['boardPer'];
}

/** From the first page to the page of the links. */
export async function createCohort(page: Page, cohort: NewCohort): Promise<void> {
  const t = (key: TextKey): string => textIn('es', key);
  await page.goto('/');
  await page.getByRole('link', { name: t('pages.home.create') }).click();
  await page.getByLabel(t('pages.create.name'), { exact: true }).fill(cohort.name);
  await page.getByLabel(t('pages.create.yourName'), { exact: true }).fill(cohort.yourName);
  await page.getByLabel(t('pages.create.date'), { exact: true }).fill(cohort.date);
  await page.getByLabel(t('pages.create.time')).fill(cohort.time);
  await page.getByLabel(t('pages.create.organisations'), { exact: true }).fill(cohort.organisations);
  if (cohort.boardPer === 'person') await page.getByRole('radio', { name: t('pages.create.perPerson') }).check();
  await page.getByRole('button', { name: t('pages.create.submit') }).click();
  await page.getByRole('heading', { name: textIn('es', 'pages.created.title', { cohort: cohort.name }) }).waitFor();
}

type LinkName = 'facilitation' | 'participation' | 'viewing';

/** Presses *Copiar enlace* beside a link of the page that follows the form, and reads what was copied. */
export async function copyLink(page: Page, which: LinkName): Promise<string> {
  const row = page
    .locator('.link-row')
    .filter({ has: page.getByLabel(textIn('es', `pages.links.${which}`), { exact: true }) });
  await row.getByRole('button', { name: textIn('es', 'pages.links.copyLink') }).click();
  await row.getByRole('button', { name: textIn('es', 'common.copied') }).waitFor();
  return copied(page);
}

export async function copyInvitation(page: Page): Promise<string> {
  const card = page.getByRole('region', { name: textIn('es', 'pages.links.invitation'), exact: true });
  await card.getByRole('button', { name: textIn('es', 'pages.links.invitationCopy') }).click();
  await card.getByRole('button', { name: textIn('es', 'common.copied') }).waitFor();
  return copied(page);
}

/** From the page of the links to the cohort. */
export async function goToCohort(page: Page): Promise<void> {
  await page.getByRole('link', { name: textIn('es', 'pages.created.go') }).click();
  await page.waitForURL(/\/cohorte\//);
}
