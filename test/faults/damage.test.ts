/**
 * A damaged file under a real server: it starts with everything that is sound, or refuses and touches nothing; nobody is
 * ever given an empty board in place of one that was lost.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../kit/facts.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { until } from '../kit/running-app.ts';
import { refusalToStart } from '../kit/server-process.ts';
import { soak } from '../kit/soak.ts';
import { bareWriter, type Door } from '../kit/writers.ts';

/** Places in the file. */
const PARTS = soak ? Array.from({ length: 100 }, (_, n) => n / 100) : [0.1, 0.5, 0.8];
const FILE = 'tempano.sqlite';
const words = (board: number): string => `palabras del tablero ${board} `.repeat(20);
/** Written in a record of its own, and only here. */
const MARK = 'esta frase se rompe en el disco';

let stage: FaultStage;
let doors: Door[] = [];
let path = '';
/** The folder as the server left it. */
let sound = '';
beforeAll(async () => {
  stage = await createFaultStage();
  for (const [place, board] of stage.boards.entries()) {
    const door = await stage.door(board);
    doors.push(door);
    const writer = bareWriter(door);
    await until(() => writer.ready(), 'the board');
    textOf(writer.doc, 'n0').insert(0, words(place));
    expect(await writer.saved()).toBe(true);
    if (place === 0) textOf(writer.doc, 'n1').insert(0, MARK);
    expect(await writer.saved()).toBe(true);
    writer.destroy();
  }
  await stage.server.stop('SIGTERM');
  path = join(stage.server.dataDir, FILE);
  sound = mkdtempSync(join(tmpdir(), 'tempano-sound-'));
  cpSync(stage.server.dataDir, sound, { recursive: true });
});
afterEach(async () => {
  await stage.server.stop('SIGKILL');
  rmSync(stage.server.dataDir, { recursive: true });
  cpSync(sound, stage.server.dataDir, { recursive: true });
});
afterAll(async () => {
  doors = [];
  await stage.end();
  rmSync(sound, { recursive: true });
});

/** What a fresh reader finds: the texts of two notes, or the code it was closed with. */
async function found(door: Door): Promise<readonly [string, string] | number> {
  const reader = bareWriter(door);
  try {
    await until(() => reader.ready() || reader.closed.length > 0, 'an answer');
    expect(reader.faults).toEqual([]);
    const [code] = reader.closed;
    if (code !== undefined) return code;
    return [textOf(reader.doc, 'n0').toString(), textOf(reader.doc, 'n1').toString()];
  } finally {
    reader.destroy();
  }
}
const findings = () => Promise.all(doors.map(found));

let logFrom = 0;
const said = (): string => stage.server.log.slice(logFrom).join('\n');

/** Starts on the damaged file. Either it starts, or it says why not, names the folder, and leaves the file as it is. */
async function startsOrRefuses(): Promise<boolean> {
  logFrom = stage.server.log.length;
  const before = existsSync(path) ? readFileSync(path) : null;
  try {
    await stage.server.start();
    return true;
  } catch {
    // It ended instead of getting ready: said once more, to read what it says.
    const refusal = await refusalToStart(stage.server.dataDir);
    expect([refusal.ending, refusal.said.includes(stage.server.dataDir)]).toEqual([1, true]);
    expect(existsSync(path) ? readFileSync(path) : null).toEqual(before);
    return false;
  }
}

function flip(at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x15;
  writeFileSync(path, bytes);
}

describe('One flipped byte', () => {
  it('inside the text of a note costs that record, is named, and is kept aside; another board is whole', async () => {
    const at = readFileSync(path).indexOf(MARK);
    expect(at).toBeGreaterThan(0);
    flip(at + 5);
    expect(await startsOrRefuses()).toBe(true);
    const [first, second] = await findings();
    expect(second).toEqual([words(1), '']);
    expect(first).toEqual([words(0), '']);
    expect(said()).toMatch(/damaged|rescued/);
    const broken = Buffer.from(MARK);
    broken[5] = (broken[5] ?? 0) ^ 0x15;
    await stage.server.stop('SIGTERM');
    const kept = readdirSync(stage.server.dataDir).some((name) =>
      readFileSync(join(stage.server.dataDir, name)).includes(broken),
    );
    expect(kept, 'the damaged bytes are kept').toBe(true);
  });

  it.each(PARTS)('anywhere (at %d of the file) costs no whole board without a word', async (part) => {
    flip(Math.floor(statSync(path).size * part));
    if (!(await startsOrRefuses())) return;
    for (const [place, what] of (await findings()).entries()) {
      if (typeof what === 'number') expect(what).not.toBe(4404);
      else if (what[0] !== words(place)) expect(said()).toMatch(/damaged|rescued/);
    }
  });
});

describe('A file that is', () => {
  it.each([
    ['cut to half', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['empty', () => truncateSync(path, 0)],
    ['garbage', () => writeFileSync(path, Buffer.alloc(100_000, 'nada '))],
  ])('%s is rescued or refused, never taken for new', async (_how, spoil) => {
    spoil();
    if (!(await startsOrRefuses())) return;
    // It says what it could not save, and a board is there with its words or not at all.
    expect(said()).toMatch(/damaged|rescued/);
    for (const [place, what] of (await findings()).entries()) {
      if (typeof what !== 'number') expect(what[0]).toBe(words(place));
    }
  });
});
