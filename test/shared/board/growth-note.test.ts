/** What a note tells of the self-assessment, through the wire and through a file. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { notesOf, seedBoard } from '../../../shared/board/document.ts';
import { addNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import { applySnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { newNoteId } from '../../../shared/ids.ts';

const CONTEXT = { exportedAt: '', title: '', cohort: { name: '', date: '' }, organisation: null, people: [] };

function iceberg(): Y.Doc {
  const doc = new Y.Doc();
  seedBoard(doc, 'iceberg');
  return doc;
}

it('is a dimension or nothing', () => {
  const doc = iceberg();
  const id = newNoteId();
  addNotes({ doc, origin: null }, [{ id, pos: [700, 200], createdAt: 1, text: 'De 1 a 3', growth: 'people' }]);
  expect(noteAt(doc, id)?.growth).toBe('people');
  const map = notesOf(doc).get(id);
  for (const value of ['nobody', 3, null, ['people'], 'toString']) {
    if (map instanceof Y.Map) map.set('growth', value);
    expect(noteAt(doc, id)?.growth).toBeNull();
  }
});

it('stays in a file, and a file with a dimension nobody knows is taken all the same', () => {
  const [doc, other] = [iceberg(), iceberg()];
  addNotes({ doc, origin: null }, [
    { id: newNoteId(), pos: [700, 200], createdAt: 1, text: 'De 1 a 3', growth: 'people' },
    { id: newNoteId(), pos: [700, 420], createdAt: 2, text: 'Sin resultado' },
  ]);
  const file = JSON.parse(JSON.stringify(toSnapshot(doc, CONTEXT)));
  expect(file.notes.map((note: { growth?: string }) => note.growth)).toEqual(['people', undefined]);
  const told = (from: unknown): (string | null)[] => {
    const parsed = parseSnapshot(from);
    if (!parsed.ok) throw new Error(parsed.at ?? parsed.why);
    applySnapshot({ doc: other, origin: null }, parsed.snapshot, 3);
    return readNotes(other)
      .sort((a, b) => a.createdAt - b.createdAt)
      .map(({ growth }) => growth);
  };
  expect(told(file)).toEqual(['people', null]);
  file.notes[0].growth = 'of-another-version';
  expect(told(file)).toEqual([null, null]);
});
