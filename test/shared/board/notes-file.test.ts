/** What comes out of the clipboard is somebody's text unless it is notes, every one of them. */
import { expect, it } from 'vitest';
import { NOTES_KIND, parseNotesFile } from '../../../shared/board/notes-file.ts';
import { COUNT, TEXT } from '../../../shared/limits.ts';

const note = {
  text: 'Falta agua',
  operational: true,
  programmatic: false,
  star: true,
  private: true,
  offset: [0, 220],
};
const file = (notes: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ kind: NOTES_KIND, board: 'b', notes, ...more });

it('reads what was copied', () => {
  expect(parseNotesFile(file([note, { ...note, text: '' }]))).toEqual({
    kind: NOTES_KIND,
    board: 'b',
    notes: [note, { ...note, text: '' }],
  });
});

it('reads notes of a version that did not say where they were from, as nobody’s own', () => {
  const { private: _, ...shared } = note;
  expect(parseNotesFile(JSON.stringify({ kind: NOTES_KIND, notes: [shared] }))).toEqual({
    kind: NOTES_KIND,
    board: '',
    notes: [{ ...shared, private: false }],
  });
});

it.each([
  ['plain words', 'Falta agua'],
  ['a list', `[${file([note])}]`],
  ['words that begin with a brace', '{Falta} agua'],
  ['half of what was copied', file([note]).slice(0, -3)],
  ['other JSON', '{"kind":"something-else","notes":[]}'],
  ['a note without a place', file([{ ...note, offset: [0] }])],
  ['a place that is nowhere', file([note]).replace('220', '1e999')],
  ['a flag that is a word', file([note, { ...note, star: 'yes' }])],
  ['a note longer than any', file([{ ...note, text: 'x'.repeat(TEXT.importedNote + 1) }])],
  ['more notes than a board holds', file(Array.from({ length: COUNT.notesPerBoard + 1 }, () => note))],
])('leaves %s as text', (_, text) => {
  expect(parseNotesFile(text)).toBeNull();
});

it('takes as many notes and as long ones as there may be', () => {
  const notes = Array.from({ length: COUNT.notesPerBoard }, () => note);
  expect(parseNotesFile(file(notes))?.notes).toHaveLength(COUNT.notesPerBoard);
  expect(parseNotesFile(file([{ ...note, text: 'x'.repeat(TEXT.importedNote) }]))?.notes).toHaveLength(1);
});
