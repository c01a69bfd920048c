/** The sheet of what leaves and enters a board as a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { TextKey } from '../../../client/i18n/words.ts';
import { type BoardSnapshot, parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { sheet } from './board-page.ts';
import { textIn } from './words.ts';

export interface Downloaded {
  readonly name: string;
  readonly contents: Buffer;
}

/** Presses one of the kinds of file in the open sheet and reads what came. */
export async function download(page: Page, kind: 'png1' | 'png2' | 'svg' | 'json'): Promise<Downloaded> {
  const key: TextKey = `panels.download.${kind}`;
  const coming = page.waitForEvent('download', { timeout: 30_000 });
  await sheet(page)
    .getByRole('button')
    .filter({ has: page.getByText(textIn('es', key), { exact: true }) })
    .click();
  const file = await coming;
  return { name: file.suggestedFilename(), contents: await readFile(await file.path()) };
}

/** Opens a board file: as a new board, or in the place of this one. */
export async function importFile(page: Page, file: Downloaded, as: 'newBoard' | 'inPlace'): Promise<void> {
  await sheet(page)
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: file.contents });
  await sheet(page)
    .getByRole('button', { name: textIn('es', `panels.download.${as}`), exact: true })
    .click();
  await sheet(page).getByText(textIn('es', 'panels.download.imported')).waitFor();
}

/** A board file, read as the product reads it. */
export function snapshotOf({ contents }: Downloaded): BoardSnapshot {
  const parsed = parseSnapshot(JSON.parse(contents.toString('utf8')));
  if (!parsed.ok) throw new Error(`${parsed.why} at ${parsed.at}`);
  return parsed.snapshot;
}

/** All words drawn in an SVG, line after line. */
export async function wordsOf(page: Page, svg: Buffer): Promise<string> {
  const lines = await page.evaluate((source) => {
    const drawn = new DOMParser().parseFromString(source, 'image/svg+xml');
    return [...drawn.querySelectorAll('text')].flatMap((text) => [...text.childNodes].map((part) => part.textContent));
  }, svg.toString('utf8'));
  return lines.join(' ').replace(/\s+/g, ' ');
}
