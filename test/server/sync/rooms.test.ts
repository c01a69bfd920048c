import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newBoardId } from '../../../shared/ids.ts';
import { awarenessFrame, CLOSE, step1Frame, step2Frame, updateFrame } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();
const whole = (make: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  make(doc);
  return Y.encodeStateAsUpdate(doc);
};

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
      return { snapshot: null, updates };
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

  it('takes nothing of a change that throws, and the room starts again', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const change = world.rooms.change(world.board, (doc) => {
      doc.getText('t').insert(0, 'half');
      throw new Error('bug');
    });
    const failed = expect(change).rejects.toMatchObject({ why: 'closed' });
    await world.settle();
    await failed;
    expect(ana.closed?.code).toBe(CLOSE.roomRestarts);
    ana.join(world.rooms, world.board);
    await world.settle();
    expect([text(ana.doc), text(await world.stored())]).toEqual(['', '']);
  });

  it('does not make a board twice', async () => {
    await expect(world.rooms.create(world.board, () => undefined)).rejects.toMatchObject({ why: 'storage-failed' });
  });

  it('removes a board: sessions end with 4404, nobody comes back', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'late');
    ana.deliver();
    const removed = world.rooms.remove(world.board);
    await world.settle();
    await removed;
    expect(ana.closed?.code).toBe(CLOSE.noSuchBoard);
    ana.join(world.rooms, world.board);
    await world.settle();
    expect([ana.closed?.code, await world.storage.load(world.board)]).toEqual([CLOSE.noSuchBoard, null]);
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
    await expect(world.rooms.create(newBoardId(), () => undefined)).rejects.toMatchObject({ why: 'closed' });
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

describe('Who misbehaves', () => {
  const bomb = whole((doc) => {
    let at: Y.Map<unknown> = doc.getMap('notes');
    for (let level = 0; level < 3_000; level += 1) {
      const inner = new Y.Map<unknown>();
      at.set('x', inner);
      at = inner;
    }
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['an unknown type', Uint8Array.of(9, 1, 1)],
    ['an unknown step', Uint8Array.of(0, 7, 1, 0)],
    ['an integer out of range', Uint8Array.of(0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
    ['a length beyond the end', Uint8Array.of(0, 2, 200, 1, 1)],
    ['an update of rubbish', updateFrame(Uint8Array.of(1, 2, 3, 4))],
    ['a nesting bomb', updateFrame(bomb)],
    ['a state vector of rubbish', step1Frame(Uint8Array.of(5, 1))],
    ['a thousand people in one message', Uint8Array.of(1, 2, 0xff, 0x7f)],
  ])('is closed with 1008: %s', async (_name, frame) => {
    const [eve, ana] = [world.person('Eve'), world.person('Ana')];
    await world.settle();
    eve.say(frame);
    await world.settle();
    expect([eve.closed?.code, ana.closed]).toEqual([CLOSE.garbage, null]);
    ana.doc.getText('t').insert(0, 'still here');
    await world.settle();
    expect(text(await world.stored())).toBe('still here');
  });

  it('is asked again when an answer is incomplete, twice, and closed the third time', async () => {
    const [eve, ana] = [world.person('Eve'), world.person('Ana')];
    await world.settle();
    const other = new Y.Doc();
    other.getText('t').insert(0, 'a');
    const before = Y.encodeStateVector(other);
    other.getText('t').insert(1, 'b');
    const gap = Y.encodeStateAsUpdate(other, before);
    const questions = (): number => eve.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length;
    const asked = questions();
    for (let round = 0; round < 3; round += 1) {
      expect(eve.closed).toBeNull();
      eve.say(step2Frame(gap));
      await world.settle();
    }
    expect([questions() - asked, eve.closed?.code, text(ana.doc)]).toEqual([2, CLOSE.garbage, '']);
    const stored = await world.stored();
    expect(stored.store.pendingStructs).toBeNull();
  });

  it('is not closed for typing on before it has answered what it wrote offline', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.cut();
    ana.doc.getText('t').insert(0, 'offline');
    ana.join(world.rooms, world.board);
    for (const letter of ' and on') ana.doc.getText('t').insert(ana.doc.getText('t').length, letter);
    await world.settle();
    expect([ana.closed, text(luis.doc)]).toEqual([null, 'offline and on']);
  });

  it('is asked when it builds on what another window of it has not sent yet', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    const window = new Y.Doc();
    window.getText('t').insert(0, 'other window');
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(window), ana);
    ana.doc.getText('t').insert(5, ' own');
    await world.settle();
    expect([ana.closed, text(luis.doc)]).toEqual([null, 'other own window']);
  });

  it('is closed for asking without end', async () => {
    const eve = world.person('Eve');
    await world.settle();
    world.clock.turn();
    const big = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'.repeat(1_000_000)));
    await world.settle();
    await big;
    for (let round = 0; round < 100; round += 1) eve.say(step1Frame(Uint8Array.of(0)));
    eve.deliver();
    expect(eve.closed?.code).toBe(CLOSE.garbage);
  });

  it('cannot make a board bigger than a board may be', async () => {
    await world.end();
    world = await createWorld({ boardBytes: 10_000 });
    const eve = world.person('Eve');
    await world.settle();
    eve.doc.getText('t').insert(0, 'x'.repeat(9_000));
    await world.settle();
    expect(eve.closed).toBeNull();
    eve.doc.getText('t').insert(0, 'y'.repeat(2_000));
    await world.settle();
    expect([eve.closed?.code, text(await world.stored()).length]).toEqual([CLOSE.boardFull, 9_000]);
  });

  it('is closed when it sends more than can be saved, and when it does so before the board is loaded', async () => {
    await world.end();
    world = await createWorld({ queuedBytes: 1_000, heldBytes: 1_000 });
    const [eve, ana] = [world.person('Eve'), world.person('Ana')];
    await world.settle();
    eve.doc.getText('t').insert(0, 'x'.repeat(2_000));
    await world.settle();
    expect([eve.closed?.code, ana.closed]).toEqual([CLOSE.tryLater, null]);
    world.restart();
    const early = world.person('Early');
    early.doc.getText('t').insert(0, 'x'.repeat(2_000));
    early.deliver();
    expect(early.closed?.code).toBe(CLOSE.tryLater);
  });

  it('is one too many', async () => {
    await world.end();
    world = await createWorld({ sessionsPerBoard: 1 });
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    expect([ana.closed, luis.closed?.code]).toEqual([null, CLOSE.tryLater]);
  });

  it('reads too slowly: spared presence first, closed then, and the others do not wait', async () => {
    await world.end();
    world = await createWorld({ backlogBytes: 2_000, presenceBacklogBytes: 1_000 });
    const [ana, slow] = [world.person('Ana'), world.person('Slow')];
    const luis = world.person('Luis');
    await world.settle();
    slow.backlog = 1_500;
    ana.present({ x: 1 });
    ana.doc.getText('t').insert(0, 'a');
    await world.settle();
    expect([slow.presence.size, luis.presence.size, text(slow.doc)]).toEqual([0, 1, 'a']);
    slow.backlog = 1_000_000;
    ana.doc.getText('t').insert(0, 'b');
    await world.settle();
    expect([slow.closed?.code, text(luis.doc)]).toEqual([CLOSE.tryLater, 'ba']);
  });
});

describe('Presence in a room', () => {
  it('reaches the others, greets newcomers, answers a question, and goes when the connection does', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.present({ x: 1 });
    await world.settle();
    const id = ana.doc.clientID;
    expect(luis.presence.get(id)).toBe('{"x":1}');
    const late = world.person('Late');
    await world.settle();
    expect(late.presence.get(id)).toBe('{"x":1}');
    late.presence.clear();
    late.say(Uint8Array.of(3));
    await world.settle();
    expect(late.presence.get(id)).toBe('{"x":1}');
    ana.cut();
    await world.settle();
    expect([luis.presence.get(id), late.presence.get(id)]).toEqual(['null', 'null']);
  });

  it('is allowed to readers, and nobody speaks for another', async () => {
    const [ana, luis] = [world.person('Ana', 'read'), world.person('Luis')];
    await world.settle();
    ana.present({ x: 1 });
    luis.present({ y: 1 });
    await world.settle();
    luis.present({ x: 'forged' }, ana.doc.clientID, 99);
    luis.say(awarenessFrame([]));
    await world.settle();
    expect([luis.presence.get(ana.doc.clientID), luis.closed]).toEqual(['{"x":1}', null]);
    const late = world.person('Late');
    await world.settle();
    expect(late.presence.get(ana.doc.clientID)).toBe('{"x":1}');
  });
});
