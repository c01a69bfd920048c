/** For whom a window writes: kept over a reload, oneself again when the other leaves the table. */
import { afterEach, expect, it } from 'vitest';
import { addNote, setPrivate } from '../../../client/board/actions.ts';
import { signatureOf } from '../../../client/board/lines.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { isWrittenHere, keepWritesFor } from '../../../client/board/table.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { Cohort, Person } from '../../../shared/cohort/document.ts';
import { type NoteId, newPersonId, type PersonId } from '../../../shared/ids.ts';
import { joinedSessions } from '../../kit/session.ts';

let session: BoardSession | undefined;
afterEach(() => session?.close());

function atTable() {
  session = joinedSessions('iceberg', 1)[0];
  if (!session) throw new Error('one session');
  const { me, cohortId } = session;
  const rosa: Person = { id: newPersonId(), name: 'Rosa Vega', role: 'participant', organisation: null, host: me.id };
  const alone = session.cohort.get();
  const withRosa: Cohort = { ...alone, people: [...alone.people, rosa] };
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const open = (known: Cohort) => {
    const cohort = writable(known);
    return { cohort, ...keepWritesFor({ me, cohortId, cohort }, storage) };
  };
  const onlyMe: Cohort = { ...alone, people: alone.people.filter(({ id }) => id === me.id) };
  return { session, me, rosa, alone, withRosa, onlyMe, kept, open };
}

it('keeps the choice for the next page, and forgets it with oneself', () => {
  const { me, rosa, withRosa, onlyMe, kept, open } = atTable();
  const first = open(withRosa);
  expect(first.store.get()).toBe(me.id);
  first.store.set(rosa.id);
  first.stop();
  // The page comes back before the cohort's document does.
  const second = open(onlyMe);
  expect(second.store.get()).toBe(rosa.id);
  second.cohort.set(withRosa);
  expect(second.store.get()).toBe(rosa.id);
  second.store.set(me.id);
  expect(kept.size).toBe(0);
  second.stop();
});

it('is oneself again when the person leaves the table, or comes with a device of their own', () => {
  const { me, rosa, alone, withRosa, open } = atTable();
  const one = open(withRosa);
  one.store.set(rosa.id);
  one.cohort.set(withRosa);
  one.cohort.set(alone);
  expect(one.store.get()).toBe(me.id);
  one.cohort.set(withRosa);
  one.store.set(rosa.id);
  one.cohort.set({ ...alone, people: [...alone.people, { ...rosa, host: null }] });
  expect(one.store.get()).toBe(me.id);
  one.stop();
});

it('writes for somebody who was seated a moment ago, before the cohort says so', () => {
  const { rosa, alone, withRosa, open } = atTable();
  const one = open(alone);
  one.store.set(rosa.id);
  one.cohort.set({ ...alone });
  expect(one.store.get()).toBe(rosa.id);
  one.cohort.set(withRosa);
  one.cohort.set(alone);
  expect(one.store.get()).not.toBe(rosa.id);
  one.stop();
});

it('forgets at once who is no longer there after a reload', () => {
  const { me, rosa, alone, withRosa, open } = atTable();
  const one = open(withRosa);
  one.store.set(rosa.id);
  one.stop();
  const two = open(alone);
  expect(two.store.get()).toBe(me.id);
  two.stop();
});

it('signs notes for the person chosen, and lets this device open what it kept private', () => {
  const { session: board, rosa, withRosa } = atTable();
  Object.assign(board, { cohort: writable(withRosa) });
  board.writesFor.set(rosa.id);
  const note = addNote(board, 'results', { text: 'De Rosa' });
  const read = (id: NoteId | null) => {
    const found = id && noteAt(board.doc, id);
    if (!found) throw new Error('the note');
    return found;
  };
  expect(read(note).author).toBe(rosa.id);
  expect(signatureOf(read(note), withRosa)).toBe('RV');
  expect(isWrittenHere(board, read(note))).toBe(true);
  expect(isWrittenHere(board, { author: 'luis' as PersonId })).toBe(false);
  setPrivate(board, [read(note).id], true);
  setPrivate(board, [read(note).id], false);
  expect(read(note).private).toBe(false);
});
