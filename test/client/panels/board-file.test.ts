/** A file is judged before it is sent, and the refusal says what is wrong. */
import { expect, it } from 'vitest';
import { readBoardFile } from '../../../client/panels/board-file.ts';
import { previewOf } from '../../../client/panels/copy-preview.ts';
import { BYTES } from '../../../shared/limits.ts';

const file = (text: string, size = text.length) => ({ name: 'a.json', size, text: async () => text });
const board = {
  kind: 'tempano-board',
  version: 1,
  board: { kind: 'group-iceberg' },
  notes: [
    { id: 'n1', text: 'Una', layer: 'patterns', theme: 't', tag: 'operational' },
    { id: 'n2', text: 'Dos', x: 1000, y: 200 },
  ],
  themes: [{ id: 't', title: 'Personal', order: 1 }],
};

it('reads a board', async () => {
  expect(await readBoardFile(file(JSON.stringify(board)))).toMatchObject({ ok: true, name: 'a.json', notes: 2 });
});

it.each([
  ['{', 'not-json'],
  ['[]', 'not-a-board'],
  [JSON.stringify({ ...board, version: 99 }), 'newer-version'],
  [JSON.stringify({ ...board, notes: [{ id: 'n', text: 3 }] }), 'invalid'],
  [`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 'too-deep'],
])('refuses %s', async (text, why) => {
  expect(await readBoardFile(file(text))).toMatchObject({ ok: false, why });
});

it('says where a board is wrong', async () => {
  const text = JSON.stringify({ ...board, notes: [{ id: 'n', text: 3 }] });
  expect(await readBoardFile(file(text))).toMatchObject({ at: 'notes.0.text' });
});

it('does not read what is too large', async () => {
  const huge = { name: 'a', size: BYTES.importBody + 1, text: () => Promise.reject(new Error('was read')) };
  expect(await readBoardFile(huge)).toMatchObject({ ok: false, why: 'too-large' });
});

it('previews a copy by layer, with the names of its themes', () => {
  const preview = previewOf(board);
  if (!preview || !('areas' in preview)) throw new Error('no board of notes');
  expect(preview.areas.map(({ area, notes }) => [area, notes.map((note) => [note.text, note.theme])])).toEqual([
    ['results', [['Dos', '']]],
    ['patterns', [['Una', 'Personal']]],
    ['structures', []],
    ['beliefs', []],
  ]);
  expect(previewOf({ kind: 'other' })).toBeNull();
});
