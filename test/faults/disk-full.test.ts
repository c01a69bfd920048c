/**
 * A disk without room: the server says so instead of acknowledging, loses nothing it acknowledged, and goes on by itself
 * when there is room again. A folder it cannot write to: it does not start.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import { createFacts, type Facts, faultsIn, write } from '../kit/facts.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createRandom } from '../kit/random.ts';
import { until } from '../kit/running-app.ts';
import { refusalToStart, roomAgain } from '../kit/server-process.ts';
import { bareWriter, type StockWriter, stockWriter, type Writer } from '../kit/writers.ts';

const LIMIT_KIB = 3 * 1024;
const isRoot = process.getuid?.() === 0;
const KNOCKS = 60;
/** More than the lines a server writes about one failure, and far fewer than knock. */
const FLOOD = 20;

let stage: FaultStage | null = null;
let folder: string | null = null;
let writers: Writer[] = [];
afterEach(async () => {
  for (const writer of writers) writer.destroy();
  writers = [];
  await stage?.end();
  stage = null;
  if (folder !== null) unmount(folder);
  folder = null;
});

/** Runs a command of the system. Throws when it fails. */
const asRoot = (command: string, given: readonly string[]): void => {
  execFileSync('bash', ['-c', '"$0" "$@"', command, ...given], { stdio: 'ignore' });
};

/** A small disk of its own, in memory. Null where that is not allowed. */
function mountSmall(): string | null {
  const dir = mkdtempSync(join(tmpdir(), 'tempano-small-'));
  try {
    asRoot('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', dir]);
    return dir;
  } catch {
    // Not root, or in a container that may not mount.
    rmSync(dir, { recursive: true });
    return null;
  }
}
function unmount(dir: string): void {
  asRoot('umount', ['-l', dir]);
  rmSync(dir, { recursive: true, force: true });
}
const canMount = ((): boolean => {
  const dir = mountSmall();
  if (dir !== null) unmount(dir);
  return dir !== null;
})();

/** Writes, with ballast, until the connection ends. Notes what was acknowledged. */
async function fill(writer: Writer, facts: Facts, acknowledged: Set<string>): Promise<void> {
  const random = createRandom(facts.written.size);
  for (let n = 0; n < 2_000; n += 1) {
    const fact = facts.next();
    write(writer.doc, fact, random);
    writer.doc.getMap('meta').set('ballast', `${n}`.padEnd(20_000, 'x'));
    if (!(await writer.saved())) return;
    acknowledged.add(fact);
  }
  throw new Error('the disk never filled');
}

interface Filled {
  readonly board: BoardId;
  readonly stock: StockWriter;
  readonly facts: Facts;
  readonly acknowledged: Set<string>;
  readonly linesBefore: number;
}

/** Four people write until nothing can be saved any more; all but the stock provider are gone afterwards. */
async function fillUp(on: FaultStage): Promise<Filled> {
  const [board] = on.boards;
  if (board === undefined) throw new Error('no board');
  const facts = createFacts();
  const acknowledged = new Set<string>();
  const stock = stockWriter(await on.door(board, 0));
  const bare = await Promise.all([1, 2, 3].map(async (person) => bareWriter(await on.door(board, person))));
  writers = [stock, ...bare];
  await until(() => writers.every((writer) => writer.ready()), 'everybody to be there');
  const linesBefore = on.server.log.length;
  await Promise.all(writers.map((writer) => fill(writer, facts, acknowledged)));
  // A connection that is closing saves nothing any more, a moment before it is heard to be closed.
  for (const writer of writers) await expect.poll(() => writer.closed).toContain(CLOSE.tryLater);
  expect(acknowledged.size).toBeGreaterThan(10);
  for (const writer of bare) writer.destroy();
  writers = [stock];
  return { board, stock, facts, acknowledged, linesBefore };
}

const health = async (on: FaultStage) => on.server.ask('GET', '/healthz');

/** The server goes on saying no, without filling its log, while many knock and want to write. */
async function saysSoOnce(on: FaultStage, { board, linesBefore }: Filled): Promise<void> {
  await expect.poll(() => health(on)).toMatchObject({ status: 503, body: { why: 'storage-failing' } });
  const door = await on.door(board, 1);
  const knocking = Array.from({ length: KNOCKS }, () => bareWriter(door));
  for (const { doc } of knocking) doc.getMap('meta').set('knock', 'x'.repeat(100_000));
  await until(() => knocking.every(({ closed, ready }) => closed.length > 0 || ready()), 'everybody to be answered');
  expect(await Promise.all(knocking.map((writer) => writer.saved()))).toEqual(knocking.map(() => false));
  for (const writer of knocking) writer.destroy();
  const said = on.server.log.slice(linesBefore);
  expect(said.filter((line) => line.includes('storage')).length).toBeGreaterThan(0);
  expect(said.length, said.join('\n')).toBeLessThan(FLOOD);
}

/**
 * Whether the provider's work is saved now that there is room. A connection that had begun before (`begun` of them) may
 * have written on the full disk and still be refused; one that began after may not.
 */
async function savedWithRoom(stock: StockWriter, begun: number): Promise<boolean> {
  await until(() => stock.ready(), 'the provider to be back');
  const asked = stock.attempts();
  if (await stock.saved()) return true;
  if (asked > begun) return false;
  await until(() => stock.attempts() > begun && stock.ready(), 'the provider to be back once more');
  return stock.saved();
}

/** What the stock provider wrote meanwhile arrives by itself; nothing acknowledged is lost. */
async function goesOn(on: FaultStage, { board, stock, facts, acknowledged }: Filled): Promise<void> {
  const mine = facts.next();
  const begun = stock.attempts();
  write(stock.doc, mine, createRandom(1));
  expect(await savedWithRoom(stock, begun)).toBe(true);
  expect((await health(on)).status).toBe(200);
  const reader = stockWriter(await on.door(board));
  writers.push(reader);
  await until(() => reader.ready(), 'a fresh reader');
  expect(faultsIn(reader.doc, [...acknowledged, mine])).toEqual({ lost: [], doubled: [] });
  expect(reader.doc.getMap('meta').toJSON()).toEqual(stock.doc.getMap('meta').toJSON());
}

describe('A full disk', () => {
  it('stops acknowledging, says so once, and goes on by itself when there is room again', async () => {
    stage = await createFaultStage({ fileKiB: LIMIT_KIB }, 4);
    const filled = await fillUp(stage);
    await saysSoOnce(stage, filled);
    await roomAgain(stage.server.pid);
    await goesOn(stage, filled);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'costs nothing acknowledged, ended by %s and started again',
    async (signal) => {
      stage = await createFaultStage({ fileKiB: LIMIT_KIB }, 4);
      const filled = await fillUp(stage);
      await stage.server.stop(signal);
      await stage.server.start({});
      await goesOn(stage, filled);
    },
  );

  it.skipIf(!canMount)('that is really full is the same (needs the right to mount)', async () => {
    folder = mountSmall();
    if (folder === null) throw new Error('it could be mounted before');
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024));
    stage = await createFaultStage({}, 4, join(folder, 'server'));
    const filled = await fillUp(stage);
    await saysSoOnce(stage, filled);
    rmSync(filler);
    await goesOn(stage, filled);
  });
});

describe('A folder that cannot be written to', () => {
  it('keeps the server from starting, and is named', async () => {
    // Root may write everywhere, except where the system says no.
    const own = isRoot ? null : mkdtempSync(join(tmpdir(), 'tempano-read-only-'));
    if (own !== null) chmodSync(own, 0o555);
    const dir = own ?? '/proc';
    const { ending, said } = await refusalToStart(dir);
    if (own !== null) rmSync(own, { recursive: true });
    expect(ending).toBe(1);
    expect(said).toContain(dir);
    expect(said).toMatch(/DATA_DIR/);
  });

  it.skipIf(!canMount)('with boards in it is left as it is (needs the right to mount)', async () => {
    folder = mountSmall();
    if (folder === null) throw new Error('it could be mounted before');
    const dir = join(folder, 'server');
    stage = await createFaultStage({}, 1, dir);
    await stage.server.stop('SIGTERM');
    const before = statSync(join(dir, 'tempano.sqlite')).mtimeMs;
    asRoot('mount', ['-o', 'remount,ro', folder]);
    const { ending, said } = await refusalToStart(dir);
    expect([ending, said.includes(dir)]).toEqual([1, true]);
    expect(statSync(join(dir, 'tempano.sqlite')).mtimeMs).toBe(before);
    asRoot('mount', ['-o', 'remount,rw', folder]);
  });
});
