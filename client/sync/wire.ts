/** Listens in on a stock provider: which sync message came, which right was announced. Changes nothing of what it does. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import { type AnnouncedRight, readAuthBody } from '../../shared/protocol.ts';

const SYNC = 0;
const AUTH = 2;
const STEP_1 = 0;
const STEP_2 = 1;

export interface Heard {
  /** The server asked what we have; the provider is answering. */
  asked(): void;
  /** The server answered a question of ours. */
  answered(): void;
  right(right: AnnouncedRight): void;
}

/** Handlers belong to the provider's own list, so nothing has to be taken off again. */
export function listenIn(provider: WebsocketProvider, heard: Heard): void {
  const handlers = provider.messageHandlers;
  const sync = handlers[SYNC];
  if (!sync) throw new Error('the provider has no sync handler');
  handlers[SYNC] = (encoder, decoder, of, fromServer, type) => {
    const step = decoding.peekVarUint(decoder);
    sync(encoder, decoder, of, fromServer, type);
    // Messages of other tabs come through here too.
    if (!fromServer) return;
    // The provider sends its answer right after this returns; what we send next comes after it.
    if (step === STEP_1) queueMicrotask(heard.asked);
    if (step === STEP_2) heard.answered();
  };
  handlers[AUTH] = (_encoder, decoder) => {
    const said = readAuthBody(decoder);
    if (said?.kind === 'right') heard.right(said.right);
  };
}

/** Asks the server what it has beyond ours. Its answer comes after everything sent before was handled. */
export function ask(provider: WebsocketProvider): void {
  if (provider.ws?.readyState !== 1) return;
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, SYNC);
  writeSyncStep1(encoder, provider.doc);
  provider.ws.send(encoding.toUint8Array(encoder));
}
