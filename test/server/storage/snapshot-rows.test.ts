/** Where the bytes of a snapshot lie: in its row, or in chunks as files of version 3 have them; and what a broken page costs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { chunkChecksum, snapshotChecksum } from '../../../server/storage/checksums.ts';
import { type Database, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { type BoardId, newBoardId } from '../../../shared/ids.ts';
import { makeBoard } from '../../kit/make-board.ts';
import { spoilPage } from '../../kit/spoil-page.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const silent = (): void => undefined;
/** Long enough that no two snapshots share a page. */
const texts = ['a', 'b', 'c', 'd'].map((text) => text.repeat(1_900));
const [first = new Uint8Array(), second = first, third = first, fourth = first, fifth = first] = wordsOf(...texts, 'e');

/** A file with a board, folded after its second and its last word. */
async function folded(): Promise<{ folder: string; board: BoardId }> {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-snapshot-'));
  folders.push(folder);
  const database = openDatabase(folder);
  const store = createBoardStore({ database, log: silent });
  const board = newBoardId();
  makeBoard(database, board, first);
  await store.append([one(board, second)]);
  await store.compact(board);
  await store.append([one(board, third), one(board, fourth)]);
  await store.compact(board);
  database.close();
  return { folder, board };
}

/** As version 3 stored it: the bytes in a chunk beside the row. */
function moveIntoChunk(database: Database): void {
  for (const row of database.prepare('SELECT * FROM document_snapshots').all()) {
    const [document, through] = [Number(row.document), Number(row.through_seq)];
    const [bytes, stateVector, deletes] = [row.bytes, row.state_vector, row.deletes].map((value) =>
      value instanceof Uint8Array ? value : new Uint8Array(),
    );
    if (!bytes || !stateVector || !deletes) throw new Error('no snapshot');
    const nothing = new Uint8Array();
    const head = { chunks: 1, entries: Number(row.entries), stateVector, deletes };
    database
      .prepare(
        'UPDATE document_snapshots SET bytes = ?, chunks = 1, checksum = ? WHERE document = ? AND through_seq = ?',
      )
      .run(nothing, snapshotChecksum(document, through, head, nothing), document, through);
    database
      .prepare('INSERT INTO snapshot_chunks VALUES (?, ?, 0, ?, ?)')
      .run(document, through, bytes, chunkChecksum(document, through, 0, bytes));
  }
  database.exec('PRAGMA user_version = 3');
}

describe('A snapshot', () => {
  it('lies in its row, all of it', async () => {
    const { folder, board } = await folded();
    const database = openDatabase(folder);
    const stored = await createBoardStore({ database, log: silent }).load(board);
    expect(database.prepare('SELECT count(*) AS n FROM snapshot_chunks').get()).toEqual({ n: 0 });
    expect([readWords(stored), stored?.updates]).toEqual([{ ...texts }, []]);
    database.close();
  });

  it('of a file of version 3 is read where it is, and the next one is written in its row', async () => {
    const { folder, board } = await folded();
    const database = openDatabase(folder);
    moveIntoChunk(database);
    const events: unknown[] = [];
    const store = createBoardStore({ database, log: (event) => events.push(event) });
    const stored = await store.load(board);
    expect([readWords(stored), stored?.updates, events]).toEqual([{ ...texts }, [], []]);
    await store.append([one(board, fifth)]);
    expect((await store.compact(board))?.records).toBe(1);
    expect(database.prepare('SELECT chunks FROM document_snapshots ORDER BY through_seq').all()).toEqual([
      { chunks: 1 },
      { chunks: 0 },
    ]);
    expect(readWords(await store.load(board))).toEqual({ ...texts, 4: 'e' });
    database.close();
  });

  it('on a broken page costs nothing: the one before it is read, and the records after that', async () => {
    const { folder, board } = await folded();
    const before = openDatabase(folder);
    const pages = before
      .prepare(`SELECT pageno FROM dbstat WHERE name = 'document_snapshots' AND pagetype = 'leaf' ORDER BY path`)
      .all()
      .map(({ pageno }) => Number(pageno));
    before.close();
    expect(pages).toHaveLength(2);
    spoilPage(databasePath(folder), pages.at(-1) ?? 0);
    const database = openDatabase(folder);
    const events: unknown[] = [];
    const stored = await createBoardStore({ database, log: (...event) => events.push(event) }).load(board);
    expect([readWords(stored), stored?.snapshot?.entries]).toEqual([{ ...texts }, 2]);
    expect(events).toContainEqual(['damaged-record', { board, kind: 'snapshot', seq: 3 }]);
    database.close();
  });
});
