/** Whose turn it is where much waits. */
import { describe, expect, it } from 'vitest';
import type { BoardId } from '../../../shared/ids.ts';
import { FakeRoom } from '../../kit/fake-room.ts';
import { createSaver } from '../../kit/saver-world.ts';

describe('Where much waits, the saver', () => {
  it('lets the others in when looking at rooms takes long, also at those that hand over nothing', async () => {
    const { clock, saver } = createSaver();
    const rooms = Array.from({ length: 5 }, () => new FakeRoom());
    for (const room of rooms) {
      room.take = () => {
        clock.work(30);
        return [];
      };
      saver.request(room);
    }
    const seen = (): number => rooms.filter(({ settled }) => settled.length > 0).length;
    await clock.turn();
    expect(seen()).toBe(2);
    await clock.turn();
    expect(seen()).toBe(4);
    await clock.turn();
    expect(seen()).toBe(5);
  });

  it('counts also what they do once they are settled, when they hand over nothing', async () => {
    const { clock, saver } = createSaver();
    const rooms = Array.from({ length: 5 }, () => new FakeRoom());
    for (const room of rooms) {
      room.settle = (stored) => {
        clock.work(30);
        room.settled.push(stored);
      };
      saver.request(room);
    }
    const seen = (): number => rooms.filter(({ settled }) => settled.length > 0).length;
    await clock.turn();
    expect(seen()).toBe(2);
    await saver.drain();
    expect(seen()).toBe(5);
  });

  it('stores much in several appends, those with little first', async () => {
    const { clock, batches, write, room, other } = createSaver();
    const heavy = [room, other, new FakeRoom()];
    for (const one of heavy) {
      one.weight = 2 * 1024 * 1024;
      write(one, ...Array.from({ length: 8 }, () => 1));
    }
    const light = new FakeRoom();
    write(light, 2);
    await clock.turn();
    const boards = (): BoardId[][] => batches.map((batch) => batch.map(({ board }) => board));
    const [first, second, third] = heavy.map(({ board }) => board);
    expect(boards()).toEqual([[light.board, first, second]]);
    await clock.advance(4);
    expect(boards().slice(1)).toEqual([[third]]);
  });

  it('takes few of those that are very large at a time', async () => {
    const { clock, saver } = createSaver();
    const rooms = Array.from({ length: 5 }, () => new FakeRoom());
    for (const one of rooms) {
      one.weight = 10 * 1024 * 1024;
      saver.request(one);
    }
    const settled = (): number => rooms.filter((one) => one.settled.length > 0).length;
    await clock.turn();
    expect(settled()).toBe(2);
    await clock.advance(4);
    expect(settled()).toBe(4);
    await saver.drain();
    expect(settled()).toBe(5);
  });

  it('lets rooms with much have their turn, however many have little', async () => {
    const { clock, saver, room } = createSaver();
    room.weight = 2 * 1024 * 1024;
    const light = Array.from({ length: 5 }, () => new FakeRoom());
    for (const one of [...light, room]) {
      one.take = () => {
        clock.work(30);
        return [];
      };
      saver.request(one);
    }
    await clock.turn();
    expect([room.settled.length, light.filter(({ settled }) => settled.length > 0).length]).toEqual([1, 2]);
    await saver.drain();
  });

  it('counts to the last byte, of an append and of what heavy rooms weigh together', async () => {
    const { clock, batches, saver, write } = createSaver();
    const heavy = Array.from({ length: 3 }, () => new FakeRoom());
    for (const one of heavy) {
      one.weight = 2 * 1024 * 1024;
      write(one, 1, 2, 3, 4, 5);
    }
    await clock.turn();
    expect(batches.map((batch) => batch.length)).toEqual([2]);
    await saver.drain();
    const large = Array.from({ length: 3 }, () => new FakeRoom());
    for (const one of large) {
      one.weight = 8 * 1024 * 1024;
      saver.request(one);
    }
    await clock.advance(4);
    expect(large.map(({ settled }) => settled.length)).toEqual([1, 1, 0]);
    await saver.drain();
  });

  it('lets those that wait for the next append send what need not be stored, while the disk takes its time', async () => {
    const { clock, storage, saver, write } = createSaver();
    storage.hangs = true;
    const heavy = Array.from({ length: 3 }, () => new FakeRoom());
    for (const one of heavy) {
      one.weight = 2 * 1024 * 1024;
      write(one, 1, 2, 3, 4, 5);
    }
    await clock.advance(16);
    expect(heavy.map(({ relayed }) => relayed)).toEqual([0, 0, 1]);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await saver.drain();
  });

  it('takes whoever is due first after an append that took long', async () => {
    const { clock, storage, saver, write, room, other } = createSaver();
    storage.hangs = true;
    write(room, 1);
    await clock.turn();
    write(room, 2);
    write(other, 3);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await clock.advance(4);
    expect([room.settled, other.settled]).toEqual([[true], [true]]);
    await clock.advance(12);
    expect(room.settled).toEqual([true, true]);
    await saver.drain();
  });

  it('has one append under way at a time, also while it drains', async () => {
    const { clock, storage, saver, write, room, other } = createSaver();
    storage.hangs = true;
    write(room, 1);
    const drained = saver.drain();
    write(other, 2);
    await clock.turn();
    expect(storage.held).toHaveLength(1);
    storage.hangs = false;
    for (const go of storage.held.splice(0)) go();
    await drained;
    expect([room.settled, other.settled]).toEqual([[true], [true]]);
  });
});
