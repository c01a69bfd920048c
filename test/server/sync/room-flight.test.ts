/** What becomes of what a room applies: turned away, put off, failed, and what happens when we ourselves are wrong. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, step2Frame, updateFrame } from '../../../shared/protocol.ts';
import * as c from '../../kit/crafted.ts';
import { made } from '../../kit/judged-board.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();
const busy = (): void => {
  world.clock.within = () => null;
};

describe('A change of the server', () => {
  it('that there is no time for is put off, which is in the log where it was not brief', async () => {
    const ana = world.person('Ana');
    await world.settle();
    busy();
    for (const [haste, events] of [
      ['brief', []],
      ['usual', ['change-put-off']],
    ] as const) {
      const change = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'), haste);
      const failed = expect(change).rejects.toMatchObject({ why: 'busy' });
      await world.settle();
      await failed;
      expect([haste, world.events]).toEqual([haste, events]);
    }
    ana.doc.getText('t').insert(0, 'goes on');
    await world.settle();
    expect([ana.closed, text(await world.stored())]).toEqual([null, 'goes on']);
  });

  it('that throws is in the log, and who asked is told why', async () => {
    const bug = new Error('bug');
    const change = world.rooms.change(world.board, () => {
      throw bug;
    });
    const failed = expect(change).rejects.toMatchObject({ why: 'closed', cause: bug });
    await world.settle();
    await failed;
    expect(world.events).toEqual(['change-failed']);
  });

  it('is answered in its turn with what others wrote, once all of that is stored', async () => {
    const ana = world.person('Ana');
    await world.settle();
    world.storage.mode = 'hangs';
    ana.doc.getText('t').insert(0, 'ana');
    ana.deliver();
    let done = false;
    const change = world.rooms.change(world.board, (doc) => doc.getText('t').insert(3, ' y servidor'));
    void change.then(() => {
      done = true;
    });
    await world.settle();
    expect([done, text(ana.doc)]).toEqual([false, 'ana']);
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    expect([done, text(ana.doc), text(await world.stored())]).toEqual([true, 'ana y servidor', 'ana y servidor']);
  });
});

describe('What the server changes', () => {
  it('is folded at once where something was taken back, and else in its time', async () => {
    const change = async (deed: (doc: Y.Doc) => unknown): Promise<void> => {
      const changed = world.rooms.change(world.board, deed);
      await world.settle();
      await changed;
    };
    await change((doc) => doc.getMap('notes').set('n', new Y.Map([['text', new Y.Text('retirado')]])));
    expect(world.events).toEqual([]);
    await change((doc) => doc.getMap('notes').delete('n'));
    expect(world.events).toEqual(['board-compacted']);
    const stored = await world.storage.load(world.board);
    expect(Buffer.from(stored?.snapshot?.bytes ?? []).toString('utf8')).not.toContain('retirado');
  });

  it('is a part at a time where there is much of it, like what people write', async () => {
    world.person('Ana');
    await world.settle();
    const now = world.clock.now.bind(world.clock);
    let passed = 0;
    world.clock.now = () => now() + passed++;
    let done = 0;
    for (let n = 0; n < 200; n += 1)
      void world.rooms
        .change(world.board, (doc) => doc.getText('t').insert(0, 'x'))
        .then(() => {
          done += 1;
        });
    await world.clock.turn();
    expect([done > 0, done < 100]).toEqual([true, true]);
    await world.settle();
    expect([done, text(await world.stored()).length]).toEqual([200, 200]);
  });
});

describe('Who brings back a lost record', () => {
  it('is sent what builds on it, as everybody is', async () => {
    const writer = new Y.Doc();
    const kept: Uint8Array[] = [];
    writer.on('update', (update: Uint8Array) => kept.push(update));
    for (const word of ['uno ', 'dos ', 'tres']) writer.getText('t').insert(writer.getText('t').length, word);
    const [first, lost, last] = kept;
    if (!first || !lost || !last) throw new Error('three updates');
    world.storage.load = async () => ({ snapshot: null, updates: [first, last], takesBack: false });
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    expect([text(ana.doc), text(luis.doc)]).toEqual(['uno ', 'uno ']);
    ana.say(updateFrame(lost));
    await world.settle();
    expect([text(ana.doc), text(luis.doc)]).toEqual(['uno dos tres', 'uno dos tres']);
  });
});

describe('A mistake of our own', () => {
  it('costs the board nothing but a new beginning: everybody comes back at once to what is stored', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    luis.doc.getText('t').insert(0, 'stored');
    await world.settle();
    const read = world.rooms.read(world.board, text);
    await world.settle();
    expect(await read).toBe('stored');
    const { used } = world.clock;
    world.clock.used = () => {
      throw new TypeError('a mistake of ours');
    };
    // Has to be tried, on the document that is at hand.
    ana.doc.transact(() => {
      for (let n = 0; n < 2_000; n += 1) ana.doc.getText('heavy').insert(0, 'xy');
    });
    await world.settle();
    const restarts = { code: CLOSE.roomRestarts, why: 'room-restarts' };
    expect([ana.closed, luis.closed, world.events]).toEqual([restarts, restarts, ['board-broken']]);
    world.clock.used = used;
    for (const peer of [ana, luis]) peer.join(world.rooms, world.board);
    await world.settle();
    expect([ana.closed, luis.closed, luis.doc.getText('heavy').length]).toEqual([null, null, 4_000]);
    expect(text(await world.stored())).toBe('stored');
  });
});

describe('Who writes', () => {
  it('is turned away with 4413 for more entries than a board may have, and nobody else', async () => {
    await world.end();
    world = await createWorld({ boardEntries: 20 });
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    for (let n = 0; n < 30; n += 1) ana.doc.getMap('notes').set(`n${n}`, n);
    await world.settle();
    expect([ana.closed, luis.closed]).toEqual([{ code: CLOSE.boardFull, why: 'too-many-entries' }, null]);
    luis.doc.getText('t').insert(0, 'still here');
    await world.settle();
    expect(text(await world.stored())).toBe('still here');
  });

  it('is refused by name, which is in the log', async () => {
    const eve = world.person('Eve');
    await world.settle();
    eve.say(updateFrame(made((doc) => doc.getText('t').insertEmbed(0, { a: 1 }))));
    await world.settle();
    expect([eve.closed, world.events]).toEqual([{ code: CLOSE.garbage, why: 'content' }, ['update-refused']]);
  });

  it('is told of their own update by nobody, and of what came with it by everybody', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    const updates = ({ frames }: { readonly frames: readonly Uint8Array[] }): number =>
      frames.filter((frame) => frame[0] === 0 && frame[1] === 2).length;
    ana.doc.getText('t').insert(0, 'a');
    await world.settle();
    expect([updates(ana), updates(luis)]).toEqual([0, 1]);
    ana.doc.getText('t').insert(0, 'b');
    luis.doc.getText('t').insert(0, 'c');
    await world.settle();
    expect([updates(ana), updates(luis), text(ana.doc) === text(luis.doc)]).toEqual([2, 3, true]);
  });

  it('repeats what the board has without anything being stored or sent', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await world.settle();
    ana.doc.getText('t').insert(0, 'hola');
    await world.settle();
    const known = () => [ana, luis].map(({ frames, closed }) => [frames.length, closed]);
    const records = async () => (await world.storage.load(world.board))?.updates.length;
    const before = [known(), await records()];
    for (let n = 0; n < 3; n += 1) ana.say(updateFrame(Y.encodeStateAsUpdate(ana.doc)));
    for (let n = 0; n < 3; n += 1) ana.say(step2Frame(Y.encodeStateAsUpdate(ana.doc)));
    await world.settle();
    expect([known(), await records()]).toEqual(before);
  });
});

describe('A board that is as large as it may be', () => {
  const MOST = 10_000;

  it('takes what fits to the last byte', async () => {
    await world.end();
    world = await createWorld({ boardBytes: MOST, tailBytes: 10 * MOST });
    const ana = world.person('Ana');
    await world.settle();
    const holds = (await world.storage.load(world.board))?.updates.reduce((sum, { length }) => sum + length, 0) ?? 0;
    const update = (bytes: number): Uint8Array =>
      c.update([{ client: 7, structs: [c.item(c.string('x'.repeat(bytes)), { parent: 't' })] }]);
    const around = update(MOST / 2).length - MOST / 2;
    const exactly = update(MOST - holds - around);
    const more = update(MOST - holds - around + 1);
    expect([holds + exactly.length, holds + more.length]).toEqual([MOST, MOST + 1]);
    const eve = world.person('Eve');
    await world.settle();
    eve.say(updateFrame(more));
    await world.settle();
    ana.say(updateFrame(exactly));
    await world.settle();
    // There is nothing to fold that would make room.
    expect([ana.closed, eve.closed?.code, world.events]).toEqual([null, CLOSE.boardFull, []]);
    expect(text(await world.stored()).length).toBe(MOST - holds - around);
  });
});
