import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardDocument } from '../../../server/sync/board-document.ts';

const SECRET = 'lo que se retiró del grupal';
const NEWCOMER = new Uint8Array([0]);
let open: BoardDocument[] = [];
function documentOf(snapshot: Uint8Array | null, updates: Uint8Array[]): BoardDocument {
  const document = new BoardDocument({ snapshot, updates }, null);
  open.push(document);
  return document;
}
afterEach(() => {
  for (const document of open) document.destroy();
  open = [];
});
const bytesFor = (document: BoardDocument) => Buffer.concat(document.answer(NEWCOMER)).toString('utf8');
const bring = (document: BoardDocument) =>
  document.change((doc) => doc.getMap('notes').set('n', new Y.Map([['text', new Y.Text(SECRET)]])));
const withdraw = (document: BoardDocument) => document.change((doc) => doc.getMap('notes').delete('n'));

describe('what the server took back', () => {
  test('is in no byte of an answer to a newcomer', () => {
    const document = documentOf(null, []);
    bring(document);
    expect(bytesFor(document)).toContain(SECRET);
    withdraw(document);
    expect(bytesFor(document)).not.toContain(SECRET);
  });

  test('is in no byte after a restart either, though the stored records still hold it', () => {
    const before = documentOf(null, []);
    const records = [bring(before).store, withdraw(before).store].filter((record) => record !== null);
    expect(Buffer.concat(records).toString('utf8')).toContain(SECRET);
    const after = documentOf(Y.encodeStateAsUpdate(new Y.Doc()), records);
    expect(bytesFor(after)).not.toContain(SECRET);
    expect(Buffer.from(after.snapshot()).toString('utf8')).not.toContain(SECRET);
  });
});
