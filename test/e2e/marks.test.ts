/** What a note wears over its edge leaves its words free. */
import { expect, it } from 'vitest';
import { addNotes } from '../../shared/board/notes.ts';
import { newNoteId } from '../../shared/ids.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

const WORDS = [
  'Última reunión ágil',
  'Más familias piden ayuda con techos después de cada tormenta y no damos abasto '.repeat(3),
];

describeInBrowser('the marks of a note', () => {
  const walk = beginWalk('marks');

  it.each(WORDS)('cover none of its words (%#)', async (text) => {
    const casa = await walk.witness('iceberg');
    const id = newNoteId();
    const brought = { as: newNoteId(), attribution: 'organisation', sum: 'x' } as const;
    addNotes({ doc: casa.doc, origin: null }, [
      { id, text, pos: [900, 450], star: true, brought, createdAt: Date.now() },
    ]);
    const { page } = await walk.person('Ana Colón', CASA, 'iceberg');
    const canvas = await new BoardCanvas(page).ready();
    const note = canvas.note(id);
    const marks = note.locator('.sticky-brought, .sticky-paper circle');
    await expect.poll(() => marks.count()).toBe(2);
    const words = await note.locator('.sticky-paper text').first().boundingBox();
    for (const mark of await marks.all()) {
      const box = await mark.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(words?.y ?? 0);
    }
  });
});
