/** A value proposition as a cohort file has it, without places: a list of lines for each zone, and the sentence. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { seedBoard } from '../../../shared/board/document.ts';
import { readNotes } from '../../../shared/board/notes.ts';
import { applySnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { areaOf } from '../../../shared/template/geometry.ts';

const CONTEXT = { exportedAt: '', title: '', cohort: { name: '', date: '' }, organisation: null, people: [] };

function laid(organization: object): Y.Doc {
  const parsed = parseSnapshot(organization);
  if (!parsed.ok) throw new Error(parsed.why);
  expect(parsed.snapshot.board).toEqual({ kind: 'value', title: 'Techos' });
  const doc = new Y.Doc();
  seedBoard(doc, 'value');
  applySnapshot({ doc, origin: null }, parsed.snapshot, 9);
  return doc;
}

it('becomes notes in their zones, each with a place of its own, and the sentence', () => {
  const doc = laid({
    name: 'Techos',
    valueProposition: { beneficiaries: ['Familias', 'Jóvenes'], impact: ['Techos secos'], statement: 'Ayudamos a …' },
  });
  const notes = readNotes(doc);
  expect(notes.map(({ text, pos }) => [areaOf('value', pos), text])).toEqual(
    expect.arrayContaining([
      ['beneficiaries', 'Familias'],
      ['beneficiaries', 'Jóvenes'],
      ['impact', 'Techos secos'],
    ]),
  );
  expect(new Set(notes.map(({ pos }) => pos.join())).size).toBe(3);
  expect(toSnapshot(doc, CONTEXT).texts).toEqual({ statement: 'Ayudamos a …' });
});

it('is an empty board where a team has not begun', () => {
  const doc = laid({ name: 'Techos', valueProposition: {} });
  expect(readNotes(doc)).toEqual([]);
  expect(toSnapshot(doc, CONTEXT).texts).toEqual({ statement: '' });
});
