/** Facilitation is taken along by the phases like everybody; whoever moved the call on keeps the panel it is conducted from. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { conduct, landedOn } from '../kit/pages/call.ts';
import { enter } from '../kit/pages/door.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort } from '../kit/running-app.ts';
import { beginWalk, CASA, RED } from '../kit/walk.ts';

const toBoard = (page: Page) => page.getByRole('button', { name: textIn('es', 'panel.toBoardOf'), exact: true });
const next = (page: Page) => page.getByRole('button', { name: new RegExp(`^${textIn('es', 'panel.next')}`) });
const inPhase = (page: Page, phase: string) => page.locator(`li[data-phase="${phase}"] [aria-current="step"]`);
const isAtPanel = (page: Page) => /\/panel\//.test(page.url());

describeInBrowser('facilitation', () => {
  const walk = beginWalk('facilitation-lands');

  /** At the panel, with nothing done there yet. */
  async function atPanel(name: string) {
    const { page } = await walk.window();
    await enter(page, walk.linkOf('facilitator'), name);
    const { id } = walk.cohort.cohort;
    // This window has heard where the call is: what comes then is news.
    await page.waitForFunction((key) => sessionStorage.getItem(key) !== null, `tempano.landed.${id}`);
    await page.goto(`/panel/${id}`);
    await page.locator('li[data-phase]').first().waitFor();
    return page;
  }

  it('lands on the board of the phase, except who was at work at the panel: she gets the way there', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const maribel = await atPanel('Maribel');
    const carmen = await atPanel('Carmen');
    await next(maribel)
      .or(maribel.getByRole('button', { name: textIn('es', 'panel.start'), exact: true }))
      .click();
    await landedOn(carmen, 'welcome');
    await toBoard(maribel).waitFor();
    expect(isAtPanel(maribel)).toBe(true);
    await keepPictures('facilitation-landed', walk.windows);

    // One press back; going there by hand counts, so the next phase only offers the way.
    await carmen.getByRole('link', { name: textIn('es', 'call.conduct.panel'), exact: true }).click();
    await inPhase(carmen, 'welcome').waitFor();
    await carmen.keyboard.press('Shift');
    await conduct(walk.app, (await walk.seat('facilitator', 'Maribel')).token, walk.cohort.cohort.id, {
      do: 'go',
      phase: 'cluster',
    });
    for (const page of [maribel, carmen]) await inPhase(page, 'cluster').waitFor();
    for (const page of [maribel, carmen]) await toBoard(page).waitFor();
    expect([maribel, carmen].map(isAtPanel)).toEqual([true, true]);
    await toBoard(carmen).click();
    await landedOn(carmen, 'cluster');
  });

  it('comes to the panel where the boards of a phase are private, and stays there through private phases', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const { token } = await walk.seat('facilitator', 'Maribel');
    const does = (phase: string) => conduct(walk.app, token, walk.cohort.cohort.id, { do: 'go', phase });
    await does('cluster');
    const { page } = await walk.window();
    await page.goto(walk.linkOf('facilitator'));
    await page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).fill('Carmen');
    await page.getByRole('button', { name: textIn('es', 'pages.door.enter'), exact: true }).click();
    await landedOn(page, 'cluster');
    await does('value');
    await inPhase(page, 'value').waitFor();
    expect(isAtPanel(page)).toBe(true);
    await does('issue');
    await inPhase(page, 'issue').waitFor();
    expect(isAtPanel(page)).toBe(true);
    await does('close');
    await landedOn(page, 'close');
  });

  it('keeps the panel of whoever moved the call on, also when they pressed in another window', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const maribel = await atPanel('Maribel');
    const carmen = await atPanel('Carmen');
    const { token } = await walk.seat('facilitator', 'Maribel');
    await conduct(walk.app, token, walk.cohort.cohort.id, { do: 'go', phase: 'cluster' });
    await landedOn(carmen, 'cluster');
    await toBoard(maribel).waitFor();
    expect(isAtPanel(maribel)).toBe(true);
  });

  it('comes to the panel by its card on the page of the cohort, and by the address of its board', async () => {
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    const { token } = await walk.seat('facilitator', 'Maribel');
    await conduct(walk.app, token, walk.cohort.cohort.id, { do: 'start' });
    const page = await atPanel('Carmen');
    await page.goto(`/cohorte/${walk.cohort.cohort.id}`);
    await page
      .getByRole('link')
      .filter({ has: page.locator('.board-card__picture--panel') })
      .click();
    await page.locator('li[data-phase]').first().waitFor();
    expect(isAtPanel(page)).toBe(true);
    await page.goto(`/tablero/${await walk.board('panel')}`);
    await page.locator('li[data-phase]').first().waitFor();
    expect(isAtPanel(page)).toBe(true);
  });
});
