/** Updates on which Yjs would work for many seconds: refused before anybody gets them, while honest ones pass. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import * as c from '../../kit/crafted.ts';
import { board, made, refused, taken } from '../../kit/judged-board.ts';
import { chain, ends, leaps, PIECE, piece, written } from '../../kit/leaping.ts';

const honest = made((doc) => doc.getMap('meta').set('a', 1));
const valueOn = (doc: Y.Doc): unknown => doc.getMap('meta').get('a');

describe('An update that takes long to apply', () => {
  it('is refused when its items stand far from what stood there', () => {
    const state = board();
    expect(state.offer(chain(30_000), 'x')).toEqual(taken);
    expect(state.offer(leaps(0, 30_000), 'x')).toEqual(refused('too-slow'));
    expect(state.offer(honest, 'y')).toEqual(taken);
    expect(valueOn(state.read())).toBe(1);
  });

  it('is refused when it comes in pieces that only together take long to read', () => {
    const state = board([ends]);
    let sent = 0;
    while (sent < 60_000 && state.offer(piece(sent), 'x').kind === 'taken') sent += PIECE;
    expect(sent).toBeLessThan(60_000);
    expect(state.offer(honest, 'y')).toEqual(taken);
    const newcomer = new Y.Doc();
    for (const update of state.log.asRead(honest)) Y.applyUpdate(newcomer, update);
    expect(valueOn(newcomer)).toBe(1);
  });

  it('is refused when many letters of a formatted text go at once', () => {
    const letters = 60_000;
    const places = (n: number): c.Place => (n === 1 ? { parent: [7, 0] } : { rightOrigin: [7, n - 1] });
    const content = (n: number): c.Content => (n === 1 ? c.format('b', 'true') : c.string('x'));
    const state = board([written(7, 0, 1, () => c.item(c.type(2), { parent: 'map', key: 'k' }))]);
    expect(
      state.offer(
        written(7, 1, letters, (n) => c.item(content(n), places(n))),
        'x',
      ),
    ).toEqual(taken);
    expect(state.offer(c.update([], [[7, [[2, letters - 1]]]]), 'x')).toEqual(refused('too-slow'));
  });

  it('is refused of who sends them one by one, and of nobody else', () => {
    const state = board();
    expect(state.offer(chain(60_000), 'x')).toEqual(taken);
    let sent = 0;
    while (sent < 20_000 && state.offer(leaps(sent, 1), 'x').kind === 'taken') sent += 1;
    expect(sent).toBeLessThan(20_000);
    expect(state.offer(leaps(sent, 1), 'x')).toEqual(refused('too-slow'));
    expect(state.offer(honest, 'y')).toEqual(taken);
    expect(valueOn(state.read())).toBe(1);
  });
});
