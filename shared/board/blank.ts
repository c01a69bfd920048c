/** Whether anything is written on a board or a page of the method, as it reads now. Pure: knows no room and no right. */
import type * as Y from 'yjs';
import { answersOf } from './answers.ts';
import { commitmentsOf } from './commitments.ts';
import { textsOf } from './document.ts';
import { readDrawings } from './drawings.ts';
import { giftsOf } from './feedback.ts';
import { readGrowth } from './growth.ts';
import { readNotes } from './notes.ts';

/** What was deleted from a board of notes does not count; an entry of a page does, whatever became of it. */
export const isBlank = (doc: Y.Doc): boolean =>
  readNotes(doc).length === 0 &&
  readDrawings(doc).length === 0 &&
  [...textsOf(doc).values()].every((text) => String(text).trim() === '') &&
  [answersOf(doc), giftsOf(doc), commitmentsOf(doc)].every((entries) => entries.size === 0) &&
  hasNoGrowth(doc);

function hasNoGrowth(doc: Y.Doc): boolean {
  const { n, evidence, baseline } = readGrowth(doc);
  return n === 0 && evidence.length === 0 && baseline === null;
}
