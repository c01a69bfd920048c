/**
 * The wire between a board's room and its clients: the standard y-websocket messages, our addition to them, and the
 * close codes. Knows bytes only: no socket, no document, no rights.
 *
 * Message = varUint type, then: sync (0): varUint step, bytes · awareness (1): bytes · auth (2): varUint kind, string ·
 * query awareness (3): nothing. Auth kinds 1 (the right of this connection) and 2 (a word to this person alone) are ours;
 * stock clients ignore them.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** WebSocket subprotocol: the client offers `[SUBPROTOCOL, token]`, the server answers `SUBPROTOCOL`. */
export const SUBPROTOCOL = 'tempano';

/**
 * Why a connection ends. 4400-4499 are for good (the stock provider stops), everything else is temporary and the
 * client comes back and catches up.
 */
export const CLOSE = {
  /** The server stops; everything is saved. */
  goingAway: 1001,
  /** A text frame: this protocol is binary. */
  textFrame: 1003,
  /** Not decodable, not well-formed, or over a budget. */
  garbage: 1008,
  /** A frame above the frame limit. */
  tooBig: 1009,
  /** The room starts again from storage; come back at once. */
  roomRestarts: 1012,
  /** The server cannot save or load now, the room is full of people, or this connection reads too slowly. */
  tryLater: 1013,
  /** The token is unknown or expired. */
  tokenRefused: 4401,
  /** No right to this board, or no longer. */
  forbidden: 4403,
  /** There is no such board, or no longer. */
  noSuchBoard: 4404,
  /** The board is as big as a board may be. */
  boardFull: 4413,
} as const;

/** Reasons in a permission-denied message. */
export type Denied = 'read-only';
/** What a connection is told about its right. */
export type AnnouncedRight = 'read' | 'write';

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const QUERY_AWARENESS = 3;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const PERMISSION_DENIED = 0;
const RIGHT = 1;
const WORD = 2;

/** One entry of an awareness message; `state` is JSON text in UTF-8, the word `null` when the client left. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: Uint8Array;
}

/** A message from a client. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  /** `entries`: for `readAwarenessEntries`. */
  | { readonly kind: 'awareness'; readonly entries: Uint8Array }
  | { readonly kind: 'query-awareness' };

/** Reads a message from a client; null when it is none. Never throws. */
export function readClientMessage(frame: Uint8Array): ClientMessage | null {
  try {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case SYNC:
        return readSync(decoder);
      case AWARENESS:
        return { kind: 'awareness', entries: decoding.readVarUint8Array(decoder) };
      case QUERY_AWARENESS:
        return { kind: 'query-awareness' };
      default:
        return null;
    }
  } catch {
    // lib0 throws on every kind of broken bytes: too short, integer out of range, invalid UTF-8.
    return null;
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage | null {
  const step = decoding.readVarUint(decoder);
  if (step > UPDATE) return null;
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return { kind: 'step1', stateVector: bytes };
  return { kind: step === STEP_2 ? 'step2' : 'update', update: bytes };
}

/**
 * Reads the entries of an awareness message; null when they are broken, or more than `most`. Never throws. With `only`,
 * those of other clients are passed over: a client that echoes everybody costs little.
 */
export function readAwarenessEntries(bytes: Uint8Array, most: number, only: number | null): AwarenessEntry[] | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > most) return null;
    const entries: AwarenessEntry[] = [];
    for (let i = 0; i < count; i += 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      if (only === null || client === only)
        entries.push({ client, clock, state: decoding.readUint8Array(decoder, length) });
      else decoder.pos += length;
    }
    return decoder.pos <= bytes.length ? entries : null;
  } catch {
    // As above.
    return null;
  }
}

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** Asks the other side for what it has beyond this state vector. */
export const step1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(STEP_1, stateVector);
/** Answers a question; the asker counts as synced afterwards. */
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

/** How such a message begins, before an update of so many bytes. */
const syncHead = (step: number, bytes: number): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [SYNC, step, bytes]) encoding.writeVarUint(encoder, number);
  });
export const step2Head = (bytes: number): Uint8Array => syncHead(STEP_2, bytes);
export const updateHead = (bytes: number): Uint8Array => syncHead(UPDATE, bytes);

/** Presence of any number of clients; of none, it is a sign of life. */
export const awarenessFrame = (entries: ReadonlyArray<AwarenessEntry>): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const { client, clock, state } of entries) {
          encoding.writeVarUint(inner, client);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarUint8Array(inner, state);
        }
      }),
    );
  });

const authFrame = (kind: number, text: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarString(encoder, text);
  });

/** Tells a client that something it sent was not taken. Stock clients log it. */
export const deniedFrame = (reason: Denied): Uint8Array => authFrame(PERMISSION_DENIED, reason);
/** Tells a client its right, on entry and whenever it changes. Stock clients ignore it. */
export const rightFrame = (right: AnnouncedRight): Uint8Array => authFrame(RIGHT, right);
/** Says something to one person's windows; `json` is a word of facilitation (call-api.ts). Stock clients ignore it. */
export const wordFrame = (json: string): Uint8Array => authFrame(WORD, json);

/**
 * Reads the body of an auth message (after its type), for clients: put it in place of the provider's handler 2.
 * Null for kinds this version does not know. Throws on broken bytes, like lib0.
 */
export function readAuthBody(
  decoder: decoding.Decoder,
):
  | { kind: 'denied'; reason: string }
  | { kind: 'right'; right: AnnouncedRight }
  | { kind: 'word'; json: string }
  | null {
  const kind = decoding.readVarUint(decoder);
  const text = decoding.readVarString(decoder);
  if (kind === PERMISSION_DENIED) return { kind: 'denied', reason: text };
  if (kind === WORD) return { kind: 'word', json: text };
  return kind === RIGHT && (text === 'read' || text === 'write') ? { kind: 'right', right: text } : null;
}
