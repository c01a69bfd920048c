/**
 * What an organisation commits to, on its own feedback board: what, who, by when, and how far it has come. Whatever the
 * wire brought, what comes out of here is well-formed. Knows no closing: its copies are in closing.ts.
 *
 * Root `commitments`: Y.Map<EntryId, Y.Map>.
 */
import * as Y from 'yjs';
import { type EntryId, isEntryId } from '../ids.ts';
import { type Writer, write } from './document.ts';
import { entrySum, entryText, entryWords, finiteOf, isGone, markGone } from './entries.ts';
import { PROGRESS, type Progress } from './progress.ts';

export interface Commitment {
  readonly id: EntryId;
  readonly what: string;
  readonly who: string;
  readonly support: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly when: string;
  readonly createdAt: number;
  /** The call of the cohort it was made in, from 1. */
  readonly session: number;
  readonly done: Progress;
  /** How the closing has it: as it reads now, as it read before, or not. */
  readonly shown: 'no' | 'yes' | 'stale';
}

export const COMMITMENT_TEXTS = ['what', 'who', 'support'] as const;
export type CommitmentText = (typeof COMMITMENT_TEXTS)[number];

/** What the closing shows of it, and the support where some is asked for: marks made before it was shown still hold. */
const SHOWN_TEXTS = ['what', 'who'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const commitmentsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('commitments');

/** All that are there, also blank ones, as they were made. */
export function readCommitments(doc: Y.Doc): Commitment[] {
  const found: Commitment[] = [];
  for (const [id, value] of commitmentsOf(doc)) {
    const one = readCommitment(id, value);
    if (one) found.push(one);
  }
  return found.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Deleted ones that the closing was told: a copy may still be there. Their words are those they had. */
export function readDeletedShown(doc: Y.Doc): Pick<Commitment, 'id' | 'what' | 'shown'>[] {
  const found: Pick<Commitment, 'id' | 'what' | 'shown'>[] = [];
  for (const [id, value] of commitmentsOf(doc)) {
    if (!isEntryId(id) || !(value instanceof Y.Map) || !value.has('shown')) continue;
    if (isGone(value, COMMITMENT_TEXTS)) found.push({ id, what: entryWords(value, 'what'), shown: 'yes' });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readCommitment(id: string, value: unknown): Commitment | null {
  if (!isEntryId(id) || !(value instanceof Y.Map) || !entryText(value, 'what') || isGone(value, COMMITMENT_TEXTS))
    return null;
  const shown: unknown = value.get('shown');
  return {
    id,
    what: entryWords(value, 'what'),
    who: entryWords(value, 'who'),
    support: entryWords(value, 'support'),
    when: dayOf(value.get('when')),
    createdAt: finiteOf(value.get('createdAt'), 0),
    session: finiteOf(value.get('session'), 1),
    done: progressOf(value.get('done')),
    shown: typeof shown !== 'string' ? 'no' : shown === shownSum(value) ? 'yes' : 'stale',
  };
}

export const dayOf = (value: unknown): string => (typeof value === 'string' && DAY.test(value) ? value : '');
export const progressOf = (value: unknown): Progress => PROGRESS.find((one) => one === value) ?? 'open';

function shownSum(value: Y.Map<unknown>): string {
  const asks = entryWords(value, 'support').trim() !== '';
  return `${entrySum(value, asks ? COMMITMENT_TEXTS : SHOWN_TEXTS)}/${dayOf(value.get('when'))}`;
}

/** Adds a blank one to type into. Two people adding at once make two. */
export function addCommitment(
  w: Writer,
  { id, createdAt, session }: { readonly id: EntryId; readonly createdAt: number; readonly session: number },
): void {
  write(w, () => {
    const one = new Y.Map<unknown>();
    for (const key of COMMITMENT_TEXTS) one.set(key, new Y.Text());
    one.set('when', '');
    one.set('createdAt', createdAt);
    one.set('session', session);
    one.set('done', 'open');
    commitmentsOf(w.doc).set(id, one);
  });
}

/** A shared text of a commitment to type into. */
export const commitmentText = (doc: Y.Doc, id: EntryId, key: CommitmentText): Y.Text | null =>
  entryText(commitmentsOf(doc).get(id), key);

/** Sets the day, empty for none. One value: of two people who choose a day the later one wins. */
export function setWhen(w: Writer, id: EntryId, when: string): void {
  setValue(w, id, 'when', dayOf(when));
}

/** Says how far it has come. Of two people the later one wins. */
export function setProgress(w: Writer, id: EntryId, done: Progress): void {
  setValue(w, id, 'done', done);
}

/** Server only: remembers how the closing has it, or that it has it no more. What is typed afterwards makes it stale. */
export function markShown(w: Writer, id: EntryId, on: boolean): void {
  const one = commitmentsOf(w.doc).get(id);
  if (!(one instanceof Y.Map)) return;
  if (on) setValue(w, id, 'shown', shownSum(one));
  else if (one.has('shown')) write(w, () => one.delete('shown'));
}

function setValue(w: Writer, id: EntryId, key: string, value: string): void {
  const one = commitmentsOf(w.doc).get(id);
  if (one instanceof Y.Map && one.get(key) !== value) write(w, () => one.set(key, value));
}

/** Marks it as deleted. Who types in it at the same time keeps it. */
export function deleteCommitment(w: Writer, id: EntryId, at: number): void {
  const one = commitmentsOf(w.doc).get(id);
  if (one instanceof Y.Map) write(w, () => markGone(one, COMMITMENT_TEXTS, at));
}

/** Takes the mark away. */
export function keepCommitment(w: Writer, id: EntryId): void {
  const one = commitmentsOf(w.doc).get(id);
  if (one instanceof Y.Map && one.has('deleted')) write(w, () => one.delete('deleted'));
}
