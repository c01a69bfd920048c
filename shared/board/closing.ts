/**
 * The closing: a word of each person, and the commitments the organisations read aloud. Whatever the wire brought, what
 * comes out of here is well-formed. Knows no phase and no right.
 *
 * Roots: `words`: Y.Map<'<session>:<PersonId>', Y.Map>, so that each call has a wall of its own · `commitments`:
 * Y.Map<'<board>:<EntryId>', plain JSON>, copies the server writes at the wish of an organisation.
 */
import * as Y from 'yjs';
import {
  type BoardId,
  type EntryId,
  isBoardId,
  isEntryId,
  isOrgId,
  isPersonId,
  type OrgId,
  type PersonId,
} from '../ids.ts';
import { type Commitment, dayOf, progressOf } from './commitments.ts';
import { type Writer, write } from './document.ts';
import { entryText, entryWords, finiteOf, orNull } from './entries.ts';
import type { Progress } from './progress.ts';

export interface Word {
  readonly person: PersonId;
  readonly organisation: OrgId | null;
  readonly text: string;
}

/** A commitment as its organisation last told it. */
export interface ToldCommitment {
  readonly board: BoardId;
  readonly id: EntryId;
  readonly organisation: OrgId;
  readonly what: string;
  readonly who: string;
  /** What support it asks for, or empty. */
  readonly support: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly when: string;
  readonly session: number;
  readonly done: Progress;
}

export const wordsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('words');
export const toldOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('commitments');

const wordKey = (session: number, person: PersonId): string => `${session}:${person}`;

/** The words of one call that say something, in an order that does not change while people write. */
export function readWords(doc: Y.Doc, session: number): Word[] {
  const words: Word[] = [];
  for (const [key, value] of wordsOf(doc)) {
    const person = key.slice(key.indexOf(':') + 1);
    const text = entryWords(value, 'text').trim();
    if (!isPersonId(person) || key !== wordKey(session, person) || text === '' || !(value instanceof Y.Map)) continue;
    words.push({ person, organisation: orNull(value.get('organisation'), isOrgId), text });
  }
  return words.sort((a, b) => (a.person < b.person ? -1 : 1));
}

/** The shared text of somebody's word, or null before its first letter. */
export const wordText = (doc: Y.Doc, session: number, person: PersonId): Y.Text | null =>
  entryText(wordsOf(doc).get(wordKey(session, person)), 'text');

export interface WordDraft {
  readonly session: number;
  readonly person: PersonId;
  readonly organisation: OrgId | null;
  readonly text: string;
}

/** Puts a first word there. One person with two devices that begin at once: the later one stays, whole. */
export function addWord(w: Writer, { session, person, organisation, text }: WordDraft): void {
  write(w, () => {
    const word = new Y.Map<unknown>();
    word.set('text', new Y.Text(text));
    if (organisation !== null) word.set('organisation', organisation);
    wordsOf(w.doc).set(wordKey(session, person), word);
  });
}

/** All that were told, earliest call first, then by organisation; each list in the order of its ids. */
export function readTold(doc: Y.Doc): ToldCommitment[] {
  const told: ToldCommitment[] = [];
  for (const [key, value] of toldOf(doc)) {
    const one = readOne(key, value);
    if (one) told.push(one);
  }
  return told.sort((a, b) => a.session - b.session || order(a.organisation, b.organisation) || order(a.id, b.id));
}
const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function readOne(key: string, value: unknown): ToldCommitment | null {
  const [board, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (!isBoardId(board) || !isEntryId(id) || !isRecord(value)) return null;
  const { organisation, what, who, support, when, session, done } = value;
  if (!isOrgId(organisation) || typeof what !== 'string' || typeof who !== 'string') return null;
  return {
    board,
    id,
    organisation,
    what,
    who,
    support: typeof support === 'string' ? support : '',
    when: dayOf(when),
    session: finiteOf(session, 1),
    done: progressOf(done),
  };
}

/** Server only: the copy of a commitment as it reads now. Telling it again is the same copy. */
export function tellCommitment(w: Writer, board: BoardId, organisation: OrgId, one: Commitment): void {
  const { id, what, who, support, when, session, done } = one;
  const copy = { organisation, what: what.trim(), who: who.trim(), support: support.trim(), when, session, done };
  write(w, () => toldOf(w.doc).set(`${board}:${id}`, copy));
}

/** Server only: takes copies away; those that are not there are none. */
export function untellCommitments(w: Writer, board: BoardId, ids: readonly EntryId[]): void {
  write(w, () => {
    for (const id of ids) toldOf(w.doc).delete(`${board}:${id}`);
  });
}

/** Server only: how far a told commitment has come; one that was not told stays untold. */
export function tellProgress(w: Writer, board: BoardId, id: EntryId, done: Progress): void {
  const key = `${board}:${id}`;
  const copy = toldOf(w.doc).get(key);
  if (isRecord(copy)) write(w, () => toldOf(w.doc).set(key, { ...copy, done }));
}

const isRecord = (x: unknown): x is Record<string, unknown> =>
  typeof x === 'object' && x !== null && !Array.isArray(x) && !(x instanceof Y.AbstractType);
