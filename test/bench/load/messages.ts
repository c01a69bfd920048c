/** The messages of the y-protocol as a client needs them, and what an update or a presence message covers. Knows no socket. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export const TYPE = { sync: 0, presence: 1 } as const;
export const STEP = { question: 0, answer: 1, update: 2 } as const;

const sync = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, TYPE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

const NOTHING = new Uint8Array([0]);
export const QUESTION = sync(STEP.question, NOTHING);
export const EMPTY_ANSWER = sync(STEP.answer, new Uint8Array([0, 0]));
export const updateMessage = (update: Uint8Array): Uint8Array => sync(STEP.update, update);

/** The presence of one client. */
export const presenceMessage = (client: number, clock: number, state: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, TYPE.presence);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, 1);
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, state);
      }),
    );
  });

/** What a message brings: stretches of somebody's clock. */
export interface Stretch {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}
export interface Content {
  readonly kind: 'document' | 'presence';
  readonly stretches: readonly Stretch[];
}

/** The update inside a sync message. */
export function updateIn(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

/** Reads an answer, an update or a presence message; throws on anything else. */
export function contentOf(message: Uint8Array): Content {
  if (message[0] === TYPE.sync) {
    const { structs } = Y.decodeUpdate(updateIn(message));
    const stretches = structs.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }));
    return { kind: 'document', stretches };
  }
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const count = decoding.readVarUint(inner);
  const stretches: Stretch[] = [];
  for (let i = 0; i < count; i += 1) {
    const client = decoding.readVarUint(inner);
    const clock = decoding.readVarUint(inner);
    decoding.readVarUint8Array(inner);
    stretches.push({ client, clock, length: 1 });
  }
  return { kind: 'presence', stretches };
}
