/** The self-assessment from the first tap to the team's profile and the iceberg, on a phone and on a laptop. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readAnswers } from '../../shared/board/answers.ts';
import { readCohort } from '../../shared/cohort/document.ts';
import type { BoardId } from '../../shared/ids.ts';
import { DIMENSION_IDS, type Level } from '../../shared/template/dimensions.ts';
import { dimensionTexts, levelLabel } from '../../shared/template/self-assessment.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { button, tapThrough } from '../kit/pages/self.ts';
import { textIn } from '../kit/pages/words.ts';
import { boardOf, boardsOf, follow } from '../kit/running-app.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const NOW: readonly Level[] = [3, 2, 4, 2, 3, 0, 1, 3];
const BEFORE: readonly Level[] = [2, 2, 2, 1, 0, 3, 1, 1];

/** A busy machine takes its time; nothing is judged by it. */
const PATIENCE = { timeout: 30_000 };

describeInBrowser('self-assessment', () => {
  const walk = beginWalk('self-assessment');

  it('is answered on a phone by touch, shared, and seen by the team as averages', async () => {
    const facilitator = await walk.seat('facilitator', 'Maribel');
    const path = `/api/cohorts/${walk.cohort.cohort.id}/call`;
    await walk.app.ask('POST', path, { token: facilitator.token, body: { do: 'start' } });
    const window = await walk.window('phone');
    const { page } = window;
    await walk.sitDown(window, 'Ana Colón', CASA);
    const ana = await walk.seat(CASA, 'Ana Colón');
    await walk.seat(CASA, 'Luis Soto');
    await page.goto(`/tablero/${await ownBoard(ana.token, ana.person.id)}`);
    await tapThrough(page, NOW);
    await expectNoFault(page, 'today');
    await button(page, 'self.goThen').tap();
    await page.locator(`fieldset[data-dimension="${DIMENSION_IDS[0]}"]`).waitFor();
    // Nothing of today leads the answers of three years ago.
    expect(await page.locator('input:checked').count()).toBe(0);
    await tapThrough(page, BEFORE);
    await button(page, 'self.goEvidence').tap();
    await page
      .locator('label')
      .filter({ hasText: dimensionTexts('people', 'es').title })
      .tap();
    await page.getByLabel(textIn('es', 'self.evidence'), { exact: true }).fill('Somos siete y nadie se ha ido.');
    await expectNoFault(page, 'evidence');
    await button(page, 'self.goShare').tap();
    await page.getByText(textIn('es', 'self.shareFew', { count: 1 })).waitFor();
    await expectNoFault(page, 'sharing');
    await button(page, 'self.share').tap();
    await page.getByText(/^Compartido el/).waitFor();
    await expectNoFault(page, 'shared');
    const cohort = await follow(walk.app, facilitator.token, walk.cohort.cohort.id);
    await expect.poll(() => readCohort(cohort.doc).progress, PATIENCE).toEqual({ answered: 1, of: 2 });
    cohort.close();
  });

  it('shows a teammate averages, takes a baseline, and a result to the iceberg with its way back', async () => {
    const window = await walk.window();
    const { page } = window;
    await walk.sitDown(window, 'Luis Soto', CASA);
    const { token } = await walk.seat(CASA, 'Luis Soto');
    const growth = await boardOf(walk.app, token, 'growth', walk.orgOf(CASA));
    await page.goto(`/tablero/${growth}`);
    const people = page.getByRole('row', { name: dimensionTexts('people', 'es').title });
    await people.waitFor();
    await expect
      .poll(() => people.getByRole('cell').allTextContents(), PATIENCE)
      .toEqual(['2.0', '4.0', '+2.0subió 2.0', LED]);
    expect(await page.getByText('Somos siete').count()).toBe(0);
    await page.getByText(textIn('es', 'growth.onlyTeamFew', { few: 5 })).waitFor();
    await expectNoFault(page, 'profile');
    await button(page, 'growth.baselineAdd').click();
    await page.getByLabel(dimensionTexts('people', 'es').title, { exact: true }).fill('1,5');
    await expectNoFault(page, 'baseline');
    await button(page, 'growth.baselineSave').click();
    await expect.poll(() => people.getByRole('cell').first().textContent(), PATIENCE).toBe('1.5');
    await people.getByRole('button').click();
    await expectNoFault(page, 'result');
    await button(page, 'growth.resultSend').click();
    await button(page, 'growth.resultShow').click();
    await page.waitForURL((url) => !url.pathname.endsWith(growth));
    const mark = page.getByRole('link', { name: textIn('es', 'growth.markOpen') });
    await mark.click();
    await page.waitForURL((url) => url.pathname.endsWith(growth));
    await people.waitFor();
  });

  it('is answered without a connection, and sent when it is back', async () => {
    const window = await walk.window('phone');
    const { page, context } = window;
    await walk.sitDown(window, 'Sol Díaz', CASA);
    const { token, person } = await walk.seat(CASA, 'Sol Díaz');
    const board = await ownBoard(token, person.id);
    await page.goto(`/tablero/${board}`);
    await page.locator('fieldset').waitFor();
    await syncBadge(page, 'synced').waitFor();
    await context.setOffline(true);
    await tapThrough(page, NOW);
    await syncBadge(page, 'offline').waitFor();
    const own = await follow(walk.app, token, board);
    expect(readAnswers(own.doc).now).toEqual({});
    await context.setOffline(false);
    await expect.poll(() => Object.values(readAnswers(own.doc).now), PATIENCE).toEqual(NOW);
    own.close();
  });

  it('is worked with keys alone on a laptop, and read but not changed once the call is closed', async () => {
    const window = await walk.window();
    const { page } = window;
    await walk.sitDown(window, 'Rosa Vega', CASA);
    const { token, person } = await walk.seat(CASA, 'Rosa Vega');
    await page.goto(`/tablero/${await ownBoard(token, person.id)}`);
    const first = page.locator(`fieldset[data-dimension="${DIMENSION_IDS[0]}"]`);
    await first.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    const second = first.getByRole('radio', { name: levelLabel(2, 'es') });
    await expect.poll(() => second.isChecked(), PATIENCE).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.dataset.dimension)).toBe(
      DIMENSION_IDS[1],
    );
    await page.reload();
    await expect.poll(() => second.isChecked(), PATIENCE).toBe(true);
    const facilitator = await walk.seat('facilitator', 'Maribel');
    const path = `/api/cohorts/${walk.cohort.cohort.id}/call`;
    await walk.app.ask('POST', path, { token: facilitator.token, body: { do: 'close' } });
    await page.getByText(textIn('es', 'self.closed')).waitFor();
    expect(await second.isDisabled()).toBe(true);
    expect(await second.isChecked()).toBe(true);
    await expectNoFault(page, 'closed');
  });

  async function ownBoard(token: string, person: string): Promise<BoardId> {
    const found = (await boardsOf(walk.app, token)).find((b) => b.kind === 'self-assessment' && b.person === person);
    if (!found) throw new Error('no self-assessment');
    return found.id;
  }
});

const LED = textIn('es', 'growth.toIceberg');

async function expectNoFault(page: Page, where: string): Promise<void> {
  expect(await faultsIn(page), where).toEqual([]);
}
