/**
 * Sends what was written and not sent, one board after the other, until there is nothing left or somebody ends it. Says
 * what is still here. Knows no document and no connection: who finds and who sends is given.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { Sent } from './unsent.ts';

/** `waiting`: it is sent by itself. `stuck`: the board did not take it. */
export type Unsent = 'waiting' | 'stuck';
export type UnsentBoards = ReadonlyMap<BoardId, Unsent>;

interface Sending {
  /** Boards with something unsent on this device. */
  readonly find: () => Promise<readonly BoardId[]>;
  readonly send: (board: BoardId, signal: AbortSignal) => Promise<Sent>;
  /** Whether the server answers: else it is only said what is here. */
  readonly isReachable: boolean;
  readonly tell: (unsent: UnsentBoards) => void;
}

const AGAIN_MS = 30_000;

/** Looks again when the page is shown. Until the returned function is called. */
export function keepSending({ find, send, isReachable, tell }: Sending): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let unsent: UnsentBoards = new Map();
  let again: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const say = (now: UnsentBoards): void => {
    unsent = now;
    if (!signal.aborted) tell(now);
  };
  const sendOne = async (board: BoardId): Promise<void> => {
    const sent = await send(board, signal);
    const now = new Map(unsent);
    if (sent === 'sent') now.delete(board);
    else now.set(board, sent === 'stuck' ? 'stuck' : 'waiting');
    say(now);
  };
  const round = async (): Promise<void> => {
    if (busy || signal.aborted) return;
    busy = true;
    clearTimeout(again);
    const found = await find();
    say(new Map(found.map((board) => [board, unsent.get(board) ?? 'waiting'])));
    for (const board of found) if (isReachable && !signal.aborted) await sendOne(board);
    busy = false;
    const isLeft = [...unsent.values()].includes('waiting');
    if (isReachable && isLeft && !signal.aborted) again = setTimeout(() => void round(), AGAIN_MS);
  };
  const onShown = (): void => {
    if (document.visibilityState === 'visible') void round();
  };
  document.addEventListener('visibilitychange', onShown);
  void round();
  return () => {
    ending.abort();
    clearTimeout(again);
    document.removeEventListener('visibilitychange', onShown);
  };
}
