/**
 * Answers as messages on the wire. Small ones are built once for all who are given the same answer; large ones go out in
 * the parts they are in, and only their first bytes are built. Knows no board.
 */
import { step2Frame, step2Head, updateFrame, updateHead } from '../../shared/protocol.ts';
import { bytesOf, LARGE_BYTES, type Passage } from './passage.ts';
import type { Connection } from './ports.ts';

const TINY_BYTES = 1024;

type Passages = readonly Passage[];

/** Messages in parts, or whole messages where all are small. */
type Messages = { readonly large: readonly Passage[] } | { readonly small: readonly Uint8Array[] };

/** Of answers that are given several times. */
const made = new WeakMap<Passages, Messages>();

/** Sends an answer; the last of its messages makes the client count as synced. */
export function sendAnswer(connection: Pick<Connection, 'sendAll' | 'sendParts'>, answer: Passages): void {
  let messages = made.get(answer);
  if (messages === undefined) {
    messages = messagesOf(answer);
    made.set(answer, messages);
  }
  if ('small' in messages) connection.sendAll(messages.small);
  else connection.sendParts(messages.large);
}

function messagesOf(answer: Passages): Messages {
  const isLast = (i: number): boolean => i === answer.length - 1;
  if (answer.some((passage) => bytesOf(passage) >= LARGE_BYTES)) {
    const headOf = (passage: Passage, i: number): Uint8Array => (isLast(i) ? step2Head : updateHead)(bytesOf(passage));
    return { large: answer.map((passage, i) => inFewParts([headOf(passage, i), ...passage])) };
  }
  return { small: answer.map((passage, i) => (isLast(i) ? step2Frame : updateFrame)(joined(passage))) };
}

/** Tiny parts in a row become one: each for itself takes more memory than its bytes. */
function inFewParts(passage: Passage): Passage {
  const parts: Uint8Array[] = [];
  let tiny: Uint8Array[] = [];
  const close = (): void => {
    if (tiny.length > 0) parts.push(joined(tiny));
    tiny = [];
  };
  for (const part of passage) {
    if (part.length >= TINY_BYTES) close();
    (part.length >= TINY_BYTES ? parts : tiny).push(part);
  }
  close();
  return parts;
}

function joined(passage: Passage): Uint8Array {
  const [only] = passage;
  if (passage.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(bytesOf(passage));
  let at = 0;
  for (const part of passage) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
