/** The self-assessment on the screen, as a person fills it in with a thumb. Knows what it asks, not what is right. */
import type { Locator, Page } from 'playwright-core';
import { DIMENSION_IDS, type Level } from '../../../shared/template/dimensions.ts';
import { levelLabel } from '../../../shared/template/self-assessment.ts';
import { textIn } from './words.ts';

/** One dimension at a time, as on a phone: chooses a level for each, and ends at the last. */
export async function tapThrough(page: Page, levels: readonly Level[]): Promise<void> {
  for (const [i, dimension] of DIMENSION_IDS.entries()) {
    const asked = page.locator(`fieldset[data-dimension="${dimension}"]`);
    await choice(asked, levels[i] ?? 0).tap();
    if (i < DIMENSION_IDS.length - 1) await button(page, 'self.next').tap();
  }
}

export const button = (page: Page, key: Parameters<typeof textIn>[1]): Locator =>
  page.getByRole('button', { name: textIn('es', key), exact: true });

/** The card of a level within a dimension. */
const choice = (asked: Locator, level: Level): Locator =>
  asked.locator('label').filter({ hasText: new RegExp(`^${levelLabel(level, 'es')}`) });
