/** Whether the tables of a file are those this server makes: damage can hit their description as well. Reads only. */
import { BOARD_TABLES_VERSION, createBoardTables } from './board-tables.ts';
import { type Database, openMemoryDatabase } from './database.ts';
import { createTables } from './registry-tables.ts';

/** No server is that new: a version above this was not written by one. */
const FARTHEST_VERSION = 100;

/** Null when all is as expected. Tables may be missing, those of a server that ended while it made them; none may be foreign. */
export function schemaDamage(database: Database): string | null {
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  const found = tablesOf(database);
  const expected = expectedTables();
  for (const [table, columns] of found) {
    const own = expected.get(table);
    if (own === undefined) return `an unknown table ${JSON.stringify(table)}`;
    // Tables of an earlier version lack columns; they get them once the file is opened.
    if (version === BOARD_TABLES_VERSION && own !== columns) return `table ${table} is described wrongly`;
  }
  const unknownVersion = version < 0 || version > FARTHEST_VERSION || (version === 0 && found.size > 0);
  return unknownVersion ? `a version ${version} that never was` : null;
}

function expectedTables(): ReadonlyMap<string, string> {
  const fresh = openMemoryDatabase();
  try {
    createBoardTables(fresh);
    createTables(fresh);
    return tablesOf(fresh);
  } finally {
    fresh.close();
  }
}

/** Each table with its columns, what it refers to and its indexes, in words that can be compared. */
function tablesOf(database: Database): Map<string, string> {
  const names = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => String(name));
  return new Map(
    names.map((name) => {
      const quoted = `'${name.replaceAll("'", "''")}'`;
      const parts = ['table_xinfo', 'foreign_key_list', 'index_list'].map((pragma) =>
        database.prepare(`PRAGMA ${pragma}(${quoted})`).all(),
      );
      const indexes = database
        .prepare("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? ORDER BY name")
        .all(name);
      return [name, JSON.stringify([...parts, indexes])];
    }),
  );
}
