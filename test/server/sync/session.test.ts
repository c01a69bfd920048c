/** One connection in a room: what it may send before and after it is let in, and what it is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, step1Frame, step2Frame, updateFrame } from '../../../shared/protocol.ts';
import * as c from '../../kit/crafted.ts';
import { made } from '../../kit/judged-board.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();
const hola = made((doc) => doc.getText('t').insert(0, 'hola'));
const EMPTY = Uint8Array.of(0, 0);

/** The board is not read before the returned function is called. */
function notLoadedYet(): () => void {
  let go = (): void => undefined;
  const load = world.storage.load;
  const until = new Promise<void>((resolve) => {
    go = resolve;
  });
  world.storage.load = async (board) => {
    await until;
    return load(board);
  };
  return go;
}

describe('Before the board is loaded, a connection', () => {
  it('is let in with the right it has when it is loaded, and told that one alone', async () => {
    const load = notLoadedYet();
    const ana = world.person('Ana', 'read');
    await world.settle();
    ana.admitted.current = 'write';
    world.rooms.reconsider();
    expect(ana.frames).toEqual([]);
    load();
    await world.settle();
    expect([ana.rights, ana.synced]).toEqual([['write'], true]);
  });

  it('is sent away as soon as it has no right any more', async () => {
    const load = notLoadedYet();
    const ana = world.person('Ana');
    ana.admitted.current = 'none';
    world.rooms.reconsider();
    expect(ana.closed).toEqual({ code: CLOSE.forbidden, why: 'no-right' });
    load();
    await world.settle();
  });

  it('is not let in when it has no right any more, and hears nothing of the board', async () => {
    const load = notLoadedYet();
    const [eve, luis] = [world.person('Eve', 'none'), world.person('Luis')];
    load();
    await world.settle();
    expect([eve.closed, eve.frames]).toEqual([{ code: CLOSE.forbidden, why: 'no-right' }, []]);
    expect(world.rooms.sessions(world.board)).toEqual([{ person: luis.admitted.person }]);
  });

  it('may send so many bytes, a hundred more for each message, and what it sent is taken in its order', async () => {
    await world.end();
    const first = updateFrame(made((doc) => doc.getText('a').insert(0, 'x')));
    const second = updateFrame(made((doc) => doc.getText('b').insert(0, 'x'.repeat(1_000))));
    // It begins with its question.
    const question = step1Frame(Y.encodeStateVector(new Y.Doc()));
    const bytes = [question, first, second].reduce((sum, { length }) => sum + length + 100, 0);
    for (const [heldBytes, why] of [
      [bytes, undefined],
      [bytes - 1, 'not-loaded-yet'],
    ] as const) {
      world = await createWorld({ heldBytes });
      const load = notLoadedYet();
      const ana = world.person('Ana');
      ana.say(first);
      ana.say(second);
      ana.deliver();
      expect(ana.closed?.why).toBe(why);
      load();
      await world.settle();
      expect((await world.stored()).getText('b').length).toBe(why === undefined ? 1_000 : 0);
      if (why === undefined) await world.end();
    }
  });

  it('that left is not let in, and nothing of what it sent is taken', async () => {
    const load = notLoadedYet();
    const ana = world.person('Ana');
    ana.say(updateFrame(hola));
    ana.deliver();
    ana.cut();
    load();
    await world.settle();
    expect([ana.frames, text(await world.stored())]).toEqual([[], '']);
  });

  it('has sent in vain when the server stops meanwhile', async () => {
    const load = notLoadedYet();
    const ana = world.person('Ana');
    ana.say(updateFrame(hola));
    ana.deliver();
    world.rooms.stopListening();
    load();
    await world.settle();
    expect(text(await world.stored())).toBe('');
  });
});

describe('A connection', () => {
  it('is not listened to any more once the server is about to stop, though it is still told of others', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.doc.getText('t').insert(0, 'before');
    ana.deliver();
    world.rooms.stopListening();
    luis.doc.getText('t').insert(0, 'after');
    await world.settle();
    expect([text(luis.doc).includes('before'), text(await world.stored())]).toEqual([true, 'before']);
  });

  it('that may only read says that it has nothing, and is not told off for it', async () => {
    const reader = world.person('Ana', 'read');
    await world.settle();
    reader.say(step2Frame(EMPTY));
    reader.say(updateFrame(EMPTY));
    await world.settle();
    expect(reader.denied).toEqual([]);
    for (const nearly of [Uint8Array.of(0, 1), Uint8Array.of(1, 0), Uint8Array.of(0, 0, 0), Uint8Array.of(0)]) {
      reader.admitted.current = 'write';
      world.rooms.reconsider();
      reader.admitted.current = 'read';
      world.rooms.reconsider();
      const before = reader.denied.length;
      reader.say(updateFrame(nearly));
      await world.settle();
      expect(reader.denied.length - before).toBe(1);
    }
  });

  it('is asked for what it has when it may write, and told nothing when its right is what it was', async () => {
    const [ana, reader] = [world.person('Ana'), world.person('Luis', 'read')];
    await world.settle();
    const isQuestion = (frame: Uint8Array): boolean => frame[0] === 0 && frame[1] === 0;
    expect([ana.frames.filter(isQuestion).length, reader.frames.some(isQuestion)]).toEqual([1, false]);
    const before = [ana.frames.length, reader.frames.length];
    world.rooms.reconsider();
    await world.settle();
    expect([ana.frames.length, reader.frames.length]).toEqual(before);
  });

  it('is told nothing of who is here when nobody is', async () => {
    const ana = world.person('Ana');
    await world.settle();
    expect(ana.frames.some(([type]) => type === 1)).toBe(false);
  });

  it('gets an answer to each of its questions, though not all in one turn', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const now = world.clock.now.bind(world.clock);
    let passed = 0;
    world.clock.now = () => now() + passed++;
    const answers = (): number => ana.frames.filter(([type, step]) => type === 0 && step === 1).length;
    const before = answers();
    for (let n = 0; n < 20; n += 1) ana.say(step1Frame(Uint8Array.of(0)));
    ana.deliver();
    await world.clock.turn();
    expect([answers() > before, answers() < before + 20]).toEqual([true, true]);
    await world.settle();
    expect([answers() - before, ana.closed]).toEqual([20, null]);
  });

  it('may ask with as many clients as the board has and so many of its own', async () => {
    await world.end();
    world = await createWorld({ unknownClients: 3 });
    const [ana, eve] = [world.person('Ana'), world.person('Eve')];
    await world.settle();
    ana.doc.getText('t').insert(0, 'x');
    await world.settle();
    const clients = Y.decodeStateVector(Y.encodeStateVector(ana.doc)).size;
    const vector = (size: number): Uint8Array =>
      c.stateVector(Array.from({ length: size }, (_, n) => [n + 1, 1] as const));
    ana.say(step1Frame(vector(clients + 3)));
    eve.say(step1Frame(vector(clients + 4)));
    await world.settle();
    expect([ana.closed, eve.closed]).toEqual([null, { code: CLOSE.garbage, why: 'state-vector-too-big' }]);
  });

  it('is sent away by the size of its question alone, before that is read', async () => {
    await world.end();
    world = await createWorld({ unknownClients: 3 });
    const [ana, eve] = [world.person('Ana'), world.person('Eve')];
    await world.settle();
    // One client, and bytes that are none of it.
    const padded = (length: number): Uint8Array => Uint8Array.of(1, 7, 1, ...new Uint8Array(length - 3));
    const most = 12 * (Y.decodeStateVector(Y.encodeStateVector(await world.stored())).size + 3);
    ana.say(step1Frame(padded(most)));
    eve.say(step1Frame(padded(most + 1)));
    await world.settle();
    expect([ana.closed, eve.closed?.why]).toEqual([null, 'state-vector-too-big']);
  });

  it('hears on its return of what was deleted meanwhile, though its clocks say that it has all', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.doc.getText('t').insert(0, 'hola');
    await world.settle();
    luis.cut();
    ana.doc.getText('t').delete(0, 2);
    await world.settle();
    luis.join(world.rooms, world.board);
    await world.settle();
    expect([text(luis.doc), luis.synced]).toEqual(['la', true]);
    luis.ask();
    await world.settle();
    // And has been told everything since.
    expect([luis.synced, luis.frames.at(-1)]).toEqual([true, step2Frame(EMPTY)]);
  });

  it('that left is answered nothing, though its question was taken in', async () => {
    const ana = world.person('Ana');
    await world.settle();
    world.storage.mode = 'hangs';
    ana.doc.getText('t').insert(0, 'hola');
    ana.ask();
    ana.deliver();
    await world.clock.advance(20);
    const before = ana.frames.length;
    ana.cut();
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    expect([ana.frames.length, text(await world.stored())]).toEqual([before, 'hola']);
  });

  it('is asked once for what it has not sent yet, and again only when that came', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const questions = (): number => ana.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length;
    const asked = questions();
    const other = new Y.Doc();
    other.getText('t').insert(0, 'a');
    const before = Y.encodeStateVector(other);
    other.getText('t').insert(1, 'b');
    const gap = Y.encodeStateAsUpdate(other, before);
    for (let n = 0; n < 5; n += 1) ana.say(updateFrame(gap));
    ana.deliver();
    await world.clock.advance(40);
    expect([questions() - asked, ana.closed]).toEqual([1, null]);
    // Its answer is on its way.
    ana.say(updateFrame(gap));
    ana.deliver();
    await world.clock.advance(40);
    expect(questions() - asked).toBe(1);
    await world.settle();
    ana.say(updateFrame(gap));
    await world.settle();
    expect([questions() - asked, ana.closed]).toEqual([2, null]);
  });

  it('is sent away for a third large update that builds on what it did not send', async () => {
    const eve = world.person('Eve');
    await world.settle();
    const gap = (bytes: number): Uint8Array =>
      c.update([{ client: 7, clock: 1, structs: [c.item(c.string('x'.repeat(bytes)), { origin: [7, 0] })] }]);
    const around = gap(16_000).length - 16_000;
    const ofSize = (size: number): Uint8Array => gap(size - around);
    expect([ofSize(16_384).length, ofSize(16_385).length]).toEqual([16_384, 16_385]);
    for (let n = 0; n < 5; n += 1) eve.say(updateFrame(ofSize(16_384)));
    await world.settle();
    expect(eve.closed).toBeNull();
    for (let n = 0; n < 2; n += 1) eve.say(updateFrame(ofSize(16_385)));
    await world.settle();
    expect(eve.closed).toBeNull();
    eve.say(updateFrame(ofSize(16_385)));
    await world.settle();
    expect(eve.closed).toEqual({ code: CLOSE.garbage, why: 'incomplete-updates' });
  });
});
