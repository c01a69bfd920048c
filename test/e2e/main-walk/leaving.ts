/** Everybody leaves with the board as files, and one opens a file again. Knows not how the board came about. */
import { expect, it } from 'vitest';
import { layoutOf, readColumns } from '../../../shared/synthesis/columns.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { boardReady, closeSheet, openPanel } from '../../kit/pages/board-page.ts';
import { BoardCanvas } from '../../kit/pages/canvas.ts';
import { download, importFile, snapshotOf, wordsOf } from '../../kit/pages/downloads.ts';
import { textIn } from '../../kit/pages/words.ts';
import { Picture } from '../../kit/picture.ts';
import { expectNotesIn, expectWaterIn } from '../../kit/picture-checks.ts';
import type { Meeting } from './meeting.ts';

export function itLeavesWithFiles(w: Meeting): void {
  it('downloads a picture with the notes and the template in it', async () => {
    const { page } = w.maribel;
    await openPanel(page, 'panels.download.title');
    const { name, contents } = await download(page, 'png2');
    expect(name).toMatch(/^tempano_cohorte-marea-adentro_iceberg-grupal_grande_\d{4}-\d\d-\d\d\.png$/);
    const board = layoutOf(readColumns(w.group.doc));
    const picture = new Picture(contents, board.w);
    expect(picture.width).toBeGreaterThan(board.w);
    expect(picture.height / picture.width).toBeCloseTo(board.h / board.w, 2);
    expectNotesIn(picture, w.group.notes());
    expectWaterIn(picture, board);
  });

  it('downloads a drawing with the words of notes and template', async () => {
    const { name, contents } = await download(w.maribel.page, 'svg');
    expect(name).toMatch(/\.svg$/);
    const all = await wordsOf(w.maribel.page, contents);
    for (const note of w.group.notes()) expect(all).toContain(note.text.replace(/\s+/g, ' '));
    for (const layer of LAYER_IDS) expect(all).toContain(layerTexts(layer, 'es').title);
    expect(all).toContain('La gente se agota');
  });

  it('downloads the board as JSON, and opens it again as an equal board', async () => {
    const { page } = w.maribel;
    const file = await download(page, 'json');
    const first = snapshotOf(file);
    expect(first.notes.map((note) => note.text).sort()).toEqual(w.group.texts());
    expect(first.themes.map((theme) => theme.title)).toEqual(['La gente se agota', 'Cómo llegamos']);
    await importFile(page, file, 'newBoard');
    await closeSheet(page);
    await page.goBack();
    const heading = page.getByRole('heading', { name: textIn('es', 'pages.cohort.otherBoards') });
    await page.locator('section').filter({ has: heading }).getByRole('link').click();
    await boardReady(page);
    await new BoardCanvas(page).ready();
    await openPanel(page, 'panels.download.title');
    const second = snapshotOf(await download(page, 'json'));
    expect(second.notes).toEqual(first.notes);
    expect(second.themes).toEqual(first.themes);
    expect(second.columns).toEqual(first.columns);
  });

  it('made no trouble on any screen', () => {
    for (const window of w.windows) {
      expect(window.troubles).toEqual([]);
      expect(window.elsewhere).toEqual([]);
    }
  });
}
