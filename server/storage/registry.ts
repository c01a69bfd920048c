/**
 * Cohorts, people, links, sessions and copies in the server's one database. Every call is durable when it returns. Boards
 * are made and removed here, their rows and their contents in one transaction. Knows rows only: no right, no secret, no document.
 */
import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import { createBoardTables } from './board-tables.ts';
import { BoardWriter } from './board-writer.ts';
import { checkFile, inTransaction } from './database.ts';
import { boardRows, copyRows, type StoredBoard } from './registry-boards.ts';
import {
  answeredRows,
  attemptRows,
  callRows,
  dotRows,
  issueRows,
  owedRows,
  publishedRows,
  reportRows,
  seenRows,
} from './registry-calls.ts';
import { cohortRows, organisationRows, type StoredCohort } from './registry-cohorts.ts';
import { linkRows } from './registry-links.ts';
import { peopleRows, sessionRows } from './registry-people.ts';
import { createTables } from './registry-tables.ts';

/** The database stays the caller's: it opened it and closes it. */
export function openRegistry(database: DatabaseSync) {
  createBoardTables(database);
  createTables(database);
  const writer = new BoardWriter(database);
  const cohorts = cohortRows(database);
  const boards = boardRows(database);
  const calls = callRows(database);
  const forgetKept = (): void => {
    for (const rows of [cohorts, boards, calls]) rows.forgetKept();
  };
  return {
    serverKey: serverKeyOf(database),
    transaction<T>(work: () => T): T {
      try {
        return inTransaction(database, work);
      } catch (error) {
        // What was read in between is not what the database holds.
        forgetKept();
        throw error;
      }
    },
    /** Throws when the file cannot be read, or is not the one that was opened. */
    check(): void {
      checkFile(database);
      database.prepare('select 1 from cohorts limit 1').get();
    },
    cohorts: {
      ...cohorts,
      add(cohort: StoredCohort, first: Uint8Array): void {
        cohorts.add(cohort);
        writer.create(cohort.id, first);
      },
      remove(id: CohortId): BoardId[] {
        const gone = [...boards.of(id).map((board) => board.id), id];
        for (const board of gone) writer.remove(board);
        cohorts.remove(id);
        // Its boards and its call went with it.
        forgetKept();
        return gone;
      },
    },
    organisations: organisationRows(database),
    people: peopleRows(database),
    boards: {
      ...boards,
      add(board: StoredBoard, first: Uint8Array): void {
        boards.add(board);
        writer.create(board.id, first);
      },
      remove(id: BoardId): void {
        writer.remove(id);
        boards.remove(id);
      },
    },
    links: linkRows(database),
    sessions: sessionRows(database),
    copies: copyRows(database),
    calls,
    issues: issueRows(database),
    published: publishedRows(database),
    answered: answeredRows(database),
    seen: seenRows(database),
    reports: reportRows(database),
    owed: owedRows(database),
    attempts: attemptRows(database),
    dots: dotRows(database),
  };
}

function serverKeyOf(database: DatabaseSync): Uint8Array {
  database.prepare('insert or ignore into server_key values (1, ?)').run(randomBytes(32));
  const key: unknown = database.prepare('select key from server_key').get()?.key;
  if (!(key instanceof Uint8Array) || key.length !== 32) throw new TypeError('the server key is unreadable');
  return key;
}
