/** A file that fills up at any moment: a cohort, or more boards of one, are made with everything of theirs or leave nothing. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { layBoards, organisationBoard } from '../../../server/commands/lay-boards.ts';
import type { Registry } from '../../../server/commands/ports.ts';
import { planRehearsal } from '../../../server/demo/rehearsal.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { type Database, openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newOrgId } from '../../../shared/ids.ts';

let database: Database;
let registry: Registry;
beforeEach(() => {
  database = openMemoryDatabase();
  registry = openRegistry(database);
});
afterEach(() => database.close());

const make = () => createCohort({ registry, now: () => 1 }, planRehearsal('es')).cohort;

const TABLES = ['documents', 'document_records', 'cohorts', 'organisations', 'cohort_boards', 'links', 'calls'];
const rows = (): number[] =>
  TABLES.map((table) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n));

/** Does it in a file that may grow by no page, by one, by two … until it has room. Says how often it had none. */
function refusedUntilThereIsRoom(work: () => void): number {
  const before = rows();
  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
  for (let more = 0; ; more += 1) {
    database.exec(`PRAGMA max_page_count = ${pages + more}`);
    try {
      work();
      return more;
    } catch (error) {
      expect([more, String(error), rows()]).toEqual([more, expect.stringContaining('full'), before]);
    }
  }
}

it('makes a cohort with all its boards, or nothing of it', () => {
  expect(refusedUntilThereIsRoom(make)).toBeGreaterThan(3);
  expect(rows().slice(0, 5)).toEqual([14, 14, 1, 6, 13]);
  const ownerless = 'SELECT board FROM documents EXCEPT SELECT id FROM cohort_boards EXCEPT SELECT id FROM cohorts';
  expect(database.prepare(ownerless).all()).toEqual([]);
});

it('makes the boards of an organisation with it, or none', async () => {
  const { id } = make();
  const organisation = { id: newOrgId(), name: 'Casa', acronym: 'C', order: 12, letIn: false };
  const boards = Array.from({ length: 60 }, () => organisationBoard(id, 'iceberg', organisation.id, 2));
  const lay = () => layBoards(registry, boards, () => registry.organisations.add(id, organisation));
  expect(refusedUntilThereIsRoom(lay)).toBeGreaterThan(3);
  const store = createBoardStore({ database, log: () => undefined });
  const laid = registry.boards.of(id).filter((board) => board.organisation === organisation.id);
  expect(laid).toHaveLength(60);
  for (const board of laid) expect((await store.load(board.id))?.updates).toHaveLength(1);
});
