/**
 * Builds a sound file from a damaged one: row by row, from every page that can be made out. Rows of boards are known by
 * their checksums, those of the control plane by their shape. The damaged file is only read. Knows no board's content.
 */

import type { SQLInputValue } from 'node:sqlite';
import { ROLES } from '../../shared/cohort/roles.ts';
import { isBoardId } from '../../shared/ids.ts';
import type { Log } from '../sync/ports.ts';
import { BoardEnds } from './board-ends.ts';
import { createBoardTables } from './board-tables.ts';
import { chunkChecksum, documentChecksum, endChecksum, recordChecksum } from './checksums.ts';
import { createNewDatabase, type Database, openToRead } from './database.ts';
import { openPages } from './file-pages.ts';
import { type FileRow, fileRows, type Value } from './file-rows.ts';
import { createTables } from './registry-tables.ts';
import { type Rescued, tidyUp } from './rescue-tidy.ts';

/** Tables whose rows are told apart by the kinds of their values: t text, i integer, b bytes, n nothing. */
const SHAPES: ReadonlyArray<readonly [table: string, of: FileRow['of'], shape: RegExp]> = [
  ['server_key', 'table', /^nb$/],
  ['cohorts', 'table', /^t{6}iiti$/],
  ['organisations', 'key', /^ttttii$/],
  ['people', 'table', /^ttttt[tn]i$/],
  ['cohort_boards', 'table', /^ttt[tn][tn]ti$/],
  ['links', 'table', /^tttii[bn]$/],
  ['sessions', 'table', /^ttti[bn]$/],
  ['copies', 'table', /^tttitit$/],
  ['seats_at_table', 'key', /^tt$/],
  ['calls', 'table', /^tt$/],
  ['call_facts', 'key', /^tttt$/],
  ['dots', 'key', /^titt$/],
  ['damaged_records', 'table', /^ttibi$/],
];
const SERVER_KEY_BYTES = 32;

/** Makes the file `to` from what is readable of `from`. Throws when the disk fails; `to` is then of no use. */
export function rescue(from: string, to: string, log: Log): Rescued {
  const target = createNewDatabase(to);
  try {
    createBoardTables(target);
    createTables(target);
    target.exec('PRAGMA foreign_keys = OFF; BEGIN');
    copyReadable(from, target);
    copyPages(from, target);
    const rescued = tidyUp(target, log);
    target.exec('COMMIT');
    return rescued;
  } finally {
    target.close();
  }
}

/** The control plane as SQLite reads it, as far as it does: of two versions of a row this is the newer one. */
function copyReadable(from: string, target: Database): void {
  let source: Database;
  try {
    source = openToRead(from);
  } catch {
    // A file SQLite does not know as its own: the pages have to do.
    return;
  }
  try {
    for (const [table, of] of SHAPES) {
      for (const order of ['ASC', 'DESC']) {
        try {
          // The first column is where a key begins.
          const rows = source.prepare(`SELECT * FROM ${table} ORDER BY ${of === 'key' ? 1 : 'rowid'} ${order}`);
          for (const row of rows.iterate()) insert(target, table, Object.values(row));
        } catch {
          // A broken page, or no such table: from the other end, and then page by page.
        }
      }
    }
  } finally {
    source.close();
  }
}

function copyPages(from: string, target: Database): void {
  const pages = openPages(from);
  try {
    // First what is beyond doubt, so that nothing doubtful takes its place.
    for (const doubtful of [false, true])
      for (const row of fileRows(pages)) if (isDoubtful(row) === doubtful) copyRow(target, row, doubtful);
  } finally {
    pages.close();
  }
}

/** A record or chunk that does not fit its checksum, an entry of an index, and what SQLite has put aside as deleted. */
function isDoubtful({ of, free, values }: FileRow): boolean {
  if (free || of === 'table') return free;
  const shape = shapeOf(values);
  const [document, place, third, fourth, fifth] = values;
  const [id, seq] = [Number(document), Number(place)];
  if (RECORD.test(shape) && third instanceof Uint8Array)
    return recordChecksum(id, seq, third, (fifth ?? 0) !== 0) !== fourth;
  if (shape === CHUNK && fourth instanceof Uint8Array) return chunkChecksum(id, seq, Number(third), fourth) !== fifth;
  return shape === INDEX_OF_DOCUMENTS;
}

const shapeOf = (values: readonly Value[]): string =>
  values
    .map((value) => (value === null ? 'n' : typeof value === 'number' ? 'i' : typeof value === 'string' ? 't' : 'b'))
    .join('');

const DOCUMENT = /^nt[in]?$/;
const RECORD = /^iibii?$/;
const LARGE_RECORD = 'iib';
const CHUNK = 'iiibi';
const SNAPSHOT = /^iibi(i[in][in][bn][bn])?$/;
const INDEX_OF_DOCUMENTS = 'ti';
const END = 'nii';

function copyRow(target: Database, { of, free, rowid, values }: FileRow, doubtful: boolean): void {
  const shape = shapeOf(values);
  if (of === 'key' && RECORD.test(shape)) insert(target, 'document_records', padded(values, 5, [0]));
  else if (of === 'key' && shape === CHUNK) insert(target, 'snapshot_chunks', values);
  else if (of === 'key' && shape === INDEX_OF_DOCUMENTS && hasRows(target, values[1])) {
    // Its records may lie on pages put aside, too: that the control plane knows it tells that it was not deleted.
    if (!free || isKnown(target, values[0])) addDocument(target, Number(values[1]), values[0], undefined);
  } else if (of === 'table' && shape === LARGE_RECORD) insert(target, 'large_records', values);
  else if (of === 'table' && SNAPSHOT.test(shape))
    insert(target, 'document_snapshots', padded(values, 9, [1, null, null, null, null]));
  else if (of === 'table' && shape === END) copyEnd(target, rowid, Number(values[1]), values[2]);
  // What was deleted of anything else stays deleted.
  else if (free || doubtful) return;
  else if (of === 'table' && DOCUMENT.test(shape)) addDocument(target, rowid, values[1], values[2]);
  else copyControlRow(target, of, shape, values);
}

function copyControlRow(target: Database, of: FileRow['of'], shape: string, values: readonly Value[]): void {
  const found = SHAPES.find(
    ([table, where, pattern]) =>
      where === of && pattern.test(shape) && (table !== 'people' || ROLES.some((role) => role === values[4])),
  );
  if (found === undefined || isDescription(values)) return;
  const [table] = found;
  const [, key] = values;
  if (table !== 'server_key') insert(target, table, values);
  else if (key instanceof Uint8Array && key.length === SERVER_KEY_BYTES) insert(target, table, [1, key]);
}

/** SQLite's own row on an index or a table: those on some indexes look like a session. */
const isDescription = ([kind, name]: readonly Value[]): boolean =>
  (kind === 'index' || kind === 'table') && typeof name === 'string';

const hasRows = (target: Database, id: Value | undefined): boolean =>
  typeof id === 'number' &&
  target
    .prepare(
      `SELECT 1 FROM document_records WHERE document = ?1 UNION SELECT 1 FROM document_snapshots WHERE document = ?1
       UNION SELECT 1 FROM document_ends WHERE document = ?1`,
    )
    .get(id) !== undefined;

/** What is beyond doubt is there before anything is asked. */
const isKnown = (target: Database, board: Value | undefined): boolean =>
  typeof board === 'string' &&
  target.prepare('SELECT 1 FROM cohort_boards WHERE id = ?1 UNION SELECT 1 FROM cohorts WHERE id = ?1').get(board) !==
    undefined;

/** Rows from before a column was added are shorter. */
function padded(values: readonly Value[], length: number, defaults: readonly Value[]): Value[] {
  return [...values, ...defaults.slice(values.length + defaults.length - length)];
}

/** The row of a board, or its entry in the index: both say the same, so one is enough. */
function addDocument(target: Database, id: number, board: Value | undefined, checksum: Value | undefined): void {
  if (!isBoardId(board) || !Number.isSafeInteger(id) || id < 1) return;
  const own = documentChecksum(id, board);
  if (typeof checksum === 'number' && checksum !== own) return;
  insert(target, 'documents', [id, board, own]);
}

/** Pages that were put aside hold older ends; a board's end only ever moves on. */
function copyEnd(target: Database, document: number, seq: number, checksum: Value | undefined): void {
  if (checksum !== endChecksum(document, seq)) return;
  const ends = new BoardEnds(target);
  if (seq > (ends.of(document) ?? -2)) ends.set(document, seq);
}

/** Never in place of a row that is there. */
function insert(target: Database, table: string, values: readonly SQLInputValue[]): void {
  try {
    target.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values);
  } catch (error) {
    // A value the table does not take: what was read there is no such row.
    if (!isConstraint(error)) throw error;
  }
}

const SQLITE_CONSTRAINT = 19;
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_CONSTRAINT;
