import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
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
    const big = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'.repeat(1_000_000)));
    await world.settle();
    await big;
    for (let round = 0; round < 100; round += 1) eve.say(step1Frame(Uint8Array.of(0)));
    await world.settle();
    expect(eve.closed?.code).toBe(CLOSE.garbage);
  });

  it('does not get more time for questions by coming again and again', async () => {
    const vector = Y.encodeStateVector(new Map(Array.from({ length: 900 }, (_, i) => [1_000_000_000 + i, 1])));
    const ends: Array<number | undefined> = [];
    for (let visit = 0; visit < 40; visit += 1) {
      const eve = world.person('Eve');
      for (let question = 0; question < 500; question += 1) eve.say(step1Frame(vector));
      await world.settle();
      ends.push(eve.closed?.code);
      eve.destroy();
    }
    expect([ends[0], ends.at(-1)]).toEqual([undefined, CLOSE.garbage]);
    await world.clock.advance(60_000);
    const again = world.person('Eve');
    await world.settle();
    expect([again.closed, again.synced]).toEqual([null, true]);
  });

  it('is let in to a board however dear the answer is, and may ask again', async () => {
    await world.end();
    world = await createWorld({ answerBurstMs: 1, answerMsPerSecond: 1 });
    const big = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'.repeat(1_000_000)));
    await world.settle();
    await big;
    const ana = world.person('Ana');
    await world.settle();
    ana.ask();
    await world.settle();
    expect([ana.closed, ana.synced, text(ana.doc).length]).toEqual([null, true, 1_000_000]);
  });

  /** Every look at the clock costs a ms: a turn or a slice is over after a few answers or updates. */
  async function twoOnSlowServer() {
    const two = [world.person('Eve'), world.person('Luis')] as const;
    await world.settle();
    const now = world.clock.now.bind(world.clock);
    let passed = 0;
    world.clock.now = () => now() + passed++;
    return two;
  }

  it('does not keep others waiting by a flood of questions', async () => {
    const [eve, luis] = await twoOnSlowServer();
    for (let round = 0; round < 300; round += 1) eve.say(step1Frame(Uint8Array.of(0)));
    eve.deliver();
    luis.ask();
    luis.deliver();
    await world.clock.turn();
    luis.deliver();
    expect(luis.synced).toBe(true);
    await world.settle();
  });

  it('does not keep others waiting by a flood of updates', async () => {
    const [eve, luis] = await twoOnSlowServer();
    for (let round = 0; round < 300; round += 1) eve.doc.getText('t').insert(0, 'x');
    eve.deliver();
    luis.doc.getText('of luis').insert(0, 'hola');
    luis.ask();
    luis.deliver();
    for (let turns = 0; turns < 4 && !luis.synced; turns += 1) {
      await world.clock.advance(32);
      luis.deliver();
    }
    expect(luis.synced).toBe(true);
    expect(text(await world.stored()).length).toBeLessThan(300);
    await world.settle();
    expect(text(await world.stored()).length).toBe(300);
  });

  it.each([
    ['what is on the board', step1Frame(Uint8Array.of(0))],
    ['who is here', Uint8Array.of(3)],
  ])('is not answered while it does not read: %s', async (_name, question) => {
    const eve = world.person('Eve');
    await world.settle();
    eve.backlog = 100_000_000;
    eve.say(question);
    await world.settle();
    expect(eve.closed?.code).toBe(CLOSE.tryLater);
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
    expect([eve.closed?.code, text(await world.stored()).length]).toEqual([CLOSE.tryLater, 9_000]);
    eve.join(world.rooms, world.board);
    await world.settle();
    expect([eve.closed?.code, text(await world.stored()).length]).toEqual([CLOSE.boardFull, 9_000]);
  });

  it('has room again once the records of what was deleted are folded', async () => {
    await world.end();
    world = await createWorld({ boardBytes: 10_000 });
    const ana = world.person('Ana');
    await world.settle();
    ana.doc.getText('t').insert(0, 'x'.repeat(9_000));
    await world.settle();
    ana.doc.getText('t').delete(0, 8_000);
    await world.settle();
    ana.doc.getText('t').insert(0, 'y'.repeat(2_000));
    await world.settle();
    expect(ana.closed?.code).toBe(CLOSE.tryLater);
    ana.join(world.rooms, world.board);
    await world.settle();
    expect([ana.closed, text(await world.stored()).length]).toEqual([null, 3_000]);
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
