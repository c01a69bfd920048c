/** A server's rooms with a storage that obeys the test, a clock that obeys the test, and people. */

import { expect } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../../server/storage/memory-store.ts';
import type { RelayLimits } from '../../server/sync/limits.ts';
import type { RelayRooms, Trials } from '../../server/sync/ports.ts';
import { createRooms } from '../../server/sync/rooms.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import { type BoardId, newBoardId } from '../../shared/ids.ts';
import { FakeClock } from './fake-clock.ts';
import { createFlakyStorage, type FlakyStorage } from './flaky-storage.ts';
import { emptyIceberg } from './make-board.ts';
import { Peer } from './peer.ts';
import { trialsHere } from './trials-here.ts';

export interface World {
  readonly clock: FakeClock;
  readonly storage: FlakyStorage;
  readonly events: string[];
  readonly board: BoardId;
  /** Takes the board out of what is stored, as a deed of `rooms.remove`. */
  removed(): BoardId[];
  rooms: RelayRooms;
  person(name: string, right?: Right): Peer;
  /** One board more, with this text on it. */
  another(text?: string): BoardId;
  /** Until nobody has anything to say any more. */
  settle(): Promise<void>;
  /** The board as a server that starts now would read it. */
  stored(): Promise<Y.Doc>;
  restart(): void;
  end(): Promise<void>;
}

export async function createWorld(
  limits: Partial<RelayLimits> = {},
  trials: Pick<Trials, 'try'> = trialsHere(),
): Promise<World> {
  const clock = new FakeClock();
  const boards = createMemoryStore();
  const storage = createFlakyStorage(boards);
  const events: string[] = [];
  const people: Peer[] = [];
  const open = (): RelayRooms => createRooms({ storage, clock, trials, limits, log: (event) => events.push(event) });
  const world: World = {
    clock,
    storage,
    events,
    board: newBoardId(),
    removed: () => {
      boards.remove(world.board);
      return [world.board];
    },
    rooms: open(),
    another: (text = '') => {
      const board = newBoardId();
      const doc = new Y.Doc();
      doc.getText('t').insert(0, text);
      boards.create(board, Y.encodeStateAsUpdate(doc));
      return board;
    },
    person: (name, right = 'write') => {
      const peer = new Peer(name, right).join(world.rooms, world.board);
      people.push(peer);
      return peer;
    },
    settle: async () => {
      await clock.advance(20);
      while (people.map((peer) => peer.deliver()).includes(true)) await clock.advance(20);
    },
    stored: async () => {
      const stored = await storage.load(world.board);
      if (stored === null) throw new Error('no such board');
      const doc = new Y.Doc();
      for (const update of [stored.snapshot?.bytes, ...stored.updates]) if (update) Y.applyUpdate(doc, update);
      return doc;
    },
    restart: () => {
      for (const peer of people) peer.cut();
      world.rooms = open();
    },
    end: async () => {
      storage.mode = 'works';
      storage.release('works');
      for (const peer of people) peer.destroy();
      await clock.advance(60_000);
      expect(clock.pendingTimers, 'timers left behind').toBe(0);
      await world.rooms.close();
      await world.rooms.close();
    },
  };
  boards.create(world.board, emptyIceberg());
  return world;
}
