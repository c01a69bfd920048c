import { chmodSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { DATABASE_FILE, inTransaction, openDatabase, openMemoryDatabase } from '../../../server/storage/database.ts';
import type { StoredBoard } from '../../../server/sync/ports.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard, removeBoard } from '../../kit/make-board.ts';
import { bytes, one, readWords, storageContract, wordsOf } from '../../kit/storage-contract.ts';

const silent = (): void => undefined;
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-store-'));
  folders.push(folder);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

storageContract('The SQLite store', () => {
  const database = openMemoryDatabase();
  const storage = createBoardStore({ database, log: silent });
  return {
    storage,
    make: (board, first) => makeBoard(database, board, first),
    remove: (board) => removeBoard(database, board),
  };
});

describe('The SQLite file', () => {
  it('has everything again after it was closed and opened', async () => {
    const folder = newFolder();
    const board = newBoardId();
    const first = openDatabase(folder);
    makeBoard(first, board, bytes(1, 2));
    await createBoardStore({ database: first, log: silent }).append([one(board, bytes(3))]);
    first.close();
    const second = openDatabase(folder);
    expect(await createBoardStore({ database: second, log: silent }).load(board)).toEqual({
      snapshot: null,
      updates: [bytes(1, 2), bytes(3)],
      takesBack: false,
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
    expect(await createBoardStore({ database: database, log: silent }).load(newBoardId())).toBeNull();
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
  const texts = ['a', 'b', 'c', 'd', 'e', 'f'];
  const words = wordsOf(...texts);
  /** Two snapshots (through 1 and through 3) and two records after them, spoilt in some way. */
  const damage = async (spoil: string, written = words) => {
    const database = openMemoryDatabase();
    const events: unknown[] = [];
    const store = createBoardStore({ database, log: (event, fields) => events.push([event, fields]) });
    const [board, other] = [newBoardId(), newBoardId()];
    const [first = bytes(), ...rest] = written;
    makeBoard(database, board, first);
    makeBoard(database, other, bytes(9));
    for (const [i, update] of rest.entries()) {
      await store.append([one(board, update)]);
      if (i === 0 || i === 2) await store.compact(board);
    }
    const id = database.prepare('SELECT id FROM documents WHERE board = ?').get(board)?.id;
    database.exec(spoil.replaceAll('$', String(id)));
    return { database, store, board, other, events };
  };
  const whole = { 0: 'a', 1: 'b', 2: 'c', 3: 'd', 4: 'e', 5: 'f' };
  const through = (stored: StoredBoard | null): number => stored?.snapshot?.entries ?? 0;

  it('costs itself, is named, and its original is kept', async () => {
    const { database, store, board, other, events } = await damage(
      `UPDATE document_records SET bytes = x'FF' WHERE seq = 4 AND document = $`,
    );
    const stored = await store.load(board);
    expect([through(stored), stored?.updates]).toEqual([4, [words[5]]]);
    expect(events).toEqual([['damaged-record', { board, kind: 'update', seq: 4 }]]);
    expect(database.prepare('SELECT board, kind, seq, bytes FROM damaged_records').all()).toEqual([
      { board, kind: 'update', seq: 4, bytes: bytes(255) },
    ]);
    expect((await store.load(other))?.updates).toEqual([bytes(9)]);
    await store.append([one(board, bytes(7))]);
    expect((await store.load(board))?.updates).toEqual([words[5], bytes(7)]);
    expect(events).toHaveLength(1);
  });

  it('is not folded over: it is named when the board is read, and then the rest waits for who still has it', async () => {
    const { store, board } = await damage(`UPDATE document_records SET bytes = x'FF' WHERE seq = 4 AND document = $`);
    await expect(store.compact(board)).rejects.toThrow('damaged');
    await store.load(board);
    expect(await store.compact(board)).toBeNull();
    await store.append([one(board, words[4] ?? bytes())]);
    expect((await store.compact(board))?.records).toBe(2);
    expect(readWords(await store.load(board))).toEqual(whole);
  });

  it.each([
    ['bytes', 'UPDATE document_snapshots SET bytes = zeroblob(9) WHERE through_seq = 3'],
    ['number of chunks', 'UPDATE document_snapshots SET chunks = 2 WHERE through_seq = 3'],
    ['count of entries', 'UPDATE document_snapshots SET entries = 0 WHERE through_seq = 3'],
    ['state vector', `UPDATE document_snapshots SET state_vector = x'00' WHERE through_seq = 3`],
    ['list of what is deleted', `UPDATE document_snapshots SET deletes = x'0001' WHERE through_seq = 3`],
  ])('costs nothing when it is the newest snapshot: its %s', async (_what, spoil) => {
    const { store, board, events } = await damage(spoil);
    const stored = await store.load(board);
    expect([through(stored), stored?.updates.length]).toEqual([2, 4]);
    expect(readWords(stored)).toEqual(whole);
    expect(events).toEqual([['damaged-record', { board, kind: 'snapshot', seq: 3 }]]);
    expect((await store.compact(board))?.records).toBe(4);
    expect(readWords(await store.load(board))).toEqual(whole);
    expect(events).toHaveLength(1);
  });

  /** Snapshots of several chunks. */
  const long = texts.map((text) => text.repeat(200_000));

  it.each([
    ['chunk', 'UPDATE snapshot_chunks SET bytes = zeroblob(9) WHERE through_seq = 3 AND chunk = 1'],
    ['chunk that is gone', 'DELETE FROM snapshot_chunks WHERE through_seq = 3 AND chunk = 1'],
    ['number of chunks', 'UPDATE document_snapshots SET chunks = 2 WHERE through_seq = 3'],
    ['row that says it has no chunks', 'UPDATE document_snapshots SET chunks = 0 WHERE through_seq = 3'],
  ])('costs nothing when it is of the newest large snapshot: its %s', async (_what, spoil) => {
    const { store, board, events } = await damage(spoil, wordsOf(...long));
    const stored = await store.load(board);
    expect([through(stored), stored?.updates.length]).toEqual([2, 4]);
    expect(readWords(stored)).toEqual({ ...long });
    expect(events).toEqual([['damaged-record', { board, kind: 'snapshot', seq: 3 }]]);
  });

  it.each([
    ['to another place', 'UPDATE document_records SET seq = 40 WHERE seq = 4 AND document = $'],
    ['into taking back', 'UPDATE document_records SET takes_back = 1 WHERE seq = 4 AND document = $'],
  ])('is noticed when it strayed %s', async (_where, spoil) => {
    const { store, board } = await damage(spoil);
    const stored = await store.load(board);
    expect([stored?.updates, stored?.takesBack]).toEqual([[words[5]], false]);
  });

  it('costs the snapshot that was being written when the server ended, and nothing else', async () => {
    const { database, store, board, events } = await damage(
      'UPDATE document_snapshots SET complete = 0 WHERE through_seq = 3',
      wordsOf(...long),
    );
    expect(readWords(await store.load(board))).toEqual({ ...long });
    await store.close();
    const again = createBoardStore({ database, log: silent });
    const left = database.prepare('SELECT DISTINCT through_seq FROM snapshot_chunks').all();
    expect(left).toEqual([{ through_seq: 1 }]);
    expect(readWords(await again.load(board))).toEqual({ ...long });
    expect(events).toEqual([]);
  });
});

describe('A file of version 1', () => {
  it('is taken over with everything in it', async () => {
    const database = openMemoryDatabase();
    const board = newBoardId();
    const words = wordsOf('a', 'b', 'c');
    const sum = (kind: string, seq: number, content: Uint8Array): number => crc32(content, crc32(`${kind}:1:${seq}`));
    const snapshot = Y.mergeUpdates(words.slice(0, 2));
    database.exec(VERSION_1);
    database.prepare('INSERT INTO documents VALUES (1, ?)').run(board);
    database.prepare('INSERT INTO document_snapshots VALUES (1, 1, ?, ?)').run(snapshot, sum('snapshot', 1, snapshot));
    words.forEach((word, seq) => {
      database.prepare('INSERT INTO document_records VALUES (1, ?, ?, ?)').run(seq, word, sum('update', seq, word));
    });
    const events: unknown[] = [];
    const store = createBoardStore({ database, log: (event) => events.push(event) });
    const stored = await store.load(board);
    expect([stored?.snapshot?.entries, stored?.updates, stored?.takesBack]).toEqual([2, [words[2]], false]);
    expect(stored?.snapshot?.bytes).toEqual(snapshot);
    expect((await store.compact(board))?.records).toBe(1);
    expect(readWords(await store.load(board))).toEqual({ 0: 'a', 1: 'b', 2: 'c' });
    expect(database.prepare('SELECT checksum FROM documents').get()?.checksum).not.toBeNull();
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 5 });
    expect(events).toEqual([]);
  });

  it('is left alone when it comes from the future', () => {
    const database = openMemoryDatabase();
    database.exec('PRAGMA user_version = 6');
    expect(() => createBoardStore({ database, log: silent })).toThrow('newer version (6)');
  });
});

/** As the first version made it. */
const VERSION_1 = `
  CREATE TABLE documents (id INTEGER PRIMARY KEY, board TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE document_records (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, seq INTEGER NOT NULL,
    bytes BLOB NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE document_snapshots (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, through_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (document, through_seq)
  ) STRICT;
  CREATE TABLE damaged_records (
    board TEXT NOT NULL, kind TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
    PRIMARY KEY (board, kind, seq)
  ) STRICT;
  PRAGMA user_version = 1;
`;
