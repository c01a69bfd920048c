/**
 * Somebody who comes when all is done and has never seen the board: the stock provider, wherever a server speaks the
 * standard protocol. Knows no server by name.
 */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { printOf, type State, statesOf } from './equality.ts';
import { Member } from './member.ts';
import type { Seat } from './seat.ts';

const WITHIN_MS = 20_000;

/** What a newcomer gets to see. Rejects when the board does not come. */
export function freshState(seat: Seat): Promise<State> {
  return seat.prefix.length === 0 ? byStockProvider(seat) : byMember(seat);
}

async function byStockProvider({ port, path, room, protocols }: Seat): Promise<State> {
  const doc = new Y.Doc();
  const base = `ws://127.0.0.1:${port}${path.slice(0, -room.length - 1)}`;
  const provider = new WebsocketProvider(base, room, doc, { protocols: [...protocols], disableBc: true });
  try {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the stock provider did not get the board')), WITHIN_MS);
      provider.once('sync', () => {
        clearTimeout(late);
        resolve();
      });
    });
    const { pendingStructs, pendingDs } = doc.store;
    return { print: printOf(doc), incomplete: pendingStructs !== null || pendingDs !== null };
  } finally {
    provider.destroy();
    provider.awareness.destroy();
    doc.destroy();
  }
}

async function byMember(seat: Seat): Promise<State> {
  const member = new Member(seat, 0, null);
  await member.join();
  const [state = { print: '', incomplete: true }] = statesOf([member]);
  member.leave();
  return state;
}
