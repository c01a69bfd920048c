/** Readers that stop reading while much is written: the server's memory stays bounded, others notice nothing, all catch up. */
import { afterEach, describe, expect, it } from 'vitest';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createHealthyPair, type HealthyPair, spread } from '../kit/healthy-pair.ts';
import { until } from '../kit/running-app.ts';
import { many } from '../kit/soak.ts';
import { type BareWriter, bareWriter, type StockWriter, stockWriter } from '../kit/writers.ts';

const MB = 1024 * 1024;
const WRITTEN = many(50, 200) * MB;
const ONE_WRITE = 64 * 1024;
/** quality.md's bound on what the stalled may cost, and what a process grows by when it works at all. */
const MOST_GROWTH = 100 * MB;

let stage: FaultStage;
let open: Array<BareWriter | StockWriter | HealthyPair> = [];
afterEach(async () => {
  for (const one of open) one.destroy();
  open = [];
  await stage.end();
});

describe('Five readers that stall', () => {
  it(`while ${WRITTEN / MB} MB are written cost little, disturb nobody, and catch up`, async () => {
    stage = await createFaultStage({}, 5);
    const [board] = stage.boards;
    if (board === undefined) throw new Error('no board');
    const writer = bareWriter(await stage.door(board, 0));
    const stalled = await Promise.all([0, 1, 2, 3, 4].map(async () => bareWriter(await stage.door(board, 3))));
    const pair = await createHealthyPair(await stage.door(board, 1), await stage.door(board, 2));
    open = [writer, ...stalled, pair];
    await until(() => [writer, ...stalled].every((one) => one.ready()), 'everybody to be there');
    await write(writer, pair, 10 * MB);
    const before = stage.server.memory();
    for (const { socket } of stalled) socket.pause();
    const most = await write(writer, pair, WRITTEN);
    console.log(`stalled readers: +${Math.round((most - before) / MB)} MB at most; others ${spread(pair.took)}`);
    expect(most - before).toBeLessThan(MOST_GROWTH);
    for (const { socket } of stalled) socket.resume();
    const last = writer.doc.getMap('meta').get('big');
    const back = await Promise.all([0, 1, 2, 3, 4].map(async () => stockWriter(await stage.door(board, 3))));
    open.push(...back);
    await until(() => back.every(({ doc }) => doc.getMap('meta').get('big') === last), 'the stalled to be back');
    await until(
      () => stalled.every(({ doc, closed }) => closed.length > 0 || doc.getMap('meta').get('big') === last),
      'the stalled to be cut off or to catch up',
    );
    for (const one of [writer, ...stalled]) expect(one.faults).toEqual([]);
  });
});

/** Overwrites one key, so that much passes and the board stays small. Returns the most memory the server took. */
async function write(writer: BareWriter, pair: HealthyPair, bytes: number): Promise<number> {
  let most = 0;
  for (let written = 0, n = 0; written < bytes; written += ONE_WRITE, n += 1) {
    writer.doc.getMap('meta').set('big', `${n}`.padEnd(ONE_WRITE, 'x'));
    if (n % 8 !== 0) continue;
    expect(await writer.saved()).toBe(true);
    most = Math.max(most, stage.server.memory());
    if (n % 64 === 0) await pair.works();
  }
  return most;
}
