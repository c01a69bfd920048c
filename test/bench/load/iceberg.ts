/**
 * The board of one organisation as a call leaves it: the iceberg of the rehearsal's first organisation, typed letter by
 * letter by its people and moved once. Worked out before any clock runs. Knows no socket and no time.
 */
import * as Y from 'yjs';
import fixture from '../../../server/demo/cohort.es.json' with { type: 'json' };
import type { Writer } from '../../../shared/board/document.ts';
import { addNotes, moveNotes, noteTextAt, tagNotes } from '../../../shared/board/notes.ts';
import { isNoteId, type NoteId } from '../../../shared/ids.ts';
import { SEED_CLIENT } from './script.ts';

const WRITTEN_AT = 1_763_820_000_000;
const NOTES_IN_A_ROW = 5;
const STEP = 220;

/** As one update, as somebody sends it who was away while it was written. About 20 notes of 55 letters by four people. */
export function writtenIceberg(): Uint8Array {
  const whole = new Y.Doc();
  const [organisation] = fixture.organizations;
  if (organisation === undefined) throw new Error('the rehearsal has no organisation');
  for (const [number, { id }] of organisation.people.entries()) {
    const theirs = [...organisation.iceberg.entries()].filter(([, { author }]) => author === id);
    Y.applyUpdate(whole, writtenBy(number, theirs, Y.encodeStateAsUpdate(whole)));
  }
  const written = Y.encodeStateAsUpdate(whole);
  whole.destroy();
  return written;
}

type Source = (typeof fixture)['organizations'][number]['iceberg'][number];

function writtenBy(person: number, notes: ReadonlyArray<[number, Source]>, before: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, before);
  doc.clientID = SEED_CLIENT + person;
  for (const [number, note] of notes) writeNote({ doc, origin: null }, note, number);
  const written = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return written;
}

function writeNote(writer: Writer, { text, tag }: Source, number: number): void {
  const id = noteIdOf(number);
  const [x, y] = [(number % NOTES_IN_A_ROW) * STEP, Math.floor(number / NOTES_IN_A_ROW) * STEP];
  addNotes(writer, [{ id, pos: [x, y], createdAt: WRITTEN_AT + number * 1000 }]);
  const shared = noteTextAt(writer.doc, id);
  for (const letter of text) shared?.insert(shared.length, letter);
  moveNotes(writer, new Map([[id, [x + STEP, y]]]));
  if (tag === 'operational' || tag === 'programmatic') tagNotes(writer, [id], tag);
}

function noteIdOf(number: number): NoteId {
  const id = `bench-${String(number).padStart(6, '0')}`;
  if (!isNoteId(id)) throw new Error('not the id of a note');
  return id;
}
