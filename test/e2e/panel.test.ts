/** The panel with twelve organisations on a laptop: everything on one screen, by keyboard, for facilitation alone. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { OrgId } from '../../shared/ids.ts';
import { describeInBrowser, launchBrowser, walkBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { keepPictures, openWindow, type Window } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { type PanelCohort, panelCohort } from '../kit/panel-cohort.ts';
import { type RunningApp, startRunningApp } from '../kit/running-app.ts';
import { sitDown } from '../kit/sit-down.ts';

/** How much of the page, and of what scrolls by itself in it, is out of sight. */
const outOfSight = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const whole = document.scrollingElement;
    const found = whole && whole.scrollHeight > innerHeight ? [`page ${whole.scrollHeight}`] : [];
    for (const part of document.querySelectorAll('main *')) {
      const { overflowY } = getComputedStyle(part);
      if (/auto|scroll/.test(overflowY) && part.scrollHeight > part.clientHeight + 1)
        found.push(`${part.tagName} ${part.scrollHeight} of ${part.clientHeight}`);
    }
    return found;
  });

/** Words of elements that show less than they say; of a list, its choices. */
const cutIn = (elements: Locator): Promise<readonly string[]> =>
  elements.evaluateAll((all) =>
    all.flatMap((one) => {
      if (!(one instanceof HTMLSelectElement)) {
        const isWhole = one.scrollHeight <= one.clientHeight + 1 && one.scrollWidth <= one.clientWidth;
        return isWhole ? [] : [one.textContent ?? ''];
      }
      const { font, paddingLeft, paddingRight } = getComputedStyle(one);
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      const room = one.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen) pen.font = font;
      return [...one.options].map(({ text }) => text).filter((text) => (pen?.measureText(text).width ?? 0) > room);
    }),
  );

/** What comes from the server may take a while. */
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

describeInBrowser('panel', () => {
  let app: RunningApp;
  let browser: Browser;
  let cohort: PanelCohort;
  const windows: Window[] = [];

  beforeAll(async () => {
    app = await startRunningApp();
    browser = await walkBrowser();
    cohort = await panelCohort(app);
    await cohort.connect();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures('panel', windows);
    for (const window of windows.splice(0)) await window.close();
  });
  afterAll(async () => {
    cohort?.close();
    await app?.close();
  });

  const openPanel = async (
    size: 'desktop' | 'phone',
    link: string,
    name: string,
    organisation: OrgId | null = null,
  ) => {
    const window = await openWindow(browser, app.url, size);
    windows.push(window);
    await sitDown(window, app, link, name, organisation);
    await window.page.goto(`/panel/${cohort.made.cohort.id}`);
    return window;
  };
  const facilitation = (size: 'desktop' | 'phone' = 'desktop') =>
    openPanel(size, cohort.made.links.facilitation, 'Maribel Ortiz');

  it('starts, goes on and adds time by keyboard; what is on stays within the screen', async () => {
    const { page, troubles } = await facilitation();
    const phase = page.locator('[aria-current="step"]');
    const clock = page.getByText(/^\d+:\d\d$/).first();
    await page.getByRole('button', { name: textIn('es', 'panel.start'), exact: true }).waitFor();
    await poll(() => page.getByText('39 de 43 en línea').count()).toBe(1);
    expect(await outOfSight(page)).toEqual([]);
    const asked = page.getByRole('dialog');
    // A stray key moves nobody: the window asks, Esc says no, Enter says yes.
    await page.keyboard.press('n');
    await asked.getByText(textIn('es', 'panel.goTitle', { title: 'Llegada y práctica' })).waitFor();
    await page.keyboard.press('Escape');
    await asked.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: textIn('es', 'panel.start'), exact: true }).waitFor();
    await page.keyboard.press('n');
    await asked.waitFor();
    await page.keyboard.press('Enter');
    await poll(() => phase.textContent()).toContain('Llegada y práctica');
    await asked.waitFor({ state: 'detached' });
    await poll(() => page.getByText('0 de 43 con al menos una nota').count()).toBe(1);
    expect(await outOfSight(page)).toEqual([]);
    await page.keyboard.press('n');
    await asked.waitFor();
    await page.keyboard.press('Enter');
    await poll(() => phase.textContent()).toContain('Autoevaluación');
    await poll(() => clock.textContent()).toMatch(/^1[45]:/);
    await page.keyboard.press('+');
    await poll(() => clock.textContent()).toMatch(/^1[67]:/);
    await page.keyboard.press('p');
    await page.getByRole('button', { name: textIn('es', 'panel.resumeClock') }).waitFor();
    for (const [key, title] of [
      ['b', textIn('es', 'panel.goTitle', { title: 'Llegada y práctica' })],
      ['t', textIn('es', 'panel.gatherTitle')],
    ] as const) {
      await page.keyboard.press(key);
      await asked.getByText(title).waitFor();
      await page.keyboard.press('Escape');
      await asked.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('n');
    await page.keyboard.press('Escape');
    expect(await phase.textContent()).toContain('Autoevaluación');
    expect(troubles).toEqual([]);
  });

  it('fits on a laptop in every phase, without a fault that axe knows', async () => {
    for (const [i] of cohort.made.cohort.organisations.entries()) if (i < 9) await cohort.write(i, 3 + i * 2);
    const organisations = cohort.made.cohort.organisations.map(({ id }) => id);
    await cohort.deed({ do: 'groups', groups: [0, 3, 6, 9].map((at) => organisations.slice(at, at + 3)) });
    const { page } = await facilitation();
    for (const kind of [
      'welcome',
      'self',
      'iceberg',
      'break1',
      'transfer',
      'cluster',
      'value',
      'issue',
      'peers',
      'close',
    ]) {
      await cohort.deed({ do: 'go', phase: kind });
      if (kind === 'value') await cohort.deed({ do: 'zone', zone: 'value', minutes: 4 });
      const step = page.locator('[aria-current="step"]');
      await poll(() => step.evaluate((one) => one.closest('li')?.dataset.phase)).toBe(kind);
      if (kind === 'peers') await page.getByRole('button', { name: textIn('es', 'panel.allStart') }).click();
      expect([kind, await outOfSight(page)]).toEqual([kind, []]);
      await expectNoFault(page, kind);
      if (kind !== 'cluster') continue;
      // The fullest of all, with something on the screen of a room as well.
      await cohort.deed({ do: 'show', shown: { slide: 'themes', page: 0 } });
      await page.getByRole('button', { name: textIn('es', 'call.room.stop') }).waitFor();
      expect(['shown', await outOfSight(page)]).toEqual(['shown', []]);
      await expectNoFault(page, 'shown');
    }
  });

  it('cuts no word there is room for, and tells in full that it is offline', async () => {
    await cohort.deed({ do: 'go', phase: 'value' });
    const { page, context } = await facilitation();
    const zones = page.locator('thead th[title] > span:first-child');
    await poll(() => zones.count()).toBe(5);
    expect(await cutIn(zones)).toEqual([]);
    expect(await cutIn(page.getByRole('combobox', { name: textIn('es', 'panel.zones') }))).toEqual([]);
    const names = page.locator('tbody th[scope="row"]');
    expect(await cutIn(names.getByText('Casa Abierta del Barrio Obrero'))).toEqual([]);
    for (const one of await names.all()) expect(await one.getAttribute('title')).toBe(await one.textContent());
    await context.setOffline(true);
    const warning = page.getByText(textIn('es', 'panel.offline'));
    await warning.waitFor({ timeout: 60_000 });
    expect(await cutIn(warning)).toEqual([]);
    expect(await outOfSight(page)).toEqual([]);
    await context.setOffline(false);
  });

  it('shows its words whole to whoever has the browser write half as large again', async () => {
    await cohort.deed({ do: 'go', phase: 'iceberg' });
    const large = await launchBrowser({ args: ['--blink-settings=defaultFontSize=24'] });
    try {
      const window = await openWindow(large, app.url, 'desktop');
      const { page } = window;
      await sitDown(window, app, cohort.made.links.facilitation, 'Maribel Ortiz', null);
      await page.goto(`/panel/${cohort.made.cohort.id}`);
      await page.locator('[aria-current="step"]').waitFor();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
      expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(1366);
      const head = page.getByRole('heading', { level: 1 });
      expect([await head.textContent(), await cutIn(head.locator('..'))]).toEqual([textIn('es', 'panel.title'), []]);
      expect((await head.boundingBox())?.width).toBeGreaterThan(200);
      expect(await cutIn(page.getByRole('navigation').locator('button, button > span:last-child'))).toEqual([]);
      expect(await cutIn(page.locator('thead th'))).toEqual([]);
      await window.close();
    } finally {
      await large.close();
    }
  });

  it('can be used on a phone, where it scrolls downwards alone', async () => {
    await cohort.deed({ do: 'go', phase: 'iceberg' });
    const { page } = await facilitation('phone');
    await page.getByRole('button', { name: new RegExp(textIn('es', 'panel.next')) }).waitFor();
    expect(await page.evaluate(() => document.scrollingElement?.scrollWidth)).toBe(390);
    await expectNoFault(page, 'phone');
    // What is told is told in sight, wherever on the page the button was.
    await page
      .getByRole('button', { name: textIn('es', 'panel.lowerHand', { name: '' }) })
      .first()
      .tap();
    const told = page.locator('.toast');
    await poll(async () => (await told.boundingBox())?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(844);
    await told.getByRole('button').tap();
    await page.getByRole('button', { name: 'Abrir capa 2: Hábitos y patrones' }).tap();
    await page.getByRole('button', { name: 'Ir a la capa 2: Hábitos y patrones', pressed: true }).waitFor();
  });

  it('edits the agenda during the call: minutes, a text, the order', async () => {
    const { page } = await facilitation();
    await page.getByRole('button', { name: textIn('es', 'panel.agenda.edit') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Minutos de Cierre').fill('15');
    await dialog.getByRole('button', { name: 'Textos de Cierre' }).click();
    await dialog.getByLabel(textIn('es', 'panel.agenda.name'), { exact: true }).fill('Despedida');
    await dialog.getByRole('button', { name: 'Subir Despedida' }).press('Enter');
    await expectNoFault(page, 'agenda');
    await dialog.getByRole('button', { name: textIn('es', 'panel.agenda.save') }).click();
    await dialog.waitFor({ state: 'detached' });
    const phases = page.getByRole('navigation').getByRole('listitem');
    await poll(() => phases.nth(9).textContent()).toMatch(/Despedida.*15 min/);
  });

  it('makes groups, changed by hand, and copies them as text', async () => {
    await cohort.deed({ do: 'groups', groups: [] });
    await cohort.deed({ do: 'go', phase: 'issue' });
    const { page } = await facilitation();
    await page.getByRole('button', { name: textIn('es', 'panel.formGroups') }).click();
    const dialog = page.getByRole('dialog');
    const list = dialog.getByLabel('Grupo de Taller Cantera');
    await list.selectOption({ label: 'Grupo 2' });
    await poll(() => list.inputValue()).toBe('1');
    await poll(() => list.evaluate((one) => one === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: textIn('es', 'panel.groups.copy') }).click();
    await poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^Grupo 1: .*\(.*\)\nGrupo 2: .*Taller Cantera.*\n/,
    );
    await expectNoFault(page, 'groups');
    await dialog.getByRole('button', { name: textIn('es', 'panel.groups.save') }).click();
    await page.getByRole('button', { name: textIn('es', 'panel.editGroups') }).waitFor();
  });

  it('is for facilitation alone', async () => {
    const { cohort: of, links } = cohort.made;
    const { page } = await openPanel('desktop', links.participation, 'Ana Nueva', of.organisations[0]?.id);
    await page.getByRole('heading', { name: textIn('es', 'panel.onlyFacilitation') }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});

async function expectNoFault(page: Page, where: string): Promise<void> {
  expect(await faultsIn(page), where).toEqual([]);
}
