/** One person at one board with undo, and a clock that stands still until it is set. Knows no view. */

import type { Writer } from '../../../shared/board/document.ts';
import { addNotes, moveNotes, noteAt, noteTextAt } from '../../../shared/board/notes.ts';
import { createUndo, type UndoStack } from '../../../shared/board/undo.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

export interface Person extends Writer {
  readonly undo: UndoStack;
  /** What the clock says. */
  at: number;
}
export const id = (text: string): NoteId => text as NoteId;

/** Somebody at a board on which others have put these notes, each with its name for a text. */
export function person(...names: string[]): Person {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  addNotes(
    { doc: w.doc, origin: 'seed' },
    names.map((name, i) => ({ id: id(name), pos: [i * 300, 300 + i * 300] as const, createdAt: 1, text: name })),
  );
  const me = { doc: w.doc, origin: {}, at: 0 };
  const undo = createUndo(w.doc, () => me.at);
  return Object.assign(me, { undo, origin: undo.origin });
}

export const put = (w: Writer, x: number, ...names: string[]): void =>
  moveNotes(w, new Map(names.map((name) => [id(name), [x, x]])));
export const xOf = (w: Writer, name: string): number | undefined => noteAt(w.doc, id(name))?.pos[0];

/** Takes back all there is, and says in how many steps. */
export function stepsOf({ undo }: Person): number {
  let steps = 0;
  while (undo.undo()) steps += 1;
  return steps;
}

export function type(me: Person, name: string, words: string): void {
  const text = noteTextAt(me.doc, id(name));
  if (!text) throw new Error('a text');
  const typing = me.undo.typing(text);
  me.doc.transact(() => text.insert(text.length, words), typing.origin);
  typing.end();
}
