/**
 * Whether rows have strayed to a board that is not there: a changed key can leave everything in order, and then neither
 * SQLite nor whoever reads a board sees the row again. Reads only, a few rows for each board.
 */
import type { Database } from './database.ts';

const TABLES = new Set(['document_records', 'large_records', 'document_ends', 'document_snapshots', 'snapshot_chunks']);

/** Null when every row is of a board. */
export function strayRows(database: Database): string | null {
  const found = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  for (const { name } of found) {
    const table = String(name);
    if (TABLES.has(table) && database.prepare(strayIn(table)).get() !== undefined)
      return `rows of an unknown board in ${table}`;
  }
  return null;
}

/** From each number to the next one, without the rows between. */
const strayIn = (table: string): string => `
  WITH RECURSIVE numbers (n) AS (
    SELECT min(document) FROM ${table}
    UNION ALL
    SELECT (SELECT min(document) FROM ${table} WHERE document > n) FROM numbers WHERE n IS NOT NULL
  )
  SELECT 1 FROM numbers WHERE n IS NOT NULL AND n NOT IN (SELECT id FROM documents) LIMIT 1
`;
