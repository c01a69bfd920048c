import { describe, expect, it } from 'vitest';
import type { StoredUpdate } from '../../../server/sync/ports.ts';
import { type Saved, Saver } from '../../../server/sync/saver.ts';
import { type BoardId, newBoardId } from '../../../shared/ids.ts';
import { FakeClock } from '../../kit/fake-clock.ts';

class FakeRoom implements Saved {
  readonly board: BoardId = newBoardId();
  readonly settled: boolean[] = [];
  waiting: Uint8Array[] = [];
  tidied = 0;

  take(): readonly Uint8Array[] {
    return this.waiting.splice(0);
  }

  settle(stored: boolean): void {
    this.settled.push(stored);
  }

  tidy(): null {
    this.tidied += 1;
    return null;
  }
}

const setUp = () => {
  const clock = new FakeClock();
  const batches: StoredUpdate[][] = [];
  const events: string[] = [];
  const storage = {
    fails: false,
    held: [] as Array<() => void>,
    hangs: false,
    append: async (batch: ReadonlyArray<StoredUpdate>): Promise<void> => {
      if (storage.hangs) await new Promise<void>((resolve) => storage.held.push(resolve));
      if (storage.fails) throw new Error('disk full');
      batches.push([...batch]);
    },
  };
  const saver = new Saver({ storage, clock, log: (event) => events.push(event), windowMs: 16, hangMs: 1_000 });
  const write = (room: FakeRoom, ...values: number[]): void => {
    room.waiting.push(Uint8Array.from(values));
    saver.request(room);
  };
  return { clock, batches, events, storage, saver, write, room: new FakeRoom(), other: new FakeRoom() };
};

describe('The saver', () => {
  it('saves at once when it is quiet', async () => {
    const { clock, batches, write, room } = setUp();
    write(room, 1);
    await clock.turn();
    expect(batches).toHaveLength(1);
    expect(room.settled).toEqual([true]);
    expect(room.tidied).toBe(1);
  });

  it('gathers for a window when it is busy, all rooms in one append', async () => {
    const { clock, batches, write, room, other } = setUp();
    write(room, 1);
    await clock.turn();
    write(room, 2);
    write(other, 3);
    write(room, 4);
    await clock.advance(15);
    expect(batches).toHaveLength(1);
    await clock.advance(1);
    expect(batches[1]?.map(({ board, update }) => [board, update[0]])).toEqual([
      [room.board, 2],
      [room.board, 4],
      [other.board, 3],
    ]);
  });

  it('settles rooms that have nothing to store without an append', async () => {
    const { clock, batches, saver, room } = setUp();
    saver.request(room);
    await clock.turn();
    expect(room.settled).toEqual([true]);
    expect(batches).toEqual([]);
  });

  it('settles nothing while the storage hangs, takes nothing more, and says so', async () => {
    const { clock, batches, storage, saver, write, room, other } = setUp();
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

  it('tells every room of a failed append, is ill until one works, and recovers', async () => {
    const { clock, batches, events, storage, saver, write, room, other } = setUp();
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

  it('drains everything that waits, also what arrives meanwhile', async () => {
    const { batches, storage, saver, write, room, other } = setUp();
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
});
