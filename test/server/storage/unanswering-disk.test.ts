/** A disk that gives no answer for a while: what it holds is not taken for damaged or missing, and all of it is read later. */
import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, it, vi } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import {
  checkFile,
  type Database,
  databasePath,
  makeDataFolder,
  openDatabase,
} from '../../../server/storage/database.ts';
import { FileGuard } from '../../../server/storage/file-guard.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';
import { spoilPage } from '../../kit/spoil-page.ts';
import { one, wordsOf } from '../../kit/storage-contract.ts';

const MANY = 100;
const updates = wordsOf(...Array.from({ length: MANY }, (_, n) => `word ${n} ${'x'.repeat(80)}`), 'after');
let root = '';
let open: Database | null = null;
afterEach(() => {
  vi.restoreAllMocks();
  open?.close();
  open = null;
  rmSync(root, { recursive: true });
});

/** A board as a server has it that was started on it. From now on one of the pages of a table is broken. */
async function broken(table = 'document_records') {
  root = mkdtempSync(join(tmpdir(), 'tempano-unanswering-'));
  const folder = join(root, 'data');
  makeDataFolder(folder);
  const before = openDatabase(folder);
  const board = newBoardId();
  makeBoard(before, board, updates[0] ?? new Uint8Array());
  const rest = updates.slice(1, MANY).map((update) => one(board, update));
  await createBoardStore({ database: before, log: () => undefined }).append(rest);
  const [first, page = first] = before
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .all(table)
    .map(({ pageno }) => Number(pageno));
  before.close();
  const path = databasePath(folder);
  const sound = readFileSync(path);
  const database = openDatabase(folder);
  open = database;
  const events: string[] = [];
  const store = createBoardStore({ database, log: (event) => events.push(event) });
  spoilPage(path, page ?? 0);
  const mend = (): void => {
    writeFileSync(path, sound, { flag: 'r+' });
    // SQLite remembers the broken page, which it would not of a disk that gave none, until somebody else writes.
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE spare (word)');
    other.close();
  };
  return { folder, database, board, store, events, mend };
}

/** The system answers nothing about what is in the folder but that it cannot (ELOOP). Returns the end of that. */
function noAnswer(folder: string): () => void {
  renameSync(folder, `${folder}-away`);
  symlinkSync(folder, folder);
  return () => {
    unlinkSync(folder);
    renameSync(`${folder}-away`, folder);
  };
}

it('costs no record: the board cannot be read as long, nothing is set aside, and then it is whole', async () => {
  const { folder, board, store, events, mend } = await broken();
  const answers = noAnswer(folder);
  await expect(store.load(board)).rejects.toMatchObject({ why: 'storage-failed' });
  answers();
  mend();
  const whole = await store.load(board);
  expect(whole?.updates).toHaveLength(MANY);
  expect(events).toEqual([]);
});

it.each(['document_records', 'document_ends'])(
  'for a moment is asked once more, and nobody notices (%s)',
  async (table) => {
    const { board, store, events, mend } = await broken(table);
    const loading = store.load(board);
    mend();
    expect((await loading)?.updates).toHaveLength(MANY);
    expect(events).toEqual([]);
  },
);

it('takes nothing to be stored: whoever asks is told that it cannot be saved, until it answers again', async () => {
  const { folder, database, board, store, mend } = await broken();
  mend();
  const registry = openRegistry(database);
  const write = () => store.append([one(board, updates[MANY] ?? new Uint8Array())]);
  const answers = noAnswer(folder);
  const failure = expect.objectContaining({ why: 'storage-failed' });
  await expect(write()).rejects.toEqual(failure);
  await expect(store.probe()).rejects.toEqual(failure);
  expect(() => registry.sessions.remove('of somebody who leaves')).toThrow(failure);
  expect(() => checkFile(database)).toThrow(failure);
  answers();
  await write();
  expect((await store.load(board))?.updates).toHaveLength(MANY + 1);
});

it('that gives another record wrong at each reading gives out no board in pieces', async () => {
  const { database, board, store, events, mend } = await broken();
  mend();
  const spoil = database.prepare('UPDATE document_records SET checksum = checksum + ? WHERE seq = ?');
  let wrong = 1;
  spoil.run(1, wrong);
  vi.spyOn(FileGuard.prototype, 'checkReadable').mockImplementation(async () => {
    spoil.run(-1, wrong);
    wrong += 1;
    spoil.run(1, wrong);
  });
  await expect(store.load(board)).rejects.toThrow('each time');
  expect(events).toEqual([]);
  vi.restoreAllMocks();
  // The one that stays wrong is damaged.
  expect((await store.load(board))?.updates).toHaveLength(MANY - 1);
  expect(events).toContain('damaged-record');
});
