/** Single bytes of the file changed where SQLite's own check sees nothing, or where much hangs on them. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { type Database, databasePath, openDatabase } from '../../../server/storage/database.ts';
import { openSoundDatabase } from '../../../server/storage/open-file.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { makeBoard, removeBoard } from '../../kit/make-board.ts';
import { one, readWords, wordsOf } from '../../kit/storage-contract.ts';

const PAGE_BYTES = 4096;
const NOW = Date.UTC(2026, 10, 22, 9, 30);
const silent = (): void => undefined;
/** More than fits one page, so that ends of boards are whole pages. */
const [MANY, FEW] = [120, 20];
const [long, short] = [newBoardId(), newBoardId()];
/** One record, and no mention in the control plane. */
const single = newBoardId();
const written = {
  [long]: wordsOf(...Array.from({ length: MANY }, (_, n) => `long ${n} ${'x'.repeat(60)}`)),
  [short]: wordsOf(...Array.from({ length: FEW }, (_, n) => `short ${n}`)),
  [single]: wordsOf('single'),
};
let home: string;
let sound: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'tempano-planted-'));
  sound = mkdtempSync(join(home, 'sound-'));
  const database = openSoundDatabase(sound, silent, () => NOW);
  openRegistry(database);
  const store = createBoardStore({ database, log: silent });
  const [ofLong = new Uint8Array(), ofShort = new Uint8Array()] = [written[long]?.[0], written[short]?.[0]];
  const number = database.prepare('SELECT id FROM documents WHERE board = ?');
  // Numbers are drawn at random, and the last byte of this one, whose rows are the last, is changed both ways.
  do {
    removeBoard(database, long);
    makeBoard(database, long, ofLong);
  } while ([0, 255].includes(Number(number.get(long)?.id) % 256));
  makeBoard(database, short, ofShort);
  makeBoard(database, single, written[single]?.[0] ?? new Uint8Array());
  const order = database.prepare('SELECT board FROM documents WHERE board IS NOT ? ORDER BY id');
  while (order.get(single)?.board !== short) {
    removeBoard(database, short);
    makeBoard(database, short, ofShort);
  }
  for (const board of [long, short]) {
    const [, ...rest] = written[board] ?? [];
    for (const [n, update] of rest.entries()) {
      await store.append([one(board, update)]);
      if (board === short && n === 8) await store.compact(board);
    }
  }
  database.close();
});
afterAll(() => rmSync(home, { recursive: true }));

/** A copy of the sound folder; `spoil` changes the bytes of its file. */
function spoilt(spoil: (bytes: Buffer) => void): string {
  const folder = mkdtempSync(join(home, 'round-'));
  for (const name of readdirSync(sound)) copyFileSync(join(sound, name), join(folder, name));
  const bytes = readFileSync(databasePath(folder));
  spoil(bytes);
  writeFileSync(databasePath(folder), bytes);
  return folder;
}

/** Reads both boards: how many words, and what the log says of each. */
async function readBoth(
  folder: string,
  open: (folder: string, log: (event: string, fields?: object) => void) => Database,
) {
  const events: Array<readonly [string, object | undefined]> = [];
  const log = (event: string, fields?: object): number => events.push([event, fields]);
  const database = open(folder, log);
  const store = createBoardStore({ database, log });
  const wordsIn = async (board: typeof long): Promise<number> => Object.keys(readWords(await store.load(board))).length;
  const saidOf = (board: string): string[] =>
    events
      .filter(([, fields]) => fields !== undefined && 'board' in fields && fields.board === board)
      .map(([event]) => event);
  const read = { long: await wordsIn(long), short: await wordsIn(short) };
  const thirdIsThere = (await store.load(single)) !== null;
  await store.append([one(long, new Uint8Array([0, 0]))]);
  database.close();
  return {
    ...read,
    thirdIsThere,
    ofLong: saidOf(long),
    ofShort: saidOf(short),
    ofThird: saidOf(single),
    events: events.map(([event]) => event),
  };
}
const openSound: Parameters<typeof readBoth>[1] = (folder, log) => openSoundDatabase(folder, log, () => NOW);

function numberOf(board: string): number {
  const database = openDatabase(sound);
  try {
    return Number(database.prepare('SELECT id FROM documents WHERE board = ?').get(board)?.id);
  } finally {
    database.close();
  }
}

/** Where in the file the number of the board is, in the key of its record with this content. */
function keyOf(bytes: Buffer, board: typeof long, record: number): number {
  const number = Buffer.alloc(6);
  number.writeUIntBE(numberOf(board), 0, 6);
  const content = Buffer.from(written[board]?.[record] ?? []);
  // What SQLite moved leaves copies behind in free room: the record is where its page says.
  for (let at = bytes.indexOf(content); at >= 0; at = bytes.indexOf(content, at + 1)) {
    const key = bytes.lastIndexOf(number, at);
    if (at - key <= 8 && isCell(bytes, key)) return key;
  }
  throw new Error('no such record in the file');
}

/** Whether a cell of a page of keys begins a few bytes before this place. */
function isCell(bytes: Buffer, at: number): boolean {
  const page = at - (at % PAGE_BYTES);
  const pointers = new Map([
    [0x0a, 8],
    [0x02, 12],
  ]).get(bytes[page] ?? 0);
  if (pointers === undefined) return false;
  const cells = Array.from(
    { length: bytes.readUInt16BE(page + 3) },
    (_, i) => page + bytes.readUInt16BE(page + pointers + 2 * i),
  );
  return cells.some((cell) => at > cell && at - cell <= 14);
}

/** The root page of a table or an index. */
function rootOf(name: string): number {
  const database = openDatabase(sound);
  try {
    const page = Number(database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)?.rootpage);
    return (page - 1) * PAGE_BYTES;
  } finally {
    database.close();
  }
}

/** Where the number of a row ends on a page of rows: behind the size of its columns, both of seven bits a byte. */
function endOfNumber(bytes: Buffer, page: number, number: number): number {
  for (let i = 0; i < bytes.readUInt16BE(page + 3); i += 1) {
    let at = page + bytes.readUInt16BE(page + 8 + 2 * i);
    while ((bytes[at] ?? 0) >= 0x80) at += 1;
    let value = 0;
    do {
      at += 1;
      value = value * 128 + ((bytes[at] ?? 0) & 0x7f);
    } while ((bytes[at] ?? 0) >= 0x80);
    if (value === number) return at;
  }
  throw new Error('no such row on the page');
}

/** Changes one bit of a number, to one that is lower or higher; the next board is far away. */
function nudge(bytes: Buffer, lastByte: number, way: 'lower' | 'higher'): void {
  const value = bytes[lastByte] ?? 0;
  const bits = [0, 1, 2, 3, 4, 5, 6, 7];
  const bit = bits.find((n) => ((value >> n) & 1) === (way === 'lower' ? 1 : 0));
  if (bit === undefined) throw new Error('no such bit');
  bytes[lastByte] = value ^ (1 << bit);
}

describe('A changed key that leaves all keys in order', () => {
  it.each([
    ['first', 0, 'lower', 0],
    ['last', MANY - 1, 'higher', MANY - 1],
  ] as const)(
    'costs no more than the %s record says, is named, and the file is kept',
    async (_which, record, way, left) => {
      const folder = spoilt((bytes) => nudge(bytes, keyOf(bytes, long, record) + 5, way));
      const damaged = readFileSync(databasePath(folder));
      const { long: words, short: others, ofLong, ofShort, events } = await readBoth(folder, openSound);
      expect([words, others, ofLong, ofShort]).toEqual([left, FEW, ['records-lost'], []]);
      expect(events).toContain('file-rescued');
      expect(readFileSync(`${databasePath(folder)}.damaged-20261122T093000Z`).equals(damaged)).toBe(true);
    },
  );

  it('is named as well where a file is too big to be looked through', async () => {
    const folder = spoilt((bytes) => nudge(bytes, keyOf(bytes, long, MANY - 1) + 5, 'higher'));
    const { long: words, ofLong, ofShort } = await readBoth(folder, openDatabase);
    expect([words, ofLong, ofShort]).toEqual([MANY - 1, ['records-lost'], []]);
  });

  it('hits the end of a board: it is named, and nothing is lost', async () => {
    const folder = spoilt((bytes) => {
      const place = endOfNumber(bytes, rootOf('document_ends'), numberOf(long));
      bytes[place] = bytes[place] === 0x7f ? 0x7e : (bytes[place] ?? 0) + 1;
    });
    const { long: words, short: others, ofLong, ofShort } = await readBoth(folder, openSound);
    expect([words, others]).toEqual([MANY, FEW]);
    expect([...ofLong, ...ofShort]).toEqual(['end-unknown']);
  });
});

describe('In a rescued file', () => {
  /** The leaf with the last record of the long board. */
  const lastLeaf = (bytes: Buffer): number => {
    const at = keyOf(bytes, long, MANY - 1);
    return at - (at % PAGE_BYTES);
  };

  it('records lost from the end of a board are named', async () => {
    const folder = spoilt((bytes) => bytes.fill(0, lastLeaf(bytes), lastLeaf(bytes) + 1));
    const { long: words, ofLong } = await readBoth(folder, openSound);
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThan(MANY);
    expect(ofLong).toEqual(['records-lost']);
  });

  it('boards are named whose end cannot be known', async () => {
    const folder = spoilt((bytes) => {
      bytes.fill(0, lastLeaf(bytes), lastLeaf(bytes) + 1);
      bytes.fill(0, rootOf('document_ends'), rootOf('document_ends') + 1);
    });
    const { long: words, short: others, ofLong, ofShort } = await readBoth(folder, openSound);
    expect(words).toBeLessThan(MANY);
    expect([others, ofLong, ofShort]).toEqual([FEW, ['end-unknown'], ['end-unknown']]);
  });

  it('a board of which nothing is left is named, and starts empty, though the control plane does not know it', async () => {
    const folder = spoilt((bytes) => {
      const at = keyOf(bytes, single, 0);
      bytes[at - (at % PAGE_BYTES)] = 0;
    });
    const { thirdIsThere, ofThird } = await readBoth(folder, openSound);
    expect([thirdIsThere, ofThird]).toEqual([true, ['board-lost']]);
  });

  it('a record that was damaged long ago does not stand for one that is missing now', async () => {
    const folder = spoilt(() => undefined);
    const database = openDatabase(folder);
    // Record 3 is in the snapshot; record 12 leaves a hole.
    database.prepare("INSERT INTO damaged_records VALUES (?, 'update', 3, x'00', 0)").run(short);
    database.prepare('DELETE FROM document_records WHERE document = ? AND seq = 12').run(numberOf(short));
    database.close();
    const bytes = readFileSync(databasePath(folder));
    bytes.fill(0, rootOf('probes'), rootOf('probes') + 1);
    writeFileSync(databasePath(folder), bytes);
    const { ofShort, events } = await readBoth(folder, openSound);
    expect(events).toContain('file-rescued');
    expect(ofShort).toEqual(['records-lost']);
  });
});

describe('A file too big to be looked through', () => {
  it('with a broken page of ends: records are stored all the same, and the boards are named', async () => {
    const folder = spoilt((bytes) => bytes.fill(0xff, rootOf('document_ends'), rootOf('document_ends') + PAGE_BYTES));
    const first = await readBoth(folder, openDatabase);
    expect([first.long, first.short, first.ofLong, first.ofShort]).toEqual([
      MANY,
      FEW,
      ['end-unknown'],
      ['end-unknown'],
    ]);
  });

  /** Changes a byte in the index of boards, so many after the id of the long one. */
  const withIndexChanged = (place: number): string =>
    spoilt((bytes) => {
      const root = rootOf('sqlite_autoindex_documents_1');
      const at = root + bytes.subarray(root, root + PAGE_BYTES).lastIndexOf(long);
      bytes[at + place] = (bytes[at + place] ?? 0) ^ 1;
    });

  it('gives no empty board when the index of boards leads nowhere', async () => {
    await expect(readBoth(withIndexChanged(long.length + 5), openDatabase)).rejects.toThrow('malformed');
  });

  it('gives the board when the index of boards does not know it', async () => {
    const { long: words, ofLong } = await readBoth(withIndexChanged(long.length - 1), openDatabase);
    expect([words, ofLong]).toEqual([MANY, []]);
  });
});

it('A file that says it must not be written is damaged, not read-only', async () => {
  const folder = spoilt((bytes) => {
    bytes[18] = 0x42;
  });
  const { long: words, short: others, events } = await readBoth(folder, openSound);
  expect([words, others, events]).toEqual([MANY, FEW, ['file-rescued']]);
});

it.each([61, 62, 63])('A version that never was is damage, not a newer server: byte %d', async (at) => {
  const folder = spoilt((bytes) => {
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  });
  const { long: words, short: others, events } = await readBoth(folder, openSound);
  expect([words, others, events]).toEqual([MANY, FEW, ['file-rescued']]);
  expect(existsSync(`${databasePath(folder)}.damaged-20261122T093000Z`)).toBe(true);
});
