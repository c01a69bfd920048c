/** WebSocket framing of what the server sends (RFC 6455 §5.2): binary, whole, unmasked. Knows no connection. */

/** All messages as one run of bytes, ready for the socket. */
export function toWire(messages: ReadonlyArray<Uint8Array>): Buffer {
  const wire = Buffer.allocUnsafe(messages.reduce((sum, { length }) => sum + headerBytes(length) + length, 0));
  let at = 0;
  for (const message of messages) {
    at = writeHeader(wire, at, message.length);
    wire.set(message, at);
    at += message.length;
  }
  return wire;
}

/** The goodbye, or the answer to one: an empty payload, or a code and a short reason. */
export const closeFrame = (payload: Uint8Array): Buffer => control(0x88, payload);
export const pongFrame = (payload: Uint8Array): Buffer => control(0x8a, payload);
export const PING = Buffer.from([0x89, 0]);

export function closePayload(code: number, why: string): Buffer {
  const payload = Buffer.alloc(2 + why.length);
  payload.writeUInt16BE(code);
  payload.write(why, 2, 'latin1');
  return payload;
}

/** Control frames carry at most 125 bytes. */
function control(first: number, payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(2 + payload.length);
  frame[0] = first;
  frame[1] = payload.length;
  frame.set(payload, 2);
  return frame;
}

/** FIN and the opcode of a binary message. */
const WHOLE_BINARY = 0x82;

function headerBytes(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHeader(wire: Buffer, at: number, length: number): number {
  wire[at] = WHOLE_BINARY;
  if (length < 126) {
    wire[at + 1] = length;
  } else if (length < 65_536) {
    wire[at + 1] = 126;
    wire.writeUInt16BE(length, at + 2);
  } else {
    wire[at + 1] = 127;
    wire.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headerBytes(length);
}
