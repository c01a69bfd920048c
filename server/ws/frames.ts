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

/** Messages that are in parts, as runs of bytes: what is not theirs is built, they themselves are not copied. */
export const toWireInParts = (messages: ReadonlyArray<ReadonlyArray<Uint8Array>>): Uint8Array[] =>
  messages.flatMap((parts) => [headOf(parts.reduce((sum, { length }) => sum + length, 0)), ...parts]);

function headOf(length: number): Buffer {
  const head = Buffer.allocUnsafe(headerBytes(length));
  writeHeader(head, 0, length);
  return head;
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
