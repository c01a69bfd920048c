/** What others did is told in numbers, never what I did myself, never an empty note. */
import { expect, it } from 'vitest';
import { isNews, newsOf, toldOf } from '../../../client/list/news.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { ANA, isAnas, LUIS, madeNote } from './made-note.ts';

const nothing = new Set<NoteId>();

it('counts the notes of others by layer', () => {
  const told = toldOf([madeNote('old', { author: LUIS })]);
  const now = [
    madeNote('old', { author: LUIS }),
    madeNote('a', { author: LUIS, pos: [0, 900] }),
    madeNote('b', { author: null, pos: [0, 900] }),
    madeNote('c', { author: LUIS, pos: [0, 300] }),
    madeNote('mine', { author: ANA }),
    madeNote('blank', { author: LUIS, text: ' ' }),
  ];
  expect(newsOf('iceberg', told, now, isAnas, nothing)).toEqual({
    added: [
      { area: 'results', count: 1 },
      { area: 'patterns', count: 2 },
    ],
    gone: 0,
  });
});

it('tells a blank note once something is written in it', () => {
  const told = toldOf([madeNote('a', { author: LUIS, text: '' })]);
  expect(isNews(newsOf('iceberg', told, [madeNote('a', { author: LUIS })], isAnas, nothing))).toBe(true);
});

it('tells what others deleted and not what I deleted', () => {
  const told = toldOf([madeNote('a'), madeNote('b')]);
  expect(newsOf('iceberg', told, [], isAnas, new Set(['a' as NoteId])).gone).toBe(1);
  expect(isNews(newsOf('iceberg', told, [], isAnas, new Set(['a' as NoteId, 'b' as NoteId])))).toBe(false);
});
