/** Messages that are not about documents and that broke somebody, or would: presence, questions, bytes. Knows bytes only. */
import * as encoding from 'lib0/encoding';
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../../../shared/protocol.ts';
import { stateVector } from '../../kit/crafted.ts';

export interface HostileMessage {
  readonly name: string;
  readonly frames: ReadonlyArray<Uint8Array | string>;
}

const BIG = Number.MAX_SAFE_INTEGER;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const presence = (state: string | Uint8Array, client = 42, clock = 1): Uint8Array =>
  awarenessFrame([{ client, clock, state: typeof state === 'string' ? utf8(state) : state }]);
const announced = (count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => encoding.writeVarUint(inner, count)),
    );
  });

export const HOSTILE_MESSAGES: readonly HostileMessage[] = [
  // y-websocket#82, hocuspocus#444: `Integer out of range` left the handler and ended the process.
  {
    name: 'a number that does not end',
    frames: [hex('ff ff ff ff ff ff ff ff ff ff ff ff'), hex('00 ff ff ff ff ff ff ff ff ff')],
  },
  { name: 'a length that is not there', frames: [hex('00 02 ff ff ff ff 0f'), hex('00 00 05 01'), hex('01 7f')] },
  // y-websocket#95, sharedb#191
  { name: 'nothing', frames: [new Uint8Array()] },
  { name: 'one byte of each kind', frames: range(6).map((n) => Uint8Array.of(n)) },
  {
    name: 'kinds there are not',
    frames: [hex('04'), hex('09 09 09'), hex('7f 00'), hex('ff ff 03 00'), hex('00 03 00'), hex('00 7f 01 00')],
  },
  {
    name: "the server's own words",
    frames: [hex('02 01 05 77 72 69 74 65'), hex('02 00 09 72 65 61 64 2d 6f 6e 6c 79'), hex('02 63 00')],
  },
  { name: 'text', frames: ['hola'] },
  { name: 'a megabyte of text', frames: ['x'.repeat(1_000_000)] },
  {
    name: 'questions that are none',
    frames: [step1Frame(hex('ff ff ff ff 0f')), step1Frame(new Uint8Array()), step1Frame(hex('02 01'))],
  },
  { name: 'a question with 10,001 entries', frames: [step1Frame(stateVector(range(10_001).map((n) => [n + 1, 1])))] },
  {
    name: 'a question with clocks near 2^53',
    frames: [
      step1Frame(
        stateVector([
          [1, BIG],
          [BIG, BIG],
          [0, 0],
        ]),
      ),
    ],
  },
  { name: 'a question that announces a billion entries', frames: [step1Frame(stateVector([[1, 1]], 1_000_000_000))] },
  {
    name: 'the same client twice in a question',
    frames: [
      step1Frame(
        stateVector([
          [1, 9],
          [1, 0],
        ]),
      ),
    ],
  },
  { name: 'an update of the second format', frames: [updateFrame(hex('00 00 00 00 00 00 00 00 00 00 00 00 00'))] },
  {
    name: 'updates that are none',
    frames: [updateFrame(new Uint8Array()), step2Frame(hex('ff')), updateFrame(hex('01'))],
  },
  { name: 'sixty-four megabytes', frames: [new Uint8Array(64 * 1024 * 1024)] },
  { name: 'sixteen megabytes of zeros in an update', frames: [updateFrame(new Uint8Array(15 * 1024 * 1024))] },
  // Outline#13804, Gutenberg#76056, hocuspocus#1095: overwritten presence, thousands of ids, clocks nobody can top.
  { name: 'presence of 5 KB', frames: [presence(JSON.stringify({ x: 'x'.repeat(5_000) }))] },
  { name: 'presence of a megabyte', frames: [presence(JSON.stringify({ x: 'x'.repeat(1_000_000) }))] },
  {
    name: 'presence of 10,000 people',
    frames: [awarenessFrame(range(10_000).map((n) => ({ client: n, clock: 1, state: utf8('{}') })))],
  },
  {
    name: 'presence of 900 people',
    frames: [awarenessFrame(range(900).map((n) => ({ client: n, clock: 1, state: utf8('{"a":1}') })))],
  },
  { name: 'presence that announces a billion people', frames: [announced(1_000_000_000), announced(BIG)] },
  {
    name: 'presence at clock 2^53',
    frames: [presence('{}', 43, BIG), presence('{}', BIG, 1), presence('null', 43, BIG)],
  },
  {
    name: 'presence that is no UTF-8',
    frames: [presence(hex('ff fe 22')), presence(hex('22 c3 28 22')), presence(hex('7b 22 80 22 3a 31 7d'))],
  },
  {
    name: 'presence that is no JSON',
    frames: ['{', '', 'undefined', "{'a':1}", '\u0000'].map((state) => presence(state)),
  },
  {
    name: 'presence that is no object',
    frames: ['1', '"a"', '[]', 'true', '[[[]]]', 'null'].map((state) => presence(state)),
  },
  {
    name: 'presence with keys every object has',
    frames: [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":1}',
      '{"user":null}',
      '{"user":[]}',
      '{"user":{"__proto__":1}}',
      '{"toString":1}',
    ].map((state, n) => presence(state, 42, 20 + n)),
  },
  {
    name: 'presence nested 1,900 deep',
    frames: [
      presence('['.repeat(1_900) + ']'.repeat(1_900), 42, 50),
      presence(`${'{"a":'.repeat(600)}1${'}'.repeat(600)}`, 42, 51),
    ],
  },
  { name: 'half a character in presence', frames: [presence('{"x":"\\ud83d"}', 42, 60)] },
  { name: 'presence without a count', frames: [hex('01 00'), hex('01')] },
  {
    name: 'presence under twenty other numbers',
    frames: range(3).map((n) =>
      awarenessFrame(range(20).map((k) => ({ client: 20 * n + k, clock: n, state: utf8('{}') }))),
    ),
  },
  { name: 'a step there is not, after an answer to no question', frames: [step2Frame(hex('00 00')), hex('00 07 00')] },
  { name: 'who is here, with more', frames: [hex('03'), hex('03 00 00 00'), hex('03 ff')] },
];
