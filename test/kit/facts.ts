/**
 * What people write in the fault tests: single characters, each written once, so that every one of them can be looked
 * for afterwards: lost, duplicated, or where it should be. Knows notes and their texts, no server.
 */
import * as Y from 'yjs';
import type { Random } from './random.ts';

const FIRST = 0x4e00;
const LAST = 0x9fff;
const NOTES = ['n0', 'n1', 'n2', 'n3'];

export interface Facts {
  /** A character nobody wrote before. */
  next(): string;
  readonly written: ReadonlySet<string>;
}

export function createFacts(): Facts {
  const written = new Set<string>();
  return {
    written,
    next() {
      const code = FIRST + written.size;
      if (code > LAST) throw new Error('more was written than there are characters');
      const fact = String.fromCharCode(code);
      written.add(fact);
      return fact;
    },
  };
}

type Notes = Y.Map<Y.Map<unknown>>;
const notesOf = (doc: Y.Doc): Notes => doc.getMap('notes');

/** Lays out the notes everybody writes in. */
export function layNotes(doc: Y.Doc): void {
  doc.transact(() => {
    for (const [place, id] of NOTES.entries()) {
      const note = new Y.Map<unknown>();
      note.set('text', new Y.Text());
      note.set('pos', [place * 250, 300]);
      note.set('z', place);
      note.set('createdAt', 1_763_600_000_000);
      notesOf(doc).set(id, note);
    }
  });
}

export const textOf = (doc: Y.Doc, id: string): Y.Text => {
  const text = notesOf(doc).get(id)?.get('text');
  if (!(text instanceof Y.Text)) throw new Error(`no note ${id}`);
  return text;
};

/** Writes it somewhere in one of the notes. */
export function write(doc: Y.Doc, fact: string, random: Random): void {
  const text = textOf(doc, random.pick(NOTES));
  text.insert(random.int(text.length + 1), fact);
}

/** Deletes some character, if there is one; says which. */
export function erase(doc: Y.Doc, random: Random): string | null {
  const text = textOf(doc, random.pick(NOTES));
  if (text.length === 0) return null;
  const at = random.int(text.length);
  const fact = text.toString().charAt(at);
  text.delete(at, 1);
  return fact;
}

/** All characters of a document's notes, as often as they are there. */
export function allOf(doc: Y.Doc): string {
  let all = '';
  for (const note of notesOf(doc).values()) {
    const text = note.get('text');
    if (text instanceof Y.Text) all += text.toString();
  }
  return all;
}

/** What is missing of these, and what is there twice. */
export function faultsIn(doc: Y.Doc, expected: Iterable<string>): { lost: string[]; doubled: string[] } {
  const all = allOf(doc);
  const there = new Set(all);
  const doubled = there.size === all.length ? [] : [...there].filter((fact) => all.split(fact).length > 2);
  return { lost: [...expected].filter((fact) => !there.has(fact)), doubled };
}
