/**
 * Opens the one SQLite file of this server. Knows no table: the stores that take the handle make their own.
 * The only file that imports the driver, whose class name may still change.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { FileGuard } from './file-guard.ts';

export type Database = DatabaseSync;
export type Statement = StatementSync;

export const DATABASE_FILE = 'tempano.sqlite';
export const databasePath = (dir: string): string => join(dir, DATABASE_FILE);

/**
 * Opens, or makes, `<dir>/tempano.sqlite`. A commit is on the disk when it returns (write-ahead log, full sync).
 * Throws an Error that names the path when the folder is read-only or the file is no database.
 */
export function openDatabase(dir: string): Database {
  const path = databasePath(dir);
  try {
    const database = new DatabaseSync(path);
    database.exec(PRAGMAS);
    // A write that changes nothing: a read-only folder or file is found now, not at the first note.
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}; COMMIT`);
    const pages = database.prepare('PRAGMA page_count');
    guards.set(database, new FileGuard(path, () => Number(pages.get()?.page_count)));
    return database;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`cannot use ${path}: ${why}`, { cause });
  }
}

/** Makes the data folder if it is not there. Throws an Error that names it. */
export function makeDataFolder(dir: string): void {
  try {
    makeFolder(dir);
  } catch (cause) {
    // A file in the way, or no right to make it.
    throw new Error(`cannot make ${dir}: ${cause instanceof Error ? cause.message : 'unknown'}`, { cause });
  }
}

/** Like `mkdir -p`. Node's own recursive way never ends where the system denies a folder below one that exists (/proc). */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir);
}

/** A file of its own that is not used yet: fast, and to be synced by whoever puts it to use. */
export function createNewDatabase(path: string): Database {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  return database;
}

/** A connection that only reads, beside one that writes. Throws when the file cannot be opened. */
export function openToRead(path: string): Database {
  const database = new DatabaseSync(path, { readOnly: true });
  database.exec('PRAGMA busy_timeout = 2000');
  return database;
}

/** A database that lives as long as its handle, for tests. */
export function openMemoryDatabase(): Database {
  const database = new DatabaseSync(':memory:');
  database.exec(PRAGMAS);
  return database;
}

/**
 * First of all to wait: another connection may just be closing the file. What is deleted is overwritten with zeros, which
 * is a twentieth more to write where boards are folded.
 */
const PRAGMAS = `
  PRAGMA busy_timeout = 2000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA secure_delete = ON;
`;

/** This connection never copies the log into the file: the thread that stores boards does. */
export const leaveCheckpoints = (database: Database): void => database.exec('PRAGMA wal_autocheckpoint = 0');

/** Of every database that is written to, save those in memory and new ones nobody uses yet. */
const guards = new WeakMap<Database, FileGuard>();

/** Throws when the file is not the one that was opened any more, or its log not whole. */
export const checkFile = (database: Database): void => guards.get(database)?.check();

/** Resolves when all of the file can be read at this moment; rejects where the disk does not answer. */
export const checkReadable = async (database: Database): Promise<void> => guards.get(database)?.checkReadable();

/** Closes it, unless that would do harm: a log that was found broken stays beside the file as it is. */
export function closeDatabase(database: Database): void {
  if (guards.get(database)?.close() !== false) database.close();
}

interface Brackets {
  readonly begin: Statement;
  readonly commit: Statement;
}

/** Prepared once: a commit every few ms should not parse them again. */
const brackets = new WeakMap<Database, Brackets>();

function bracketsOf(database: Database): Brackets {
  const known = brackets.get(database);
  if (known !== undefined) return known;
  const fresh = { begin: database.prepare('BEGIN IMMEDIATE'), commit: database.prepare('COMMIT') };
  brackets.set(database, fresh);
  return fresh;
}

/** Runs a change as one transaction: all of it, or nothing and the error is passed on. Not on a file that is lost. */
export function inTransaction<T>(database: Database, change: () => T): T {
  const { begin, commit } = bracketsOf(database);
  const guard = guards.get(database);
  guard?.check();
  begin.run();
  try {
    guard?.checkLog();
    const result = change();
    commit.run();
    guard?.note();
    return result;
  } catch (error) {
    // Whatever failed, half of it must not stay; SQLite may have rolled back by itself already (disk full).
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** One change by itself, guarded as a transaction is; within one, a part of it. */
export function prepareWrite(database: Database, sql: string): { run(...values: SQLInputValue[]): void } {
  const statement = database.prepare(sql);
  return {
    run(...values): void {
      if (database.isTransaction) statement.run(...values);
      else inTransaction(database, () => statement.run(...values));
    },
  };
}
