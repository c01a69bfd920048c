/** What goes wrong on an organisation's iceberg: two in one note, a dragged drawing, an emptied board. Knows no group iceberg. */
import { expect } from 'vitest';
import { keepBulk, readBulks } from '../../shared/board/bulk.ts';
import { bulkOfStep } from '../../shared/board/bulk-record.ts';
import { undoBulk } from '../../shared/board/bulk-undo.ts';
import { drawingsOf, metaOf } from '../../shared/board/document.ts';
import { deleteNotes, noteAt, noteTextAt, readNotes } from '../../shared/board/notes.ts';
import { spliceOf } from '../../shared/board/splice.ts';
import { rewriteText } from '../../shared/board/texts.ts';
import { createUndo } from '../../shared/board/undo.ts';
import type { NoteId } from '../../shared/ids.ts';
import { homeOf, type IncidentOf } from './replay-call.ts';
import type { Course } from './replay-course.ts';
import type { Line } from './replay-line.ts';
import { loaded } from './replay-person.ts';
import type { Stage } from './replay-stage.ts';
import { AGAIN } from './replay-writing.ts';
import { until } from './running-app.ts';

/** Two people rewrite one note without hearing of each other: every letter of both stays. */
export async function* sameNote(stage: Stage, incident: IncidentOf<'sameNote'>): Course {
  const [ana, bea] = incident.people.map((part) => stage.person(part));
  if (!ana || !bea) throw new Error('it takes two');
  while (!stage.written.has(incident.note) || !ana.isHere || !bea.isHere) yield AGAIN;
  const { id, note } = stage.writtenNote(incident.note);
  const [one, two] = [ana.device().own, bea.device().own];
  await until(() => read(one, id) === note.text && read(two, id) === note.text, 'both to see the note');
  one.present(ana.seat.person, `note:${id}`);
  two.present(bea.seat.person, `note:${id}`);
  await until(
    () => one.others().get(bea.id) === `note:${id}` && two.others().get(ana.id) === `note:${id}`,
    'each to see the other writing',
  );
  one.provider.disconnect();
  two.provider.disconnect();
  edit(one, id, incident.edits[0]);
  edit(two, id, incident.edits[1]);
  yield AGAIN;
  one.provider.connect();
  two.provider.connect();
  const added = incident.edits.map((text) => spliceOf(note.text, text).insert);
  await until(() => added.every((words) => read(one, id)?.includes(words)), 'all letters of both edits');
  await until(() => read(one, id) === read(two, id), 'both to read the same');
  stage.rewritten.set(incident.note, read(one, id) ?? '');
  one.present(ana.seat.person);
  two.present(bea.seat.person);
  stage.settled.add(incident);
}

function edit({ doc }: Line, id: NoteId, after: string): void {
  const text = noteTextAt(doc, id);
  if (text) rewriteText({ doc, origin: 'edit' }, text, after);
}

const read = ({ doc }: Line, id: NoteId): string | null => noteAt(doc, id)?.text ?? null;

/** The drawing is no part of the document: there is nothing that a drag could move. */
export async function* dragBackdrop(stage: Stage, incident: IncidentOf<'dragBackdrop'>): Course {
  const person = stage.person(incident.people[0]);
  while (!person.isHere) yield AGAIN;
  const doc = await loaded(person.device().own, 'the board');
  expect(drawingsOf(doc).size).toBe(0);
  expect(metaOf(doc).toJSON()).toEqual({ kind: 'iceberg', schemaVersion: 1, templateVersion: 1 });
  stage.settled.add(incident);
}

/** One person empties the board and takes it back with one undo, after somebody else has written on. */
export async function* selectAllDelete(stage: Stage, incident: IncidentOf<'selectAllDelete'>): Course {
  const person = stage.person(incident.people[0]);
  const home = homeOf(stage.call, incident) ?? '';
  while (!person.isHere || stage.writtenIn(home).length < 2) yield AGAIN;
  await stage.agreed(home);
  const { doc } = person.device().own;
  const ids = stage.writtenIn(home).map(({ id }) => id);
  const before = ids.map((id) => noteAt(doc, id));
  const mates = stage.matesOf(person);
  const undo = createUndo(doc, Date.now);
  undo.onStep((changes) => {
    const record = bulkOfStep(doc, changes, { at: Date.now(), by: person.seat.person.id });
    if (record) keepBulk(doc, 'recording', record, null);
  });
  deleteNotes(
    { doc, origin: undo.origin },
    readNotes(doc).map(({ id }) => id),
    Date.now(),
  );
  await until(() => mates.every((line) => ids.every((id) => !noteAt(line.doc, id))), 'the board to be empty');
  const count = stage.writtenIn(home).length;
  do yield AGAIN;
  while (stage.writtenIn(home).length === count);
  const [mate] = mates;
  const [bulk] = mate ? readBulks(mate.doc) : [];
  // Whoever is of the team takes a large change back; a small one only who made it.
  if (mate && bulk) expect(undoBulk({ doc: mate.doc, origin: 'mate' }, bulk.record, Date.now()).kept).toBe(0);
  else {
    expect(undo.undo()).toBe(true);
    expect(undo.canUndo()).toBe(false);
  }
  undo.close();
  await until(() => mates.every((line) => ids.every((id) => noteAt(line.doc, id))), 'the notes to be back');
  expect(ids.map((id) => noteAt(doc, id))).toEqual(before);
  stage.settled.add(incident);
}
