/** The opening handshake of a WebSocket (RFC 6455 §4.2): whether a request is one, and the answer to it. Pure. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SUBPROTOCOL } from '../../shared/protocol.ts';
import { offeredProtocols } from './admission.ts';

type Asked = Pick<IncomingMessage, 'method' | 'headers'>;

const KEY = /^[+/0-9A-Za-z]{22}==$/;
const VERSION = '13';
const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export function isHandshake({ method, headers }: Asked): boolean {
  const { upgrade, 'sec-websocket-key': key, 'sec-websocket-version': version } = headers;
  return method === 'GET' && upgrade?.toLowerCase() === 'websocket' && version === VERSION && KEY.test(key ?? '');
}

/** Chooses our subprotocol where it is offered, never the token beside it. */
export function handshakeAnswer(asked: Asked): string {
  const key = `${asked.headers['sec-websocket-key']}${MAGIC}`;
  const chosen = offeredProtocols(asked).includes(SUBPROTOCOL) ? `Sec-WebSocket-Protocol: ${SUBPROTOCOL}\r\n` : '';
  const accept = createHash('sha1').update(key).digest('base64');
  return `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${chosen}\r\n`;
}
