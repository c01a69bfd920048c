/**
 * Opens the server's file only when it is sound, and makes it so when it is not: the damaged file is copied aside as it
 * is, what is readable of it goes into a new one. Never an empty file in place of one that held boards. Knows no row.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../sync/ports.ts';
import { createBoardTables } from './board-tables.ts';
import { type Database, databasePath, openDatabase, openToRead } from './database.ts';
import { isLogBroken, isLogUnreadable } from './file-pages.ts';
import { rescue } from './rescue.ts';
import { schemaDamage } from './schema-check.ts';
import { strayRows } from './stray-rows.ts';

/** Beside the file since it was made: with this and without the file, the file is lost, not new. */
export const MARKER_FILE = 'tempano.made';
const MARKER = `This folder holds boards, in tempano.sqlite. If that file is missing or empty, put a backup in its place.
To start without boards on purpose, delete this file as well.
`;
/** Bigger files are not read through at start: their damage is found where it is met. */
const MOST_CHECKED_BYTES = 512 * 1024 * 1024;

/** Throws an Error that names the file and says what to do, and leaves the file untouched. `dir` exists. */
export function openSoundDatabase(dir: string, log: Log, now: () => number): Database {
  const path = databasePath(dir);
  finishRescue(path);
  refuseIfLost(dir, path);
  if (existsSync(path)) {
    const damage = lastingDamageOf(path);
    if (damage !== null) setRight(path, damage, log, now);
    else if (isBlank(path)) refuseWhereMarked(dir, path, 'is blank');
    // The file itself is sound: what was in the log is missing, and nobody but this start can tell.
    else if (isLogUnreadable(path)) setRight(path, 'the write-ahead log cannot be read', log, now);
  }
  const database = openOrSetRight(dir, log, now);
  try {
    mark(dir, database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** The tables first, so that a file without them is never marked. */
function mark(dir: string, database: Database): void {
  if (existsSync(join(dir, MARKER_FILE))) return;
  createBoardTables(database);
  writeFileSync(join(dir, MARKER_FILE), MARKER);
}

/** Some damage shows only to somebody who wants to write. */
function openOrSetRight(dir: string, log: Log, now: () => number): Database {
  try {
    return openDatabase(dir);
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    if (!isDamage(cause) && !isMarkedUnwritable(databasePath(dir))) throw error;
    setRight(databasePath(dir), cause instanceof Error ? cause.message : 'unknown', log, now);
    return openDatabase(dir);
  }
}

/** The byte of the file's head that says who may write it: 1 or 2 is everybody, and no server sets another. */
const WRITERS_BYTE = 18;

function isMarkedUnwritable(path: string): boolean {
  const [head, file] = [Buffer.alloc(1), openSync(path, 'r')];
  try {
    return readSync(file, head, 0, 1, WRITERS_BYTE) === 1 && head.readUInt8(0) > 2;
  } finally {
    closeSync(file);
  }
}

function refuseIfLost(dir: string, path: string): void {
  const there = existsSync(path);
  if (!there || statSync(path).size === 0) refuseWhereMarked(dir, path, `is ${there ? 'empty' : 'missing'}`);
}

/** Until the log is first copied into it, a file is one page, and everything is in the log: one without the other is blank. */
function isBlank(path: string): boolean {
  const database = openToRead(path);
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  database.close();
  return version === 0;
}

function refuseWhereMarked(dir: string, path: string, how: string): void {
  const marker = join(dir, MARKER_FILE);
  if (!existsSync(marker)) return;
  throw new Error(
    `${path} ${how}, and it held boards. Put a backup in its place, or delete ${marker} to start without boards`,
  );
}

/** SQLite calls what the disk does not give damaged: it is only what is so once all of the file could be read. */
function lastingDamageOf(path: string): string | null {
  if (damageOf(path) === null) return null;
  refuseIfUnreadable(path);
  return damageOf(path);
}

const AT_ONCE_BYTES = 1024 * 1024;

function refuseIfUnreadable(path: string): void {
  const bytes = Buffer.allocUnsafe(AT_ONCE_BYTES);
  try {
    for (const part of [path, `${path}-wal`].filter((one) => existsSync(one))) {
      const file = openSync(part, 'r');
      try {
        for (let at = 0, taken = 1; taken > 0; at += taken) taken = readSync(file, bytes, 0, bytes.length, at);
      } finally {
        closeSync(file);
      }
    }
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`${path} cannot be read (${why}). Nothing was changed: look at the disk, then start again`, {
      cause,
    });
  }
}

/** What is wrong with the file in a few words, or null. Reads only. */
function damageOf(path: string): string | null {
  const bytes = statSync(path).size;
  // A file that was just made by a server that did not come any further.
  if (bytes === 0) return null;
  if (isLogBroken(path)) return 'the write-ahead log is broken';
  try {
    const database = openToRead(path);
    try {
      const schema = schemaDamage(database);
      if (schema !== null) return schema;
      if (bytes > MOST_CHECKED_BYTES) return null;
      const [first] = database.prepare('PRAGMA integrity_check(1)').all();
      const verdict = String(first?.integrity_check);
      return verdict === 'ok' ? strayRows(database) : (verdict.split('\n').at(-1) ?? verdict);
    } finally {
      database.close();
    }
  } catch (error) {
    if (isDamage(error)) return error instanceof Error ? error.message : 'unknown';
    throw new Error(`cannot use ${path}: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
  }
}

/** Codes of SQLite that say nothing about what is in the file: rights, locks, memory, the disk. Any other is damage. */
const TROUBLE_AROUND = new Set([3, 5, 6, 7, 8, 10, 13, 14, 22, 23]);
const isDamage = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && !TROUBLE_AROUND.has(Number(error.errcode) & 0xff);

/** Every step can be cut short by a crash: until the new file is whole nothing has happened to the old one. */
function setRight(path: string, damage: string, log: Log, now: () => number): void {
  refuseIfUnreadable(path);
  const [unfinished, aside] = [`${path}.rescue`, `${path}.damaged-${utc(now())}`];
  try {
    remove(unfinished);
    const rescued = rescue(path, unfinished, log);
    if (rescued.boards === 0) throw new Error('no board could be found in it');
    for (const end of ['', '-wal']) if (existsSync(path + end)) copyDurably(path + end, aside + end);
    log('file-rescued', { file: path, damage, kept: aside, ...rescued });
  } catch (cause) {
    remove(unfinished);
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(`${path} is damaged (${damage}) and cannot be rescued: ${why}. Put a backup in its place`, {
      cause,
    });
  }
  sync(unfinished);
  renameSync(unfinished, rescuedPath(path));
  finishRescue(path);
}

const rescuedPath = (path: string): string => `${path}.rescued`;

/** Puts a rescued file in its place. The log of the old one must never be taken for that of the new. */
function finishRescue(path: string): void {
  if (!existsSync(rescuedPath(path))) return;
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
  renameSync(rescuedPath(path), path);
}

const utc = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true });
}

function copyDurably(from: string, to: string): void {
  copyFileSync(from, to);
  sync(to);
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
