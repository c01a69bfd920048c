import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoardStorage } from '../../../server/storage/board-storage.ts';
import { openDatabase } from '../../../server/storage/database.ts';
import { createMemoryStore } from '../../../server/storage/memory-store.ts';
import { createPacedStore } from '../../../server/storage/paced-store.ts';
import type { BoardStorage } from '../../../server/sync/ports.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard, removeBoard } from '../../kit/make-board.ts';
import { bytes, type Contracted, one, storageContract } from '../../kit/storage-contract.ts';

const closers: Array<() => void | Promise<void>> = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function openStorage(): Contracted {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-paced-'));
  const database = openDatabase(folder);
  const storage = createBoardStorage(folder, database, () => undefined);
  closers.push(
    () => rmSync(folder, { recursive: true, force: true }),
    () => database.close(),
    () => storage.close(),
  );
  return {
    storage,
    make: (board, first) => makeBoard(database, board, first),
    remove: (board) => removeBoard(database, board),
  };
}

storageContract('The storage of a server', openStorage);

/** A store whose appends take as long as the test says; both ends share what is stored. */
function setUp() {
  const shared = createMemoryStore();
  const events: string[] = [];
  const used: string[] = [];
  const clock = { now: 0, appendMs: 1 };
  const named = (name: string): BoardStorage => ({
    load: (board) => {
      used.push(name);
      return shared.load(board);
    },
    append: async (batch) => {
      used.push(name);
      clock.now += clock.appendMs;
      return shared.append(batch);
    },
    compact: (board) => shared.compact(board),
    probe: () => shared.probe(),
    close: () => shared.close(),
  });
  const store = createPacedStore({
    near: named('near'),
    startFar: () => named('far'),
    beforeClose: async () => undefined,
    log: (event) => events.push(event),
    now: () => clock.now,
  });
  return { store, shared, clock, events, used, board: newBoardId() };
}

describe('Where boards are stored', () => {
  it('stays beside everything else while the disk is quick, and when it is slow now and then', async () => {
    const { store, shared, clock, events, used, board } = setUp();
    shared.create(board, bytes(1));
    for (let minute = 0; minute < 20; minute += 1) {
      clock.appendMs = 500;
      await store.append([one(board, bytes(2))]);
      clock.appendMs = 1;
      await store.append([one(board, bytes(3))]);
      clock.now += 60_000;
    }
    expect([new Set(used), events]).toEqual([new Set(['near']), []]);
  });

  it('moves to a thread once the disk is slow again and again, for good, and says so once', async () => {
    const { store, shared, clock, events, used, board } = setUp();
    shared.create(board, bytes(1));
    clock.appendMs = 100;
    for (let i = 0; i < 8; i += 1) await store.append([one(board, bytes(i))]);
    expect(used).toEqual([...Array<string>(5).fill('near'), ...Array<string>(3).fill('far')]);
    clock.appendMs = 1;
    for (let i = 0; i < 50; i += 1) await store.append([one(board, bytes(i))]);
    expect(used.at(-1)).toBe('far');
    expect(events).toEqual(['disk-is-slow']);
    expect((await store.load(board))?.updates).toHaveLength(59);
  });

  it('moves after a single one that takes two seconds', async () => {
    const { store, shared, clock, events, used, board } = setUp();
    shared.create(board, bytes(1));
    clock.appendMs = 1_999;
    await store.append([one(board, bytes(2))]);
    await store.append([one(board, bytes(3))]);
    clock.appendMs = 2_000;
    await store.append([one(board, bytes(4))]);
    clock.appendMs = 1;
    await store.append([one(board, bytes(5))]);
    expect([used, events]).toEqual([['near', 'near', 'near', 'far'], ['disk-is-slow']]);
  });

  it('moves only when nothing is under way where it was', async () => {
    const { store, shared, clock, used, board } = setUp();
    shared.create(board, bytes(1));
    clock.appendMs = 100;
    for (let i = 0; i < 4; i += 1) await store.append([one(board, bytes(i))]);
    await Promise.all([store.append([one(board, bytes(5))]), store.load(board), store.load(board)]);
    expect(new Set(used)).toEqual(new Set(['near']));
    await store.load(board);
    expect(used.at(-1)).toBe('far');
  });
});
