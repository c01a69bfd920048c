/** A call as people live it: taken along by the phases, one clock for all, and nothing lost when something breaks. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { attendanceOf } from '../../shared/cohort/attendance.ts';
import { isBoardId } from '../../shared/ids.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { boardIn, boardReady, syncBadge } from '../kit/pages/board-page.ts';
import { clockError, conduct, landedOn, phaseCard, secondsLeft } from '../kit/pages/call.ts';
import { enter } from '../kit/pages/door.ts';
import { BoardList } from '../kit/pages/list.ts';
import { shownSlide } from '../kit/pages/room.ts';
import { keepPictures, type Window } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort, follow } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

const inTime = { timeout: 45_000 };

/** A cohort of its own for each test, and facilitation by script. */
async function newCall(walk: Walk) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const { token } = await walk.seat('facilitator', 'Marisol');
  const { id } = walk.cohort.cohort;
  return {
    token,
    id,
    does: (deed: Parameters<typeof conduct>[3]) => conduct(walk.app, token, id, deed),
  };
}

/** Somebody who has come in, with a clock that is wrong by so much. */
async function comesIn(walk: Walk, name: string, size: 'desktop' | 'phone', wrongMs = 0): Promise<Window> {
  const window = await walk.window(size);
  await window.context.addInitScript((wrong) => {
    const right = Date.now;
    Date.now = () => right() + wrong;
  }, wrongMs);
  await enter(window.page, walk.linkOf(CASA), name, size === 'phone' ? RED : CASA);
  return window;
}

describeInBrowser('a call', () => {
  const walk = beginWalk('call');

  it('takes everybody to the board of the phase, with one clock for all, through reloads and a restart', async () => {
    const { does } = await newCall(walk);
    const ana = await comesIn(walk, 'Ana', 'desktop', 95_000);
    const luis = await comesIn(walk, 'Luis', 'phone', -3_600_000);
    for (const { page } of [ana, luis]) await page.getByText(textIn('es', 'call.waiting'), { exact: true }).waitFor();
    await does({ do: 'start' });
    for (const { page } of [ana, luis]) await landedOn(page, 'welcome');
    expect(boardIn(ana.page)).toBe(boardIn(luis.page));
    await does({ do: 'go', phase: 'iceberg' });
    for (const { page } of [ana, luis]) await landedOn(page, 'iceberg');
    await expect.poll(() => boardIn(ana.page) === boardIn(luis.page)).toBe(false);
    await boardReady(luis.page);
    for (const { page } of [ana, luis]) expect(await clockError(page)).toBeLessThan(250);
    await keepPictures('call-landed', walk.windows);

    const { clock } = await does({ do: 'add-time', minutes: 2 });
    const place = ana.page.url();
    await ana.page.reload();
    await landedOn(ana.page, 'iceberg');
    expect(ana.page.url()).toBe(place);
    const wrongBy = async (page: Page): Promise<number> => {
      const left = clock?.kind === 'running' ? (clock.endsAt - Date.now()) / 1000 : 0;
      return Math.abs((await secondsLeft(page)) - left);
    };
    for (const { page } of [ana, luis]) await expect.poll(() => wrongBy(page)).toBeLessThan(3);
    await walk.app.restart();
    for (const { page } of [ana, luis]) await syncBadge(page, 'synced').waitFor(inTime);
    for (const { page } of [ana, luis]) {
      await phaseCard(page, 'iceberg').waitFor();
      expect(await wrongBy(page)).toBeLessThan(3);
    }
    expect((await does({ do: 'layer', layer: 'results' })).clock).toEqual(clock);
  });

  it('takes who comes late to the board of the phase, where they can write at once', async () => {
    const { does } = await newCall(walk);
    await does({ do: 'start' });
    await does({ do: 'go', phase: 'iceberg' });
    const { page } = await comesIn(walk, 'Rosa', 'phone');
    await landedOn(page, 'iceberg');
    const phase = 'Iceberg de cada organización';
    await page.getByText(textIn('es', 'call.late', { phase })).waitFor();
    const list = await new BoardList(page).ready();
    await list.add('results', 'Llegué tarde y ya escribí');
    await keepPictures('call-late', walk.windows);
    await page.reload();
    await landedOn(page, 'iceberg');
    await list.card('Llegué tarde y ya escribí').waitFor();
  });

  it('asks who is writing before it takes them along', async () => {
    const { does } = await newCall(walk);
    await does({ do: 'go', phase: 'iceberg' });
    const { page } = await comesIn(walk, 'Ana', 'phone');
    await landedOn(page, 'iceberg');
    const list = await new BoardList(page).ready();
    await list.composer('results').click();
    await page.keyboard.type('A medio escribir');
    const place = page.url();
    await does({ do: 'go', phase: 'value' });
    await phaseCard(page, 'value').waitFor();
    const go = page.getByRole('button', { name: textIn('es', 'call.go.phase', { place: 'Propuesta de valor' }) });
    await go.waitFor();
    expect(page.url()).toBe(place);
    await keepPictures('call-asked', walk.windows);
    await go.click();
    await page.waitForURL((url) => url.href !== place);
    await landedOn(page, 'value');
    await go.waitFor({ state: 'detached' });
  });

  it('keeps what was written while a board was paused, says why, and sends it when the board is open again', async () => {
    const { does } = await newCall(walk);
    await does({ do: 'go', phase: 'iceberg' });
    const { page, context } = await comesIn(walk, 'Luis', 'phone');
    await landedOn(page, 'iceberg');
    const list = await new BoardList(page).ready();
    await syncBadge(page, 'synced').waitFor();
    const red = await walk.witness('iceberg', RED);
    const boards = [boardIn(page)];
    await context.setOffline(true);
    await syncBadge(page, 'offline').waitFor(inTime);
    await list.add('results', 'Lo escribí sin luz');
    await does({ do: 'pause', boards, on: true });
    await context.setOffline(false);
    await syncBadge(page, 'server-trouble').waitFor(inTime);
    await page.locator('[data-locked="paused"]').waitFor();
    await page.getByText(textIn('es', 'sync.todo.read-only')).waitFor();
    expect(red.has('Lo escribí sin luz')).toBe(false);
    await list.card('Lo escribí sin luz').waitFor();
    await keepPictures('call-paused', walk.windows);
    await does({ do: 'pause', boards, on: false });
    await syncBadge(page, 'synced').waitFor(inTime);
    await expect.poll(() => red.has('Lo escribí sin luz')).toBe(true);
    await page.locator('[data-locked]').waitFor({ state: 'detached' });
  });

  it('shows facilitation who is there and whose hand is up, also after a reload', async () => {
    const { does, token, id } = await newCall(walk);
    if (!isBoardId(id)) throw new Error('a cohort is followed like a board');
    const panel = await follow(walk.app, token, id);
    const people = () => [...attendanceOf(panel.provider.awareness.getStates().values()).values()];
    try {
      await does({ do: 'go', phase: 'iceberg' });
      const { page } = await comesIn(walk, 'Rosa', 'phone');
      await landedOn(page, 'iceberg');
      await expect.poll(people).toEqual([{ at: 'here', devices: ['phone'], hand: null }]);
      await page.getByRole('button', { name: textIn('es', 'call.hand.raise') }).click();
      await expect.poll(() => people()[0]?.hand ?? 0).toBeGreaterThan(0);
      await page.reload();
      await landedOn(page, 'iceberg');
      await expect.poll(() => people().map(({ hand }) => hand !== null)).toEqual([true]);
      await page.getByRole('button', { name: textIn('es', 'call.hand.lower') }).click();
      await expect.poll(() => people().map(({ hand }) => hand)).toEqual([null]);
      // Facilitation lowers it as well, for good; what was said to this person alone stays in sight.
      const { person } = await walk.seat(RED, 'Rosa');
      const asks = (method: string, rest: string, body?: object) =>
        walk.app.ask(method, `/api/cohorts/${id}${rest}`, { token, ...(body && { body }) });
      await asks('POST', '/messages', { text: '¿Qué necesitas?', to: person.id });
      await page.getByRole('button', { name: textIn('es', 'call.hand.raise') }).click();
      await expect.poll(() => people()[0]?.hand ?? 0).toBeGreaterThan(0);
      await asks('DELETE', `/people/${person.id}/hand`);
      await expect.poll(() => people().map(({ hand }) => hand)).toEqual([null]);
      await page.getByText(textIn('es', 'call.hand.seen')).waitFor({ state: 'attached' });
      await page.getByText('¿Qué necesitas?').waitFor();
      await page.reload();
      await landedOn(page, 'iceberg');
      await page.getByRole('button', { name: textIn('es', 'call.hand.raise') }).click();
      await expect.poll(() => people()[0]?.hand ?? 0).toBeGreaterThan(0);
      // Also where the window is away at that moment: it comes back with its hand down.
      await page.context().setOffline(true);
      await syncBadge(page, 'offline').waitFor(inTime);
      await asks('DELETE', `/people/${person.id}/hand`);
      await page.getByRole('button', { name: textIn('es', 'call.hand.lower') }).waitFor();
      await page.context().setOffline(false);
      await page.getByRole('button', { name: textIn('es', 'call.hand.raise') }).waitFor();
      await expect.poll(() => people().map(({ hand }) => hand), inTime).toEqual([null]);
    } finally {
      panel.close();
    }
  });

  it('is conducted from the card', async () => {
    const { does } = await newCall(walk);
    await does({ do: 'go', phase: 'cluster' });
    const { page } = await walk.window();
    await enterAsFacilitator(page, walk);
    await landedOn(page, 'cluster');
    const left = await secondsLeft(page);
    await page.getByRole('button', { name: textIn('es', 'call.conduct.addTime') }).click();
    await expect.poll(() => secondsLeft(page)).toBeGreaterThan(left + 60);
    await does({ do: 'add-time', minutes: -60 });
    await page.getByText(textIn('es', 'call.conduct.ask', { phase: 'Propuesta de valor' })).waitFor();
    await page.getByText(textIn('es', 'call.clock.over')).first().waitFor();
    await keepPictures('call-over', walk.windows);
    const next = textIn('es', 'call.conduct.nextIs', { phase: 'Propuesta de valor' });
    await page.getByRole('button', { name: next }).click();
    await page.waitForURL(/\/panel\//);
  });

  it('says a word to all until it is read, and one to one person alone', async () => {
    const { does, token, id } = await newCall(walk);
    await does({ do: 'go', phase: 'iceberg' });
    const ana = await comesIn(walk, 'Ana', 'desktop');
    const luis = await comesIn(walk, 'Luis', 'phone');
    for (const { page } of [ana, luis]) await landedOn(page, 'iceberg');
    const { person } = await walk.seat(CASA, 'Ana');
    const say = (text: string, to: string | null) =>
      walk.app.ask('POST', `/api/cohorts/${id}/messages`, { token, body: { text, to } });
    await say('Quedan cinco minutos', null);
    for (const { page } of [ana, luis]) await page.getByText('Quedan cinco minutos').waitFor();
    await luis.page.getByRole('button', { name: textIn('es', 'call.message.dismiss') }).click();
    await luis.page.reload();
    await landedOn(luis.page, 'iceberg');
    expect(await luis.page.getByText('Quedan cinco minutos').count()).toBe(0);
    await say('¿Necesitas ayuda?', person.id);
    await ana.page.getByText('¿Necesitas ayuda?').waitFor();
    await keepPictures('call-words', walk.windows);
    expect(await luis.page.getByText('¿Necesitas ayuda?').count()).toBe(0);
    await does({ do: 'go', phase: 'transfer' });
    await landedOn(ana.page, 'transfer');
    await expect.poll(() => ana.page.getByText('Quedan cinco minutos').count()).toBe(0);
  });

  it('is on a room screen without a name, and nothing private with it', async () => {
    const { does } = await newCall(walk);
    const { page } = await walk.window();
    await page.goto(walk.cohort.links.projection);
    await page.waitForURL(/\/sala\/[\w-]{21}$/);
    await page.getByRole('heading', { name: textIn('es', 'call.room.waiting') }).waitFor();
    await does({ do: 'go', phase: 'iceberg' });
    await page.getByRole('heading', { name: 'Iceberg de cada organización' }).waitFor();
    expect(await page.locator('.tl-canvas').count()).toBe(0);
    await does({ do: 'go', phase: 'cluster' });
    await shownSlide(page, 'board').waitFor();
    await page.getByText(textIn('es', 'call.room.noNotes')).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await keepPictures('call-room', walk.windows);
    await does({ do: 'close' });
    await page.getByRole('heading', { name: textIn('es', 'call.room.closed') }).waitFor();
  });
});

async function enterAsFacilitator(page: Window['page'], walk: Walk): Promise<void> {
  await page.goto(walk.linkOf('facilitator'));
  await page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).fill('Marisol');
  await page.getByRole('button', { name: textIn('es', 'pages.door.enter'), exact: true }).click();
}
