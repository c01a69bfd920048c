/** Updates on which Yjs would work for many seconds: refused before anybody gets them, while honest ones pass. */
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import * as c from '../../kit/crafted.ts';
import { board, made, refused, taken } from '../../kit/judged-board.ts';
import { chain, leaps, written } from '../../kit/leaping.ts';

/** Between one update and the next: a board that took long has rested. */
const A_WHILE = 60_000;
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
    let now = 0;
    const state = board([], null, { ...systemClock, now: () => (now += A_WHILE) });
    expect(state.offer(chain(30_000), 'x')).toEqual(taken);
    let sent = 0;
    let last = '';
    for (; sent < 20_000 && last !== 'refused'; sent += last === 'taken' ? 1 : 0)
      last = state.offer(leaps(sent, 1), 'x').kind;
    expect(last).toBe('refused');
    expect(state.offer(leaps(sent, 1), 'x')).toEqual(refused('too-slow'));
    expect(state.offer(honest, 'y')).toEqual(taken);
    expect(valueOn(state.read())).toBe(1);
  });
});
