/** The card of a call on somebody's screen, and facilitation by script. Knows no board. */
import type { Locator, Page } from 'playwright-core';
import { type CallRequest, callAnswer } from '../../../shared/call-api.ts';
import type { Call } from '../../../shared/cohort/call.ts';
import type { CohortId } from '../../../shared/ids.ts';
import { ok, type Reachable } from '../running-app.ts';

/** The card while it shows this phase. */
export const phaseCard = (page: Page, phase: string): Locator => page.locator(`[data-phase-card="${phase}"]`);

/** On a board, with the card of this phase over it. */
export async function landedOn(page: Page, phase: string): Promise<void> {
  await page.waitForURL(/\/tablero\//);
  await phaseCard(page, phase).waitFor();
}

/** Facilitation does something; gives the call as it is then. */
export async function conduct(app: Reachable, token: string, cohort: CohortId, deed: CallRequest): Promise<Call> {
  return ok(await app.ask('POST', `/api/cohorts/${cohort}/call`, { token, body: deed }), callAnswer).call;
}

/** How far a window's idea of the time is from the server's, in milliseconds. */
export async function clockError(page: Page): Promise<number> {
  await page.locator('[data-clock][data-offset]').waitFor();
  return page.evaluate(async () => {
    const offset = Number(document.querySelector('[data-clock]')?.getAttribute('data-offset'));
    const askedAt = Date.now();
    const answer: { now: number } = await (await fetch('/api/time')).json();
    return Math.abs((askedAt + Date.now()) / 2 + offset - answer.now);
  });
}

/** Seconds on the clock of the card. */
export async function secondsLeft(page: Page): Promise<number> {
  const digits = (await page.locator('[data-clock] [aria-hidden]').innerText()).trim().split(':').map(Number);
  return digits.reduce((sum, part) => sum * 60 + part, 0);
}
