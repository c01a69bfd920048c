/** What goes to the group iceberg: private notes never, ticks that no longer count, one signature a person. */
import { expect, it } from 'vitest';
import {
  bringBatches,
  bringCount,
  bringLayers,
  firstTicks,
  stillTicked,
  ticksNow,
  wasBrought,
} from '../../../client/panels/bring.ts';
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

it('proposes all that may go, and then what a hand says counts', () => {
  expect(firstTicks(layers)).toEqual(ids('a', 'b'));
  const byHand = new Map([
    ['a' as NoteId, false],
    ['secret' as NoteId, true],
  ]);
  expect([...ticksNow(firstTicks(layers), byHand)]).toEqual(ids('b', 'secret'));
  expect(stillTicked(layers, ticksNow(ids('b', 'secret', 'there'), new Map()))).toEqual(ids('b'));
});

it('sees on the notes whether any was brought, also one that is private by now or has no words', () => {
  expect(wasBrought(board)).toBe(true);
  expect(wasBrought(board.filter((note) => note.brought === null))).toBe(false);
  expect(wasBrought([brought(madeNote('shut', { private: true })), madeNote('a')])).toBe(true);
  expect(wasBrought([brought(madeNote('emptied', { text: '' })), madeNote('a')])).toBe(true);
});

it('counts what is ticked of what is not there yet', () => {
  expect(bringCount(layers, new Set(firstTicks(layers)))).toEqual({ going: 2, left: 4, there: 2 });
  expect(bringCount(layers, new Set(ids('secret', 'hers', 'there')))).toEqual({ going: 0, left: 4, there: 2 });
});

it('keeps what is on the group iceberg to be taken back, also when it is private by now or has no words', () => {
  const notes = [brought(madeNote('shut', { private: true }), 'antes'), brought(madeNote('emptied', { text: ' ' }))];
  const rows = bringLayers(notes, isAnas).flatMap((layer) => layer.rows);
  expect(rows.map(({ note, state }) => [note.id, state]).sort()).toEqual([
    ['emptied', 'brought'],
    ['shut', 'brought'],
  ]);
  // What is private by now must not follow into the group.
  expect(rows.find(({ note }) => note.private)?.isStale).toBe(false);
});

it('forgets the tick of a note that became private meanwhile', () => {
  const ticks = new Set(firstTicks(layers));
  const later = bringLayers([madeNote('a', { private: true }), madeNote('b', { pos: [800, 900] })], isAnas);
  expect(stillTicked(later, ticks)).toEqual(ids('b'));
});

it('signs with a name for the own notes only', () => {
  const ticks = new Set(firstTicks(layers));
  expect(bringBatches(layers, ticks, 'name', isAnas)).toEqual([
    { attribution: 'name', notes: ids('a') },
    { attribution: 'organisation', notes: ids('b') },
  ]);
  expect(bringBatches(layers, ticks, 'anonymous', isAnas)).toEqual([
    { attribution: 'anonymous', notes: ids('a', 'b') },
  ]);
  expect(bringBatches(layers, new Set(), 'organisation', isAnas)).toEqual([]);
});
