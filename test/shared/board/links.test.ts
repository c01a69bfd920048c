import { describe, expect, test } from 'vitest';
import { linksOf, type Writer } from '../../../shared/board/document.ts';
import { addLinks, endsOf, linkId, purgeLinks, readLinks, removeLinks } from '../../../shared/board/links.ts';
import type { Note } from '../../../shared/board/note.ts';
import { addNotes, deleteNotes, keepNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import { createUndo } from '../../../shared/board/undo.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { chainsOf } from '../../../shared/synthesis/chains.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
/** Upper left corners well inside the four layers. */
const AT = { results: 300, patterns: 900, structures: 1500, beliefs: 2100 };
const put = (w: Writer, name: string, y: number): void =>
  addNotes(w, [{ id: id(name), pos: [900, y], createdAt: 1, text: name }]);

function two(): [Writer, Writer] {
  const [a, b] = joinedBoards('iceberg', 2);
  if (!a || !b) throw new Error('two people');
  put(a, 'result', AT.results);
  put(a, 'habit', AT.patterns);
  put(a, 'structure', AT.structures);
  put(a, 'belief', AT.beliefs);
  exchange([a, b]);
  return [a, b];
}
const noteOf = (w: Writer, name: string): Note => {
  const note = noteAt(w.doc, id(name));
  if (!note) throw new Error(`no ${name}`);
  return note;
};
const link = (w: Writer, one: string, other: string): void => {
  const ends = endsOf('iceberg', noteOf(w, one), noteOf(w, other));
  if (ends) addLinks(w, [ends]);
};
const read = (w: Writer) => readLinks(w.doc, (note) => noteAt(w.doc, note) !== null);

describe('links', () => {
  test('the lower note sustains the upper one, whichever was taken first', () => {
    const [a] = two();
    expect(endsOf('iceberg', noteOf(a, 'result'), noteOf(a, 'belief'))).toEqual({ from: 'belief', to: 'result' });
    expect(endsOf('iceberg', noteOf(a, 'belief'), noteOf(a, 'result'))).toEqual({ from: 'belief', to: 'result' });
    put(a, 'other', AT.results);
    expect(endsOf('iceberg', noteOf(a, 'result'), noteOf(a, 'other'))).toBeNull();
    expect(endsOf('value', noteOf(a, 'result'), noteOf(a, 'belief'))).toBeNull();
  });

  test('two people who draw the same link at once make one', () => {
    const [a, b] = two();
    link(a, 'habit', 'result');
    link(b, 'result', 'habit');
    exchange([a, b]);
    expect(read(a)).toEqual([{ id: linkId(id('habit'), id('result')), from: 'habit', to: 'result' }]);
    expect(read(b)).toEqual(read(a));
  });

  test('a deleted note takes its links along, and brings them back when it returns', () => {
    const [a] = two();
    link(a, 'habit', 'result');
    deleteNotes(a, [id('habit')], 5);
    expect(read(a)).toEqual([]);
    keepNotes(a, [id('habit')]);
    expect(read(a)).toHaveLength(1);
  });

  test('a link whose note is gone for good is removed, the others stay', () => {
    const [a] = two();
    link(a, 'habit', 'result');
    link(a, 'belief', 'structure');
    purgeLinks(a, (note) => note !== 'habit');
    expect([...linksOf(a.doc).keys()]).toEqual(['belief>structure']);
  });

  test('what is no link is not read: other ends than its id says, one end, a note to itself', () => {
    const [a] = two();
    linksOf(a.doc).set('habit>result', { from: 'belief', to: 'result' });
    linksOf(a.doc).set('x', 'nothing');
    linksOf(a.doc).set('habit>habit', { from: 'habit', to: 'habit' });
    expect(read(a)).toEqual([]);
  });

  test('undo takes a link back, and leaves what somebody else drew', () => {
    const [a, b] = two();
    const undo = createUndo(a.doc, () => 0);
    link({ doc: a.doc, origin: undo.origin }, 'habit', 'result');
    exchange([a, b]);
    link(b, 'belief', 'structure');
    exchange([a, b]);
    expect(undo.undo()).toBe(true);
    expect(read(a).map((one) => one.id)).toEqual(['belief>structure']);
    undo.redo();
    expect(read(a)).toHaveLength(2);
    removeLinks({ doc: a.doc, origin: undo.origin }, ['belief>structure']);
    undo.undo();
    expect(read(a)).toHaveLength(2);
    undo.close();
  });
});

describe('chains', () => {
  test('a whole chain has a note in each layer; pieces and orphans are told apart', () => {
    const [a] = two();
    put(a, 'alone', AT.patterns);
    link(a, 'habit', 'result');
    link(a, 'structure', 'habit');
    expect(namesOf(a)).toMatchObject({ whole: [], partial: [['result', 'habit', 'structure']] });
    link(a, 'belief', 'structure');
    expect(namesOf(a)).toEqual({
      whole: [['result', 'habit', 'structure', 'belief']],
      partial: [],
      orphans: ['alone'],
    });
  });

  test('a link that skips a layer makes no whole chain, and one that was turned over does not count', () => {
    const [a] = two();
    link(a, 'belief', 'result');
    expect(namesOf(a)).toMatchObject({ whole: [], partial: [['result', 'belief']] });
    linksOf(a.doc).set('result>belief', { from: 'result', to: 'belief' });
    expect(namesOf(a)).toMatchObject({ partial: [['result', 'belief']] });
  });

  test('a board with more paths than anybody reads says so', () => {
    const [a] = two();
    const many = Array.from({ length: 9 }, (_, i) => i);
    for (const i of many) {
      put(a, `p${i}`, AT.patterns);
      put(a, `s${i}`, AT.structures);
    }
    for (const i of many) {
      link(a, `p${i}`, 'result');
      for (const j of many) link(a, `s${j}`, `p${i}`);
    }
    const { partial, more } = chainsOf('iceberg', readNotes(a.doc), read(a));
    expect(partial).toHaveLength(60);
    expect(more).toBe(true);
  });
});

function namesOf(w: Writer) {
  const { whole, partial, orphans } = chainsOf('iceberg', readNotes(w.doc), read(w));
  const names = (chain: readonly Note[]): string[] => chain.map((note) => note.text);
  return { whole: whole.map(names), partial: partial.map(names), orphans: names(orphans) };
}
