/** Updates on which Yjs would work for many seconds: refused before anybody gets them, while honest ones pass. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import type { BoardState } from '../../../server/sync/board-state.ts';
import { documentOf } from '../../../server/sync/document-of.ts';
import type { ToTry } from '../../../server/sync/judge.ts';
import * as c from '../../kit/crafted.ts';
import { board, judge, made, offered, refused, taken } from '../../kit/judged-board.ts';
import { chain, leaps, written } from '../../kit/leaping.ts';

/** Between one update and the next: a board that took long has rested. */
const A_WHILE = 60_000;
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const honest = made((doc) => doc.getMap('meta').set('a', 1));
/** As somebody reads it who may take their time. */
const valueOn = ({ log }: BoardState): unknown => documentOf(log.updates())?.getMap('meta').get('a');

/** What an update may cost on this board, at most. */
function stepsOf(state: BoardState, update: Uint8Array): number {
  let most = 0;
  const trusts = (_: ToTry, steps: number): boolean => {
    most = steps;
    return false;
  };
  state.log.offer(update, { wasTried: false, levelOf: () => 1, mayWriteAs: () => true, trusts });
  return most;
}

describe('An update that takes long to apply', { timeout: 60_000 }, () => {
  it('is refused when its items stand far from what stood there', async () => {
    const state = board();
    expect(await offered(state, chain(30_000), 'x')).toEqual(taken);
    expect(await offered(state, leaps(0, 30_000), 'x')).toEqual(refused('too-slow'));
    expect(state.offer(honest, 'y')).toEqual(taken);
    expect(valueOn(state)).toBe(1);
  });

  it('is refused when each of many items stands far from its right neighbour', async () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'x'.repeat(30_000));
    const base = Y.encodeStateAsUpdate(doc);
    const far = (client: number, first: number, count: number): Uint8Array =>
      encoding.encode((encoder) => {
        for (const value of [1, count, client, 0]) encoding.writeVarUint(encoder, value);
        for (let i = 0; i < count; i += 1) {
          encoding.writeUint8(encoder, 0x44);
          for (const value of [doc.clientID, first + i]) encoding.writeVarUint(encoder, value);
          encoding.writeVarString(encoder, 'x');
        }
        encoding.writeVarUint(encoder, 0);
      });
    const state = board([base]);
    expect(judge(far(1, 0, 50), state)).toEqual(taken);
    expect(await offered(state, far(2, 50, 29_950), 'x')).toEqual(refused('too-slow'));
    doc.destroy();
  });

  it('is refused when many letters of a formatted text go at once', async () => {
    const letters = 60_000;
    const places = (n: number): c.Place => (n === 1 ? { parent: [7, 0] } : { rightOrigin: [7, n - 1] });
    const content = (n: number): c.Content => (n === 1 ? c.format('b', 'true') : c.string('x'));
    const text = written(7, 1, letters, (n) => c.item(content(n), places(n)));
    const state = board([written(7, 0, 1, () => c.item(c.type(2), { parent: 'map', key: 'k' })), text]);
    expect(await offered(state, c.update([], [[7, [[2, letters - 1]]]]), 'x')).toEqual(refused('too-slow'));
  });

  it('is refused of who sends them one by one, and of nobody else', async () => {
    let now = 0;
    const state = board([], null, { ...systemClock, now: () => (now += 1) });
    expect(await offered(state, chain(30_000), 'x')).toEqual(taken);
    let sent = 0;
    let last = '';
    for (; sent < 20_000 && last !== 'rests'; sent += last === 'taken' ? 10 : 0)
      last = (await offered(state, leaps(sent, 10), 'x')).kind;
    expect(last).toBe('rests');
    expect(await offered(state, leaps(sent, 10), 'y')).toEqual(taken);
    expect(state.offer(honest, 'y')).toEqual(taken);
    now += A_WHILE;
    expect(await offered(state, leaps(sent + 10, 10), 'x')).toEqual(taken);
    expect(valueOn(state)).toBe(1);
  });

  it('counts where it stands, not where it says it does, when its beginning is there already', () => {
    const nested = range(450).map((n) => 10_000 + n);
    const state = board();
    const within = (client: number, n: number): c.Block => ({
      client,
      structs: [c.item(c.string('ab'), n === 0 ? { parent: 'list' } : { origin: [client - 1, 1] })],
    });
    expect(state.offer(c.update(nested.map(within)), 'x')).toEqual(taken);
    const ends = written(9, 0, 450, (n) => c.item(c.any(1, 0x7e), { parent: 'map', key: `${n}` }));
    expect(state.offer(ends, 'x')).toEqual(taken);
    const goesOn = (client: number, n: number): c.Block => ({
      client,
      clock: 1,
      structs: [c.item(c.string('bc'), { origin: [9, n] })],
    });
    expect(stepsOf(state, c.update(nested.map(goesOn)))).toBeGreaterThan(500_000);
  });

  it('counts what goes with all that may be in it', async () => {
    const state = board();
    expect(await offered(state, chain(150_000), 'x')).toEqual(taken);
    expect(stepsOf(state, c.update([], [[1_000, [[7, 1]]]]))).toBeGreaterThan(2_500_000);
  });
});

describe('An honest update', () => {
  it('is taken however often people put something in front of texts, each of their own', async () => {
    const state = board();
    const texts = range(200);
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const n of texts) doc.getMap('notes').set(`n${n}`, new Y.Text('una nota'));
    });
    const written = [Y.encodeStateAsUpdate(doc)];
    doc.on('update', (update: Uint8Array) => written.push(update));
    for (let round = 0; round < 20; round += 1)
      for (const n of texts) {
        const text = doc.getMap('notes').get(`n${n}`);
        if (text instanceof Y.Text) text.insert(0, 'x');
      }
    for (const update of written) expect(await offered(state, update, 'x')).toEqual(taken);
  });
});
