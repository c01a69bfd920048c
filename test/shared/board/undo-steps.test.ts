/** Undo step by step: what is one step, what is none, and who is told. */
import { describe, expect, it, vi } from 'vitest';
import { addNotes, deleteNotes, flagNotes, noteTextAt } from '../../../shared/board/notes.ts';
import { COUNT } from '../../../shared/limits.ts';
import { id, person, put, stepsOf, type, xOf } from './undoing.ts';

describe('Steps', () => {
  it('there are none at first, and undoing or doing again says so', () => {
    const { undo } = person('n');
    expect([undo.canUndo(), undo.canRedo(), undo.undo(), undo.redo()]).toEqual([false, false, false, false]);
  });

  it('go back and forth', () => {
    const me = person('n');
    put(me, 50, 'n');
    expect([me.undo.canUndo(), me.undo.canRedo()]).toEqual([true, false]);
    expect([me.undo.undo(), xOf(me, 'n'), me.undo.canUndo(), me.undo.canRedo()]).toEqual([true, 0, false, true]);
    expect([me.undo.redo(), xOf(me, 'n'), me.undo.canUndo(), me.undo.canRedo()]).toEqual([true, 50, true, false]);
  });

  it('taken back are gone once something else is done', () => {
    const me = person('n');
    put(me, 50, 'n');
    me.undo.undo();
    flagNotes(me, [id('n')], 'star', true);
    expect([me.undo.canRedo(), me.undo.redo(), xOf(me, 'n')]).toEqual([false, false, 0]);
  });

  it('are kept so many and no more, the oldest goes', () => {
    const me = person('n');
    for (let i = 1; i <= COUNT.undoSteps + 2; i++) {
      me.at += 10_000;
      put(me, i, 'n');
    }
    expect([stepsOf(me), xOf(me, 'n')]).toEqual([COUNT.undoSteps, 2]);
  });

  it('are none where nothing was changed, by somebody else, or in a text', () => {
    const me = person('n');
    me.doc.transact(() => undefined, me.origin);
    put({ doc: me.doc, origin: 'somebody' }, 50, 'n');
    noteTextAt(me.doc, id('n'))?.insert(0, 'x');
    expect(me.undo.group(() => 7)).toBe(7);
    expect(me.undo.canUndo()).toBe(false);
  });

  it('are no more after the board was closed', () => {
    const me = person('n');
    put(me, 50, 'n');
    flagNotes(me, [id('n')], 'private', true);
    me.undo.undo();
    const listener = vi.fn();
    me.undo.subscribe(listener);
    me.undo.onStep(listener);
    me.undo.close();
    flagNotes(me, [id('n')], 'star', true);
    expect([me.undo.canUndo(), me.undo.undo(), xOf(me, 'n')]).toEqual([false, false, 50]);
    expect([me.undo.canRedo(), me.undo.redo()]).toEqual([false, false]);
    type(me, 'n', ' al irse');
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('Moves with the arrow keys', () => {
  it.each([
    ['in quick succession', 699, ['a', 'b'], ['b', 'a'], 1],
    ['after a pause', 700, ['a', 'b'], ['a', 'b'], 2],
    ['of other notes', 10, ['a'], ['b'], 2],
    ['of one of them', 10, ['a', 'b'], ['a'], 2],
  ])('%s, %i ms later: %j, then %j', (_, pause, first, then, steps) => {
    const me = person('a', 'b');
    put(me, 50, ...first);
    me.at += pause;
    put(me, 60, ...then);
    expect([stepsOf(me), xOf(me, 'a'), xOf(me, 'b')]).toEqual([steps, 0, 300]);
  });

  it('go on as long as each follows the one before', () => {
    const me = person('a');
    for (const x of [1, 2, 3]) {
      put(me, x, 'a');
      me.at += 600;
    }
    me.undo.undo();
    me.undo.redo();
    expect([xOf(me, 'a'), stepsOf(me), xOf(me, 'a')]).toEqual([3, 1, 0]);
  });

  it('are not one with another kind of change', () => {
    const me = person('a');
    put(me, 50, 'a');
    flagNotes(me, [id('a')], 'star', true);
    flagNotes(me, [id('a')], 'star', false);
    put(me, 60, 'a');
    expect(stepsOf(me)).toBe(4);
  });

  it('are not one with a move that was part of more', () => {
    const her = person('a');
    const both = (x: number, star: boolean): void =>
      her.doc.transact(() => {
        put(her, x, 'a');
        flagNotes(her, [id('a')], 'star', star);
      }, her.origin);
    both(50, true);
    both(60, false);
    put(her, 70, 'a');
    expect(stepsOf(her)).toBe(3);
    const me = person('a');
    me.undo.group(() => put(me, 50, 'a'));
    put(me, 60, 'a');
    expect(stepsOf(me)).toBe(2);
  });
});

describe('A group', () => {
  it('within a group is the same step', () => {
    const me = person('a', 'b');
    me.undo.group(() => {
      put(me, 50, 'a');
      me.undo.group(() => put(me, 60, 'b'));
      put(me, 70, 'a');
    });
    expect([xOf(me, 'a'), xOf(me, 'b')]).toEqual([70, 60]);
    expect([stepsOf(me), xOf(me, 'a'), xOf(me, 'b')]).toEqual([1, 0, 300]);
    me.undo.redo();
    expect([xOf(me, 'a'), xOf(me, 'b')]).toEqual([70, 60]);
  });

  it('that fails half way is a step as far as it came, and the next deed another', () => {
    const me = person('a');
    const failing = (): void =>
      me.undo.group(() => {
        put(me, 50, 'a');
        throw new Error('half way');
      });
    expect(failing).toThrow('half way');
    flagNotes(me, [id('a')], 'star', true);
    expect([stepsOf(me), xOf(me, 'a')]).toEqual([2, 0]);
  });
});

describe('Who listens', () => {
  it('hears of each change until it listens no more', () => {
    const me = person('n');
    const heard = vi.fn();
    const stop = me.undo.subscribe(heard);
    put(me, 50, 'n');
    expect(heard).toHaveBeenCalledTimes(1);
    me.undo.undo();
    expect(heard).toHaveBeenCalledTimes(2);
    me.undo.undo();
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    me.undo.redo();
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it('hears that a blank note left no step', () => {
    const me = person();
    addNotes(me, [{ id: id('n'), pos: [0, 300], createdAt: 1 }]);
    const seen: boolean[] = [];
    me.undo.subscribe(() => seen.push(me.undo.canUndo()));
    deleteNotes(me, [id('n')], 5);
    expect(seen).toEqual([false]);
  });

  it('is told of each step with its changes, the same ones while it goes on, and of no words', () => {
    const me = person('n');
    const steps: (readonly unknown[])[] = [];
    const stop = me.undo.onStep((changes) => steps.push(changes));
    put(me, 1, 'n');
    put(me, 2, 'n');
    flagNotes(me, [id('n')], 'star', true);
    type(me, 'n', ' x');
    me.undo.undo();
    expect(steps).toHaveLength(3);
    expect(steps[0]).toBe(steps[1]);
    expect(steps[1]).toEqual([{ root: 'notes', id: 'n', key: 'pos', from: [0, 300], to: [2, 2] }]);
    expect(steps[2]).toEqual([{ root: 'notes', id: 'n', key: 'star', from: undefined, to: true }]);
    stop();
    put(me, 3, 'n');
    expect(steps).toHaveLength(3);
  });
});
