/** A board on which something has to be tried: whoever wrote that waits, in their order; everybody else goes on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../../shared/protocol.ts';
import type { Peer } from '../../kit/peer.ts';
import { type PendingTrials, pendingTrials } from '../../kit/pending-trials.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const QUEUED_BYTES = 200_000;
let trials: PendingTrials;
let world: World;
let ana: Peer;
let luz: Peer;

beforeEach(async () => {
  trials = pendingTrials();
  world = await createWorld({ queuedBytes: QUEUED_BYTES }, trials);
  [ana, luz] = [world.person('Ana'), world.person('Luz')];
  await world.settle();
});
afterEach(async () => {
  while (trials.writers.length > 0) trials.end('fine');
  await world.settle();
  await world.end();
});

const write = ({ doc }: Peer, text: string): void => doc.getText('end').insert(doc.getText('end').length, text);
const written = ({ doc }: Peer): string => doc.getText('end').toString();
/** So many things in front of one another that they have to be tried. */
const heavy = ({ doc }: Peer, text = 'heavy'): void =>
  doc.transact(() => {
    for (let n = 0; n < 2_000; n += 1) doc.getText(text).insert(0, 'xy');
  });
const lengthOn = ({ doc }: Peer, text = 'heavy'): number => doc.getText(text).length;

async function anaWaits(): Promise<void> {
  heavy(ana);
  write(ana, 'after');
  ana.ask();
  await world.settle();
  expect(trials.writers).toEqual(['p-Ana']);
}

describe('while an update is tried', () => {
  it('others write and are answered', async () => {
    await anaWaits();
    write(luz, 'luz');
    luz.ask();
    await world.settle();
    expect(luz.synced).toBe(true);
    expect(written(ana)).toContain('luz');
    expect((await world.stored()).getText('end').toString()).toBe('luz');
  });

  it('and nobody can tell the right any more, because the disk cannot be read, its writer comes back later', async () => {
    await anaWaits();
    ana.admitted.right = () => {
      throw new Error('disk I/O error');
    };
    trials.end('fine');
    await world.settle();
    expect(ana.closed).toEqual({ code: CLOSE.tryLater, why: 'cannot-load' });
    expect([written(luz), lengthOn(luz), luz.closed]).toEqual(['', 0, null]);
  });

  it('what came with it of others is stored at once', async () => {
    heavy(ana);
    write(luz, 'luz');
    for (const peer of [ana, luz]) peer.deliver();
    await world.clock.turn();
    expect((await world.stored()).getText('end').toString()).toBe('luz');
    await world.settle();
  });

  it('nothing its writer sent after it is applied or acknowledged, and all of it afterwards, in its order', async () => {
    await anaWaits();
    expect([ana.synced, written(luz), lengthOn(luz)]).toEqual([false, '', 0]);
    write(ana, ' and later');
    await world.settle();
    expect(written(luz)).toBe('');
    trials.end('fine');
    await world.settle();
    expect([ana.synced, written(luz), lengthOn(luz)]).toEqual([true, 'after and later', 4_000]);
    expect((await world.stored()).getText('heavy').length).toBe(4_000);
  });

  it('its writer is refused when it is slow, and nothing of it or after it is there', async () => {
    await anaWaits();
    trials.end('slow');
    await world.settle();
    expect(ana.closed).toEqual({ code: 1008, why: 'too-slow' });
    expect([(await world.stored()).getText('end').length, lengthOn(luz)]).toEqual([0, 0]);
    write(luz, 'luz');
    await world.settle();
    expect((await world.stored()).getText('end').toString()).toBe('luz');
  });

  it('its writer is told to come again when it could not be tried', async () => {
    await anaWaits();
    trials.end('none');
    await world.settle();
    expect(ana.closed).toEqual({ code: 1013, why: 'board-rests' });
    expect((await world.stored()).getText('end').length).toBe(0);
  });

  it('it is refused as too deep when it is', async () => {
    await anaWaits();
    trials.end('nesting');
    await world.settle();
    expect(ana.closed).toEqual({ code: 1008, why: 'nesting' });
  });

  it('nothing more is read from its writer', async () => {
    await anaWaits();
    expect([ana.isPaused, luz.isPaused]).toEqual([true, false]);
    trials.end('fine');
    await world.settle();
    expect(ana.isPaused).toBe(false);
  });

  it.each(['read', 'none'] as const)('its writer may lose the right: then it is not taken (%s)', async (right) => {
    await anaWaits();
    ana.admitted.current = right;
    world.rooms.reconsider(world.board);
    trials.end('fine');
    await world.settle();
    expect((await world.stored()).getText('heavy').length).toBe(0);
    expect([ana.denied, ana.closed]).toEqual(right === 'read' ? [['read-only'], null] : [[], expect.anything()]);
  });

  it('it is taken all the same when its writer has left, and the board stays open for it', async () => {
    await anaWaits();
    for (const peer of [ana, luz]) peer.cut();
    await world.clock.advance(120_000);
    expect(world.rooms.openRooms()).toBe(1);
    trials.end('fine');
    await world.settle();
    expect((await world.stored()).getText('heavy').length).toBe(4_000);
  });

  it('the server can stop: what was not acknowledged is with its writer', async () => {
    await anaWaits();
    await world.rooms.close();
    expect(ana.closed).toEqual({ code: 1001, why: 'server-stops' });
    trials.end('fine');
    await world.settle();
    expect((await world.stored()).getText('heavy').length).toBe(0);
  });

  it('its writer may send no more than any room holds', async () => {
    await anaWaits();
    for (let n = 0; n < 10; n += 1) write(ana, 'x'.repeat(QUEUED_BYTES / 10));
    await world.settle();
    expect(ana.closed).toEqual({ code: 1013, why: 'cannot-save-that-fast' });
    expect(luz.closed).toBeNull();
  });
});

describe('several that have to be tried', () => {
  it('wait for nobody but those of their own connection', async () => {
    heavy(ana);
    heavy(ana, 'second');
    heavy(luz, 'hers');
    await world.settle();
    expect(trials.writers).toEqual(['p-Ana', 'p-Luz']);
    trials.end('fine');
    await world.settle();
    expect([trials.writers, lengthOn(luz), lengthOn(luz, 'second')]).toEqual([['p-Luz', 'p-Ana'], 4_000, 0]);
    trials.end('fine');
    trials.end('fine');
    await world.settle();
    expect([lengthOn(ana, 'hers'), lengthOn(luz, 'second')]).toEqual([4_000, 4_000]);
  });

  it('come onto the board in the order in which they were tried, whatever else there is to do', async () => {
    await world.end();
    trials = pendingTrials();
    world = await createWorld({ sliceMs: 0 }, trials);
    [ana, luz] = [world.person('Ana'), world.person('Luz')];
    const bea = world.person('Bea');
    await world.settle();
    heavy(ana);
    write(ana, 'x'.repeat(5_000));
    heavy(luz, 'hers');
    await world.settle();
    write(bea, 'bea');
    write(luz, 'luz');
    for (let n = 0; n < 2; n += 1) trials.end('fine');
    await world.settle();
    expect([trials.writers, lengthOn(bea), lengthOn(bea, 'hers'), ana.synced]).toEqual([[], 4_000, 4_000, true]);
    expect(written(bea)).toContain('luz');
  });

  it('are not tried any more of who was ended too often', async () => {
    for (let n = 0; n < 3; n += 1) {
      heavy(ana, `${n}`);
      await world.settle();
      trials.end('slow');
      await world.settle();
      ana.doc.destroy();
      ana = world.person('Ana');
      await world.settle();
    }
    heavy(ana);
    await world.settle();
    expect([trials.writers, ana.closed]).toEqual([[], { code: 1008, why: 'too-slow' }]);
  });
});
