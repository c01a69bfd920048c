/** Faults of a page that axe knows. Knows no page of the product but that a canvas draws what the list says. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const LONGEST_HTML = 160;

/**
 * One line for each: its rule, how bad it is, and where. In the page itself and without what passes: nothing here has
 * frames of other sites, and the other way opens one more page for each look, a third of such a test's time.
 */
export async function faultsIn(page: Page, canvas: 'with-canvas' | 'beside-canvas' = 'with-canvas'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (canvas === 'beside-canvas' ? axe.exclude('.tl-canvas') : axe).analyze();
  return violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, LONGEST_HTML)).join(' | ')}`,
  );
}
