/** Where the bytes of a large record lie, what that costs others, and what is lost with a page of them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { type Database, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { IN_ROW_BYTES } from '../../../server/storage/large-records.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import type { Log } from '../../../server/sync/ports.ts';
import { type BoardId, newBoardId } from '../../../shared/ids.ts';
import { makeBoard, removeBoard } from '../../kit/make-board.ts';
import { spoilPage } from '../../kit/spoil-page.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const silent = (): void => undefined;
const LARGE = 'l'.repeat(3_000);
const WORDS = ['first', LARGE, 'third', 'fourth'];
const ALL = { ...WORDS };
/** Of four people, so that none builds on another's. */
const updates = WORDS.map((word, i) => wordsAt(i, word));
const withoutLarge = { 0: 'first', 2: 'third', 3: 'fourth' };

function wordsAt(place: number, word: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('words').set(String(place), word);
  return Y.encodeStateAsUpdate(doc);
}

/** A file with one board whose second record is large. */
async function written(): Promise<{ folder: string; board: BoardId }> {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-large-'));
  folders.push(folder);
  const database = openDatabase(folder);
  const store = createBoardStore({ database, log: silent });
  const board = newBoardId();
  const [first = new Uint8Array(), ...rest] = updates;
  makeBoard(database, board, first);
  await store.append(rest.map((update) => one(board, update)));
  database.close();
  return { folder, board };
}

async function readIn(folder: string, board: BoardId, open = openDatabase) {
  const events: unknown[] = [];
  const log: Log = (...event) => events.push(event);
  const database = open(folder);
  const store = createBoardStore({ database, log });
  const words = readWords(await store.load(board));
  return { words, events, database, store };
}

const countIn = (database: Database, table: string): number =>
  Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);

const pagesOf = (database: Database, table: string, kind: string): number[] =>
  database
    .prepare('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ?')
    .all(table, kind)
    .map(({ pageno }) => Number(pageno));

describe('A large record', () => {
  it('lies apart, so that no row of the others is longer than a page', async () => {
    const { folder, board } = await written();
    const { words, events, database, store } = await readIn(folder, board);
    expect([words, events]).toEqual([ALL, []]);
    const edge = Array.from({ length: 40 }, () => one(board, new Uint8Array(IN_ROW_BYTES)));
    await store.append(edge);
    expect(pagesOf(database, 'document_records', 'overflow')).toEqual([]);
    expect(countIn(database, 'large_records')).toBe(1);
    database.close();
  });

  it('of a file of version 4 is read where it is', async () => {
    const { folder, board } = await written();
    const before = openDatabase(folder);
    before.exec(`
      UPDATE document_records SET bytes = (SELECT bytes FROM large_records) WHERE bytes = x'';
      DROP TABLE large_records;
      PRAGMA user_version = 4;
    `);
    before.close();
    const { words, events, database, store } = await readIn(folder, board);
    expect([words, events, countIn(database, 'large_records')]).toEqual([ALL, [], 0]);
    await store.append([one(board, wordsOf(LARGE)[0] ?? new Uint8Array())]);
    expect(countIn(database, 'large_records')).toBe(1);
    database.close();
  });

  it('costs itself where its bytes are changed, is named, and what is left of it is kept', async () => {
    const { folder, board } = await written();
    const bytes = readFileSync(databasePath(folder));
    bytes.write('L', bytes.indexOf(LARGE.slice(0, 1_000)));
    writeFileSync(databasePath(folder), bytes);
    const { words, events, database, store } = await readIn(folder, board);
    expect(words).toEqual(withoutLarge);
    expect(events).toEqual([['damaged-record', { board, kind: 'update', seq: 1 }]]);
    const kept = database.prepare('SELECT bytes FROM damaged_records').get()?.bytes;
    expect(Buffer.from(kept instanceof Uint8Array ? kept : []).toString()).toContain(`L${'l'.repeat(2_999)}`);
    expect(countIn(database, 'large_records')).toBe(0);
    await store.load(board);
    expect(events).toHaveLength(1);
    database.close();
  });

  it('costs itself where its page is broken, until the file is set right', async () => {
    const { folder, board } = await written();
    const before = openDatabase(folder);
    const [page = 0] = pagesOf(before, 'large_records', 'leaf');
    before.close();
    spoilPage(databasePath(folder), page);
    const { words, events, database } = await readIn(folder, board);
    expect(words).toEqual(withoutLarge);
    expect(events).toEqual([
      ['damaged-record', { board, kind: 'update', seq: 1 }],
      // What is on a broken page cannot be taken from it.
      ['damaged-record-not-moved', { board, why: 'database disk image is malformed' }],
    ]);
    database.close();
    const open = (dir: string): Database => openSoundDatabase(dir, silent, Date.now);
    const after = await readIn(folder, board, open);
    const named = [['damaged-record', { board, kind: 'update', seq: 1 }]];
    expect([after.words, after.events]).toEqual([withoutLarge, named]);
    await after.store.load(board);
    expect(after.events).toEqual(named);
    after.database.close();
  });

  it('comes along when a file is rescued', async () => {
    const { folder, board } = await written();
    const before = openDatabase(folder);
    const probes = before.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'probes'").get()?.rootpage;
    before.close();
    spoilPage(databasePath(folder), Number(probes));
    const rescued: string[] = [];
    const open = (dir: string): Database => openSoundDatabase(dir, (event) => rescued.push(event), Date.now);
    const { words, events, database } = await readIn(folder, board, open);
    expect([words, events, rescued]).toEqual([ALL, [], ['file-rescued']]);
    database.close();
  });

  it('of an unknown board has the file set right when it is opened', async () => {
    const { folder, board } = await written();
    const before = openDatabase(folder);
    before.exec('PRAGMA foreign_keys = OFF; INSERT INTO large_records VALUES (7, 0, randomblob(9))');
    before.close();
    const rescued: string[] = [];
    const open = (dir: string): Database => openSoundDatabase(dir, (event) => rescued.push(event), Date.now);
    const { words, database } = await readIn(folder, board, open);
    expect([words, rescued, countIn(database, 'large_records')]).toEqual([ALL, ['file-rescued'], 1]);
    database.close();
  });

  it('goes with its record: when two snapshots have it, and with its board', async () => {
    const { folder, board } = await written();
    const { database, store } = await readIn(folder, board);
    await store.compact(board);
    expect(countIn(database, 'large_records')).toBe(1);
    await store.append([one(board, wordsOf('more')[0] ?? new Uint8Array())]);
    await store.compact(board);
    expect(countIn(database, 'large_records')).toBe(0);
    const other = newBoardId();
    makeBoard(database, other, wordsOf(LARGE)[0] ?? new Uint8Array());
    expect(countIn(database, 'large_records')).toBe(1);
    removeBoard(database, other);
    expect(countIn(database, 'large_records')).toBe(0);
    database.close();
  });
});
