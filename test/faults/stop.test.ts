/** SIGTERM while people write: a quick and orderly end, and everything acknowledged is there afterwards. */
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../shared/protocol.ts';
import { allOf, createFacts, faultsIn, write } from '../kit/facts.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createRandom } from '../kit/random.ts';
import { until } from '../kit/running-app.ts';
import { many } from '../kit/soak.ts';
import { bareWriter, stockWriter } from '../kit/writers.ts';

let stage: FaultStage;
afterEach(() => stage.end());

/** Resolves when nobody listens there any more. */
async function portIsFree(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

describe('SIGTERM under load', () => {
  it(`${many(3, 20)} times: ends with 0 in time, says 1001, loses nothing acknowledged, frees the port`, async () => {
    stage = await createFaultStage({}, 5);
    const random = createRandom(7);
    const facts = createFacts();
    const [board] = stage.boards;
    if (board === undefined) throw new Error('no board');
    const owed = new Set<string>();
    for (let round = 0; round < many(3, 20); round += 1) {
      const doors = await Promise.all([0, 1, 2, 3, 4].map((person) => stage.door(board, person)));
      const writers = doors.map((door, place) => (place < 3 ? bareWriter(door) : stockWriter(door)));
      await until(() => writers.every((writer) => writer.ready()), 'everybody to be there');
      let stopping: Promise<unknown> | null = null;
      await Promise.all(
        writers.map(async (writer) => {
          for (let n = 0; ; n += 1) {
            const fact = facts.next();
            write(writer.doc, fact, random);
            if (!(await writer.saved())) return;
            owed.add(fact);
            if (n < 30 || stopping !== null) continue;
            stopping = stage.server.stop('SIGTERM');
          }
        }),
      );
      // The server is killed when it takes longer than 4.5 s.
      expect(await stopping).toBe(0);
      for (const writer of writers.slice(0, 3)) expect(writer.closed).toEqual([CLOSE.goingAway]);
      for (const writer of writers) writer.destroy();
      await portIsFree(Number(new URL(stage.server.url).port));
      await stage.server.start();
      const reader = stockWriter(await stage.door(board));
      await until(() => reader.ready(), 'a fresh reader');
      expect(faultsIn(reader.doc, owed)).toEqual({ lost: [], doubled: [] });
      expect(allOf(reader.doc).length).toBeGreaterThan(100);
      reader.destroy();
    }
  });
});

describe('SIGTERM while the disk takes for ever', () => {
  it('ends the server all the same, by SIGKILL, and nothing acknowledged is lost', async () => {
    const stuck = new URL('../fixtures/stuck-when-asked-to-stop.mjs', import.meta.url);
    stage = await createFaultStage({ env: { NODE_OPTIONS: `--import=${stuck}` } });
    const [board] = stage.boards;
    if (board === undefined) throw new Error('no board');
    const fact = createFacts().next();
    const writer = bareWriter(await stage.door(board));
    await until(() => writer.ready(), 'the writer to be there');
    write(writer.doc, fact, createRandom(7));
    expect(await writer.saved()).toBe(true);
    expect(await stage.server.stop('SIGTERM')).toBe('SIGKILL');
    writer.destroy();
    await stage.server.start({});
    const reader = stockWriter(await stage.door(board));
    await until(() => reader.ready(), 'a fresh reader');
    expect(faultsIn(reader.doc, [fact])).toEqual({ lost: [], doubled: [] });
    reader.destroy();
  });
});
