/** Links that may be made and read: between two notes that are there, once each, and not without end. */
import { expect, it } from 'vitest';
import { linksOf, type Writer } from '../../../shared/board/document.ts';
import {
  addLinks,
  endsOf,
  linkId,
  MOST_LINKS,
  purgeLinks,
  readLinks,
  removeLinks,
} from '../../../shared/board/links.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
/** A board with notes, and how often its links were written. */
function board(...names: string[]): { w: Writer; written: () => number } {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  addNotes(
    w,
    names.map((name, i) => ({ id: id(name), pos: [900, 300], createdAt: i, text: name })),
  );
  let count = 0;
  linksOf(w.doc).observe(() => {
    count += 1;
  });
  return { w, written: () => count };
}
const pair = (from: string, to: string) => ({ from: id(from), to: id(to) });
const everyNote = (): boolean => true;

it('are made of those pairs that can be one, and written once', () => {
  const { w, written } = board('a', 'b', 'c');
  addLinks(w, [pair('a', 'a'), pair('a', 'gone'), pair('gone', 'a'), pair('c', 'a'), pair('a', 'b')]);
  expect(readLinks(w.doc, everyNote).map((link) => link.id)).toEqual(['a>b', 'c>a']);
  addLinks(w, [pair('c', 'a')]);
  addLinks(w, [pair('b', 'b'), pair('b', 'gone'), pair('gone', 'b')]);
  addLinks(w, []);
  expect(written()).toBe(1);
});

it('are taken away where they are, and nothing is written where there are none', () => {
  const { w, written } = board('a', 'b');
  addLinks(w, [pair('a', 'b')]);
  removeLinks(w, ['b>a', 'unknown']);
  removeLinks(w, []);
  expect([written(), linksOf(w.doc).size]).toEqual([1, 1]);
  removeLinks(w, ['unknown', 'a>b']);
  expect([written(), linksOf(w.doc).size]).toEqual([2, 0]);
});

it('are as many as a board may have, and not one more', () => {
  const names = Array.from({ length: 64 }, (_, i) => `n${i}`);
  const { w } = board(...names);
  const all = names.flatMap((from) => names.filter((to) => to !== from).map((to) => pair(from, to)));
  addLinks(w, all.slice(0, MOST_LINKS + 1));
  expect(linksOf(w.doc).size).toBe(0);
  addLinks(w, all.slice(0, MOST_LINKS - 1));
  addLinks(w, all.slice(MOST_LINKS - 1, MOST_LINKS + 1));
  expect(linksOf(w.doc).size).toBe(MOST_LINKS - 1);
  addLinks(w, all.slice(MOST_LINKS - 1, MOST_LINKS));
  addLinks(w, all.slice(MOST_LINKS, MOST_LINKS + 1));
  expect(readLinks(w.doc, everyNote)).toHaveLength(MOST_LINKS);
  const { from, to } = all[MOST_LINKS] ?? pair('', '');
  linksOf(w.doc).set(linkId(from, to), { from, to });
  expect(readLinks(w.doc, everyNote)).toHaveLength(MOST_LINKS);
});

it('are read where they say what their id says, and the rest goes with what is gone', () => {
  const { w } = board('a', 'b');
  addLinks(w, [pair('a', 'b')]);
  const links = linksOf(w.doc);
  for (const [key, value] of Object.entries({
    word: 'a>b',
    nothing: null,
    'b>': { from: 'b' },
    '>b': { to: 'b' },
    'a>a': pair('a', 'a'),
    'b>a': pair('a', 'b'),
    'no id>a': pair('no id', 'a'),
    'a>no id': pair('a', 'no id'),
    '7>a': { from: 7, to: 'a' },
  }))
    links.set(key, value);
  expect(readLinks(w.doc, everyNote)).toEqual([{ id: 'a>b', ...pair('a', 'b') }]);
  purgeLinks(w, (note) => note === 'a' || note === 'b');
  expect([...links.keys()]).toEqual(['a>b']);
  purgeLinks(w, (note) => note === 'a');
  expect(links.size).toBe(0);
});

it('run between two layers, and nowhere on a board that has layers and zones apart', () => {
  const at = (name: string, y: number) => ({ id: id(name), pos: [900, y] as const });
  expect(endsOf('iceberg', at('a', 300), at('b', 300))).toBeNull();
  expect(endsOf('practice', at('a', 300), at('b', 900))).toBeNull();
});
