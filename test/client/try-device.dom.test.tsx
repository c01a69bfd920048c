/** Whether a browser keeps notes, words and the page: with browsers that refuse, forget, throw and never answer. */
import { afterEach, expect, it, vi } from 'vitest';
import type { ShelfStore } from '../../client/sync/shelf-store.ts';
import { keepsForLong, keepsNotes, keepsThePage, keepsWords } from '../../client/sync/try-device.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function store(read: (updates: Uint8Array[]) => Uint8Array[] = (updates) => updates): ShelfStore {
  const kept: Uint8Array[] = [];
  return {
    add: async (update, writer) => {
      // A writer would leave a hint of something unsent.
      expect(writer).toBeNull();
      return kept.push(update);
    },
    read: async () => ({ updates: read(kept), mark: null, writers: new Map() }),
    fold: async () => undefined,
    setMark: async () => undefined,
    close: () => undefined,
  };
}
const never = <T,>(): Promise<T> => new Promise(() => undefined);
const patience = (): Promise<unknown> => vi.advanceTimersByTimeAsync(8000);

it('believes what was read back, not what was taken', async () => {
  expect(await keepsNotes(async () => store())).toBe(true);
  expect(await keepsNotes(async () => store(() => []))).toBe(false);
  expect(await keepsNotes(async () => store(() => [Uint8Array.of(9)]))).toBe(false);
  expect(await keepsNotes(() => Promise.reject(new Error('no room')))).toBe(false);
});

it('goes on where a browser neither answers nor refuses', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { storage: { persisted: never, persist: never }, serviceWorker: { ready: never() } });
  const tried = Promise.all([keepsNotes(never<ShelfStore>), keepsForLong(), keepsThePage()]);
  await patience();
  expect(await tried).toEqual([false, false, false]);
});

it('keeps words, and leaves none', () => {
  expect(keepsWords()).toBe(true);
  expect(localStorage.length).toBe(0);
  expect(
    keepsWords(() => {
      throw new Error('blocked');
    }),
  ).toBe(false);
  const forgets: Storage = {
    ...localStorage,
    setItem: () => undefined,
    getItem: () => null,
    removeItem: () => undefined,
  };
  expect(keepsWords(() => forgets)).toBe(false);
});

it('asks for lasting room, where it was not given before', async () => {
  const persist = vi.fn(async () => true);
  const persisted = vi.fn(async () => true);
  vi.stubGlobal('navigator', { storage: { persisted, persist } });
  expect([await keepsForLong(), persist.mock.calls.length]).toEqual([true, 0]);
  persisted.mockResolvedValue(false);
  expect([await keepsForLong(), persist.mock.calls.length]).toEqual([true, 1]);
  persist.mockResolvedValue(false);
  expect(await keepsForLong()).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(await keepsForLong()).toBe(false);
});

it('has the page once its worker is there and keeps it', async () => {
  const match = vi.fn(async (): Promise<Response | undefined> => new Response('page'));
  vi.stubGlobal('caches', { match });
  vi.stubGlobal('navigator', { serviceWorker: { ready: Promise.resolve({}) } });
  expect(await keepsThePage()).toBe(true);
  match.mockResolvedValue(undefined);
  expect(await keepsThePage()).toBe(false);
  vi.stubGlobal('navigator', {});
  expect(await keepsThePage()).toBe(false);
});
