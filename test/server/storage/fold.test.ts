import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fold, readsInTime } from '../../../server/storage/fold.ts';
import { foldRows } from '../../../server/storage/fold-stored.ts';
import { ends, PIECE, piece } from '../../kit/leaping.ts';

const sound = { snapshot: null, damaged: [], gap: false, missing: [], endKnown: true };
const rows = (updates: readonly Uint8Array[]) => ({
  ...sound,
  records: updates.map((update, seq) => ({ seq, update, takesBack: false })),
});

describe('A snapshot', () => {
  it('does not take the place of records that are read sooner', () => {
    const pieces = Array.from({ length: 300 }, (_, n) => piece(n * PIECE));
    expect(() => foldRows(rows([ends, ...pieces]))).toThrow('too long to read');
    expect(foldRows(rows([ends, ...pieces.slice(0, 10)])).snapshot).not.toBeNull();
  });

  it('of a large honest board is read in time', () => {
    const doc = new Y.Doc();
    for (let n = 0; n < 2_000; n += 1) {
      doc.transact(() => doc.getMap('notes').set(`n${n}`, new Y.Map([['text', new Y.Text('una nota')]])));
    }
    const { snapshot } = fold(null, [Y.encodeStateAsUpdate(doc)]);
    expect(snapshot !== null && readsInTime(snapshot.bytes)).toBe(true);
  });
});
