/** The door through which the rest of the server reads boards, changes them, and hears who comes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { newBoardId, newPersonId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import { made } from '../../kit/judged-board.ts';
import { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const GRACE_MS = 30_000;
let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();
const hola = made((doc) => doc.getText('t').insert(0, 'hola'));
/** Settled when what it was given is. */
async function settled<T>(deed: Promise<T>): Promise<T> {
  const done = deed.then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  await world.settle();
  return (await done)();
}

describe('Whoever wants to know who comes', () => {
  it('hears of the first on a board, not of the next, and again when all had left', async () => {
    const entered: string[] = [];
    const stop = world.rooms.onEntered((board) => entered.push(board));
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    expect(entered).toEqual([world.board]);
    ana.cut();
    ana.join(world.rooms, world.board);
    expect(entered).toHaveLength(1);
    for (const peer of [ana, luis]) peer.cut();
    luis.join(world.rooms, world.board);
    expect(entered).toEqual([world.board, world.board]);
    stop();
    luis.cut();
    luis.join(world.rooms, world.board);
    expect(entered).toHaveLength(2);
    await world.settle();
  });

  it('hears of each listener once, though it is the same function twice', async () => {
    const changed: string[] = [];
    const listener = (board: string): unknown => changed.push(board);
    const [stop] = [world.rooms.onChanged(listener), world.rooms.onChanged(listener)];
    await settled(world.rooms.take(world.board, hola));
    expect(changed).toHaveLength(2);
    stop();
    await settled(
      world.rooms.take(
        world.board,
        made((doc) => doc.getText('u').insert(0, 'x')),
      ),
    );
    expect(changed).toHaveLength(3);
  });

  it('hears nothing any more once the server has stopped', async () => {
    const heard: string[] = [];
    world.rooms.onEntered((board) => heard.push(board));
    world.rooms.onChanged((board) => heard.push(board));
    await world.rooms.close();
    world.person('Ana');
    expect(heard).toEqual([]);
  });

  it('is told who is on a board: everybody there, and nobody where nobody is', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    const here = () => world.rooms.sessions(world.board).map(({ person }) => person);
    expect(here()).toEqual([ana.admitted.person, luis.admitted.person]);
    ana.cut();
    expect([here(), world.rooms.sessions(newBoardId())]).toEqual([[luis.admitted.person], []]);
    await world.settle();
  });
});

describe('A word to one person', () => {
  it('reaches all their windows on that board that are let in, and says how many those are', async () => {
    const word = Uint8Array.of(2, 2, 0);
    const other = world.another();
    const [first, second, luis] = [world.person('Ana'), world.person('Ana'), world.person('Luis')];
    const elsewhere = new Peer('Ana').join(world.rooms, other);
    await world.settle();
    const got = (): number[] =>
      [first, second, luis, elsewhere].map(({ frames }) => frames.filter((frame) => frame === word).length);
    expect(world.rooms.tell(world.board, first.admitted.person, word)).toBe(2);
    expect(got()).toEqual([1, 1, 0, 0]);
    expect(world.rooms.tell(world.board, newPersonId(), word)).toBe(0);
    expect(world.rooms.tell(newBoardId(), first.admitted.person, word)).toBe(0);
    const late = world.person('Ana');
    expect(world.rooms.tell(other, late.admitted.person, word)).toBe(1);
    world.restart();
    const early = world.person('Eva');
    expect(world.rooms.tell(world.board, early.admitted.person, word)).toBe(0);
    elsewhere.destroy();
    await world.settle();
  });
});

describe('What the server takes of its own', () => {
  it('is stored when it resolves, is with everybody, and is told', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const changed: string[] = [];
    world.rooms.onChanged((board) => changed.push(board));
    await settled(world.rooms.take(world.board, hola));
    expect([text(ana.doc), text(await world.stored()), changed]).toEqual(['hola', 'hola', [world.board]]);
  });

  it('is not told where nothing changed', async () => {
    const changed: string[] = [];
    world.rooms.onChanged((board) => changed.push(board));
    expect(await settled(world.rooms.change(world.board, () => 5))).toBe(5);
    expect(await settled(world.rooms.read(world.board, text))).toBe('');
    expect(changed).toEqual([]);
  });

  it('fails where a board cannot be stored, and where there is none', async () => {
    world.storage.mode = 'fails';
    await expect(settled(world.rooms.take(world.board, hola))).rejects.toMatchObject({ why: 'storage-failed' });
    world.storage.mode = 'works';
    await expect(settled(world.rooms.take(newBoardId(), hola))).rejects.toMatchObject({ why: 'unknown-board' });
    expect(world.rooms.openRooms()).toBe(0);
  });

  it('may fail by its own fault while it reads: the room has no part in it', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const reading = world.rooms.read(world.board, () => {
      throw new Error('bug of a reader');
    });
    await expect(settled(reading)).rejects.toThrow('bug of a reader');
    expect([ana.closed, world.events]).toEqual([null, []]);
  });

  it('is refused once the server stops', async () => {
    await world.rooms.close();
    for (const deed of [
      () => world.rooms.change(world.board, () => 1),
      () => world.rooms.take(world.board, hola),
      () => world.rooms.updates(world.board),
    ])
      await expect(deed()).rejects.toMatchObject({ why: 'closed' });
  });
});

describe('An empty room', () => {
  it('leaves memory after a grace that begins anew whenever somebody was there', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.cut();
    await world.clock.advance(GRACE_MS - 1_000);
    ana.join(world.rooms, world.board);
    await world.settle();
    await world.clock.advance(2 * GRACE_MS);
    expect([world.rooms.openRooms(), ana.closed]).toEqual([1, null]);
    ana.cut();
    await world.clock.advance(GRACE_MS - 1);
    expect(world.rooms.openRooms()).toBe(1);
    await world.clock.advance(1);
    expect(world.rooms.openRooms()).toBe(0);
  });

  it('that the server alone opened leaves it, too, and each deed begins the grace anew', async () => {
    await settled(world.rooms.read(world.board, text));
    await world.clock.advance(GRACE_MS - 1_000);
    await settled(world.rooms.take(world.board, hola));
    await world.clock.advance(GRACE_MS - 1_000);
    expect(world.rooms.openRooms()).toBe(1);
    await world.clock.advance(1_000);
    expect(world.rooms.openRooms()).toBe(0);
  });

  it('leaves nothing behind when the server stops before its grace is over', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.cut();
    expect(world.clock.pendingTimers).toBe(1);
    await world.rooms.close();
    expect([world.clock.pendingTimers, world.rooms.openRooms()]).toEqual([0, 0]);
  });

  it('is not left by who came while it was tidied', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'x'.repeat(5_000));
    await world.settle();
    let go = (): void => undefined;
    const compact = world.storage.compact;
    world.storage.compact = async (board) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return compact(board);
    };
    ana.cut();
    await world.clock.advance(GRACE_MS);
    ana.join(world.rooms, world.board);
    await world.settle();
    go();
    await world.settle();
    expect([ana.closed, world.rooms.openRooms(), world.events]).toEqual([null, 1, ['board-compacted']]);
    ana.doc.getText('t').insert(0, 'y');
    await world.settle();
    expect(text(await world.stored())).toHaveLength(5_001);
  });
});

describe('A board', () => {
  it('has as many connections as said, whatever other boards have', async () => {
    await world.end();
    world = await createWorld({ sessionsPerBoard: 2 });
    const other = world.another();
    const elsewhere = new Peer('Eva').join(world.rooms, other);
    const [ana, luis, late] = [world.person('Ana'), world.person('Luis'), world.person('Late')];
    expect([ana.closed, luis.closed, late.closed]).toEqual([
      null,
      null,
      { code: CLOSE.tryLater, why: 'too-many-connections' },
    ]);
    ana.cut();
    late.join(world.rooms, world.board);
    await world.settle();
    expect([late.closed, late.synced]).toEqual([null, true]);
    elsewhere.destroy();
  });

  it('asks the rights of those on it alone', async () => {
    const other = world.another();
    const [ana, eva] = [world.person('Ana'), new Peer('Eva').join(world.rooms, other)];
    await world.settle();
    for (const peer of [ana, eva]) peer.admitted.current = 'none';
    world.rooms.reconsider(other);
    expect([ana.closed, eva.closed?.code]).toEqual([null, CLOSE.forbidden]);
    world.rooms.reconsider(newBoardId());
    expect(ana.closed).toBeNull();
    world.rooms.reconsider();
    expect(ana.closed?.code).toBe(CLOSE.forbidden);
    eva.destroy();
  });

  it('that holds records nobody can read says how many, and is open all the same', async () => {
    const load = world.storage.load;
    world.storage.load = async (board) => {
      const stored = await load(board);
      return stored && { ...stored, updates: [...stored.updates, Uint8Array.of(1, 2, 3)] };
    };
    const ana = world.person('Ana');
    await world.settle();
    expect([ana.synced, world.events]).toEqual([true, ['records-unreadable']]);
  });

  it('that is removed while it is read is not opened by that', async () => {
    let go = (): void => undefined;
    const load = world.storage.load;
    world.storage.load = async (board) => {
      const stored = await load(board);
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return stored;
    };
    const ana = world.person('Ana');
    const reading = expect(world.rooms.read(world.board, text)).rejects.toMatchObject({ why: 'unknown-board' });
    await settled(world.rooms.remove(world.removed));
    go();
    await settled(reading);
    expect([ana.closed?.code, ana.frames, world.rooms.openRooms()]).toEqual([CLOSE.noSuchBoard, [], 0]);
  });
});
