/** WebSocket framing of a client (RFC 6455 §5): binary frames out, masked; frames in, whole. Knows no message. */

/** One mask for all frames: it costs a server the same as a new one each time. */
const MASK = [0x5a, 0xc3, 0x17, 0x88] as const;
const WHOLE = 0x80;
const MASKED = 0x80;
export const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** A whole masked frame around `parts`, ready for the socket. */
export function clientFrame(opcode: number, ...parts: ReadonlyArray<Uint8Array>): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + 4 + length);
  frame[0] = WHOLE | opcode;
  if (head === 2) frame[1] = MASKED | length;
  else if (head === 4) {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = MASKED | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(MASK, head);
  let at = head + 4;
  for (const part of parts) {
    frame.set(part, at);
    at += part.length;
  }
  for (let i = 0; i < length; i += 1) {
    const place = head + 4 + i;
    frame[place] = (frame[place] ?? 0) ^ (MASK[i & 3] ?? 0);
  }
  return frame;
}

/** How long the frame at the start of `bytes` is with its head; null while the head has not come. */
export function frameLength(bytes: Buffer, at = 0): number | null {
  if (at + 2 > bytes.length) return null;
  const short = (bytes[at + 1] ?? 0) & 0x7f;
  if (short < 126) return 2 + short;
  if (short === 126) return at + 4 > bytes.length ? null : 4 + bytes.readUInt16BE(at + 2);
  return at + 10 > bytes.length ? null : 10 + Number(bytes.readBigUInt64BE(at + 2));
}

/**
 * Calls for every whole frame in `bytes` and gives back where the first incomplete one begins. Fragments are taken as
 * frames of their own; no server here sends any.
 */
export function readFrames(bytes: Buffer, onFrame: (opcode: number, start: number, end: number) => void): number {
  let at = 0;
  for (;;) {
    const length = frameLength(bytes, at);
    if (length === null || at + length > bytes.length) return at;
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    onFrame((bytes[at] ?? 0) & 0x0f, at + head, at + length);
    at += length;
  }
}
