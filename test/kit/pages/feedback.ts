/** The feedback and closing pages in a window. Knows no round of the server. */
import type { Locator, Page } from 'playwright-core';
import { type GiftKind, giftLabel, sectionTexts } from '../../../shared/template/feedback.ts';
import { textIn } from './words.ts';

export const deed = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** A zone of the board by its title. */
export const zone = (page: Page, kind: GiftKind): Locator =>
  page.getByRole('region', { name: giftLabel(kind, 'es'), exact: true });

/** The page of a step is here for this window. */
export const stepReached = (page: Page, title: string): Promise<void> =>
  page.locator('[aria-current=step]').filter({ hasText: title }).waitFor();

export async function ask(page: Page, question: string): Promise<void> {
  await deed(page, textIn('es', 'peers.gift.ask')).click();
  await field(page, textIn('es', 'peers.gift.yourQuestion')).fill(question);
  await deed(page, textIn('es', 'peers.gift.send')).click();
}

/** One of the three big buttons, words, *Enviar*. */
export async function give(page: Page, kind: Exclude<GiftKind, 'clarifying'>, words: string): Promise<void> {
  await startGiving(page, kind);
  await page.keyboard.type(words);
  await deed(page, textIn('es', 'peers.gift.send')).click();
}

/** Leaves the field open. */
export async function startGiving(page: Page, kind: Exclude<GiftKind, 'clarifying'>): Promise<void> {
  await deed(page, giftLabel(kind, 'es')).click();
  await field(page, giftLabel(kind, 'es')).waitFor();
}

export const takeaway = (page: Page): Locator => field(page, sectionTexts('takeaway', 'es').title);
