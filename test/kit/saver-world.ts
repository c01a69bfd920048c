/** A saver with a storage and a clock that obey the test. */
import type { StoredUpdate } from '../../server/sync/ports.ts';
import { Saver } from '../../server/sync/saver.ts';
import type { BoardId } from '../../shared/ids.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeRoom } from './fake-room.ts';

export const QUICK = { windowMs: 16, gapMs: 4, hangMs: 1_000, probeMs: 3_000, slicesMs: 40, appendBytes: 10 };

export const createSaver = () => {
  const clock = new FakeClock();
  const batches: StoredUpdate[][] = [];
  const events: string[] = [];
  const storage = {
    fails: false,
    held: [] as Array<() => void>,
    hangs: false,
    lost: new Set<BoardId>(),
    probes: 0,
    append: async (batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>> => {
      if (storage.hangs) await new Promise<void>((resolve) => storage.held.push(resolve));
      if (storage.fails) throw new Error('disk full');
      batches.push([...batch]);
      return storage.lost;
    },
    probe: async (): Promise<void> => {
      storage.probes += 1;
      if (storage.fails) throw new Error('disk full');
    },
  };
  const log = (event: string): unknown => events.push(event);
  const saver = new Saver({ ...QUICK, storage, clock, log });
  const write = (room: FakeRoom, ...values: number[]): void => {
    room.waiting.push(Uint8Array.from(values));
    saver.request(room);
  };
  return { clock, batches, events, storage, saver, write, room: new FakeRoom(), other: new FakeRoom() };
};
