/** *Informe de mi organización* on a phone: from the page of the cohort to a file, and from that to letter paper. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { conduct } from '../kit/pages/call.ts';
import { enter } from '../kit/pages/door.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const PHONE_WIDTH = 390;
const NOTES = 40;

describeInBrowser('the report of an organisation', () => {
  const walk = beginWalk('own-report');

  async function downloaded(page: Page, name: string): Promise<{ name: string; html: string }> {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const file = await coming;
    return { name: file.suggestedFilename(), html: await readFile(await file.path(), 'utf8') };
  }

  it('comes as one page in Spanish, and is printed as selectable text on letter paper', async () => {
    const texts = Array.from({ length: NOTES }, (_, i) => `Reunión número ${i}: faltó la mañana y nadie lo señaló`);
    (await walk.witness('iceberg')).write(texts.map((text, i) => ({ pos: [700 + (i % 5) * 220, 277], text })));
    const window = await walk.window('phone');
    const { page } = window;
    await enter(page, walk.linkOf(CASA), 'Ana', CASA);
    await page.getByRole('heading', { name: textIn('es', 'pages.cohort.report') }).waitFor();
    const { name, html } = await downloaded(page, textIn('es', 'pages.cohort.reportGet'));
    await page.getByText(textIn('es', 'pages.cohort.reportGot')).waitFor();
    expect(name).toBe('tempano_cohorte-de-prueba_casa-anasco_2026-11-20.html');

    const report = await window.context.newPage();
    await report.setContent(html);
    await report.getByRole('heading', { level: 1, name: CASA }).waitFor();
    await report.getByRole('heading', { level: 2, name: 'Nuestro iceberg' }).waitFor();
    expect(await report.evaluate(() => document.documentElement.lang)).toBe('es-PR');
    expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE_WIDTH);
    const hint = report.getByText('Guardar como PDF');
    expect(await hint.isVisible()).toBe(true);

    expect(await faultsIn(report)).toEqual([]);

    const pdf = await report.pdf({ preferCSSPageSize: true, tagged: true });
    const source = pdf.toString('latin1');
    expect(/\/MediaBox\s*\[\s*0 0 612 792\s*\]/.test(source)).toBe(true);
    expect(source.includes('/StructTreeRoot')).toBe(true);
    expect(source.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(2);
    // Where a reader of PDFs is at hand it says what can be selected; the words are those of the page in any case.
    const reader = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' });
    const printed = reader.status === 0 ? reader.stdout : await report.locator('body').innerText();
    const words = printed.replace(/\s+/g, ' ');
    for (const text of texts) expect(words).toContain(text);
    expect(words).toContain('Cómo se hizo');

    await report.emulateMedia({ media: 'print' });
    expect(await hint.isVisible()).toBe(false);
    const cut = await report.evaluate(
      () => [...document.querySelectorAll('li')].filter((one) => getComputedStyle(one).breakInside !== 'avoid').length,
    );
    expect(cut).toBe(0);
    expect([window.troubles, window.elsewhere]).toEqual([[], []]);
    await keepPictures('own-report', walk.windows);
  });

  it('is there after the end too, on the page of the cohort and in the closing', async () => {
    const { token } = await walk.seat('facilitator', 'Marisol');
    await conduct(walk.app, token, walk.cohort.cohort.id, { do: 'start' });
    await conduct(walk.app, token, walk.cohort.cohort.id, { do: 'close' });
    const { page } = await walk.window('phone');
    await enter(page, walk.linkOf(CASA), 'Ana', CASA);
    const one = await downloaded(page, textIn('es', 'pages.cohort.reportGet'));
    await page.goto(`${walk.app.url}/tablero/${await walk.board('closing')}`);
    const other = await downloaded(page, textIn('es', 'peers.closing.files.organisation'));
    expect([one.name, other.name]).toEqual([one.name, one.name]);
    expect(other.html).toContain(`<h1>${CASA}</h1>`);
    await keepPictures('own-report-closed', walk.windows);
  });
});
