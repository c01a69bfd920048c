/**
 * Opens one live connection to try it: nobody is on the board, nothing is written and nothing kept. Says how long round
 * trips take. Knows no page.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { BoardId } from '../../shared/ids.ts';
import type { FirstApi } from './first-api.ts';
import { type Heard, Wire } from './wire.ts';

const TRIPS = 5;
/** A connection that is as slow as this is of no use in a call. */
const PATIENCE_MS = 20_000;

/** Null when it did not open, or did not answer in time. Never rejects. `signal` ends it. */
export async function tryLive(
  api: Pick<FirstApi, 'connection'>,
  room: BoardId,
  signal: AbortSignal,
): Promise<readonly number[] | null> {
  const answer = await api.connection(room);
  if (!answer.ok || signal.aborted) return null;
  const { url, protocols } = answer.value;
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  awareness.setLocalState(null);
  const trips = await new Promise<readonly number[] | null>((resolve) => {
    const wire = new Wire({ doc, awareness, heard: hearing(() => wire.ask(), end) });
    const patience = setTimeout(() => end(null), PATIENCE_MS);
    const onAbort = (): void => end(null);
    signal.addEventListener('abort', onAbort);
    wire.connect(`${url}/${answer.value.room}`, protocols);
    function end(trips: readonly number[] | null): void {
      clearTimeout(patience);
      signal.removeEventListener('abort', onAbort);
      wire.destroy();
      resolve(trips);
    }
  });
  awareness.destroy();
  doc.destroy();
  return trips;
}

/** The first answer brings what the board holds, and is no measure. */
function hearing(ask: () => void, end: (trips: readonly number[] | null) => void): Heard {
  const trips: number[] = [];
  let askedAt: number | null = null;
  const nothing = (): void => undefined;
  return {
    opened: nothing,
    handedOver: nothing,
    right: nothing,
    word: nothing,
    denied: nothing,
    answered() {
      if (askedAt !== null) trips.push(performance.now() - askedAt);
      if (trips.length === TRIPS) return end(trips);
      askedAt = performance.now();
      ask();
    },
    ended: () => end(null),
  };
}
