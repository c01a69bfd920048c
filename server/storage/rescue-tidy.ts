/**
 * Puts in order what was rescued: takes out what belongs to no board, and names the boards that are not whole. Knows the
 * new file only, not the damaged one.
 */
import type { Log } from '../sync/ports.ts';
import { BoardEnds } from './board-ends.ts';
import { BoardReader } from './board-rows.ts';
import { documentChecksum } from './checksums.ts';
import type { Database } from './database.ts';
import { LostRecords } from './lost-records.ts';
import { countOf } from './missing.ts';

export interface Rescued {
  readonly boards: number;
  readonly records: number;
}

/** Belongs inside a transaction, without foreign keys. */
export function tidyUp(target: Database, log: Log): Rescued {
  for (const table of ['document_records', 'large_records', 'document_snapshots', 'snapshot_chunks'])
    target.exec(`DELETE FROM ${table} WHERE document NOT IN (SELECT id FROM documents)`);
  // The index of some other table may look like that of the boards: what never had a record is no board.
  target.exec(`
    DELETE FROM documents WHERE id NOT IN (SELECT document FROM document_records)
      AND id NOT IN (SELECT document FROM document_snapshots) AND id NOT IN (SELECT document FROM document_ends)
      AND board NOT IN (SELECT id FROM cohort_boards UNION SELECT id FROM cohorts)`);
  target.exec('DELETE FROM document_ends WHERE document NOT IN (SELECT id FROM documents)');
  nameIncomplete(target, log);
  addLost(target, log);
  const count = (table: string): number => Number(target.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n);
  return { boards: count('documents'), records: count('document_records') };
}

/** What is missing is kept in mind, so that nobody names it again; what is damaged is named by whoever reads it. */
function nameIncomplete(target: Database, log: Log): void {
  const [reader, ends, lost] = [new BoardReader(target), new BoardEnds(target), new LostRecords(target)];
  for (const row of target.prepare('SELECT id, board FROM documents').all()) {
    const [id, board] = [Number(row.id), String(row.board)];
    const { snapshot, records, damaged, missing, endKnown } = reader.read(id);
    const isEmpty = snapshot === null && records.length === 0 && damaged.length === 0;
    if (isEmpty) log('board-lost', { board });
    else if (missing.length > 0)
      log('records-lost', { board, records: countOf(missing), first: missing[0]?.first ?? 0 });
    if (!isEmpty && !endKnown) log('end-unknown', { board });
    lost.keep(board, missing);
    if (!endKnown) ends.set(id, Math.max(snapshot?.through ?? -1, records.at(-1)?.seq ?? -1));
  }
}

/** Boards the control plane knows and of which nothing is left: without a record, whoever still has one brings it back. */
function addLost(target: Database, log: Log): void {
  const ends = new BoardEnds(target);
  for (const { id } of target.prepare(LOST_BOARDS).all()) {
    const board = String(id);
    log('board-lost', { board });
    const number = Number(target.prepare('SELECT coalesce(max(id), 0) + 1 AS n FROM documents').get()?.n);
    target.prepare('INSERT INTO documents VALUES (?, ?, ?)').run(number, board, documentChecksum(number, board));
    ends.set(number, -1);
  }
}

const LOST_BOARDS = `
  SELECT id FROM cohort_boards WHERE id NOT IN (SELECT board FROM documents)
  UNION SELECT id FROM cohorts WHERE id NOT IN (SELECT board FROM documents)
`;
