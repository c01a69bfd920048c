/** A file that is taken away, replaced or cut under a running server: nothing more is said to be stored. */
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { closeDatabase, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const folders: string[] = [];
const toClose: Array<() => void> = [];
afterEach(() => {
  for (const close of toClose.splice(0)) close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const [first = new Uint8Array(), ...rest] = wordsOf(...Array.from({ length: 20 }, (_, n) => `${n} ${'x'.repeat(400)}`));

async function running() {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-guard-'));
  folders.push(folder);
  const database = openDatabase(folder);
  toClose.push(() => database.close());
  const registry = openRegistry(database);
  const store = createBoardStore({ database, log: () => undefined });
  const board = newBoardId();
  makeBoard(database, board, first);
  let next = 0;
  /** One more word; the same again after one that was not taken. */
  const write = async (): Promise<void> => {
    await store.append([one(board, rest[next] ?? new Uint8Array())]);
    next += 1;
  };
  for (let n = 0; n < 5; n += 1) await write();
  const path = databasePath(folder);
  return { folder, database, path, log: `${path}-wal`, store, board, registry, write };
}

/** Somebody puts other bytes in place of what is in a log, as long as it was. */
function writeOver(path: string, what: 'garbage' | 'zeros' | 'another' | 'a head of zeros'): void {
  const log = readFileSync(path);
  if (what === 'another') {
    const other = mkdtempSync(join(tmpdir(), 'tempano-guard-'));
    folders.push(other);
    const database = openDatabase(other);
    database.exec('CREATE TABLE spare AS SELECT randomblob(200000)');
    log.set(readFileSync(`${databasePath(other)}-wal`).subarray(0, log.length));
    database.close();
  } else log.fill(what === 'garbage' ? 0xa7 : 0, 0, what === 'a head of zeros' ? 32 : log.length);
  const file = openSync(path, 'r+');
  writeSync(file, log);
  closeSync(file);
}

/** As somebody does it beside the server. */
function withTool(path: string, sql: string): void {
  const tool = new DatabaseSync(path);
  tool.exec(sql);
  tool.close();
}

describe('A file under a running server', () => {
  it.each<[string, (path: string) => void, RegExp]>([
    ['taken away', (path) => unlinkSync(path), /was taken away/],
    [
      'replaced by a copy',
      (path) => {
        copyFileSync(path, `${path}.copy`);
        renameSync(`${path}.copy`, path);
      },
      /was replaced/,
    ],
    ['without its log', (path) => unlinkSync(`${path}-wal`), /-wal was taken away/],
    [
      'whose log lost its end',
      (path) => truncateSync(`${path}-wal`, Math.floor(statSync(`${path}-wal`).size / 2)),
      /-wal was cut off/,
    ],
    ['whose log was emptied', (path) => truncateSync(`${path}-wal`), /-wal was cut off/],
    ['whose log was written over', (path) => writeOver(`${path}-wal`, 'garbage'), /-wal was written over/],
    ['whose log has zeros in it', (path) => writeOver(`${path}-wal`, 'zeros'), /-wal was written over/],
    ['whose log is that of another file', (path) => writeOver(`${path}-wal`, 'another'), /-wal was written over/],
  ])('%s takes no more, and says why', async (_what, harm, why) => {
    const { path, store, board, registry, write, database } = await running();
    harm(path);
    await expect(write()).rejects.toThrow(why);
    await expect(write()).rejects.toThrow(why);
    expect(() => makeBoard(database, newBoardId(), first)).toThrow(why);
    await expect(store.probe()).rejects.toThrow(why);
    expect(() => registry.transaction(() => undefined)).toThrow(why);
    // One row alone is no less lost than a transaction.
    expect(() => registry.sessions.remove('of somebody who leaves')).toThrow(why);
    expect(() => registry.check()).toThrow(expect.objectContaining({ why: 'storage-failed' }));
    expect(() => registry.check()).toThrow(why);
    expect(await store.load(board)).not.toBeNull();
  });

  it.each<[string, (bytes: number) => number]>([
    ['lost its end', (bytes) => bytes - 4096],
    ['was emptied', () => 0],
  ])('that %s takes no more, also once it is long again', async (_what, left) => {
    const { path, registry, write } = await running();
    withTool(path, 'PRAGMA wal_checkpoint');
    await write();
    const { size } = statSync(path);
    truncateSync(path, left(size));
    await expect(write()).rejects.toThrow(/sqlite was cut off/);
    truncateSync(path, size);
    await expect(write()).rejects.toThrow(/sqlite was cut off/);
    expect(() => registry.check()).toThrow(/sqlite was cut off/);
  });

  it.each(['garbage', 'another'] as const)('whose log is %s is left as it is when the server stops', async (what) => {
    const { path, log, write, database } = await running();
    withTool(path, 'PRAGMA wal_checkpoint');
    await write();
    writeOver(log, what);
    const before = [readFileSync(path), readFileSync(log)];
    closeDatabase(database);
    expect([readFileSync(path), readFileSync(log)]).toEqual(before);
  });

  it('whose log lost its head loses nothing else', async () => {
    const { folder, path, log, board, write, database } = await running();
    writeOver(log, 'a head of zeros');
    await expect(write()).rejects.toThrow(/-wal was written over/);
    closeDatabase(database);
    const later = mkdtempSync(join(tmpdir(), 'tempano-guard-'));
    folders.push(later);
    for (const name of readdirSync(folder))
      if (!name.endsWith('-shm')) copyFileSync(join(folder, name), join(later, name));
    const opened = openSoundDatabase(later, () => undefined, Date.now);
    toClose.push(() => opened.close());
    const stored = await createBoardStore({ database: opened, log: () => undefined }).load(board);
    expect([Object.keys(readWords(stored)).length, statSync(path).size]).toEqual([6, 4096]);
  });

  it('may have its log begun anew over and over', async () => {
    const { path, board, store, write } = await running();
    for (let n = 0; n < 5; n += 1) {
      withTool(path, 'PRAGMA wal_checkpoint(RESTART)');
      await write();
    }
    expect(Object.keys(readWords(await store.load(board)))).toHaveLength(11);
  });

  it('may be made shorter by a tool that takes out what is free', async () => {
    const { path, database, board, store, write } = await running();
    database.exec('CREATE TABLE spare AS SELECT randomblob(200000)');
    withTool(path, 'PRAGMA wal_checkpoint');
    await write();
    const { size } = statSync(path);
    withTool(path, 'DROP TABLE spare; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    expect(statSync(path).size).toBeLessThan(size - 200_000);
    for (let n = 0; n < 3; n += 1) await write();
    expect(Object.keys(readWords(await store.load(board)))).toHaveLength(10);
  });

  it('that was taken away is written to again once it is back', async () => {
    const { path, store, board, write } = await running();
    renameSync(path, `${path}.away`);
    await expect(write()).rejects.toThrow(/was taken away/);
    renameSync(`${path}.away`, path);
    await write();
    expect(Object.keys(readWords(await store.load(board)))).toHaveLength(7);
  });

  it('may have its log emptied by a tool, once all of it is in the file', async () => {
    const { folder, path, log, board, write, database: written } = await running();
    withTool(path, 'PRAGMA wal_checkpoint(TRUNCATE)');
    expect(statSync(log).size).toBe(0);
    // Past the guard, as another process does it.
    written.exec("INSERT INTO probes VALUES (9, x'00')");
    for (let n = 0; n < 3; n += 1) await write();
    const database = openDatabase(folder);
    toClose.push(() => database.close());
    const stored = await createBoardStore({ database, log: () => undefined }).load(board);
    expect(Object.keys(readWords(stored))).toHaveLength(9);
  });
});
