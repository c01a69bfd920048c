/** What every storage of boards must keep to. Each storage's test runs it. */
import { describe, expect, it } from 'vitest';
import type { BoardStorage } from '../../server/sync/ports.ts';
import { newBoardId } from '../../shared/ids.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const plain = (list: readonly Uint8Array[] | undefined): number[][] => (list ?? []).map((one) => [...one]);

export function storageContract(name: string, open: () => BoardStorage): void {
  describe(`${name} keeps the storage contract`, () => {
    it('knows nothing of a board nobody made', async () => {
      expect(await open().load(newBoardId())).toBeNull();
    });

    it('keeps a new board with its first update, and refuses to make it twice', async () => {
      const storage = open();
      const board = newBoardId();
      await storage.create(board, bytes(1));
      await expect(storage.create(board, bytes(2))).rejects.toThrow();
      expect(plain((await storage.load(board))?.updates)).toEqual([[1]]);
    });

    it('appends to several boards, in order and apart', async () => {
      const storage = open();
      const [a, b] = [newBoardId(), newBoardId()];
      await storage.create(a, bytes(1));
      await storage.create(b, bytes(2));
      await storage.append([
        { board: a, update: bytes(3) },
        { board: b, update: bytes(4) },
        { board: a, update: bytes(5) },
      ]);
      expect(plain((await storage.load(a))?.updates)).toEqual([[1], [3], [5]]);
      expect(plain((await storage.load(b))?.updates)).toEqual([[2], [4]]);
    });

    it('appends all or nothing', async () => {
      const storage = open();
      const board = newBoardId();
      await storage.create(board, bytes(1));
      const batch = [
        { board, update: bytes(2) },
        { board: newBoardId(), update: bytes(3) },
      ];
      await expect(storage.append(batch)).rejects.toThrow();
      expect(plain((await storage.load(board))?.updates)).toEqual([[1]]);
    });

    it('replaces updates by a snapshot and goes on after it, twice', async () => {
      const storage = open();
      const board = newBoardId();
      await storage.create(board, bytes(1));
      for (const round of [10, 20]) {
        await storage.append([{ board, update: bytes(round) }]);
        await storage.compact(board, bytes(round + 1));
        await storage.append([{ board, update: bytes(round + 2) }]);
        const stored = await storage.load(board);
        expect([...(stored?.snapshot ?? [])]).toEqual([round + 1]);
        expect(plain(stored?.updates)).toEqual([[round + 2]]);
      }
    });

    it('does not compact a board that is not there', async () => {
      await expect(open().compact(newBoardId(), bytes(1))).rejects.toThrow();
    });

    it('removes a board for good, and only that one', async () => {
      const storage = open();
      const [gone, stays] = [newBoardId(), newBoardId()];
      await storage.create(gone, bytes(1));
      await storage.create(stays, bytes(2));
      await storage.compact(gone, bytes(3));
      await storage.remove(gone);
      await storage.remove(gone);
      expect(await storage.load(gone)).toBeNull();
      await expect(storage.append([{ board: gone, update: bytes(4) }])).rejects.toThrow();
      expect(plain((await storage.load(stays))?.updates)).toEqual([[2]]);
    });

    it('keeps an update of a megabyte byte for byte', async () => {
      const storage = open();
      const board = newBoardId();
      const big = Uint8Array.from({ length: 1024 * 1024 }, (_, i) => i % 251);
      await storage.create(board, big);
      expect((await storage.load(board))?.updates[0]).toEqual(big);
    });

    it('can be closed twice', async () => {
      const storage = open();
      await storage.close();
      await storage.close();
    });
  });
}
