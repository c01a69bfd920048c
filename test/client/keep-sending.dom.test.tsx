/** Boards that wait on this device are sent one after the other, and it is said what is still here. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepSending, type UnsentBoards } from '../../client/sync/keep-sending.ts';
import type { Sent } from '../../client/sync/unsent.ts';
import { type BoardId, newBoardId } from '../../shared/ids.ts';

const [first, second] = [newBoardId(), newBoardId()];
const unsent = new Set<BoardId>();
let told: UnsentBoards = new Map();
/** What is being sent, and how each ends. */
let sending: { readonly board: BoardId; readonly signal: AbortSignal; readonly end: (sent: Sent) => void }[] = [];
let end: () => void = () => undefined;

function begin(isReachable: boolean): void {
  end = keepSending({
    find: async () => [first, second].filter((board) => unsent.has(board)),
    send: (board, signal) =>
      new Promise((resolve) => {
        sending.push({
          board,
          signal,
          end(sent) {
            if (sent === 'sent') unsent.delete(board);
            resolve(sent);
          },
        });
      }),
    isReachable,
    tell: (now) => {
      told = now;
    },
  });
}
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  sending = [];
  told = new Map();
  for (const board of [first, second]) unsent.add(board);
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

it('says what is here and sends nothing while nobody answers', async () => {
  begin(false);
  await pass(120_000);
  expect([...told]).toEqual([
    [first, 'waiting'],
    [second, 'waiting'],
  ]);
  expect(sending).toEqual([]);
});

it('sends one board at a time, and what was sent is no longer named', async () => {
  begin(true);
  await pass();
  expect(sending.map(({ board }) => board)).toEqual([first]);
  sending[0]?.end('sent');
  await pass();
  expect([...told]).toEqual([[second, 'waiting']]);
  expect(sending.map(({ board }) => board)).toEqual([first, second]);
  sending[1]?.end('sent');
  await pass();
  expect(told.size).toBe(0);
  await pass(120_000);
  expect(sending.length).toBe(2);
});

it('names what a board did not take, and goes on with the next', async () => {
  begin(true);
  await pass();
  sending[0]?.end('stuck');
  await pass();
  sending[1]?.end('sent');
  await pass(120_000);
  expect([...told]).toEqual([[first, 'stuck']]);
  expect(sending.length).toBe(2);
});

it('tries what did not work now a little later, by itself', async () => {
  unsent.delete(second);
  begin(true);
  await pass();
  sending[0]?.end('later');
  await pass();
  expect([...told]).toEqual([[first, 'waiting']]);
  await pass(31_000);
  sending[1]?.end('sent');
  await pass();
  expect(told.size).toBe(0);
});

it('looks again when the page is shown', async () => {
  unsent.clear();
  begin(true);
  await pass();
  expect(sending).toEqual([]);
  unsent.add(second);
  document.dispatchEvent(new Event('visibilitychange'));
  await pass();
  expect(sending.map(({ board }) => board)).toEqual([second]);
});

it('ends what is under way when nobody looks any more, and says nothing after that', async () => {
  begin(true);
  await pass();
  end();
  end();
  expect(sending[0]?.signal.aborted).toBe(true);
  const before = told;
  sending[0]?.end('later');
  document.dispatchEvent(new Event('visibilitychange'));
  await pass(120_000);
  expect(told).toBe(before);
  expect(sending.length).toBe(1);
});
