import { describe, expect, it } from 'vitest';
import { Saver } from '../../../server/sync/saver.ts';
import type { FakeClock } from '../../kit/fake-clock.ts';
import { FakeRoom } from '../../kit/fake-room.ts';
import { createSaver, QUICK } from '../../kit/saver-world.ts';

const timers = (clock: FakeClock) => ({ now: () => clock.now(), soon: (call: () => void) => clock.soon(call) });

describe('The saver', () => {
  it('saves at once when it is quiet', async () => {
    const { clock, batches, write, room } = createSaver();
    write(room, 1);
    await clock.turn();
    expect(batches).toHaveLength(1);
    expect(room.settled).toEqual([true]);
  });

  it('lets the others wait for the next time when the first ones took long', async () => {
    const { clock, batches, write, room, other } = createSaver();
    let late = 0;
    const now = clock.now.bind(clock);
    clock.now = () => now() + late;
    const take = room.take.bind(room);
    room.take = () => {
      late += 41;
      return take();
    };
    write(room, 1);
    write(other, 2);
    await clock.turn();
    expect(batches.map((batch) => batch.length)).toEqual([1]);
    expect([room.settled, other.settled]).toEqual([[true], []]);
    await clock.advance(4);
    expect([batches.length, other.settled]).toEqual([2, [true]]);
  });

  it('gathers for a window when a room is busy, and does not let a quiet one wait for it', async () => {
    const { clock, batches, write, room, other } = createSaver();
    const numbers = () => batches.map((batch) => batch.map(({ update }) => update[0]));
    write(room, 1);
    await clock.turn();
    write(room, 2);
    await clock.advance(6);
    write(other, 3);
    write(room, 4);
    await clock.turn();
    expect(numbers()).toEqual([[1], [3]]);
    await clock.advance(9);
    expect(numbers()).toEqual([[1], [3]]);
    await clock.advance(1);
    expect(numbers()).toEqual([[1], [3], [2, 4]]);
  });

  it('saves for all rooms that are due in one append, and keeps a little time between two', async () => {
    const { clock, batches, write, room, other } = createSaver();
    const third = new FakeRoom();
    write(room, 1);
    write(other, 2);
    await clock.turn();
    write(third, 3);
    await clock.advance(3);
    expect(batches).toHaveLength(1);
    await clock.advance(1);
    expect(batches.map((batch) => batch.map(({ board }) => board))).toEqual([[room.board, other.board], [third.board]]);
  });

  it('is not a window late when a timer is a little early', async () => {
    const { clock, saver, storage, batches } = createSaver();
    const early = { ...timers(clock), after: (ms: number, call: () => void) => clock.after(Math.max(0, ms - 1), call) };
    const hasty = new Saver({ ...QUICK, storage, clock: early, log: () => undefined });
    const room = new FakeRoom();
    const write = (value: number): void => {
      room.waiting.push(Uint8Array.of(value));
      hasty.request(room);
    };
    write(1);
    await clock.turn();
    write(2);
    await clock.advance(16);
    expect(batches).toHaveLength(2);
    await saver.drain();
  });

  it('settles rooms that have nothing to store without an append', async () => {
    const { clock, batches, saver, room } = createSaver();
    saver.request(room);
    await clock.turn();
    expect(room.settled).toEqual([true]);
    expect(batches).toEqual([]);
  });

  it('settles nothing while the storage hangs, takes nothing more, and says so', async () => {
    const { clock, batches, storage, saver, write, room, other } = createSaver();
    storage.hangs = true;
    write(room, 1);
    await clock.turn();
    write(other, 2);
    await clock.advance(500);
    expect([room.settled, other.settled, other.waiting.length]).toEqual([[], [], 1]);
    expect(saver.health()).toEqual({ ok: true });
    await clock.advance(600);
    expect(saver.health()).toEqual({ ok: false, why: 'storage-hanging' });
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await clock.advance(20);
    expect([room.settled, other.settled, batches.length]).toEqual([[true], [true], 2]);
    expect(saver.health()).toEqual({ ok: true });
  });

  it('lets rooms send what need not be stored while the storage hangs, once a window', async () => {
    const { clock, storage, saver, write, room, other } = createSaver();
    storage.hangs = true;
    write(room, 1);
    await clock.turn();
    saver.request(other);
    saver.request(other);
    await clock.advance(100);
    expect([room.relayed, other.relayed, other.settled]).toEqual([0, 1, []]);
    saver.request(other);
    await clock.advance(16);
    expect(other.relayed).toBe(2);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await clock.advance(16);
    expect([other.settled, other.relayed, clock.pendingTimers]).toEqual([[true], 2, 0]);
  });

  it('tells every room of a failed append, is ill until one works, and recovers', async () => {
    const { clock, batches, events, storage, saver, write, room, other } = createSaver();
    storage.fails = true;
    write(room, 1);
    write(other, 2);
    await clock.turn();
    expect([room.settled, other.settled, batches]).toEqual([[false], [false], []]);
    expect(saver.health()).toEqual({ ok: false, why: 'storage-failing' });
    storage.fails = false;
    write(room, 3);
    await clock.advance(16);
    expect(room.settled).toEqual([false, true]);
    expect(saver.health()).toEqual({ ok: true });
    expect(events).toEqual(['storage-failed', 'storage-works-again']);
  });

  it('tells only the room whose board could not be stored', async () => {
    const { clock, events, storage, saver, write, room, other } = createSaver();
    storage.lost = new Set([other.board]);
    write(room, 1);
    write(other, 2);
    await clock.turn();
    expect([room.settled, other.settled, saver.health().ok]).toEqual([[true], [false], true]);
    expect(events).toEqual(['board-not-stored']);
  });

  it('tries by itself while it is ill, says so once, and not at all when it is well', async () => {
    const { clock, events, storage, saver, write, room } = createSaver();
    write(room, 0);
    await clock.turn();
    expect(clock.pendingTimers).toBe(0);
    storage.fails = true;
    write(room, 1);
    await clock.advance(16);
    write(room, 2);
    await clock.advance(7_000);
    expect([saver.health().ok, storage.probes, events]).toEqual([false, 2, ['storage-failed']]);
    storage.fails = false;
    await clock.advance(3_000);
    expect([saver.health().ok, storage.probes, clock.pendingTimers]).toEqual([true, 3, 0]);
    expect(events).toEqual(['storage-failed', 'storage-works-again']);
  });

  it('drains everything that waits, also what arrives meanwhile', async () => {
    const { batches, storage, saver, write, room, other } = createSaver();
    storage.hangs = true;
    write(room, 1);
    const drained = saver.drain();
    write(other, 2);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await drained;
    expect([room.settled, other.settled, batches.length]).toEqual([[true], [true], 2]);
    await saver.drain();
  });

  it('is quiet once nothing is on its way to the disk, whatever still waits', async () => {
    const { clock, batches, storage, saver, write, room, other } = createSaver();
    await saver.quiet();
    storage.hangs = true;
    write(room, 1);
    await clock.turn();
    write(other, 2);
    const quiet = saver.quiet().then(() => [storage.held.length, room.settled, other.settled]);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    expect([await quiet, batches.length]).toEqual([[0, [true], []], 1]);
    await saver.drain();
  });

  it('goes on finding out whether saving works again when somebody waited for quiet', async () => {
    const { clock, storage, saver, write, room } = createSaver();
    storage.fails = true;
    write(room, 1);
    await clock.turn();
    await saver.quiet();
    storage.fails = false;
    await clock.advance(QUICK.probeMs);
    expect(saver.health()).toEqual({ ok: true });
  });
});
