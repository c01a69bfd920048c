/** A page of the file breaks under a server that is running: what is on it is lost and named, all else is read and kept. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { type Database, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { type BoardId, newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';
import { spoilPage } from '../../kit/spoil-page.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const MANY = 200;
const words = Array.from({ length: MANY }, (_, n) => `word ${n} ${'x'.repeat(80)}`);
const updates = wordsOf(...words, 'after', 'and after that');
const folders: string[] = [];
let open: Database | null = null;
afterEach(() => {
  open?.close();
  open = null;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function written(): Promise<{ folder: string; board: BoardId }> {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-page-'));
  folders.push(folder);
  const database = openDatabase(folder);
  const board = newBoardId();
  makeBoard(database, board, updates[0] ?? new Uint8Array());
  const rest = updates.slice(1, MANY).map((update) => one(board, update));
  await createBoardStore({ database, log: () => undefined }).append(rest);
  database.close();
  return { folder, board };
}

/** As a running server has it: nobody looks through the file first. `spoil` says which pages of a table break. */
function broken(folder: string, table: string, spoil: (leaves: readonly number[]) => readonly (number | undefined)[]) {
  const before = openDatabase(folder);
  const leaves = before
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path")
    .all(table)
    .map(({ pageno }) => Number(pageno));
  before.close();
  for (const page of spoil(leaves)) spoilPage(databasePath(folder), page ?? 0);
  open = openDatabase(folder);
  const events: Array<readonly [string, object | undefined]> = [];
  const store = createBoardStore({ database: open, log: (...event) => events.push([event[0], event[1]]) });
  return { store, events, pages: leaves.length };
}

/** Records that are gone, and those of which no more than the number could be read. */
function namedIn(events: ReadonlyArray<readonly [string, object | undefined]>): number {
  const damaged = events.filter(([event]) => event === 'damaged-record').length;
  return events.reduce((sum, [, fields]) => sum + Number(Object(fields).records ?? 0), damaged);
}

it('costs the records on it: those before and behind are read, and what is missing is named', async () => {
  const { folder, board } = await written();
  const { store, events, pages } = broken(folder, 'document_records', (leaves) => [leaves[1]]);
  expect(pages).toBeGreaterThan(4);
  const first = await store.load(board);
  const read = first?.updates.length ?? 0;
  expect(read).toBeGreaterThan(MANY / 2);
  expect(read).toBeLessThan(MANY);
  expect(first?.updates.map((update) => Buffer.from(update).toString('hex'))).toEqual(
    expect.arrayContaining([updates[0], updates[MANY - 1]].map((update) => Buffer.from(update ?? []).toString('hex'))),
  );
  expect(events.map(([event]) => event)).toContain('records-unreachable');
  expect(namedIn(events)).toBe(MANY - read);
  // As often as somebody opens the board; nothing can be written down of it where the page is broken.
  for (let round = 0; round < 3; round += 1) {
    events.length = 0;
    expect((await store.load(board))?.updates).toHaveLength(read);
    expect(namedIn(events)).toBe(MANY - read);
  }
});

it('costs no other board anything, whichever is read after it and how often', async () => {
  const { folder, board } = await written();
  const neighbour = newBoardId();
  const before = openDatabase(folder);
  makeBoard(before, neighbour, updates[0] ?? new Uint8Array());
  const ofBoard = before.prepare('SELECT id FROM documents WHERE board = ?');
  const isFirst = Number(ofBoard.get(board)?.id) < Number(ofBoard.get(neighbour)?.id);
  before.close();
  const { store, events } = broken(folder, 'document_records', (leaves) => [isFirst ? leaves[1] : leaves.at(-2)]);
  for (let round = 0; round < 3; round += 1) {
    await store.load(board);
    events.length = 0;
    expect(readWords(await store.load(neighbour))).toEqual({ 0: words[0] });
    expect(events).toEqual([]);
  }
});

it('costs everything between two that are broken, and the board goes on', async () => {
  const { folder, board } = await written();
  const { store, events } = broken(folder, 'document_records', (leaves) => [leaves[1], leaves[3]]);
  const read = (await store.load(board))?.updates.length ?? 0;
  const again = broken(folder, 'document_records', () => []);
  expect(namedIn(events)).toBe(MANY - read);
  expect(await again.store.append([one(board, updates[MANY] ?? new Uint8Array())])).toEqual(new Set());
  expect((await again.store.load(board))?.updates).toHaveLength(read + 1);
});

it('with the ends of boards on it costs no record: they are stored all the same', async () => {
  const { folder, board } = await written();
  const { store, events } = broken(folder, 'document_ends', (leaves) => leaves);
  expect(await store.append([one(board, updates[MANY] ?? new Uint8Array())])).toEqual(new Set());
  expect(await store.append([one(board, updates[MANY + 1] ?? new Uint8Array())])).toEqual(new Set());
  expect(Object.values(readWords(await store.load(board)))).toEqual([...words, 'after', 'and after that']);
  expect(events).toEqual([['end-unknown', { board }]]);
});

it('that breaks after the board was written to is met in the middle of storing, which is done again without it', async () => {
  const { folder, board } = await written();
  const { store, events } = broken(folder, 'document_ends', () => []);
  expect(await store.append([one(board, updates[MANY] ?? new Uint8Array())])).toEqual(new Set());
  const ends = open?.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'document_ends'").get()?.rootpage;
  open?.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA shrink_memory');
  spoilPage(databasePath(folder), Number(ends));
  expect(await store.append([one(board, updates[MANY + 1] ?? new Uint8Array())])).toEqual(new Set());
  expect(Object.values(readWords(await store.load(board)))).toEqual([...words, 'after', 'and after that']);
  expect(events).toEqual([['end-unknown', { board }]]);
});
