/** My dots over a connection that comes and goes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dotsLeft } from '../../client/board/dots.ts';
import type { Notice, SyncState } from '../../client/board/session.ts';
import { writable } from '../../client/board/store.ts';
import type { Answer } from '../../client/sync/request.ts';
import { watchDots } from '../../client/sync/watch-dots.ts';
import type { DotsAnswer } from '../../shared/call-api.ts';
import { type NoteId, newBoardId, newNoteId, newPersonId, type PersonId } from '../../shared/ids.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** A server that keeps dots of one person, and can be gone. */
function makeServer() {
  const dots: { person: PersonId; note: NoteId }[] = [];
  const state = { gone: false, asked: 0, most: 5 };
  const answer = (): Answer<DotsAnswer> =>
    state.gone ? { ok: false, why: 'offline' } : { ok: true, value: { dots: [...dots], most: state.most } };
  return {
    state,
    dots,
    api: {
      dots: async () => answer(),
      setDot: async (_: unknown, { person, note, on }: { person: PersonId; note: NoteId; on: boolean }) => {
        state.asked += 1;
        if (state.gone) return answer();
        const at = dots.findIndex((dot) => dot.person === person && dot.note === note);
        if (on && at < 0 && dots.length >= state.most) return { ok: false as const, why: 'no-dots-left' as const };
        if (on && at < 0) dots.push({ person, note });
        if (!on && at >= 0) dots.splice(at, 1);
        return answer();
      },
    },
  };
}

const me = newPersonId();
const board = newBoardId();
function openDots(server: ReturnType<typeof makeServer>) {
  const sync = writable<SyncState>({ kind: 'synced' });
  const notice = writable<Notice | null>(null);
  return { sync, notice, dots: watchDots({ board, me, api: server.api, sync, notice }) };
}
const back = (sync: ReturnType<typeof openDots>['sync']): void => {
  sync.set({ kind: 'offline', unsent: 0, kept: true });
  sync.set({ kind: 'synced' });
};

test('a dot placed without a connection is counted once when it is back, also by the next window', async () => {
  const server = makeServer();
  server.state.gone = true;
  const first = openDots(server);
  const note = newNoteId();
  expect(first.dots.toggle(note, me)).toBe(true);
  expect(dotsLeft(first.dots.view.get(), me)).toBe(4);
  await vi.waitUntil(() => server.state.asked === 1);
  first.dots.close();
  server.state.gone = false;
  const second = openDots(server);
  await vi.waitUntil(() => second.dots.view.get().unsent === 0);
  back(second.sync);
  await vi.waitUntil(() => second.dots.view.get().placed.get(me)?.has(note) === true);
  expect(server.dots).toEqual([{ person: me, note }]);
});

test('placed and taken back while away is no dot', async () => {
  const server = makeServer();
  server.state.gone = true;
  const { dots, sync } = openDots(server);
  const note = newNoteId();
  dots.toggle(note, me);
  dots.toggle(note, me);
  server.state.gone = false;
  back(sync);
  await vi.waitUntil(() => dots.view.get().unsent === 0);
  expect(server.dots).toEqual([]);
  expect(dotsLeft(dots.view.get(), me)).toBe(5);
});

test('with none left it asks anew: the notes with dots may be gone', async () => {
  const server = makeServer();
  const { dots } = openDots(server);
  for (let i = 0; i < 5; i += 1) dots.toggle(newNoteId(), me);
  await vi.waitUntil(() => dots.view.get().unsent === 0);
  server.dots.splice(0, 2);
  const note = newNoteId();
  expect(dots.toggle(note, me)).toBe(false);
  await vi.waitUntil(() => dotsLeft(dots.view.get(), me) === 2);
  expect(dots.toggle(note, me)).toBe(true);
});

test('the sixth is refused here, and what the server refuses is taken back and said', async () => {
  const server = makeServer();
  const { dots, notice } = openDots(server);
  await vi.waitUntil(() => dots.view.get().most === 5);
  for (let i = 0; i < 5; i += 1) expect(dots.toggle(newNoteId(), me)).toBe(true);
  expect(dots.toggle(newNoteId(), me)).toBe(false);
  await vi.waitUntil(() => dots.view.get().unsent === 0);
  server.state.most = 0;
  const other = newPersonId();
  dots.toggle(newNoteId(), other);
  await vi.waitUntil(() => notice.get() !== null);
  expect(notice.get()?.key).toBe('errors.no-dots-left');
  expect(dots.view.get().placed.get(other)?.size ?? 0).toBe(0);
});

test('two devices of one person share five: what the other placed is known after a refusal, and after being away', async () => {
  const server = makeServer();
  const phone = openDots(server);
  const laptop = openDots(server);
  await vi.waitUntil(() => server.state.asked === 0 && laptop.dots.view.get().most === 5);
  for (let i = 0; i < 5; i += 1) phone.dots.toggle(newNoteId(), me);
  await vi.waitUntil(() => phone.dots.view.get().unsent === 0);
  expect(laptop.dots.toggle(newNoteId(), me)).toBe(true);
  await vi.waitUntil(() => dotsLeft(laptop.dots.view.get(), me) === 0);
  expect(laptop.notice.get()?.key).toBe('errors.no-dots-left');
  expect(server.dots).toHaveLength(5);
  const [first] = server.dots;
  if (!first) throw new Error('five dots');
  phone.dots.toggle(first.note, me);
  await vi.waitUntil(() => server.dots.length === 4);
  back(laptop.sync);
  await vi.waitUntil(() => dotsLeft(laptop.dots.view.get(), me) === 1);
});

test('what is kept on the device and cannot be read is left out', async () => {
  const note = newNoteId();
  const key = `tempano/dots/${board}/${me}`;
  localStorage.setItem(key, JSON.stringify([{ person: me, note, on: true }, { person: 5 }, null, { note }]));
  const server = makeServer();
  const { dots } = openDots(server);
  await vi.waitUntil(() => dots.view.get().unsent === 0 && server.dots.length === 1);
  expect(server.dots).toEqual([{ person: me, note }]);
  localStorage.setItem(key, '{');
  expect(openDots(server).dots.view.get().unsent).toBe(0);
});
