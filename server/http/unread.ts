/** Large answers that are made and not yet read: they lie in memory until they are. Knows neither what they say nor who asks. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface UnreadLimits {
  /** Bytes for one key, over all its sockets; above it nothing more is made for it. */
  readonly keyBytes: number;
  /** The same of all keys together. */
  readonly allBytes: number;
  /** Who reads nothing of one for so long is cut. So old is one that may have to make room for somebody else's. */
  readonly stallMs: number;
  /** Who reads one more slowly than this is cut, `stallMs` late. */
  readonly bytesPerSecond: number;
}

/** As documented in docs/protocol.md. */
export const UNREAD_LIMITS: UnreadLimits = {
  keyBytes: 64 * 1024 * 1024,
  allBytes: 256 * 1024 * 1024,
  stallMs: 30_000,
  bytesPerSecond: 10 * 1024,
};

export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface Unread {
  /** To be asked before an answer is made. Where all is taken, what somebody has most of makes room, if it is old. */
  hasRoom(key: string): boolean;
  /** Counts an answer until it is read, or its socket is gone. */
  add(key: string, bytes: number, exchange: Exchange): void;
}

/** One answer. */
interface Waiting {
  readonly since: number;
  /** It is not counted any more, and its socket is gone. */
  cut(): void;
}

/** Of one key, the oldest first. */
interface Pile {
  bytes: number;
  readonly waiting: Set<Waiting>;
}

export function createUnread(now: () => number, limits: UnreadLimits = UNREAD_LIMITS): Unread {
  const { keyBytes, allBytes, stallMs, bytesPerSecond } = limits;
  const piles = new Map<string, Pile>();
  let all = 0;
  const pileOf = (key: string): Pile => {
    const pile = piles.get(key) ?? { bytes: 0, waiting: new Set() };
    piles.set(key, pile);
    return pile;
  };
  const makeRoom = (): void => {
    const [largest] = [...piles.values()].sort((one, other) => other.bytes - one.bytes);
    const [oldest] = largest?.waiting ?? [];
    if (oldest !== undefined && now() - oldest.since > stallMs) oldest.cut();
  };
  return {
    hasRoom(key) {
      if ((piles.get(key)?.bytes ?? 0) >= keyBytes) return false;
      if (all >= allBytes) makeRoom();
      return all < allBytes;
    },
    add(key, bytes, { incoming: { socket }, outgoing }) {
      if (socket.destroyed) return;
      const pile = pileOf(key);
      const cut = (): void => {
        release();
        socket.destroy();
      };
      const own: Waiting = { since: now(), cut };
      pile.waiting.add(own);
      pile.bytes += bytes;
      all += bytes;
      const timer = setTimeout(cut, stallMs + (bytes / bytesPerSecond) * 1_000).unref();
      const release = (): void => {
        if (!pile.waiting.delete(own)) return;
        clearTimeout(timer);
        outgoing.off('close', release);
        socket.off('close', release);
        pile.bytes -= bytes;
        all -= bytes;
        if (pile.waiting.size === 0) piles.delete(key);
      };
      outgoing.once('close', release);
      // An answer that waits behind another one on the same socket is not told that it closes.
      socket.once('close', release);
      outgoing.setTimeout(stallMs, cut);
    },
  };
}
