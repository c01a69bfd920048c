/** The tables boards are kept in, and how a file of an earlier version gets them. Knows columns only. */

import { documentChecksum, endChecksum } from './checksums.ts';
import { type Database, inTransaction } from './database.ts';

/** `PRAGMA user_version` of a file with these tables. */
export const BOARD_TABLES_VERSION = 5;

const TABLES = `
  CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY,
    board TEXT NOT NULL UNIQUE,
    checksum INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS document_records (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    takes_back INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS large_records (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS document_ends (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS document_snapshots (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    through_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 1,
    chunks INTEGER,
    entries INTEGER,
    state_vector BLOB,
    deletes BLOB,
    PRIMARY KEY (document, through_seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS snapshot_chunks (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    through_seq INTEGER NOT NULL,
    chunk INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (document, through_seq, chunk)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS damaged_records (
    board TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (board, kind, seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS probes (
    id INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  ) STRICT;
`;

const INDEXES = `
  CREATE INDEX IF NOT EXISTS document_snapshots_unfinished ON document_snapshots (document) WHERE complete = 0;
`;

/** What the tables of version 1 did not have; versions 3 and 5 added a table, version 4 keeps small snapshots in their row. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  documents: ['checksum INTEGER'],
  document_records: ['takes_back INTEGER NOT NULL DEFAULT 0'],
  document_snapshots: [
    'complete INTEGER NOT NULL DEFAULT 1',
    'chunks INTEGER',
    'entries INTEGER',
    'state_vector BLOB',
    'deletes BLOB',
  ],
};

/** Makes the tables that are not there yet and adds what the ones of version 1 lack. All or nothing. */
export function createBoardTables(database: Database): void {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (version === BOARD_TABLES_VERSION) return;
  if (version > BOARD_TABLES_VERSION) throw new Error(`the file was written by a newer version (${version})`);
  inTransaction(database, () => {
    for (const [table, columns] of Object.entries(ADDED)) addMissing(database, table, columns);
    database.exec(TABLES);
    database.exec(INDEXES);
    signDocuments(database);
    keepEnds(database);
    database.exec(`PRAGMA user_version = ${BOARD_TABLES_VERSION}`);
  });
}

function addMissing(database: Database, table: string, columns: readonly string[]): void {
  const there = new Set(
    database
      .prepare(`PRAGMA table_info(${table})`)
      .all()
      .map(({ name }) => name),
  );
  if (there.size === 0) return;
  for (const column of columns)
    if (!there.has(column.split(' ')[0] ?? '')) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
}

function signDocuments(database: Database): void {
  const sign = database.prepare('UPDATE documents SET checksum = ? WHERE id = ?');
  for (const { id, board } of database.prepare('SELECT id, board FROM documents WHERE checksum IS NULL').all())
    sign.run(documentChecksum(Number(id), String(board)), Number(id));
}

/** The number of the last record, of boards from before it was kept. */
const ENDS = `
  SELECT id, max(
    (SELECT coalesce(max(seq), -1) FROM document_records WHERE document = documents.id),
    (SELECT coalesce(max(through_seq), -1) FROM document_snapshots WHERE document = documents.id),
    (SELECT coalesce(max(seq), -1) FROM damaged_records WHERE damaged_records.board = documents.board)
  ) AS seq FROM documents WHERE id NOT IN (SELECT document FROM document_ends)
`;

function keepEnds(database: Database): void {
  const keep = database.prepare('INSERT INTO document_ends VALUES (?, ?, ?)');
  for (const { id, seq } of database.prepare(ENDS).all())
    keep.run(Number(id), Number(seq), endChecksum(Number(id), Number(seq)));
}
