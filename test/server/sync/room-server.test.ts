import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newBoardId } from '../../../shared/ids.ts';
import { CLOSE, step2Frame } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();

describe('A lost record', () => {
  it('takes nothing else with it: what builds on it comes back with it, and is not tidied away', async () => {
    await world.end();
    world = await createWorld({ tailRecords: 4 });
    const ana = world.person('Ana');
    await world.settle();
    const load = world.storage.load;
    const kept = ['one ', 'two ', 'three '].map((word) => {
      const before = Y.encodeStateVector(ana.doc);
      ana.doc.getText('t').insert(ana.doc.getText('t').length, word);
      return Y.encodeStateAsUpdate(ana.doc, before);
    });
    await world.settle();
    ana.cut();
    world.restart();
    world.storage.load = async (board) => {
      const stored = await load(board);
      const updates = stored?.updates.filter((update) => !Buffer.from(update).equals(Buffer.from(kept[1] ?? []))) ?? [];
      return { snapshot: null, updates, takesBack: false };
    };
    const luis = world.person('Luis');
    await world.settle();
    expect(text(luis.doc)).toBe('one ');
    for (let round = 0; round < 6; round += 1) {
      luis.doc.getText('u').insert(0, 'x');
      await world.settle();
    }
    luis.doc.getText('t').insert(4, 'new ');
    await world.settle();
    const back = world.person('Back');
    Y.applyUpdate(back.doc, Y.mergeUpdates(kept.slice(0, 2)));
    await world.settle();
    expect([text(luis.doc).includes('three'), text(luis.doc)]).toEqual([true, text(back.doc)]);
    world.storage.load = load;
    expect(text(await world.stored())).toContain('three');
  });
});

describe('A right', () => {
  it('of reading lets nothing in, by update or by step 2, and says so once', async () => {
    const reader = world.person('Ana', 'read');
    await world.settle();
    expect([reader.synced, reader.rights]).toEqual([true, ['read']]);
    reader.doc.getText('t').insert(0, 'no');
    reader.say(step2Frame(Y.encodeStateAsUpdate(reader.doc)));
    await world.settle();
    expect([reader.denied, reader.closed]).toEqual([['read-only'], null]);
    expect(text(await world.stored())).toBe('');
  });

  it('changes while connected: to write, to read, to none', async () => {
    const ana = world.person('Ana', 'read');
    const luis = world.person('Luis');
    await world.settle();
    ana.doc.getText('t').insert(0, 'kept');
    await world.settle();
    ana.admitted.current = 'write';
    world.rooms.reconsider(world.board);
    await world.settle();
    expect([text(luis.doc), ana.rights]).toEqual(['kept', ['read', 'write']]);
    ana.admitted.current = 'read';
    world.rooms.reconsider();
    await world.settle();
    ana.doc.getText('t').insert(0, 'not ');
    await world.settle();
    expect([text(luis.doc), ana.denied]).toEqual(['kept', ['read-only', 'read-only']]);
    ana.admitted.current = 'none';
    world.rooms.reconsider();
    expect(ana.closed?.code).toBe(CLOSE.forbidden);
    expect(world.rooms.sessions(world.board)).toEqual([{ person: luis.admitted.person }]);
  });
});

describe('The server itself', () => {
  it('changes a board for everybody, durable when resolved', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const changed: string[] = [];
    const stop = world.rooms.onChanged((board) => changed.push(board));
    const change = world.rooms.change(world.board, (doc) => {
      doc.getText('t').insert(0, 'server');
      return 7;
    });
    await world.settle();
    expect(await change).toBe(7);
    expect([text(ana.doc), text(await world.stored()), changed]).toEqual(['server', 'server', [world.board]]);
    stop();
    const again = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'));
    await world.settle();
    await again;
    expect(changed).toHaveLength(1);
  });

  it('reads what is durable, also of a board nobody is in', async () => {
    const read = world.rooms.read(world.board, (doc) => doc.getMap('meta').get('kind'));
    await world.settle();
    expect(await read).toBe('iceberg');
    const unknown = expect(world.rooms.read(newBoardId(), () => 1)).rejects.toMatchObject({ why: 'unknown-board' });
    await world.settle();
    await unknown;
  });

  it('takes nothing of a change that throws, and the room goes on', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const change = world.rooms.change(world.board, (doc) => {
      doc.getText('t').insert(0, 'half');
      throw new Error('bug');
    });
    const failed = expect(change).rejects.toMatchObject({ why: 'closed' });
    const next = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'whole'));
    await world.settle();
    await failed;
    await next;
    expect(ana.closed).toBeNull();
    expect([text(ana.doc), text(await world.stored())]).toEqual(['whole', 'whole']);
  });

  it('removes a board: sessions end with 4404, nobody comes back', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'late');
    ana.deliver();
    const removed = world.rooms.remove(world.removed);
    await world.settle();
    await removed;
    expect(ana.closed?.code).toBe(CLOSE.noSuchBoard);
    ana.join(world.rooms, world.board);
    await world.settle();
    expect([ana.closed?.code, await world.storage.load(world.board)]).toEqual([CLOSE.noSuchBoard, null]);
  });

  it('goes on as if nothing had happened where a board could not be removed', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    const removed = world.rooms.remove(() => {
      throw new Error('ENOSPC');
    });
    ana.doc.getText('t').insert(0, 'still here');
    ana.deliver();
    await expect(removed).rejects.toThrow('ENOSPC');
    const marta = world.person('Marta');
    await world.settle();
    expect([ana.closed, luis.closed, marta.closed]).toEqual([null, null, null]);
    expect([text(marta.doc), text(await world.stored())]).toEqual(['still here', 'still here']);
  });

  it('removes nothing while something is on its way to the disk', async () => {
    const ana = world.person('Ana');
    await world.settle();
    world.storage.mode = 'hangs';
    ana.doc.getText('t').insert(0, 'on its way');
    ana.deliver();
    await world.clock.advance(20);
    expect(world.storage.hanging).toBe(1);
    let found = '';
    const removed = world.rooms.remove(() => {
      found = `${world.storage.hanging} ${ana.closed}`;
      return world.removed();
    });
    await world.clock.advance(20);
    expect(found).toBe('');
    world.storage.mode = 'works';
    world.storage.release('works');
    await removed;
    expect([found, ana.closed?.code, world.events]).toEqual(['0 null', CLOSE.noSuchBoard, []]);
  });

  it('saves everything before it stops, and closes with 1001', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'last words');
    ana.deliver();
    await world.rooms.close();
    expect([ana.closed?.code, text(await world.stored())]).toEqual([CLOSE.goingAway, 'last words']);
    ana.join(world.rooms, world.board);
    expect(ana.closed?.code).toBe(CLOSE.goingAway);
    await expect(world.rooms.read(world.board, () => 1)).rejects.toMatchObject({ why: 'closed' });
  });

  it('is not stopped by a listener that throws', async () => {
    world.rooms.onChanged(() => {
      throw new Error('bug');
    });
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'x');
    await world.settle();
    expect([ana.closed, world.events.includes('listener-failed')]).toEqual([null, true]);
  });
});
