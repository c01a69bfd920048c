/** Rescuing a file: what the control plane has in it comes along, table by table. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createBoardTables } from '../../../server/storage/board-tables.ts';
import { type Database, databasePath } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';

const PAGE_BYTES = 4096;
/** Tables of the boards themselves: the other tests have them. */
const OF_BOARDS = /^(document|large_records|snapshot|probes|sqlite_)/;
const ROWS = `
  INSERT INTO cohorts VALUES ('c', 'Cohorte', '2026-11-22', '', 'es', 'person', 0, 0, 'b', 1);
  INSERT INTO organisations VALUES ('c', 'o', 'Casa', 'C', 0, 1);
  INSERT INTO people VALUES ('p', 'c', 'Ana', 'ana', 'participant', 'o', 0), ('q', 'c', 'Eva', 'eva', 'participant', NULL, 0);
  INSERT INTO cohort_boards VALUES ('b', 'c', 'iceberg', 'o', NULL, '', 1);
  INSERT INTO links VALUES ('h', 'c', 'participation', 1, 0, NULL);
  INSERT INTO sessions VALUES ('s', 'k', 'p', 9, NULL);
  INSERT INTO copies VALUES ('y', 'b', 'Copia', 5, 'p', 3, '{}');
  INSERT INTO seats_at_table VALUES ('q', 'p');
  INSERT INTO calls VALUES ('c', '{}');
  INSERT INTO call_facts VALUES ('c', 'part', 'key', 'value');
  INSERT INTO dots VALUES ('c', 2, 'p', 'n');
  INSERT INTO damaged_records VALUES ('b', 'update', 3, x'00ff', 7);
`;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const tablesOf = (database: Database): string[] =>
  database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !OF_BOARDS.test(name));

/** Every row as text, table by table. */
const contentOf = (database: Database): Record<string, readonly string[]> =>
  Object.fromEntries(
    tablesOf(database).map((table) => {
      const rows = database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all();
      return [table, rows.map((row) => JSON.stringify(Object.values(row)))];
    }),
  );

function spoil(folder: string, page: number): void {
  const bytes = readFileSync(databasePath(folder));
  bytes.fill(0xff, (page - 1) * PAGE_BYTES, (page - 1) * PAGE_BYTES + 8);
  writeFileSync(databasePath(folder), bytes);
}

it.each([
  ['some other page is broken', 'probes'],
  ['the description of the tables is broken, so that SQLite reads none of them', 'sqlite_schema'],
])('brings along every row of every table when %s', (_what, broken) => {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-rescue-'));
  folders.push(folder);
  const database = openSoundDatabase(folder, () => undefined, Date.now);
  createBoardTables(database);
  openRegistry(database);
  database.exec(ROWS);
  const before = contentOf(database);
  const empty = Object.keys(before).filter((table) => before[table]?.length === 0);
  expect(empty, 'a table this test has no row for').toEqual([]);
  const root = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(broken)?.rootpage;
  database.close();
  spoil(folder, Number(root ?? 1));
  const events: string[] = [];
  const rescued = openSoundDatabase(folder, (event) => events.push(event), Date.now);
  expect(events).toContain('file-rescued');
  expect(contentOf(rescued)).toEqual(before);
  rescued.close();
});
