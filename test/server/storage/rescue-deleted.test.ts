/**
 * Pages that SQLite has put aside for new rows still hold what was deleted. It stays deleted when the file is rescued; what
 * only damage has put among them comes along.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { databasePath } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newBoardId, newCohortId } from '../../../shared/ids.ts';
import { removeBoard } from '../../kit/make-board.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const PAGE_BYTES = 4096;
const silent = (): void => undefined;
/** The index of boards takes several pages, of which most are put aside when these are deleted. */
const boards = Array.from({ length: 400 }, () => newBoardId());
const isKept = (_: unknown, n: number): boolean => n % 40 === 0;
const kept = boards.filter(isKept);
const deleted = boards.filter((board, n) => !isKept(board, n));
const wordsIn = (n: number): string[] => ['a', 'b', 'c'].map((word) => `board ${n} ${word.repeat(150)}`);
let home: string;
let written: string;
/** Where the file keeps something, before it is damaged. */
const at = { probes: 0, trunk: 0, boards: [] as number[], index: [] as number[] };

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tempano-deleted-'));
  written = mkdtempSync(join(home, 'written-'));
  const database = openSoundDatabase(written, silent, Date.now);
  // As before 0.7.0: since then what is deleted is overwritten.
  database.exec('PRAGMA secure_delete = OFF');
  const registry = openRegistry(database);
  const store = createBoardStore({ database, log: silent });
  const of = {
    cohort: newCohortId(),
    organisation: null,
    person: null,
    kind: 'iceberg',
    title: '',
    createdAt: 1,
  } as const;
  for (const [n, id] of boards.entries()) {
    const [first = new Uint8Array(), ...rest] = wordsOf(...wordsIn(n));
    database.exec('PRAGMA foreign_keys = OFF');
    registry.transaction(() => registry.boards.add({ ...of, id }, first));
    await store.append(rest.map((update) => one(id, update)));
  }
  for (const board of deleted) {
    removeBoard(database, board);
    database.prepare('DELETE FROM cohort_boards WHERE id = ?').run(board);
  }
  at.probes = Number(database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'probes'").get()?.rootpage);
  const leaves = database.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'");
  const pagesOf = (name: string): number[] => leaves.all(name).map(({ pageno }) => Number(pageno));
  [at.boards, at.index] = [pagesOf('documents'), pagesOf('sqlite_autoindex_documents_1')];
  database.close();
  at.trunk = readFileSync(databasePath(written)).readUInt32BE(32);
});
afterAll(() => rmSync(home, { recursive: true }));

/** What is there of which board after a rescue, and what was said. */
async function rescued(spoil: (bytes: Buffer) => void) {
  const folder = mkdtempSync(join(home, 'round-'));
  for (const name of readdirSync(written)) copyFileSync(join(written, name), join(folder, name));
  const bytes = readFileSync(databasePath(folder));
  spoil(bytes);
  writeFileSync(databasePath(folder), bytes);
  const events: string[] = [];
  const database = openSoundDatabase(folder, (event) => events.push(event), Date.now);
  const store = createBoardStore({ database, log: (event) => events.push(event) });
  const there = database.prepare('SELECT board FROM documents').all();
  const words = await Promise.all(kept.map(async (board) => Object.values(readWords(await store.load(board)))));
  database.close();
  return { there: there.map(({ board }) => String(board)).sort(), words, events };
}
const whole = {
  there: [...kept].sort(),
  words: boards.flatMap((board, n) => (isKept(board, n) ? [wordsIn(n)] : [])),
  events: ['file-rescued'],
};

const spoilPage = (bytes: Buffer, page: number): unknown =>
  bytes.fill(0xee, (page - 1) * PAGE_BYTES, (page - 1) * PAGE_BYTES + 8);

it('has pages put aside, with boards that were deleted in them', () => {
  const bytes = readFileSync(databasePath(written));
  expect(bytes.readUInt32BE(36)).toBeGreaterThan(20);
  expect(deleted.filter((board) => bytes.includes(board)).length).toBeGreaterThan(50);
});

it('leaves deleted what was deleted, and every other board whole', async () => {
  expect(await rescued((bytes) => spoilPage(bytes, at.probes))).toEqual(whole);
});

it('keeps boards that only the index still names, where damage has put its pages among those', async () => {
  const outcome = await rescued((bytes) => {
    const trunk = (at.trunk - 1) * PAGE_BYTES;
    for (const page of at.boards) spoilPage(bytes, page);
    for (const page of at.index) {
      const leaves = bytes.readUInt32BE(trunk + 4);
      bytes.writeUInt32BE(page, trunk + 8 + 4 * leaves);
      bytes.writeUInt32BE(leaves + 1, trunk + 4);
    }
  });
  expect(outcome).toEqual(whole);
});

it.each([
  ['leads to no page', 0x7fffffff],
  ['leads to a page of a table', 1],
])('does without the list of those pages where it %s', async (_, trunk) => {
  const { words, events } = await rescued((bytes) => bytes.writeUInt32BE(trunk, 32));
  expect(words).toEqual(whole.words);
  expect(events).toContain('file-rescued');
});

it('follows the list of those pages no further than once around', async () => {
  const { words, events } = await rescued((bytes) => {
    bytes.writeUInt32BE(at.trunk, (at.trunk - 1) * PAGE_BYTES);
    spoilPage(bytes, at.probes);
  });
  expect([words, events]).toEqual([whole.words, ['file-rescued']]);
});
