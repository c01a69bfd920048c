/** Deleting is all or nothing: of a cohort that was deleted no row is left, of one that could not be none is missing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deleteCohort } from '../../../server/commands/change-cohort.ts';
import { type Caller, type Context, callerOf } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { join as takeSeat } from '../../../server/commands/join.ts';
import { layBoards } from '../../../server/commands/lay-boards.ts';
import { endPractice, missingPractice } from '../../../server/commands/lay-missing.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { planRehearsal } from '../../../server/demo/rehearsal.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { type Database, openMemoryDatabase } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { createThreadedStore } from '../../../server/storage/threaded-store.ts';
import type { BoardStorage, RelayRooms } from '../../../server/sync/ports.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { type BoardId, type CohortId, newCopyId } from '../../../shared/ids.ts';
import { FakeClock } from '../../kit/fake-clock.ts';
import { Peer } from '../../kit/peer.ts';
import { bytes, one, readWords, wordsOf } from '../../kit/storage-contract.ts';
import { trialsHere } from '../../kit/trials-here.ts';

/** Every table in which a cohort or a board leaves something. */
const TABLES =
  `documents document_records large_records document_ends document_snapshots snapshot_chunks damaged_records
  cohorts organisations people cohort_boards links sessions copies calls`.split(/\s+/);

const silent = (): void => undefined;
const boardsOf = ({ registry }: Pick<Context, 'registry'>, cohort: CohortId): BoardId[] => [
  ...registry.boards.of(cohort).map(({ id }) => id),
  cohort,
];

describe('Deleting a cohort', () => {
  let database: Database;
  let storage: BoardStorage;
  let rooms: RelayRooms;
  let context: Context;
  let clock: FakeClock;
  let caller: Caller;
  let cohort: CohortId;
  /** Before the cohort was made; there is another one. */
  let before: number[];

  const rows = (): number[] =>
    TABLES.map((table) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n));

  /** In each of the tables: large and damaged records, a snapshot in pieces, a copy, a call, somebody with a session. */
  async function fill(): Promise<void> {
    const made = createCohort(context, planRehearsal('es'));
    cohort = made.cohort.id;
    const board = made.cohort.groupBoard;
    await storage.append(wordsOf('x'.repeat(2_000), 'y'.repeat(600_000)).map((update) => one(board, update)));
    await storage.compact(board);
    await storage.append([one(board, bytes(0, 0))]);
    database.exec('UPDATE document_records SET checksum = 1 WHERE seq = 3');
    await storage.load(board);
    context.registry.copies.add({ id: newCopyId(), board, name: 'a', at: 1, by: '', notes: 0, snapshot: '{}' });
    const seat = takeSeat(context, { secret: made.handedOut.secrets.facilitation, name: 'Ana', organisation: null });
    await clock.advance(100);
    const joined = await seat;
    const found = joined.ok ? callerOf(context, joined.value.token) : null;
    if (found === null) throw new Error('nobody joined');
    caller = found;
  }

  beforeEach(async () => {
    database = openMemoryDatabase();
    storage = createBoardStore({ database, log: silent });
    clock = new FakeClock();
    rooms = createRooms({ storage, clock, trials: trialsHere(), log: silent });
    const registry = openRegistry(database);
    const desk = createDesk(clock, silent);
    context = { registry, rooms, turns: createTurns(), desk, now: () => clock.now(), log: silent };
    createCohort(context, planRehearsal('es'));
    before = rows();
    await fill();
    expect(rows().filter((count, i) => count <= (before[i] ?? 0))).toEqual([]);
  });
  afterEach(async () => {
    const closed = rooms.close();
    await clock.advance(60_000);
    await closed;
    database.close();
  });

  /** From now on, or no more, a row of this table cannot be deleted. */
  const refuse = (table: string): void =>
    database.exec(`CREATE TEMP TRIGGER no BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  const allow = (): void => database.exec('DROP TRIGGER no');

  it('leaves no row of it and of its boards, and nothing of another is missing', async () => {
    expect(await deleteCohort(context, caller, cohort)).toEqual({ ok: true, value: null });
    expect(rows()).toEqual(before);
  });

  it.each(TABLES)('that fails in %s removes nothing and sends nobody away', async (table) => {
    const boards = boardsOf(context, cohort);
    const ana = new Peer('Ana', 'write').join(rooms, cohort);
    await clock.advance(100);
    const there = rows();
    refuse(table);
    await expect(deleteCohort(context, caller, cohort)).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR' });
    allow();
    expect([rows(), boardsOf(context, cohort), ana.closed]).toEqual([there, boards, null]);
    for (const board of boards) expect(await storage.load(board)).not.toBeNull();
    const luis = new Peer('Luis', 'write').join(rooms, cohort);
    await clock.advance(100);
    expect(luis.closed).toBeNull();
    await deleteCohort(context, caller, cohort);
    expect([rows(), ana.closed?.code, luis.closed?.code]).toEqual([before, 4404, 4404]);
    for (const peer of [ana, luis]) peer.destroy();
  });

  const layPractice = (): void => layBoards(context.registry, missingPractice(context, cohort));

  it('or a practice board that cannot be removed leaves that whole', async () => {
    const there = rows();
    layPractice();
    const withPractice = rows();
    refuse('cohort_boards');
    await expect(endPractice(context, cohort)).rejects.toMatchObject({ code: 'ERR_SQLITE_ERROR' });
    allow();
    expect(rows()).toEqual(withPractice);
    await endPractice(context, cohort);
    expect(rows()).toEqual(there);
  });

  it('takes along a board that was made after it was asked for', async () => {
    const deleted = deleteCohort(context, caller, cohort);
    layPractice();
    await deleted;
    expect(rows()).toEqual(before);
  });
});

describe('A cohort made after another was deleted', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tempano-delete-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['near', (database: Database): BoardStorage => createBoardStore({ database, log: silent })],
    ['far', (): BoardStorage => createThreadedStore(folder, silent)],
  ])('gets its own records and none of the other, where boards are stored %s', async (_where, open) => {
    const database = openSoundDatabase(folder, silent, () => 1);
    const registry = openRegistry(database);
    const storage = open(database);
    const make = (): BoardId[] =>
      boardsOf({ registry }, createCohort({ registry, now: () => 1 }, planRehearsal('es')).cohort.id);
    const write = (boards: readonly BoardId[]): Promise<ReadonlySet<BoardId>> =>
      storage.append(boards.flatMap((board) => wordsOf(board).map((update) => one(board, update))));
    const gone = make();
    await write(gone);
    registry.transaction(() => registry.cohorts.remove(gone.at(-1) as CohortId));
    const made = make();
    expect(await write([...gone, ...made])).toEqual(new Set(gone));
    expect(await write([...made, ...gone])).toEqual(new Set(gone));
    await storage.close();
    database.close();

    const events: string[] = [];
    const again = openSoundDatabase(
      folder,
      (event) => events.push(event),
      () => 1,
    );
    const store = createBoardStore({ database: again, log: (event) => events.push(event) });
    for (const board of gone) expect(await store.load(board)).toBeNull();
    for (const board of made) {
      const stored = await store.load(board);
      expect([stored?.updates.length, readWords(stored)]).toEqual([3, { 0: board }]);
    }
    expect(again.prepare('SELECT count(*) AS n FROM documents').get()).toEqual({ n: made.length });
    expect(events).toEqual([]);
    again.close();
  });
});
