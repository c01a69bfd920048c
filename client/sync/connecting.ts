/**
 * Asks for the credentials of a board, but in doubt first what this seat may do: a browser logs every refusal as a fault
 * of the page. Knows no socket.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { FirstApi } from './first-api.ts';

/** `mayOpen`: as far as this device knows. Whoever asks again was sent away meanwhile, or was away for long. */
export function connecting(
  { me, connection }: Pick<FirstApi, 'me' | 'connection'>,
  mayOpen: () => boolean,
): FirstApi['connection'] {
  let asked = false;
  return async (board: BoardId) => {
    const isSure = !asked && mayOpen();
    asked = true;
    if (isSure) return connection(board);
    const seat = await me();
    if (!seat.ok) return seat;
    const right = seat.value.boards.find(({ id }) => id === board)?.right;
    if (!right) return { ok: false, why: 'board-unknown' };
    return right === 'none' ? { ok: false, why: 'no-right' } : connection(board);
  };
}
