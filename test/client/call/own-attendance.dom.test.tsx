/** What a window says of its person: only turns, at the right moments. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { writable } from '../../../client/board/store.ts';
import { atOf, attend, nextLook, type Signs } from '../../../client/sync/own-attendance.ts';
import { parseAttendance } from '../../../shared/cohort/attendance.ts';
import { newPersonId } from '../../../shared/ids.ts';

const NOW = 10_000_000;
const signs = (change: Partial<Signs> = {}): Signs => ({ hiddenSince: null, touchedAt: NOW, typedAt: 0, ...change });

describe('what a person does', () => {
  it.each([
    ['here', signs()],
    ['here', signs({ hiddenSince: NOW - 59_000 })],
    ['away', signs({ hiddenSince: NOW - 60_000 })],
    ['here', signs({ touchedAt: NOW - 299_000 })],
    ['away', signs({ touchedAt: NOW - 300_000 })],
    ['writing', signs({ typedAt: NOW - 2999 })],
    ['here', signs({ typedAt: NOW - 3000 })],
  ] as const)('is %s', (at, seen) => {
    expect(atOf(seen, NOW)).toBe(at);
  });

  it('is looked at again exactly when it turns', () => {
    for (const seen of [signs(), signs({ typedAt: NOW - 500 }), signs({ hiddenSince: NOW - 1 })]) {
      const next = nextLook(seen, NOW) ?? 0;
      expect(atOf(seen, next - 1)).toBe(atOf(seen, NOW));
      expect(atOf(seen, next)).not.toBe(atOf(seen, NOW));
    }
    expect(nextLook(signs({ touchedAt: NOW - 400_000 }), NOW)).toBeNull();
  });
});

describe('what a window says', () => {
  const ana = newPersonId();
  const hand = writable<number | null>(null);
  const doc = new Y.Doc();
  let awareness: Awareness;
  let leave: () => void;
  let said: (string | null)[];

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    awareness = new Awareness(doc);
    said = [];
    awareness.on('update', () => {
      const state = parseAttendance(awareness.getLocalState());
      said.push(state && `${state.at} ${state.device} ${state.hand}`);
    });
    leave = attend(awareness, ana, hand);
  });
  afterEach(() => {
    leave();
    awareness.destroy();
    hand.set(null);
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const type = (): void => void document.body.dispatchEvent(new Event('input', { bubbles: true }));
  const hide = (hidden: boolean): void => {
    Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('is that somebody writes, once for many letters, and no longer', () => {
    expect(said).toEqual(['here phone null']);
    for (let letter = 0; letter < 20; letter += 1) {
      type();
      vi.advanceTimersByTime(200);
    }
    expect(said).toEqual(['here phone null', 'writing phone null']);
    vi.advanceTimersByTime(3000);
    expect(said.at(-1)).toBe('here phone null');
    expect(said).toHaveLength(3);
  });

  it('is away after a minute in the background, and here at once when it is back', () => {
    hide(true);
    vi.advanceTimersByTime(59_000);
    expect(said).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(said.at(-1)).toBe('away phone null');
    hide(false);
    expect(said.at(-1)).toBe('here phone null');
  });

  it('is away when nobody touches it for five minutes', () => {
    vi.advanceTimersByTime(300_000);
    expect(said.at(-1)).toBe('away phone null');
    document.dispatchEvent(new Event('pointerdown'));
    expect(said.at(-1)).toBe('here phone null');
  });

  it('is a raised hand', () => {
    hand.set(77);
    expect(said.at(-1)).toBe('here phone 77');
    hand.set(null);
    expect(said.at(-1)).toBe('here phone null');
  });

  it('is nothing more once it is left', () => {
    leave();
    type();
    hand.set(5);
    vi.advanceTimersByTime(600_000);
    expect(said).toHaveLength(1);
  });
});
