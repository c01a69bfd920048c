/** Records that are gone without a trace: every one is noticed, at whatever place, named once, and nobody else pays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BoardReader } from '../../../server/storage/board-rows.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { createBoardTables } from '../../../server/storage/board-tables.ts';
import { BoardWriter } from '../../../server/storage/board-writer.ts';
import {
  type Database,
  databasePath,
  inTransaction,
  openDatabase,
  openMemoryDatabase,
} from '../../../server/storage/database.ts';
import { foldInProcess } from '../../../server/storage/fold-child.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard, removeBoard } from '../../kit/make-board.ts';
import { bytes, one, readWords, wordsOf } from '../../kit/storage-contract.ts';

type Event = readonly [event: string, fields: unknown];
const WORDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Eight words in records 0 to 7, folded through 1 and through 3, beside another board. */
async function stage(database: Database = openMemoryDatabase(), folds: readonly number[] = [1, 3]) {
  const events: Event[] = [];
  const store = createBoardStore({ database, log: (event, fields) => events.push([event, fields]) });
  const [board, other] = [newBoardId(), newBoardId()];
  const words = wordsOf(...WORDS);
  const [first = bytes(), ...rest] = words;
  makeBoard(database, other, bytes(9));
  makeBoard(database, board, first);
  for (const [i, update] of rest.entries()) {
    await store.append([one(board, update)]);
    if (folds.includes(i + 1)) await store.compact(board);
  }
  const id = Number(database.prepare('SELECT id FROM documents WHERE board = ?').get(board)?.id);
  const run = (sql: string): void => database.exec(sql.replaceAll('$', String(id)));
  const seqs = (): number[] =>
    database
      .prepare('SELECT seq FROM document_records WHERE document = ? ORDER BY seq')
      .all(id)
      .map(({ seq }) => Number(seq));
  return { database, store, board, other, words, events, id, run, seqs };
}

describe('A record that is gone', () => {
  it.each([
    ['last', 'seq = 7', { records: 1, first: 7 }, 7],
    ['last three', 'seq > 4', { records: 3, first: 5 }, 5],
    ['whole tail', 'seq > 3', { records: 4, first: 4 }, 4],
    ['first after the snapshot', 'seq = 4', { records: 1, first: 4 }, 4],
    ['one in the middle', 'seq = 5', { records: 1, first: 5 }, 5],
    ['two apart', 'seq IN (4, 6)', { records: 2, first: 4 }, 4],
  ])('is named once: the %s', async (_which, where, lost, words) => {
    const { store, board, other, events, run, seqs } = await stage();
    run(`DELETE FROM document_records WHERE document = $ AND ${where}`);
    expect(Object.keys(readWords(await store.load(board)))).toHaveLength(words);
    expect(events).toEqual([['records-lost', { board, ...lost }]]);
    expect((await store.load(other))?.updates).toEqual([bytes(9)]);
    await store.load(board);
    await store.append([one(board, bytes(0, 0))]);
    await store.load(board);
    expect(events).toHaveLength(1);
    expect(seqs().at(-1), 'no number is used twice').toBe(8);
  });

  it('is named when nothing is left of the board', async () => {
    const { store, board, events, run } = await stage(openMemoryDatabase(), []);
    run('DELETE FROM document_records WHERE document = $');
    expect(readWords(await store.load(board))).toEqual({});
    expect(events).toEqual([['records-lost', { board, records: 8, first: 0 }]]);
  });

  it('is named when the first one is gone, on which all others build', async () => {
    const { store, board, events, run } = await stage(openMemoryDatabase(), []);
    run('DELETE FROM document_records WHERE document = $ AND seq = 0');
    expect(readWords(await store.load(board))).toEqual({});
    expect(events).toEqual([['records-lost', { board, records: 1, first: 0 }]]);
  });

  it('is named again when more are lost later, and only those', async () => {
    const { store, board, events, run } = await stage();
    run('DELETE FROM document_records WHERE document = $ AND seq = 6');
    await store.load(board);
    run('DELETE FROM document_records WHERE document = $ AND seq IN (5, 7)');
    await store.load(board);
    expect(events).toEqual([
      ['records-lost', { board, records: 1, first: 6 }],
      ['records-lost', { board, records: 2, first: 5 }],
    ]);
  });

  it('costs nothing when a snapshot has it already', async () => {
    const { store, board, events, run } = await stage();
    run('DELETE FROM document_records WHERE document = $ AND seq <= 3');
    expect(readWords(await store.load(board))).toEqual({ ...WORDS });
    expect(events).toEqual([]);
  });

  it('is not folded over before it is named', async () => {
    const { store, board, run } = await stage();
    run('DELETE FROM document_records WHERE document = $ AND seq = 7');
    await expect(store.compact(board)).rejects.toThrow('missing');
    await store.load(board);
    expect((await store.compact(board))?.records).toBe(3);
    expect(Object.keys(readWords(await store.load(board)))).toHaveLength(7);
  });

  it('of a board that was removed since it was read is kept nowhere', async () => {
    const { database, board, id, run } = await stage();
    run('DELETE FROM document_records WHERE document = $ AND seq = 5');
    run('UPDATE document_records SET checksum = 1 WHERE document = $ AND seq = 6');
    const writer = new BoardWriter(database);
    const [place, rows] = [writer.find(board), new BoardReader(database).read(id)];
    expect([place?.nextSeq, rows.missing.length, rows.damaged.length]).toEqual([8, 1, 1]);
    removeBoard(database, board);
    inTransaction(database, () => writer.setAside(board, place ?? { id, nextSeq: 8 }, rows));
    expect(database.prepare('SELECT * FROM damaged_records').all()).toEqual([]);
  });
});

describe('A record whose number became another', () => {
  it.each([1_000_000_000_000, 8])(
    'is named with the hole it left, and the board goes on after its end: %d',
    async (seq) => {
      const { store, board, words, events, run, seqs } = await stage();
      run(`UPDATE document_records SET seq = ${seq} WHERE document = $ AND seq = 7`);
      expect(Object.keys(readWords(await store.load(board)))).toHaveLength(7);
      expect(events).toEqual([
        ['damaged-record', { board, kind: 'update', seq }],
        ['records-lost', { board, records: 1, first: 7 }],
      ]);
      await store.append([one(board, words[7] ?? bytes())]);
      expect(seqs().at(-1)).toBe(8);
      expect(readWords(await store.load(board))).toEqual({ ...WORDS });
      expect(events).toHaveLength(2);
    },
  );
});

describe('The end of a board', () => {
  it.each([
    ['gone', 'DELETE FROM document_ends WHERE document = $'],
    ['changed', 'UPDATE document_ends SET seq = 5 WHERE document = $'],
    ['that of another board', 'UPDATE document_ends SET document = document + 1 WHERE document = $'],
  ])('is named when it is %s, once', async (_how, spoil) => {
    const { store, board, events, run } = await stage();
    run(`PRAGMA foreign_keys = OFF; ${spoil}`);
    expect(readWords(await store.load(board))).toEqual({ ...WORDS });
    expect(events).toEqual([['end-unknown', { board }]]);
    run('DELETE FROM document_records WHERE document = $ AND seq = 7');
    await store.load(board);
    expect(events.slice(1)).toEqual([['records-lost', { board, records: 1, first: 7 }]]);
  });

  it('that is older than the last record costs nothing', async () => {
    const { database, store, board, events, id, run } = await stage();
    const older = database.prepare('SELECT seq, checksum FROM document_ends WHERE document = ?').get(id);
    await store.append([one(board, bytes(0, 0))]);
    run(`UPDATE document_ends SET seq = ${older?.seq}, checksum = ${older?.checksum} WHERE document = $`);
    const again = createBoardStore({ database, log: (event, fields) => events.push([event, fields]) });
    await again.append([one(board, bytes(0, 0))]);
    expect((await again.load(board))?.updates).toHaveLength(6);
    expect(events).toEqual([]);
  });

  it('goes with its board', async () => {
    const { database, board } = await stage();
    removeBoard(database, board);
    expect(database.prepare('SELECT count(*) AS n FROM document_ends').get()).toEqual({ n: 1 });
  });

  it('is kept for the boards of a file from before it was', async () => {
    const { database, store, board, id, run, events } = await stage();
    run('DROP TABLE document_ends; PRAGMA user_version = 2');
    createBoardTables(database);
    expect(database.prepare('SELECT seq FROM document_ends WHERE document = ?').get(id)).toEqual({ seq: 7 });
    expect(readWords(await store.load(board))).toEqual({ ...WORDS });
    run('DELETE FROM document_records WHERE document = $ AND seq = 7');
    await store.load(board);
    expect(events).toEqual([['records-lost', { board, records: 1, first: 7 }]]);
  });
});

describe('The process that folds', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('refuses a board with a missing record as well', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tempano-lost-'));
    folders.push(folder);
    const { database, id, run } = await stage(openDatabase(folder), []);
    const folding = foldInProcess(databasePath(folder));
    expect((await folding.fold({ document: id, through: 7 })).records).toBe(8);
    run('DELETE FROM document_records WHERE document = $ AND seq = 7');
    await expect(folding.fold({ document: id, through: 7 })).rejects.toThrow('missing');
    await folding.close();
    database.close();
  });
});
