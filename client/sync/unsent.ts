/**
 * What this device keeps of a seat's boards that the server may not have, and how one board of it is sent without being
 * on the screen. Knows no page, and not when to send.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { SyncState } from '../board/session.ts';
import { connecting } from './connecting.ts';
import { firstApi } from './first-api.ts';
import { OpenLine } from './open-line.ts';
import type { Seat } from './seats.ts';
import { openShelf } from './shelf.ts';
import { shelfName } from './shelf-name.ts';
import { openShelfStore } from './shelf-store.ts';
import { dropHint, hint, hintOf } from './unsent-hints.ts';

/** `later`: nothing speaks against it, it did not work now. `stuck`: the board does not take it. */
export type Sent = 'sent' | 'later' | 'stuck';

/** Some browsers neither answer nor refuse in private windows. */
const PATIENCE_MS = 3000;

/** Whose boards were all looked into since the page was loaded: a power cut may have taken a hint along. */
const lookedInto = new Set<PersonId>();

/** One look after the other: the second builds on the hints that the first leaves. */
let turn: Promise<unknown> = Promise.resolve();

/** In the order of `boards`. `all`: also those that nothing hints at. */
export function unsentBoards(person: PersonId, boards: readonly BoardId[], all = false): Promise<BoardId[]> {
  const found = turn.then(() => lookInto(person, boards, all));
  turn = found;
  return found;
}

async function lookInto(person: PersonId, boards: readonly BoardId[], all: boolean): Promise<BoardId[]> {
  const kept = all || !lookedInto.has(person) ? await shelvesHere() : [];
  lookedInto.add(person);
  const unsent: BoardId[] = [];
  for (const board of boards) {
    const name = shelfName(board, person);
    if ((kept.includes(name) || hintOf(name) !== null) && (await isUnsent(name))) unsent.push(board);
  }
  return unsent;
}

async function shelvesHere(): Promise<string[]> {
  const late = new Promise<IDBDatabaseInfo[]>((resolve) => setTimeout(resolve, PATIENCE_MS, []));
  try {
    return (await Promise.race([indexedDB.databases(), late])).flatMap(({ name }) => name ?? []);
  } catch {
    // A browser that has no storage or cannot list it: then there are the hints.
    return [];
  }
}

/** The hint goes where all was sent, unless another window has written since the look began. */
async function isUnsent(name: string): Promise<boolean> {
  const seen = hintOf(name);
  const doc = new Y.Doc();
  const shelf = openShelf(doc, () => openShelfStore(name));
  const { found, unsent } = await shelf.ready;
  shelf.close();
  doc.destroy();
  if (unsent && seen === null) hint(name);
  // Nothing found may mean that it could not be read.
  if (found && !unsent && hintOf(name) === seen) dropHint(name);
  return unsent;
}

/** Resolves when it is known; `signal` ends it. */
export async function sendBoard(seat: Seat, board: BoardId, signal: AbortSignal): Promise<Sent> {
  const sent = await sendAll(seat, board, signal);
  // Another window may have written since.
  if (sent !== 'sent' || !(await isUnsent(shelfName(board, seat.person.id)))) return sent;
  return 'later';
}

function sendAll(seat: Seat, board: BoardId, signal: AbortSignal): Promise<Sent> {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  // Nobody is on the board.
  awareness.setLocalState(null);
  // The right may be another one since: it is asked for first.
  const connection = connecting(firstApi(seat.token), () => false);
  const line = new OpenLine({ board, person: seat.person.id, api: { connection }, doc, awareness });
  return new Promise((resolve) => {
    const end = (sent: Sent): void => {
      stop();
      signal.removeEventListener('abort', onAbort);
      line.close();
      awareness.destroy();
      doc.destroy();
      resolve(sent);
    };
    const onAbort = (): void => end('later');
    const stop = line.sync.subscribe(() => {
      const sent = sentBy(line.sync.get());
      // The line finishes first what it is telling.
      if (sent) queueMicrotask(() => end(sent));
    });
    signal.addEventListener('abort', onAbort);
  });
}

/** Null while it is not known. */
function sentBy(sync: SyncState): Sent | null {
  switch (sync.kind) {
    case 'synced':
      return 'sent';
    case 'refused':
      return 'stuck';
    case 'server-trouble':
      return sync.why === 'cannot-save' || sync.why === 'crowded' ? 'later' : 'stuck';
    default:
      return null;
  }
}
