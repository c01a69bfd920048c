/** Boards nobody follows any more cost nothing: no room, no timer, no processor time. */
import { afterEach, describe, expect, it } from 'vitest';
import { newBoardId } from '../../shared/ids.ts';
import { awakeNow, nothingLeftOpen } from '../kit/left-open.ts';
import { emptyIceberg, makeBoardIn } from '../kit/make-board.ts';
import { createRelayWorld, opened, type RelayWorld } from '../kit/relay-world.ts';
import { createCohort } from '../kit/running-app.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { soak } from '../kit/soak.ts';

const BOARDS = 40;
const WATCHED_MS = 20_000;

let world: RelayWorld | null = null;
let server: ServerProcess | null = null;
afterEach(async () => {
  await world?.end();
  world = null;
  await server?.end();
  server = null;
});

describe('After the last has left', () => {
  it(`${BOARDS} boards leave memory, and no timer stays`, async () => {
    world = await createRelayWorld();
    const { rooms } = world.server;
    const boards = Array.from({ length: BOARDS }, newBoardId);
    for (const board of boards) makeBoardIn(world.folder, board, emptyIceberg());
    await expect.poll(() => rooms.openRooms()).toBe(0);
    const before = awakeNow();
    const { socket } = world;
    const people = boards.flatMap((board) => [1, 2].map((n) => socket(`Ana${n}.write`, { path: `/sync/${board}` })));
    await Promise.all(people.map(opened));
    await expect.poll(() => rooms.openRooms()).toBe(BOARDS);
    for (const [n, person] of people.entries()) n % 2 === 0 ? person.close() : person.terminate();
    await expect.poll(() => rooms.openRooms()).toBe(0);
    await nothingLeftOpen(before);
  });
});

describe('A server nobody uses', () => {
  it.skipIf(!soak)('needs no processor time with a thousand boards (only in a soak)', async () => {
    server = await startServerProcess();
    const organisations = Array.from({ length: 60 }, (_, n) => `Organización ${n}`);
    for (let n = 0; n < 9; n += 1) await createCohort(server, { organisations });
    await server.stop('SIGTERM');
    await server.start();
    const [spent, since] = [server.processorMs(), performance.now()];
    const { processorMs } = server;
    await expect
      .poll(() => performance.now() - since, { timeout: 2 * WATCHED_MS, interval: 500 })
      .toBeGreaterThan(WATCHED_MS);
    const part = (processorMs() - spent) / (performance.now() - since);
    console.log(`idle with 1,089 boards: ${(part * 100).toFixed(2)} % of a processor`);
    expect(part).toBeLessThan(0.02);
  });
});
