import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { databasePath, openDatabase } from '../../../server/storage/database.ts';
import { foldInProcess } from '../../../server/storage/fold-child.ts';
import { createThreadedStore } from '../../../server/storage/threaded-store.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard, makeBoardIn, removeBoardIn } from '../../kit/make-board.ts';
import { bytes, one, readWords, storageContract, wordsOf } from '../../kit/storage-contract.ts';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-thread-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storageContract('The store on its own thread', () => {
  const folder = newFolder();
  const storage = createThreadedStore(folder, () => undefined);
  return {
    storage,
    make: (board, first) => makeBoardIn(folder, board, first),
    remove: (board) => removeBoardIn(folder, board),
  };
});

describe('The storage thread', () => {
  it('that ends rejects what it had under way, is named, and the next call starts another', async () => {
    const folder = join(newFolder(), 'not-there-yet');
    const events: string[] = [];
    const store = createThreadedStore(folder, (event) => events.push(event));
    const board = newBoardId();
    const calls = [store.load(board), store.append([one(board, bytes(1))]), store.probe()];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(events).toEqual(['storage-thread-ended']);
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    makeBoardIn(folder, board, bytes(1));
    expect((await store.load(board))?.updates).toEqual([bytes(1)]);
    await store.close();
    expect(events).toHaveLength(1);
    await expect(store.load(board)).rejects.toThrow('closed');
  });

  it('can be closed while a board is folded: nothing of it is lost', async () => {
    const folder = newFolder();
    const store = createThreadedStore(folder, () => undefined);
    const board = newBoardId();
    const [first = bytes(), ...rest] = wordsOf(...Array.from({ length: 300 }, (_, i) => `${i}`.repeat(3_000)));
    makeBoardIn(folder, board, first);
    await store.append(rest.map((update) => one(board, update)));
    const folding = store.compact(board).catch(() => null);
    await Promise.all([store.close(), store.close()]);
    await folding;
    const again = createThreadedStore(folder, () => undefined);
    expect(Object.keys(readWords(await again.load(board)))).toHaveLength(300);
    await again.close();
  });

  it('passes on why the disk refuses, stores nothing of it, and stores again when there is room', async () => {
    const database = openDatabase(newFolder());
    const store = createBoardStore({ database, log: () => undefined });
    const [board, other] = [newBoardId(), newBoardId()];
    makeBoard(database, board, bytes(1));
    makeBoard(database, other, bytes(1));
    const full = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.exec(`PRAGMA max_page_count = ${full}`);
    const big = new Uint8Array(200_000);
    await expect(store.append([one(other, bytes(2)), one(board, big)])).rejects.toThrow('full');
    await expect(store.probe()).rejects.toThrow('full');
    expect((await store.load(other))?.updates).toEqual([bytes(1)]);
    database.exec(`PRAGMA max_page_count = ${full + 1_000}`);
    await store.probe();
    expect(await store.append([one(other, bytes(2)), one(board, big)])).toEqual(new Set());
    expect((await store.load(board))?.updates).toEqual([bytes(1), big]);
    database.close();
  });
});

describe('The process that folds', () => {
  it('may run out of its memory: the board stays as it is, and the next one is folded', async () => {
    const folder = newFolder();
    const database = openDatabase(folder);
    const small = foldInProcess(databasePath(folder), { memoryMb: 16 });
    const store = createBoardStore({ database, log: () => undefined, fold: small.fold });
    const [big, little] = [newBoardId(), newBoardId()];
    const words = wordsOf(...Array.from({ length: 60_000 }, (_, i) => `word ${i}`));
    const [first = bytes(), ...rest] = words;
    makeBoard(database, big, first);
    await store.append(rest.map((update) => one(big, update)));
    makeBoard(database, little, first);
    await expect(store.compact(big)).rejects.toThrow('ended');
    expect((await store.compact(little))?.records).toBe(1);
    const stored = await store.load(big);
    expect([stored?.snapshot, stored?.updates.length]).toEqual([null, 60_000]);
    await small.close();
    await expect(store.compact(big)).rejects.toThrow('closed');
    database.close();
  });
});
