/** What every storage of boards must keep to. Each storage's test runs it. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardStorage, StoredBoard, StoredUpdate } from '../../server/sync/ports.ts';
import { type BoardId, newBoardId } from '../../shared/ids.ts';

export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const plain = (list: readonly Uint8Array[] | undefined): number[][] => (list ?? []).map((one) => [...one]);

/** One update on its way to storage, taking nothing back. */
export const one = (board: BoardId, update: Uint8Array, takesBack = false): StoredUpdate => ({
  board,
  update,
  takesBack,
});

/** The updates of somebody who writes these words one after the other, each under the next number. */
export function wordsOf(...words: string[]): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  words.forEach((word, i) => {
    doc.getMap('words').set(String(i), word);
  });
  doc.destroy();
  return updates;
}

/** What somebody who opens the board reads: the words by their number. */
export function readWords(stored: StoredBoard | null): Record<string, unknown> {
  const doc = new Y.Doc();
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes);
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  const words = doc.getMap('words').toJSON();
  doc.destroy();
  return words;
}

/** A storage, and what makes boards and removes them beside it. Making one throws when it exists. */
export interface Contracted {
  readonly storage: BoardStorage;
  make(board: BoardId, first: Uint8Array): void;
  remove(board: BoardId): void;
}

export function storageContract(name: string, open: () => Contracted): void {
  const opened: BoardStorage[] = [];
  const openOne = (): Contracted => {
    const one = open();
    opened.push(one.storage);
    return one;
  };
  const storageOf = (): BoardStorage => openOne().storage;
  const made = async (...updates: Uint8Array[]): Promise<Contracted & { board: BoardId }> => {
    const contracted = openOne();
    const board = newBoardId();
    const [first = bytes(), ...rest] = updates;
    contracted.make(board, first);
    await contracted.storage.append(rest.map((update) => one(board, update)));
    return { ...contracted, board };
  };

  describe(`${name} keeps the storage contract`, () => {
    afterEach(async () => {
      for (const storage of opened.splice(0)) await storage.close();
    });

    it('knows nothing of a board nobody made', async () => {
      expect(await storageOf().load(newBoardId())).toBeNull();
    });

    it('keeps a new board with its first update, and refuses to make it twice', async () => {
      const { storage, make, board } = await made(bytes(1));
      expect(() => make(board, bytes(2))).toThrow();
      expect(await storage.load(board)).toEqual({ snapshot: null, updates: [bytes(1)], takesBack: false });
    });

    it('appends to several boards, in order and apart', async () => {
      const { storage, make, board: a } = await made(bytes(1));
      const b = newBoardId();
      make(b, bytes(2));
      const failed = await storage.append([one(a, bytes(3)), one(b, bytes(4)), one(a, bytes(5)), one(b, bytes())]);
      expect(failed).toEqual(new Set());
      expect(plain((await storage.load(a))?.updates)).toEqual([[1], [3], [5]]);
      expect(plain((await storage.load(b))?.updates)).toEqual([[2], [4], []]);
    });

    it('names the boards that could not be stored and keeps the others', async () => {
      const { storage, board } = await made(bytes(1));
      const unknown = newBoardId();
      expect(await storage.append([one(unknown, bytes(9)), one(board, bytes(2))])).toEqual(new Set([unknown]));
      expect(plain((await storage.load(board))?.updates)).toEqual([[1], [2]]);
      expect(await storage.load(unknown)).toBeNull();
    });

    it('remembers that an update takes something back, until it is folded', async () => {
      const [first = bytes(), second = bytes(), third = bytes()] = wordsOf('a', 'b', 'c');
      const { storage, board } = await made(first);
      await storage.append([one(board, second, true), one(board, third)]);
      expect((await storage.load(board))?.takesBack).toBe(true);
      await storage.compact(board);
      expect((await storage.load(board))?.takesBack).toBe(false);
    });

    it('folds the updates into a snapshot and goes on after it, twice', async () => {
      const words = wordsOf('a', 'b', 'c', 'd', 'e');
      const [a = bytes(), b = bytes(), c = bytes(), d = bytes(), e = bytes()] = words;
      const { storage, board } = await made(a, b);
      expect((await storage.compact(board))?.records).toBe(2);
      await storage.append([one(board, c)]);
      const stored = await storage.load(board);
      expect(stored?.updates).toEqual([c]);
      expect(stored?.snapshot?.entries).toBe(2);
      await storage.append([one(board, d)]);
      const compacted = await storage.compact(board);
      expect(compacted?.records).toBe(2);
      await storage.append([one(board, e)]);
      const again = await storage.load(board);
      expect(again?.updates).toEqual([e]);
      expect(again?.snapshot).toMatchObject({ ...compacted?.snapshot });
      expect(readWords(again)).toEqual({ 0: 'a', 1: 'b', 2: 'c', 3: 'd', 4: 'e' });
    });

    it('says of a snapshot what a reader needs to know without opening it', async () => {
      const doc = new Y.Doc();
      for (const key of ['a', 'b', 'c']) doc.getMap('notes').set(key, key);
      doc.getMap('notes').delete('b');
      const { storage, board } = await made(Y.encodeStateAsUpdate(doc));
      const snapshot = (await storage.compact(board))?.snapshot;
      expect(snapshot?.stateVector).toEqual(Y.encodeStateVector(doc));
      expect(snapshot?.deletes).toEqual(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
      expect(snapshot?.entries).toBe(3);
      expect((await storage.load(board))?.snapshot).toMatchObject({ ...snapshot });
      doc.destroy();
    });

    it('folds nothing where nothing is new, of nobody, and over a hole', async () => {
      const [a = bytes(), , c = bytes(), d = bytes()] = wordsOf('a', 'b', 'c', 'd');
      const { storage, board } = await made(a, c);
      expect(await storage.compact(newBoardId())).toBeNull();
      expect(await storage.compact(board)).toBeNull();
      expect((await storage.load(board))?.updates).toEqual([a, c]);
      const whole = await made(a);
      expect(await whole.storage.compact(whole.board)).not.toBeNull();
      expect(await whole.storage.compact(whole.board)).toBeNull();
      expect(d.length).toBeGreaterThan(0);
    });

    it('leaves an update nobody can read out of the snapshot, and only that one', async () => {
      const [a = bytes(), b = bytes()] = wordsOf('a', 'b');
      const { storage, board } = await made(a, bytes(255, 255, 255), b);
      expect((await storage.compact(board))?.records).toBe(3);
      expect(readWords(await storage.load(board))).toEqual({ 0: 'a', 1: 'b' });
    });

    it('takes updates while a board is folded, and loses none of them', async () => {
      const words = Array.from({ length: 200 }, (_, i) => `word ${i}`);
      const [first = bytes(), ...rest] = wordsOf(...words);
      const { storage, board } = await made(first);
      const done: Promise<unknown>[] = [];
      rest.forEach((update, i) => {
        done.push(storage.append([one(board, update)]));
        if (i % 40 === 0) done.push(storage.compact(board));
      });
      await Promise.all(done);
      expect(readWords(await storage.load(board))).toEqual({ ...words });
    });

    it('knows nothing any more of a board that was removed, and goes on with the others', async () => {
      const { storage, make, remove, board: gone } = await made(...wordsOf('a', 'b'));
      const stays = newBoardId();
      make(stays, bytes(2));
      await storage.compact(gone);
      await storage.append([one(gone, bytes(3)), one(stays, bytes(4))]);
      remove(gone);
      expect([await storage.load(gone), await storage.compact(gone)]).toEqual([null, null]);
      expect(await storage.append([one(gone, bytes(5)), one(stays, bytes(6))])).toEqual(new Set([gone]));
      expect(await storage.load(gone)).toBeNull();
      expect(plain((await storage.load(stays))?.updates)).toEqual([[2], [4], [6]]);
    });

    it('leaves nothing of a board that is removed while it is folded', async () => {
      const { storage, remove, board } = await made(...wordsOf('a', 'x'.repeat(600_000)));
      const folding = storage.compact(board).catch(() => null);
      remove(board);
      await folding;
      expect(await storage.load(board)).toBeNull();
    });

    it('keeps an update of a megabyte byte for byte, folded too', async () => {
      const [big = bytes()] = wordsOf('x'.repeat(1024 * 1024));
      const { storage, board } = await made(big);
      expect((await storage.load(board))?.updates[0]).toEqual(big);
      await storage.compact(board);
      expect(readWords(await storage.load(board))).toEqual({ 0: 'x'.repeat(1024 * 1024) });
    });

    it('can be probed, and closed twice', async () => {
      const storage = storageOf();
      await storage.probe();
      await storage.close();
      await storage.close();
    });
  });
}
