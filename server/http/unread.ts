/** Large answers that are made and not yet read: they lie in memory until they are. Knows neither what they say nor who asks. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface UnreadLimits {
  /** Bytes for one key, over all its sockets; above it nothing more is made for it. */
  readonly keyBytes: number;
  /** The same of all keys together. */
  readonly allBytes: number;
  /** Who reads nothing of one for so long is cut. */
  readonly stallMs: number;
}

/** As documented in docs/protocol.md. */
export const UNREAD_LIMITS: UnreadLimits = {
  keyBytes: 64 * 1024 * 1024,
  allBytes: 256 * 1024 * 1024,
  stallMs: 30_000,
};

export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

export interface Unread {
  /** To be asked before an answer is made. */
  hasRoom(key: string): boolean;
  /** Counts an answer until it is read, or its socket is gone. */
  add(key: string, bytes: number, exchange: Exchange): void;
}

export function createUnread({ keyBytes, allBytes, stallMs }: UnreadLimits = UNREAD_LIMITS): Unread {
  const byKey = new Map<string, number>();
  let all = 0;
  const count = (key: string, bytes: number): void => {
    all += bytes;
    const left = (byKey.get(key) ?? 0) + bytes;
    if (left > 0) byKey.set(key, left);
    else byKey.delete(key);
  };
  return {
    hasRoom: (key) => all < allBytes && (byKey.get(key) ?? 0) < keyBytes,
    add(key, bytes, { incoming: { socket }, outgoing }) {
      if (socket.destroyed) return;
      count(key, bytes);
      const release = (): void => {
        outgoing.off('close', release);
        socket.off('close', release);
        count(key, -bytes);
      };
      outgoing.once('close', release);
      // An answer that waits behind another one on the same socket is not told that it closes.
      socket.once('close', release);
      outgoing.setTimeout(stallMs, () => socket.destroy());
    },
  };
}
