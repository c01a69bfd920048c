/** What facilitation alone follows: read whatever is in it, written only when it is other. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { NO_FACTS, readPanel, writeBrought, writeWriters } from '../../../shared/cohort/panel.ts';
import { newBoardId, type PersonId } from '../../../shared/ids.ts';

const [one, two] = [newBoardId(), newBoardId()];
const ids = (...names: string[]): PersonId[] => names as PersonId[];
const everywhere = (): boolean => true;
function panel(): { doc: Y.Doc; heard: () => number } {
  const doc = new Y.Doc();
  let updates = 0;
  doc.on('update', () => {
    updates += 1;
  });
  return { doc, heard: () => updates };
}

it('says nothing before anybody was counted', () => {
  expect(readPanel(new Y.Doc())).toEqual(NO_FACTS);
});

it('says who wrote on which board and how many brought something, and sends nothing twice', () => {
  const { doc, heard } = panel();
  for (let twice = 0; twice < 2; twice++) {
    writeWriters(doc, one, ids('ana', 'luis'), everywhere);
    writeWriters(doc, two, [], everywhere);
    writeBrought(doc, 3);
  }
  expect(readPanel(doc)).toEqual({
    writers: new Map([
      [one, ['ana', 'luis']],
      [two, []],
    ]),
    brought: 3,
  });
  expect(heard()).toBe(3);
  writeWriters(doc, one, ids('ana'), everywhere);
  writeBrought(doc, 0);
  expect([readPanel(doc).writers.get(one), readPanel(doc).brought, heard()]).toEqual([['ana'], 0, 5]);
});

it('forgets boards that are gone, and writes nothing about them', () => {
  const { doc } = panel();
  for (const board of [one, two]) writeWriters(doc, board, ids('ana'), everywhere);
  writeWriters(doc, one, ids('luis'), (board) => board === two);
  expect([...readPanel(doc).writers]).toEqual([[two, ['ana']]]);
});

it('leaves out what cannot be read, and takes it away with the next count', () => {
  const { doc } = panel();
  doc.getMap('writers').set('no board', ['ana']);
  doc.getMap('writers').set(one, 'ana');
  doc.getMap('writers').set(two, ['ana', 7, 'not an id', null]);
  doc.getMap('brought').set('organisations', '3');
  expect(readPanel(doc)).toEqual({ writers: new Map([[two, ['ana']]]), brought: 0 });
  writeWriters(doc, one, ids('luis'), everywhere);
  expect([...doc.getMap('writers').keys()].sort()).toEqual([one, two].sort());
  expect(readPanel(doc).writers.get(one)).toEqual(['luis']);
});
