/**
 * Damage anywhere in the file: the server starts with every sound board whole and names every other, or refuses and
 * touches nothing.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CohortRecord } from '../../../server/commands/ports.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { DATABASE_FILE, databasePath } from '../../../server/storage/database.ts';
import { MARKER_FILE, openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { type BoardId, newBoardId, newCohortId } from '../../../shared/ids.ts';
import { createRandom } from '../../kit/random.ts';
import { many, seeds } from '../../kit/soak.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

type Words = Record<string, unknown>;
const NOW = Date.UTC(2026, 10, 20, 9, 30);
/** For each seed: one usually, six in a soak. */
const ROUNDS = many(60, 2_000);
const SEEDS = seeds([7], 0, 5);
const LONGEST_MS = many(20_000, 900_000);
let home: string;
/** A folder as a server left it that was ended at once: part of it is in the log only. */
let killed: string;
/** The same after a clean stop: one file. */
let stopped: string;
const boards = new Map<BoardId, Words>();

async function fill(folder: string): Promise<void> {
  const database = openSoundDatabase(
    folder,
    () => undefined,
    () => NOW,
  );
  const registry = openRegistry(database);
  const store = createBoardStore({ database, log: () => undefined });
  const cohort = newCohortId();
  const all = { cohort, organisation: null, person: null, kind: 'group-iceberg', title: '', createdAt: 1 } as const;
  const record: CohortRecord = {
    id: cohort,
    name: 'Cohorte',
    date: '2026-11-20',
    time: '',
    language: 'es',
    boardPer: 'person',
    themesOpen: false,
    rehearsal: false,
    groupBoard: newBoardId(),
    createdAt: 1,
  };
  for (let i = 0; i < 12; i += 1) {
    const board = i === 0 ? cohort : i === 1 ? record.groupBoard : newBoardId();
    const words = Array.from(
      { length: 20 + 10 * i },
      (_, n) => `board ${i} word ${n} ${'x'.repeat(n === 3 ? 9_000 : n)}`,
    );
    const [first = new Uint8Array(), ...rest] = wordsOf(...words);
    registry.transaction(() => {
      if (i === 0) registry.cohorts.add(record, first);
      else registry.boards.add({ ...all, id: board }, first);
    });
    for (const [n, update] of rest.entries()) {
      await store.append([one(board, update)]);
      if (i % 3 === 0 && (n === 5 || n === 14)) await store.compact(board);
    }
    boards.set(board, { ...words });
    if (i === 9) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(killed, name));
  database.close();
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tempano-damage-'));
  killed = mkdtempSync(join(home, 'killed-'));
  stopped = mkdtempSync(join(home, 'stopped-'));
  await fill(stopped);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Outcome {
  /** What the server says when it does not start. */
  readonly refusal: string | null;
  readonly boards: ReadonlyMap<BoardId, Words | null>;
  readonly events: ReadonlyArray<{ readonly event: string; readonly board: unknown }>;
  readonly folder: string;
}

/** Starts on a copy of a folder with damage done to it, and reads every board. */
async function startOn(from: string, spoil: (path: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(join(home, 'round-'));
  for (const name of readdirSync(from)) if (!name.endsWith('-shm')) copyFileSync(join(from, name), join(folder, name));
  spoil(databasePath(folder));
  const before = existsSync(databasePath(folder)) ? readFileSync(databasePath(folder)) : null;
  const events: Array<{ event: string; board: unknown; why: unknown }> = [];
  const log = (event: string, fields?: Readonly<Record<string, unknown>>): number =>
    events.push({ event, board: fields?.board, why: fields?.why });
  const read = new Map<BoardId, Words | null>();
  try {
    const database = openSoundDatabase(folder, log, () => NOW);
    const store = createBoardStore({ database, log });
    for (const board of boards.keys()) {
      const stored = await store.load(board).catch((error: unknown) => {
        log('load-failed', { board, why: String(error) });
        return null;
      });
      read.set(board, stored === null ? null : readWords(stored));
      await store.append([one(board, new Uint8Array([0, 0]))]);
    }
    database.close();
    return { refusal: null, boards: read, events, folder };
  } catch (error) {
    if (before !== null) expect(readFileSync(databasePath(folder)).equals(before)).toBe(true);
    return { refusal: error instanceof Error ? error.message : String(error), boards: read, events, folder };
  }
}

/** Boards that are not whole must be named. Returns how many words all of them lost. */
function checkNamed({ boards: read, events, refusal }: Outcome, hint = ''): number {
  if (refusal !== null) return 0;
  expect(events.filter(({ event }) => event === 'load-failed')).toEqual([]);
  let lost = 0;
  for (const [board, words] of boards) {
    const found = read.get(board) ?? {};
    const missing = Object.keys(words).filter((key) => found[key] !== words[key]).length;
    lost += missing;
    const hold = Object.keys(found).length;
    if (missing > 0)
      expect(
        events.some((event) => event.board === board),
        `board ${board}, ${missing} words missing, ${hold} there, ${JSON.stringify(events)}, ${hint}`,
      ).toBe(true);
  }
  return lost;
}
const allWords = (): number => [...boards.values()].reduce((sum, words) => sum + Object.keys(words).length, 0);

function flip(path: string, at: number, mask = 0xff): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  writeFileSync(path, bytes);
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const all = readFileSync(path);
  all.set(bytes, at);
  writeFileSync(path, all);
}

describe('A damaged file', () => {
  it('is whole when nothing is damaged, after a stop and after a kill', async () => {
    for (const folder of [stopped, killed]) {
      const outcome = await startOn(folder, () => undefined);
      expect([outcome.refusal, outcome.events, checkNamed(outcome)]).toEqual([null, [], 0]);
    }
  });

  it('is kept as it is, beside the rescued one', async () => {
    const outcome = await startOn(stopped, (path) => {
      const bytes = readFileSync(path);
      bytes.fill(0xff, 8192, 8300);
      writeFileSync(path, bytes);
    });
    expect(outcome.refusal).toBeNull();
    expect(outcome.events.some(({ event }) => event === 'file-rescued')).toBe(true);
    expect(readdirSync(outcome.folder)).toContain(`${DATABASE_FILE}.damaged-20261120T093000Z`);
    checkNamed(outcome);
  });

  it.each([
    ['empty', (path: string) => writeFileSync(path, '')],
    ['missing', (path: string) => rmSync(path)],
    ['garbage', (path: string) => writeFileSync(path, Buffer.alloc(50_000, 'not a database '))],
  ])('is refused by name when it is %s', async (_how, spoil) => {
    const { refusal } = await startOn(stopped, spoil);
    expect(refusal).toContain(DATABASE_FILE);
    expect(refusal).toContain('backup');
  });

  it('starts without boards when somebody says so by deleting the marker', async () => {
    const { refusal, folder } = await startOn(stopped, (path) => {
      rmSync(path);
      rmSync(join(path, '..', MARKER_FILE));
    });
    expect(refusal).toBeNull();
    expect(existsSync(join(folder, MARKER_FILE))).toBe(true);
  });

  it('loses nothing by a broken log but what the break itself holds', async () => {
    const size = readFileSync(join(killed, `${DATABASE_FILE}-wal`)).length;
    for (const at of [5, 13, 20, 40, 32 + 24 + 100, Math.floor(size / 2)]) {
      const outcome = await startOn(killed, (path) => flip(`${path}-wal`, at));
      expect(outcome.refusal).toBeNull();
      expect(outcome.events.some(({ event }) => event === 'file-rescued')).toBe(true);
      expect(checkNamed(outcome)).toBeLessThan(allWords() / 4);
    }
  });

  it('loses nothing where the head of the log is zeros', async () => {
    const outcome = await startOn(killed, (path) => overwrite(`${path}-wal`, 0, Buffer.alloc(32)));
    expect([outcome.refusal, checkNamed(outcome)]).toEqual([null, 0]);
  });

  it.each([
    ['garbage', 9],
    ['zeros', 0],
  ])('whose log is %s is taken as it was before, and the log is kept', async (_what, byte) => {
    let garbage = Buffer.alloc(0);
    const outcome = await startOn(killed, (path) => {
      garbage = Buffer.alloc(readFileSync(`${path}-wal`).length, byte);
      writeFileSync(`${path}-wal`, garbage);
    });
    expect(outcome.refusal).toBeNull();
    expect(outcome.events.some(({ event }) => event === 'file-rescued')).toBe(true);
    const kept = readFileSync(join(outcome.folder, `${DATABASE_FILE}.damaged-20261120T093000Z-wal`));
    expect(kept.equals(garbage)).toBe(true);
    expect([...outcome.boards.values()].filter((words) => words !== null)).toHaveLength(10);
  });

  it.each(SEEDS)(
    `is rescued and every board named whatever bytes are flipped (${ROUNDS} rounds, seed %d)`,
    async (seed) => {
      const random = createRandom(seed);
      for (let round = 0; round < ROUNDS; round += 1) {
        const flips: string[] = [];
        const outcome = await startOn(round % 2 === 0 ? stopped : killed, (path) => {
          const size = readFileSync(path).length;
          const count = 1 + random.int(3);
          for (let i = 0; i < count; i += 1) {
            const [at, mask] = [random.int(size), random.chance(0.5) ? 0xff : 1 << random.int(8)];
            flips.push(`${at} by ${mask}`);
            flip(path, at, mask);
          }
        });
        const hint = `round ${round}, flips at ${flips.join()}`;
        const lost = checkNamed(outcome, hint);
        expect(outcome.refusal, hint).toBeNull();
        // A flip costs at most what one page of the file holds.
        expect(lost, hint).toBeLessThanOrEqual(flips.length * 150);
        rmSync(outcome.folder, { recursive: true });
      }
    },
    LONGEST_MS,
  );

  it.each(SEEDS)(
    'is rescued or refused wherever it is cut (seed %d)',
    async (seed) => {
      const random = createRandom(seed);
      for (let round = 0; round < ROUNDS / 6; round += 1) {
        let at = 0;
        const outcome = await startOn(round % 2 === 0 ? stopped : killed, (path) => {
          const bytes = readFileSync(path);
          at = random.int(bytes.length);
          writeFileSync(path, bytes.subarray(0, at));
        });
        checkNamed(outcome, `round ${round}, cut at ${at}`);
        if (outcome.refusal !== null) expect(outcome.refusal).toContain(DATABASE_FILE);
        rmSync(outcome.folder, { recursive: true });
      }
    },
    LONGEST_MS,
  );
});
