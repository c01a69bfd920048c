/** Reads who knocks: path, origin and token of an upgrade request. Decides no right. Logs nothing it reads. */
import type { IncomingMessage } from 'node:http';
import { type BoardId, parseBoardId } from '../../shared/ids.ts';
import { SUBPROTOCOL } from '../../shared/protocol.ts';

const PATH = '/sync/';

/** The board an upgrade asks for: null when the path is not one of the relay's. Nothing is decoded. */
export function boardOf(url: string | undefined): BoardId | null {
  const path = (url ?? '').split('?', 1)[0] ?? '';
  return path.startsWith(PATH) ? parseBoardId(path.slice(PATH.length)) : null;
}

/**
 * May a page of this origin open our sockets? Own pages may, and the listed origins, compared whole. Without the header
 * it is no browser, and the token decides alone.
 */
export function originAllowed({ headers }: IncomingMessage, allowed: ReadonlySet<string>): boolean {
  const { origin, host } = headers;
  if (origin === undefined || allowed.has(origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** The token beside our subprotocol; empty when there is none. */
export function tokenOf({ headers }: IncomingMessage): string {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name !== SUBPROTOCOL) ?? '';
}

/** The subprotocol the server answers with: never the token. */
export const chooseProtocol = (offered: ReadonlySet<string>): string | false =>
  offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false;
