/**
 * English a click away, per viewer, on the same board; nothing Spanish of the product is left on the screen then.
 * What people wrote here is plain English without accents, so that Spanish can be told apart.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as english from '../../client/i18n/en/all.ts';
import * as door from '../../client/i18n/es/door.ts';
import * as first from '../../client/i18n/es/first.ts';
import * as later from '../../client/i18n/es/later/all.ts';
import agendaTexts from '../../shared/template/agenda-texts.es.json' with { type: 'json' };
import * as template from '../../shared/template/english.ts';
import templateTexts from '../../shared/template/texts.es.json' with { type: 'json' };
import { describeInBrowser, walkBrowser } from '../kit/browser.ts';
import { sheet } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { BoardList } from '../kit/pages/list.ts';
import { openWindow } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { boardOf, createCohort, join, type RunningApp, startRunningApp } from '../kit/running-app.ts';
import { witness } from '../kit/witness.ts';

const ORG = 'Green Roofs';

describeInBrowser('languages', () => {
  let app: RunningApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await walkBrowser();
  });
  afterAll(async () => {
    await app?.close();
  });

  it('shows every page in English to the one who wants it, and the board stays the same', async () => {
    const { cohort, links } = await createCohort(app, { name: 'Tide', organisations: [ORG] });
    const [org] = cohort.organisations;
    if (!org) throw new Error('the cohort is empty');
    const seat = await join(app, links.participation, 'Ann', org.id);
    const board = await boardOf(app, seat.token, 'iceberg', org.id);
    const seen = await witness(app, links.participation, org.id, board, 'iceberg');
    seen.write([{ text: 'People leave', pos: [900, 300] }]);
    const ann = await openWindow(browser, app.url, 'desktop');
    const luis = await openWindow(browser, app.url, 'desktop');
    const { page } = ann;
    try {
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('es-PR');
      await page.getByRole('button', { name: textIn('es', 'common.otherLanguage') }).click();
      await page.getByRole('heading', { name: textIn('en', 'pages.home.title') }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await expectNoSpanish(page, 'home');
      await page.goto('/nueva');
      await page.getByRole('button', { name: textIn('en', 'pages.create.submit') }).click();
      await expectNoSpanish(page, 'new cohort, with its complaints');
      await page.goto('/unirse#BCDFGHJKLMNPQRSTVWXYZ');
      await page.getByRole('heading', { name: textIn('en', 'pages.badLink.unknownTitle') }).waitFor();
      await expectNoSpanish(page, 'bad link');

      await page.goto(links.facilitation);
      await enter(page, 'Maribel');
      await expectNoSpanish(page, 'facilitation');
      await openFirst(page, 'group-iceberg');
      await new BoardCanvas(page, 'en').ready();
      await page.getByRole('region', { name: textIn('en', 'panels.dock.title') }).waitFor();
      await expectNoSpanish(page, 'group iceberg with dock');
      await page.getByRole('button', { name: textIn('en', 'panels.themes.title'), exact: true }).click();
      await expectNoSpanish(page, 'themes');

      await page.goto(links.participation);
      await enter(page, 'Ann', ORG);
      await expectNoSpanish(page, 'participation');
      await openFirst(page, 'iceberg');
      const canvas = await new BoardCanvas(page, 'en').ready();
      const { id } = seen.note('People leave');
      await canvas.click(id);
      await canvas.selectionBar.waitFor();
      await expectNoSpanish(page, 'iceberg with a note chosen');
      const at = await canvas.middleOf(id);
      await page.mouse.click(at.x, at.y, { button: 'right' });
      await page.getByRole('menu').first().waitFor();
      await expectNoSpanish(page, 'menu of the canvas');
      await page.keyboard.press('Escape');
      await page.keyboard.press('d');
      await expectNoSpanish(page, 'drawing tools');
      for (const key of ['pages.board.bring', 'panels.copies.title', 'panels.download.title'] as const) {
        await page
          .locator('header.bar')
          .getByRole('button', { name: textIn('en', key) })
          .click();
        await sheet(page).getByRole('heading').first().waitFor();
        await expectNoSpanish(page, key);
        await sheet(page)
          .getByRole('button', { name: textIn('en', 'common.close'), exact: true })
          .first()
          .click();
      }
      await page.getByRole('button', { name: textIn('en', 'pages.board.list'), exact: true }).click();
      const list = await new BoardList(page, 'en').ready();
      await list.card('People leave', 'results').waitFor();
      await expectNoSpanish(page, 'list');
      await list.root.getByRole('button', { name: textIn('en', 'list.note.menu', { text: 'People leave' }) }).click();
      await expectNoSpanish(page, 'menu of a note');
      await page.keyboard.press('Escape');

      await luis.page.goto(links.participation);
      await luis.page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).fill('Luis');
      await luis.page.getByLabel(textIn('es', 'pages.door.organisation'), { exact: true }).selectOption({ label: ORG });
      await luis.page.getByRole('button', { name: textIn('es', 'pages.door.enter'), exact: true }).click();
      await openFirst(luis.page, 'iceberg');
      const hisCanvas = await new BoardCanvas(luis.page).ready();
      expect(await luis.page.locator('html').getAttribute('lang')).toBe('es-PR');
      await hisCanvas.addIn('patterns', 'Escrita en español');
      await list.card('Escrita en español', 'patterns').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(ann.troubles.filter((trouble) => !trouble.includes('/api/links/open'))).toEqual([]);
    } finally {
      seen.close();
      await ann.close();
      await luis.close();
    }
  });

  it('knows Spanish when it sees it', async () => {
    const { page, close } = await openWindow(browser, app.url, 'phone');
    await page.goto('/');
    await page.getByRole('heading', { name: textIn('es', 'pages.home.title') }).waitFor();
    expect(await spanishOn(page)).toContain(textIn('es', 'pages.home.title'));
    await close();
  });
});

async function enter(page: Page, name: string, organisation?: string): Promise<void> {
  await page.getByLabel(textIn('en', 'pages.door.name'), { exact: true }).fill(name);
  await expectNoSpanish(page, 'door');
  if (organisation)
    await page
      .getByLabel(textIn('en', 'pages.door.organisation'), { exact: true })
      .selectOption({ label: organisation });
  await page.getByRole('button', { name: textIn('en', 'pages.door.enter'), exact: true }).click();
  await page.waitForURL(/\/cohorte\//);
  await page.locator('.board-card').first().waitFor();
}

async function openFirst(page: Page, kind: string): Promise<void> {
  await page
    .locator('.board-card')
    .filter({ has: page.locator(`.board-card__picture--${kind}`) })
    .first()
    .click();
}

async function expectNoSpanish(page: Page, where: string): Promise<void> {
  expect(await spanishOn(page), where).toEqual([]);
}

/** Texts of the product that are Spanish and not the same in English. */
const ENGLISH = new Set([english, template.english].flatMap(leavesOf));
const WORDS = new Set(
  [first, door, later, agendaTexts, templateTexts]
    .flatMap(leavesOf)
    .filter((text) => text.length > 3 && !ENGLISH.has(text)),
);

/** What is written on the screen, or said to screen readers, that is Spanish: by the word list, or by its letters. */
async function spanishOn(page: Page): Promise<string[]> {
  const all = await page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('noscript, script, style, [lang="es-PR"]:not(html)')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
        found.add(element.getAttribute(name)?.trim() ?? '');
      for (const part of element.childNodes)
        if (part.nodeType === Node.TEXT_NODE) found.add(part.nodeValue?.trim() ?? '');
    }
    return [...found].filter((text) => text !== '');
  });
  return all.filter((text) => WORDS.has(text) || /[áéíóúñ¿¡]/i.test(text.replace(/Témpano|Español/g, '')));
}

function leavesOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? leavesOf(value) : [],
  );
}
