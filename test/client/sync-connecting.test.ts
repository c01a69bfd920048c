/** When a board is asked for at once, and when what this seat may do is asked first. */
import { expect, it, vi } from 'vitest';
import { connecting } from '../../client/sync/connecting.ts';
import type { FirstApi } from '../../client/sync/first-api.ts';
import type { MeAnswer } from '../../shared/api.ts';
import { type BoardId, newBoardId } from '../../shared/ids.ts';

const board = newBoardId();
function server(right: 'none' | 'read' | 'write', id: BoardId = board) {
  const value = { boards: [{ id, right }] } as unknown as MeAnswer;
  const me = vi.fn<FirstApi['me']>(async () => ({ ok: true, value }));
  const connection = vi.fn<FirstApi['connection']>(async () => ({ ok: false, why: 'offline' }));
  return { me, connection };
}

it('asks for a board that may be opened, and for nothing else', async () => {
  const { me, connection } = server('write');
  await connecting({ me, connection }, () => true)(board);
  expect([me.mock.calls.length, connection.mock.calls]).toEqual([0, [[board]]]);
});

it.each<['none' | 'read', BoardId, string, number]>([
  ['none', board, 'no-right', 0],
  ['read', newBoardId(), 'board-unknown', 0],
  ['read', board, 'offline', 1],
])('in doubt asks what the seat may do: %s', async (right, id, why, asked) => {
  const { me, connection } = server(right, id);
  expect(await connecting({ me, connection }, () => false)(board)).toEqual({ ok: false, why });
  expect([me.mock.calls.length, connection.mock.calls.length]).toEqual([1, asked]);
});

it('is in doubt whenever it asks again: the door may have been closed since', async () => {
  const { me, connection } = server('none');
  const ask = connecting({ me, connection }, () => true);
  await ask(board);
  expect(await ask(board)).toEqual({ ok: false, why: 'no-right' });
  expect([me.mock.calls.length, connection.mock.calls.length]).toEqual([1, 1]);
});

it('tells when nobody answers', async () => {
  const { connection } = server('none');
  const me: FirstApi['me'] = async () => ({ ok: false, why: 'session-unknown' });
  expect(await connecting({ me, connection }, () => false)(board)).toEqual({ ok: false, why: 'session-unknown' });
  expect(connection).not.toHaveBeenCalled();
});
