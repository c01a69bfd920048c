/** What of a board cannot be shown is counted, once each, and nothing that can be. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { drawingsOf, notesOf, themesOf, type Writer } from '../../../shared/board/document.ts';
import { LONGEST_TEXT } from '../../../shared/board/note.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import { countUnreadable } from '../../../shared/board/unreadable.ts';
import { newNoteId, newThemeId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

function board(): Writer {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  const note = newNoteId();
  addNotes(w, [{ id: note, pos: [700, 200], createdAt: 1, text: 'x'.repeat(LONGEST_TEXT) }]);
  addTheme(w, { id: newThemeId(), title: 'Uno', createdAt: 1 }, [note]);
  drawingsOf(w.doc).set('shape:pen', { type: 'draw' });
  return w;
}
const noteWith = (text: unknown): Y.Map<unknown> => new Y.Map([['text', text]]);

it('is nothing on a board as this version writes it', () => {
  expect(countUnreadable(board().doc)).toBe(0);
});

it.each<[string, (doc: Y.Doc) => unknown]>([
  ['a note that is a word', (doc) => notesOf(doc).set('n', 'nota')],
  ['a note without a text', (doc) => notesOf(doc).set('n', noteWith('nota'))],
  ['a note longer than any', (doc) => notesOf(doc).set('n', noteWith(new Y.Text('x'.repeat(LONGEST_TEXT + 1))))],
  ['a note whose id is none', (doc) => notesOf(doc).set('no id', noteWith(new Y.Text('nota')))],
  ['a theme that is a word', (doc) => themesOf(doc).set('t', 'tema')],
  ['a theme whose id is none', (doc) => themesOf(doc).set('no id', new Y.Map())],
  ['a drawing that is a word', (doc) => drawingsOf(doc).set('shape:x', 'pen')],
  ['a drawing whose id is none', (doc) => drawingsOf(doc).set('no id', { type: 'draw' })],
])('counts %s', (_, spoil) => {
  const { doc } = board();
  spoil(doc);
  expect(countUnreadable(doc)).toBe(1);
  notesOf(doc).set('another one', 7);
  expect(countUnreadable(doc)).toBe(2);
});
