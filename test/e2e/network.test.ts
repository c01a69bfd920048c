/** Everything comes from the server itself, under its strict policy: a walk through every kind of page while nothing else can be reached. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { closeSheet, openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { bring } from '../kit/pages/bring-sheet.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { openBoard } from '../kit/pages/cohort-page.ts';
import { goBackTo, saveCopy } from '../kit/pages/copies.ts';
import { bringFromDock } from '../kit/pages/dock.ts';
import { download } from '../kit/pages/downloads.ts';
import { createCohort } from '../kit/pages/home.ts';
import { BoardList } from '../kit/pages/list.ts';
import { showSide } from '../kit/pages/themes.ts';
import { denyElsewhere } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('a network that denies everything else', () => {
  const walk = beginWalk('network', 'with worker');

  it('is enough for a whole session', async () => {
    const window = await walk.window();
    const { page } = window;
    await denyElsewhere(window, walk.app.url);
    await createCohort(page, {
      name: 'Cohorte sin red',
      yourName: 'Maribel',
      date: '2026-11-20',
      time: '09:00',
      organisations: CASA,
    });
    await page.goto('/');
    await page.getByRole('button', { name: textIn('es', 'pages.home.rehearse') }).click();
    await openBoard(page, 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await bringFromDock(page, 'Techos de Yagrumo');
    await sheet(page).getByRole('checkbox').first().waitFor();
    const count = await sheet(page).getByRole('checkbox', { checked: true }).count();
    await bring(page, count);
    await closeSheet(page);
    await expect.poll(() => canvas.notes.count()).toBe(count);
    await canvas.addIn('patterns', 'Con 🌊 y ñandú');
    await page.keyboard.press('d');
    await canvas.drag(await canvas.screenOf([900, 900]), await canvas.screenOf([1300, 1000]));
    await page.keyboard.press('t');
    const at = await canvas.screenOf([1500, 500]);
    await page.mouse.click(at.x, at.y);
    await page.keyboard.type('Texto libre');
    await page.keyboard.press('Escape');
    await page.keyboard.press('v');
    await showSide(page, 'themes');
    await openPanel(page, 'panels.download.title');
    for (const kind of ['png1', 'svg', 'json'] as const) await download(page, kind);
    await closeSheet(page);
    await openPanel(page, 'panels.copies.title');
    await saveCopy(page, 'Antes de la pausa');
    await goBackTo(page, 'Antes de la pausa');
    await closeSheet(page);
    await showView(page, 'list');
    await new BoardList(page).ready();
    await page.getByRole('button', { name: textIn('es', 'common.otherLanguage') }).click();
    await new BoardList(page, 'en').ready();
    await showView(page, 'canvas', 'en');
    await new BoardCanvas(page, 'en').ready();
    expect(window.elsewhere).toEqual([]);
    expect(window.troubles).toEqual([]);
  });

  it('is enough on a phone', async () => {
    const window = await walk.window('phone');
    const { page } = window;
    await denyElsewhere(window, walk.app.url);
    await page.goto('/');
    await page.getByRole('button', { name: textIn('es', 'pages.home.rehearse') }).click();
    await openBoard(page, 'group-iceberg');
    await showView(page, 'canvas');
    await new BoardCanvas(page).ready();
    await openPanel(page, 'panels.dock.title');
    await closeSheet(page);
    expect(window.elsewhere).toEqual([]);
    expect(window.troubles).toEqual([]);
  });

  it('would be noticed to be missing something', async () => {
    const window = await walk.window();
    await denyElsewhere(window, walk.app.url);
    const answer = await window.page.goto('/');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-/);
    await window.page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined));
    await window.page.evaluate(() =>
      document.body.append(Object.assign(new Image(), { src: 'http://elsewhere.example/a' })),
    );
    await expect.poll(() => window.troubles.join('\n')).toMatch(/policy: connect-src[\s\S]*policy: img-src/);
  });
});
