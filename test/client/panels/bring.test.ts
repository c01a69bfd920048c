/** What goes to the group iceberg: private notes never, ticks that no longer count, one signature a person. */
import { expect, it } from 'vitest';
import { bringBatches, bringCount, bringLayers, firstTicks, stillTicked } from '../../../client/panels/bring.ts';
import type { Note } from '../../../shared/board/note.ts';
import { textSum } from '../../../shared/board/text-sum.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { isAnas, LUIS, madeNote } from '../list/made-note.ts';

const brought = (note: Note, text = note.text): Note => ({
  ...note,
  brought: { as: `g:${note.id}` as NoteId, attribution: 'organisation', sum: textSum(text) },
});
const ids = (...names: string[]): NoteId[] => names.map((name) => name as NoteId);

const board = [
  madeNote('a'),
  madeNote('b', { author: LUIS, pos: [800, 900] }),
  madeNote('secret', { private: true }),
  madeNote('hers', { private: true, author: LUIS }),
  brought(madeNote('there')),
  brought(madeNote('changed'), 'antes'),
  madeNote('blank', { text: '  ' }),
];
const layers = bringLayers(board, isAnas);

it('lists notes with words by layer, and says what may be done with each', () => {
  expect(layers.map(({ layer, rows }) => [layer, rows.length])).toEqual([
    ['results', 5],
    ['patterns', 1],
  ]);
  const rows = new Map(layers.flatMap((layer) => layer.rows).map((row) => [row.note.id, row]));
  expect(rows.get('secret' as NoteId)).toMatchObject({ state: 'private', mayOpen: true });
  expect(rows.get('hers' as NoteId)).toMatchObject({ state: 'private', mayOpen: false });
  expect(rows.get('there' as NoteId)).toMatchObject({ state: 'brought', isStale: false });
  expect(rows.get('changed' as NoteId)).toMatchObject({ state: 'brought', isStale: true });
});

it('ticks all that may go, or of the chosen ones those that may', () => {
  expect([...firstTicks(layers, [])]).toEqual(ids('a', 'b'));
  expect([...firstTicks(layers, ids('b', 'secret', 'there'))]).toEqual(ids('b'));
});

it('counts what the group iceberg will hold of this board', () => {
  expect(bringCount(layers, firstTicks(layers, []))).toEqual({ going: 4, total: 6 });
  expect(bringCount(layers, new Set(ids('secret', 'hers')))).toEqual({ going: 2, total: 6 });
});

it('forgets the tick of a note that became private meanwhile', () => {
  const ticks = firstTicks(layers, []);
  const later = bringLayers([madeNote('a', { private: true }), madeNote('b', { pos: [800, 900] })], isAnas);
  expect(stillTicked(later, ticks)).toEqual(ids('b'));
});

it('signs with a name for the own notes only', () => {
  const ticks = firstTicks(layers, []);
  expect(bringBatches(layers, ticks, 'name', isAnas)).toEqual([
    { attribution: 'name', notes: ids('a') },
    { attribution: 'organisation', notes: ids('b') },
  ]);
  expect(bringBatches(layers, ticks, 'anonymous', isAnas)).toEqual([
    { attribution: 'anonymous', notes: ids('a', 'b') },
  ]);
  expect(bringBatches(layers, new Set(), 'organisation', isAnas)).toEqual([]);
});
