/**
 * Credentials for one connection: which board, which session, until when, signed by this server. Made of characters a
 * WebSocket subprotocol may have. Says nothing about rights: those are looked up when it is used. Pure.
 */
import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { type BoardId, parseBoardId } from '../../shared/ids.ts';

export interface ConnectionClaim {
  readonly board: BoardId;
  readonly session: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A key object saves the work of making one for each token. */
type Key = Uint8Array | KeyObject;

const sign = (key: Key, signed: string): Buffer => createHmac('sha256', key).update(`connection.${signed}`).digest();

/** `<board>.<session>.<expiry, base 36>.<signature>`; none of the parts holds a dot. */
export function issueConnectionToken(key: Key, { board, session, expiresAt }: ConnectionClaim): string {
  const signed = `${board}.${session}.${expiresAt.toString(36)}`;
  return `${signed}.${sign(key, signed).toString('base64url')}`;
}

/** The claim, or null when it was not signed here or its time is over. */
export function readConnectionToken(key: Key, token: string, now: number): ConnectionClaim | null {
  const parts = token.length <= 200 ? token.split('.') : [];
  const [boardPart, session, expiry, signature] = parts;
  const board = parseBoardId(boardPart);
  if (parts.length !== 4 || board === null || !session || !expiry || !signature) return null;
  const given = Buffer.from(signature, 'base64url');
  const own = sign(key, `${board}.${session}.${expiry}`);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  const expiresAt = Number.parseInt(expiry, 36);
  return expiresAt > now ? { board, session, expiresAt } : null;
}
