import { EventEmitter } from 'node:events';
import type { Editor } from 'tldraw';
import { describe, expect, it } from 'vitest';
import { restWhenQuiet } from '../../../client/canvas/rest.ts';

/** As much of an editor as resting looks at; `pass` is time with a frame every 100 ms, as long as frames are asked for. */
function fakeEditor() {
  const emitter = new EventEmitter();
  const clock = {
    isPaused: false,
    start: () => {
      clock.isPaused = false;
    },
    dispose: () => {
      clock.isPaused = true;
    },
  };
  const told: unknown[] = [];
  const editor = Object.assign(emitter, {
    inputs: { isDragging: false },
    scribbles: { scribbleItems: new Map<string, object>() },
    isDisposed: false,
    _tickManager: clock,
    dispatch: (info: unknown) => told.push(info),
  });
  // tldraw's own listener.
  editor.on('tick', () => undefined);
  const pass = (ms: number): void => {
    for (let at = 0; at < ms && !clock.isPaused; at += 100) editor.emit('tick', 100);
  };
  const stop = restWhenQuiet(editor as unknown as Editor);
  return { editor, clock, told, pass, stop };
}

describe('frames', () => {
  it('rest after a second in which nothing happened', () => {
    const { clock, pass } = fakeEditor();
    pass(900);
    expect(clock.isPaused).toBe(false);
    pass(100);
    expect(clock.isPaused).toBe(true);
  });

  it('go on with an event, which is told as it was, and rest a second later', () => {
    const { editor, clock, told, pass } = fakeEditor();
    pass(1000);
    editor.dispatch('wheel');
    expect(told).toEqual(['wheel']);
    expect(clock.isPaused).toBe(false);
    pass(900);
    expect(clock.isPaused).toBe(false);
    pass(100);
    expect(clock.isPaused).toBe(true);
  });

  it.each(['on', 'once', 'addListener'] as const)(
    'go on for who begins to listen (%s), and until it is over',
    (way) => {
      const { editor, clock, pass } = fakeEditor();
      pass(1000);
      const listener = (): void => undefined;
      editor[way]('frame', listener);
      expect(clock.isPaused).toBe(false);
      pass(5000);
      expect(clock.isPaused).toBe(false);
      editor.off('frame', listener);
      pass(1000);
      expect(clock.isPaused).toBe(true);
    },
  );

  it('go on while something is held, which scrolls at the edge', () => {
    const { editor, clock, pass } = fakeEditor();
    editor.inputs.isDragging = true;
    pass(5000);
    expect(clock.isPaused).toBe(false);
    editor.inputs.isDragging = false;
    pass(1000);
    expect(clock.isPaused).toBe(true);
  });

  it('go on while a line fades', () => {
    const { editor, clock, pass } = fakeEditor();
    editor.scribbles.scribbleItems.set('laser', {});
    pass(5000);
    expect(clock.isPaused).toBe(false);
    editor.scribbles.scribbleItems.clear();
    pass(1000);
    expect(clock.isPaused).toBe(true);
  });

  it('are tldraw’s own again at the end', () => {
    const { editor, clock, pass, stop } = fakeEditor();
    pass(1000);
    stop();
    expect(clock.isPaused).toBe(false);
    expect(editor.listenerCount('tick')).toBe(1);
    expect(Object.hasOwn(editor, 'on')).toBe(false);
    pass(5000);
    expect(clock.isPaused).toBe(false);
  });
});
