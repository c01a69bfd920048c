import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { newBoardId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();

describe('A room', () => {
  it('merges what two people write, and has it on disk', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    expect([ana.synced, luis.synced]).toEqual([true, true]);
    ana.doc.getText('t').insert(0, 'hola');
    luis.doc.getText('t').insert(0, 'adiós');
    await world.settle();
    expect(text(ana.doc)).toBe(text(luis.doc));
    expect(text(ana.doc)).toHaveLength(9);
    expect(text(await world.stored())).toBe(text(ana.doc));
    expect(ana.doc.getMap('meta').get('kind')).toBe('iceberg');
  });

  it('tells nobody that it is synced before the stored board is loaded', async () => {
    let go = (): void => undefined;
    const load = world.storage.load;
    world.storage.load = async (board) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return load(board);
    };
    const ana = world.person('Ana');
    ana.doc.getText('t').insert(0, 'early');
    await world.settle();
    expect([ana.synced, ana.frames.length]).toEqual([false, 0]);
    world.storage.load = load;
    go();
    await world.settle();
    expect(ana.synced).toBe(true);
    expect(ana.doc.getMap('meta').get('kind')).toBe('iceberg');
    expect(text(await world.stored())).toBe('early');
  });

  it('goes on showing who is where while the disk takes its time', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    world.storage.mode = 'hangs';
    ana.doc.getText('t').insert(0, 'hola');
    await world.settle();
    ana.present({ at: [1, 2] });
    await world.settle();
    await world.settle();
    expect([text(luis.doc), luis.presence.get(ana.doc.clientID)]).toEqual(['', '{"at":[1,2]}']);
  });

  it('sends nothing and acknowledges nothing before it is stored', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    world.storage.mode = 'hangs';
    ana.doc.getText('t').insert(0, 'hola');
    ana.ask();
    await world.settle();
    expect([world.storage.hanging, ana.synced, text(luis.doc)]).toEqual([1, false, '']);
    luis.ask();
    await world.settle();
    expect(luis.synced).toBe(false);
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    expect([ana.synced, luis.synced, text(luis.doc)]).toEqual([true, true, 'hola']);
  });

  it('closes everybody with 1013 when it cannot save, and forgets what was not saved', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    world.storage.mode = 'fails';
    ana.doc.getText('t').insert(0, 'hola');
    const change = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'server'));
    const failed = expect(change).rejects.toMatchObject({ why: 'storage-failed' });
    await world.settle();
    await failed;
    expect([ana.closed?.code, luis.closed?.code]).toEqual([CLOSE.tryLater, CLOSE.tryLater]);
    expect([text(luis.doc), world.rooms.health().ok]).toEqual(['', false]);
    world.storage.mode = 'works';
    luis.join(world.rooms, world.board);
    await world.settle();
    expect(text(luis.doc)).toBe('');
    ana.join(world.rooms, world.board);
    await world.settle();
    expect([text(luis.doc), world.rooms.health().ok]).toEqual(['hola', true]);
  });

  it('closes with 1013, never with an empty board, when it cannot read', async () => {
    world.storage.load = async () => {
      throw new Error('EIO');
    };
    const ana = world.person('Ana');
    await world.settle();
    expect([ana.closed?.code, ana.synced]).toEqual([CLOSE.tryLater, false]);
    expect(world.events).toContain('load-failed');
  });

  it('refuses a board nobody made', async () => {
    const ana = world.person('Ana');
    ana.join(world.rooms, newBoardId());
    await world.settle();
    expect([ana.closed?.code, ana.synced]).toEqual([CLOSE.noSuchBoard, false]);
  });

  it('catches up who was cut off, both ways', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.cut();
    ana.doc.getText('t').insert(0, 'offline ');
    luis.doc.getText('t').insert(0, 'online');
    await world.settle();
    ana.join(world.rooms, world.board);
    await world.settle();
    expect(text(ana.doc)).toBe(text(luis.doc));
    expect(text(await world.stored())).toContain('offline');
  });

  it('stores nothing for a person who comes back with nothing new', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'hola');
    ana.doc.getText('t').delete(0, 2);
    await world.settle();
    const before = (await world.storage.load(world.board))?.updates.length;
    ana.cut();
    ana.join(world.rooms, world.board);
    await world.settle();
    expect((await world.storage.load(world.board))?.updates.length).toBe(before);
  });

  it('gives a newcomer everything written since the board was read', async () => {
    const ana = world.person('Ana');
    await world.settle();
    for (let round = 0; round < 600; round += 1) {
      ana.doc.getText('t').insert(0, String(round % 10));
      if (round % 100 === 0) await world.settle();
      if (round % 250 === 0) {
        const late = world.person(`late-${round}`);
        await world.settle();
        expect(text(late.doc)).toBe(text(ana.doc));
      }
    }
    await world.settle();
    const last = world.person('last');
    await world.settle();
    expect(text(last.doc)).toBe(text(ana.doc));
  });

  it('gives its memory back after the grace, tidied, and opens again', async () => {
    const ana = world.person('Ana');
    await world.settle();
    for (let round = 0; round < 150; round += 1) ana.doc.getText('t').insert(0, 'x');
    await world.settle();
    ana.cut();
    await world.clock.advance(29_000);
    expect(world.events).not.toContain('board-compacted');
    await world.clock.advance(2_000);
    expect(world.events).toContain('board-compacted');
    expect((await world.storage.load(world.board))?.updates).toEqual([]);
    const luis = world.person('Luis');
    await world.settle();
    expect(text(luis.doc)).toHaveLength(150);
  });

  it('tidies a long paste too, though it is one record; a few words stay as they are', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'hola');
    await world.settle();
    ana.cut();
    await world.clock.advance(31_000);
    expect(world.events).not.toContain('board-compacted');
    ana.join(world.rooms, world.board);
    await world.settle();
    ana.doc.getText('t').insert(4, 'x'.repeat(5_000));
    await world.settle();
    ana.cut();
    await world.clock.advance(31_000);
    expect(world.events).toContain('board-compacted');
    expect((await world.storage.load(world.board))?.updates).toEqual([]);
  });

  it('sends what it is told at once, and again after a restart', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'hola');
    await world.settle();
    world.restart();
    const luis = world.person('Luis');
    await world.settle();
    expect(text(luis.doc)).toBe('hola');
  });

  it('keeps the tail short while people write', async () => {
    await world.end();
    world = await createWorld({ tailRecords: 20 });
    const ana = world.person('Ana');
    await world.settle();
    for (let round = 0; round < 100; round += 1) {
      ana.doc.getText('t').insert(0, 'x');
      await world.settle();
    }
    expect((await world.storage.load(world.board))?.updates.length).toBeLessThan(25);
    expect(text(await world.stored())).toHaveLength(100);
  });

  it('goes on when it cannot be tidied', async () => {
    await world.end();
    world = await createWorld({ tailRecords: 5 });
    world.storage.compact = async () => {
      throw new Error('disk full');
    };
    const ana = world.person('Ana');
    await world.settle();
    for (let round = 0; round < 20; round += 1) {
      ana.doc.getText('t').insert(0, 'x');
      await world.settle();
    }
    expect(world.events).toContain('compaction-failed');
    expect([text(await world.stored()).length, ana.closed]).toEqual([20, null]);
  });
});
