import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { DATABASE_FILE, inTransaction, openDatabase, openMemoryDatabase } from '../../../server/storage/database.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { storageContract } from '../../kit/storage-contract.ts';

const silent = (): void => undefined;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-store-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storageContract('The SQLite store', () => createBoardStore(openMemoryDatabase(), silent));

describe('The SQLite file', () => {
  it('has everything again after it was closed and opened', async () => {
    const folder = newFolder();
    const board = newBoardId();
    const first = openDatabase(folder);
    await createBoardStore(first, silent).create(board, bytes(1, 2));
    await createBoardStore(first, silent).append([{ board, update: bytes(3) }]);
    first.close();
    const second = openDatabase(folder);
    expect(await createBoardStore(second, silent).load(board)).toEqual({
      snapshot: null,
      updates: [bytes(1, 2), bytes(3)],
    });
    second.close();
  });

  it('commits to the disk before it answers', () => {
    const database = openDatabase(newFolder());
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    database.close();
  });

  it('is named when it is no database', () => {
    const folder = newFolder();
    writeFileSync(join(folder, DATABASE_FILE), 'not a database at all, but long enough to look at'.repeat(50));
    expect(() => openDatabase(folder)).toThrow(join(folder, DATABASE_FILE));
  });

  it('is named when the folder cannot be made', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'taken'), '');
    expect(() => openDatabase(join(folder, 'taken', 'below'))).toThrow(DATABASE_FILE);
  });

  it.skipIf(process.getuid?.() === 0)('is named when it is read-only', () => {
    const folder = newFolder();
    openDatabase(folder).close();
    chmodSync(join(folder, DATABASE_FILE), 0o400);
    expect(() => openDatabase(folder)).toThrow(DATABASE_FILE);
  });

  it('is empty again when it was emptied, and says no board is there', async () => {
    const folder = newFolder();
    openDatabase(folder).close();
    truncateSync(join(folder, DATABASE_FILE), 0);
    const database = openDatabase(folder);
    expect(await createBoardStore(database, silent).load(newBoardId())).toBeNull();
    database.close();
  });
});

describe('A transaction', () => {
  it('leaves nothing behind when it fails', () => {
    const database = openMemoryDatabase();
    database.exec('CREATE TABLE t (x INTEGER)');
    expect(() =>
      inTransaction(database, () => {
        database.exec('INSERT INTO t VALUES (1)');
        throw new Error('half way');
      }),
    ).toThrow('half way');
    expect(database.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 0 });
  });
});

describe('A damaged record', () => {
  const damage = async (spoil: string) => {
    const database = openMemoryDatabase();
    const events: unknown[] = [];
    const store = createBoardStore(database, (event, fields) => events.push([event, fields]));
    const [board, other] = [newBoardId(), newBoardId()];
    await store.create(board, bytes(1));
    await store.create(other, bytes(9));
    await store.append([{ board, update: bytes(2) }]);
    await store.compact(board, bytes(12));
    await store.append([{ board, update: bytes(3) }]);
    await store.append([{ board, update: bytes(4) }]);
    await store.compact(board, bytes(34));
    await store.append([{ board, update: bytes(5) }]);
    await store.append([{ board, update: bytes(6) }]);
    database.exec(spoil);
    return { database, store, board, other, events };
  };

  it('costs itself, is named, and its original is kept', async () => {
    const { database, store, board, other, events } = await damage(
      `UPDATE document_records SET bytes = x'FF' WHERE seq = 4 AND document = 1`,
    );
    expect(await store.load(board)).toEqual({ snapshot: bytes(34), updates: [bytes(6)] });
    expect(events).toEqual([['damaged-record', { board, kind: 'update', seq: 4 }]]);
    expect(database.prepare('SELECT board, kind, seq, bytes FROM damaged_records').all()).toEqual([
      { board, kind: 'update', seq: 4, bytes: bytes(255) },
    ]);
    expect((await store.load(other))?.updates).toEqual([bytes(9)]);
    await store.append([{ board, update: bytes(7) }]);
    expect((await store.load(board))?.updates).toEqual([bytes(6), bytes(7)]);
    expect(events).toHaveLength(1);
  });

  it('costs nothing when it is the newest snapshot', async () => {
    const { store, board } = await damage(`UPDATE document_snapshots SET bytes = x'FF' WHERE through_seq = 3`);
    expect(await store.load(board)).toEqual({
      snapshot: bytes(12),
      updates: [bytes(3), bytes(4), bytes(5), bytes(6)],
    });
  });

  it('is noticed when it strayed to another place', async () => {
    const { store, board } = await damage('UPDATE document_records SET seq = 40 WHERE seq = 4 AND document = 1');
    expect((await store.load(board))?.updates).toEqual([bytes(6)]);
  });
});
