/** What is read out of a client's frames, however the network cuts them. */
import { describe, expect, it } from 'vitest';
import { type Fault, FrameReader } from '../../../server/ws/frame-reader.ts';
import { createRandom, type Random } from '../../kit/random.ts';

const [CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG] = [0, 1, 2, 8, 9, 10] as const;
const LIMITS = { maxMessageBytes: 200_000, maxFragments: 4 };

interface FrameOptions {
  readonly fin?: boolean;
  readonly masked?: boolean;
  readonly reserved?: number;
}

/** A frame as a client writes it. */
function frame(opcode: number, payload: Uint8Array, { fin = true, masked = true, reserved = 0 }: FrameOptions = {}) {
  const { length } = payload;
  const short = length < 126 ? length : length < 65_536 ? 126 : 127;
  const head = Buffer.alloc(short < 126 ? 2 : short === 126 ? 4 : 10);
  head[0] = (fin ? 0x80 : 0) | reserved | opcode;
  head[1] = (masked ? 0x80 : 0) | short;
  if (short === 126) head.writeUInt16BE(length, 2);
  if (short === 127) head.writeBigUInt64BE(BigInt(length), 2);
  const mask = Buffer.from([0xa1, 0, 0xff, length & 0xff]);
  const body = payload.map((byte, at) => byte ^ (masked ? (mask[at & 3] ?? 0) : 0));
  return Buffer.concat(masked ? [head, mask, body] : [head, body]);
}

/** Reads these pieces; everything heard, in order. */
function heard(pieces: readonly Buffer[]) {
  const all: Array<[string, string | number]> = [];
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const reader = new FrameReader(LIMITS, {
    onMessage: (message) => all.push(['message', hex(message)]),
    onPing: (payload) => all.push(['ping', hex(payload)]),
    onPong: () => all.push(['pong', '']),
    onClose: (payload) => all.push(['close', hex(payload)]),
    onFault: ({ code }: Fault) => all.push(['fault', code]),
  });
  // Sockets give each piece in memory of its own.
  for (const piece of pieces) reader.read(Buffer.from(piece));
  return all;
}

/** Somewhere between byte by byte and all at once. */
function cut(bytes: Buffer, random: Random): Buffer[] {
  const most = random.pick([1, 3, 40, 3_000, bytes.length]);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + random.int(most);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

const SIZES = [0, 1, 5, 125, 126, 300, 4_000, 65_535, 65_536, 70_000];

/** Frames of some messages in fragments, with pings and pongs in between, and what has to be heard of them. */
function conversation(random: Random) {
  const frames: Buffer[] = [];
  const expected: Array<[string, string]> = [];
  const between = (): void => {
    if (!random.chance(0.3)) return;
    const payload = random.bytes(random.pick([0, 4, 125]));
    const isPing = random.chance(0.5);
    frames.push(frame(isPing ? PING : PONG, payload));
    expected.push(isPing ? ['ping', Buffer.from(payload).toString('hex')] : ['pong', '']);
  };
  for (let message = 0; message < 6; message += 1) {
    const parts = Array.from({ length: 1 + random.int(4) }, () => random.bytes(random.pick(SIZES.slice(0, 7))));
    if (random.chance(0.2)) parts.splice(0, parts.length, random.bytes(random.pick(SIZES)));
    for (const [place, part] of parts.entries()) {
      between();
      frames.push(frame(place === 0 ? BINARY : CONTINUATION, part, { fin: place === parts.length - 1 }));
    }
    expected.push(['message', Buffer.concat(parts).toString('hex')]);
  }
  return { bytes: Buffer.concat(frames), expected };
}

describe('A reader of frames', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('finds every message however it is cut, seed %i', (seed) => {
    const random = createRandom(seed);
    for (let round = 0; round < 12; round += 1) {
      const { bytes, expected } = conversation(random);
      expect(heard(cut(bytes, random))).toEqual(expected);
    }
  });

  it('gives messages that stay as they are while others follow', () => {
    const messages: Buffer[] = [];
    const nothing = (): void => undefined;
    const reader = new FrameReader(LIMITS, {
      onMessage: (message) => messages.push(message),
      onPing: nothing,
      onPong: nothing,
      onClose: nothing,
      onFault: nothing,
    });
    const sent = Array.from({ length: 40 }, (_, n) => Buffer.alloc(50 + 7 * n, n));
    const bytes = Buffer.concat(sent.map((message) => frame(BINARY, message)));
    for (let at = 0; at < bytes.length; at += 33) reader.read(Buffer.from(bytes.subarray(at, at + 33)));
    expect(messages.map((message) => message.toString('hex'))).toEqual(sent.map((message) => message.toString('hex')));
  });

  it('hears nothing after a goodbye', () => {
    const bytes = [frame(CLOSE, Uint8Array.of(3, 232)), frame(BINARY, Uint8Array.of(1))];
    expect(heard([Buffer.concat(bytes), ...bytes])).toEqual([['close', '03e8']]);
  });
});

describe('Frames a client must not send', () => {
  const some = Uint8Array.of(1, 2, 3);
  const start = frame(BINARY, some, { fin: false });
  it.each([
    ['without a mask', [frame(BINARY, some, { masked: false })], 1002],
    ['of an extension', [frame(BINARY, some, { reserved: 0x40 })], 1002],
    ['of an unknown kind', [frame(3, some)], 1002],
    ['of an unknown kind of control', [frame(11, some)], 1002],
    ['that go on with nothing', [frame(CONTINUATION, some)], 1002],
    ['that begin anew in the middle', [start, frame(BINARY, some)], 1002],
    ['with a ping in parts', [frame(PING, some, { fin: false })], 1002],
    ['with a long ping', [frame(PING, new Uint8Array(126))], 1002],
    ['with text', [frame(TEXT, some)], 1003],
    [
      'with too many pieces',
      [start, ...Array.from({ length: 4 }, () => frame(CONTINUATION, some, { fin: false }))],
      1008,
    ],
    ['too big', [frame(BINARY, new Uint8Array(200_001))], 1009],
    [
      'too big together',
      [frame(BINARY, new Uint8Array(150_000), { fin: false }), frame(CONTINUATION, new Uint8Array(60_000))],
      1009,
    ],
    ['that say they are endless', [Buffer.from([0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255])], 1009],
  ])('%s end the reading', (_what, frames, code) => {
    const after = frame(BINARY, some);
    expect(heard([...frames, after])).toEqual([['fault', code]]);
    expect(heard(cut(Buffer.concat([...frames, after]), createRandom(code)))).toEqual([['fault', code]]);
  });

  it('of any bytes whatever never throw, and end at most once', () => {
    const random = createRandom(20_261_122);
    for (let round = 0; round < 2_000; round += 1) {
      const all = heard(cut(Buffer.from(random.bytes(1 + random.int(80))), random));
      expect(all.filter(([what]) => what === 'fault' || what === 'close').length).toBeLessThanOrEqual(1);
    }
  });
});
