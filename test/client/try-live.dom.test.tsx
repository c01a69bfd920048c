/** One live connection, tried and ended: what it measures, and that nothing of it stays. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FirstApi } from '../../client/sync/first-api.ts';
import { tryLive } from '../../client/sync/try-live.ts';
import { newBoardId } from '../../shared/ids.ts';
import { readClientMessage } from '../../shared/protocol.ts';
import { beginLines, endLines, last, pass, sockets } from '../kit/server-end.ts';

beforeEach(beginLines);
afterEach(endLines);

const room = newBoardId();
const value = { url: 'ws://board.test/sync', room, protocols: ['tempano', 't'], right: 'write', expiresAt: 0 } as const;
const answers: Pick<FirstApi, 'connection'> = {
  connection: async () => ({ ok: true, value: { ...value, protocols: [...value.protocols] } }),
};
async function tried(signal = new AbortController().signal): Promise<ReturnType<typeof tryLive>[]> {
  const trying = tryLive(answers, room, signal);
  await pass();
  return [trying];
}

it('measures round trips after the first answer, and leaves', async () => {
  const [trying] = await tried();
  const socket = last();
  expect(socket.address).toBe(`ws://board.test/sync/${room}`);
  socket.answers = false;
  socket.accept();
  for (const ms of [900, 10, 20, 30, 40, 50]) {
    await pass(ms);
    socket.answer(new Uint8Array([0]));
  }
  expect(await trying).toEqual([10, 20, 30, 40, 50]);
  expect([socket.readyState, sockets.length]).toEqual([3, 1]);
});

it('is nobody on the board and writes nothing', async () => {
  const [trying] = await tried();
  last().accept();
  await pass();
  expect(await trying).toHaveLength(5);
  const messages = last().sent.map((frame) => readClientMessage(frame));
  expect(new Set(messages.map((message) => message?.kind))).toEqual(new Set(['step1', 'step2', 'awareness']));
  for (const message of messages)
    if (message?.kind === 'awareness') expect(new TextDecoder().decode(message.entries)).toMatch(/null$/);
  expect(last().doc.share.size).toBe(0);
});

it.each<[string, () => unknown]>([
  ['is refused', () => last().end(1006)],
  ['opens and says nothing', () => pass(20_000)],
  ['is shut in between', () => [last().accept(), last().end(4403)]],
])('finds none where it %s', async (_what, happens) => {
  const [trying] = await tried();
  last().answers = false;
  await happens();
  expect(await trying).toBeNull();
  expect(last().readyState).toBe(3);
});

it('ends when nobody wants to know any more', async () => {
  const ending = new AbortController();
  const [trying] = await tried(ending.signal);
  ending.abort();
  expect(await trying).toBeNull();
  expect(last().readyState).toBe(3);
});

it('does not knock without credentials', async () => {
  const none: Pick<FirstApi, 'connection'> = { connection: async () => ({ ok: false, why: 'offline' }) };
  expect(await tryLive(none, room, new AbortController().signal)).toBeNull();
  expect(sockets).toEqual([]);
});
