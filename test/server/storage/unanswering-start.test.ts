/** The disk gives no answer, or not always, when the server starts: that is no damage, and nothing is done about it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { databasePath } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';
import { spoilPage } from '../../kit/spoil-page.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

/** What happens when the file is read beside SQLite. */
let onRead = (): void => undefined;
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const readSync = (...args: Parameters<typeof fs.readSync>): number => {
    onRead();
    return fs.readSync(...args);
  };
  return { ...fs, readSync };
});

const words = Array.from({ length: 100 }, (_, n) => `word ${n} ${'x'.repeat(80)}`);
const board = newBoardId();
const events: string[] = [];
const start = () =>
  openSoundDatabase(
    folder,
    (event) => events.push(event),
    () => 0,
  );
let folder = '';
let sound: Buffer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tempano-start-'));
  events.length = 0;
  const database = start();
  const [first = new Uint8Array(), ...rest] = wordsOf(...words);
  makeBoard(database, board, first);
  await createBoardStore({ database, log: () => undefined }).append(rest.map((update) => one(board, update)));
  const [, page] = database
    .prepare("SELECT pageno FROM dbstat WHERE name = 'document_records' AND pagetype = 'leaf' ORDER BY path")
    .all();
  database.close();
  sound = readFileSync(databasePath(folder));
  spoilPage(databasePath(folder), Number(page?.pageno));
});
afterEach(() => {
  onRead = () => undefined;
  rmSync(folder, { recursive: true });
});

it('refuses to start as long as part of the file cannot be read, says so, and leaves everything as it is', () => {
  const before = readFileSync(databasePath(folder));
  onRead = () => {
    throw new Error('EIO: i/o error, read');
  };
  expect(start).toThrow(/tempano\.sqlite cannot be read \(EIO.*look at the disk/);
  expect(readFileSync(databasePath(folder))).toEqual(before);
  expect(readdirSync(folder).filter((name) => /damaged|rescue/.test(name))).toEqual([]);
  expect(events).toEqual([]);
});

it('starts on the file as it is where the next look finds it sound', async () => {
  onRead = () => writeFileSync(databasePath(folder), sound);
  const database = start();
  expect(events).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  const stored = await createBoardStore({ database, log: (event) => events.push(event) }).load(board);
  database.close();
  expect(Object.keys(readWords(stored))).toHaveLength(words.length);
});
