/** One device's connection to one document: the stock provider, its own document, and who it says it is. Knows no script. */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { ConnectionAnswer } from '../../shared/api.ts';
import { parsePeer } from '../../shared/board/presence.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Wiretap } from './replay-wiretap.ts';
import './many-providers.ts';

export interface Line {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The document arrived at least once. */
  readonly loaded: boolean;
  /** Codes with which the server closed the connection. */
  readonly closed: readonly number[];
  /** Says who writes here and where (`note:<id>`). */
  present(user: { id: PersonId; name: string }, editing?: string | null): void;
  /** What the people here are writing in; everybody connected has an entry. */
  others(): Map<PersonId, string | null>;
  close(): void;
}

/** `saved` is what the device kept of the document from an earlier time. */
export function openLine({ url, room, protocols }: ConnectionAnswer, tap: Wiretap, saved: Uint8Array | null): Line {
  const doc = new Y.Doc();
  if (saved) Y.applyUpdate(doc, saved);
  const provider = new WebsocketProvider(url, room, doc, {
    protocols,
    disableBc: true,
    WebSocketPolyfill: tap.socketFor(room),
  });
  let loaded = saved !== null;
  const closed: number[] = [];
  provider.on('sync', (synced: boolean) => {
    loaded ||= synced;
  });
  provider.on('connection-close', (event: { code: number } | null) => {
    if (event) closed.push(event.code);
  });
  return {
    doc,
    provider,
    get loaded() {
      return loaded;
    },
    closed,
    present: (user, editing = null) =>
      provider.awareness.setLocalState({ user: { ...user, colour: '#0b5a8a' }, editing }),
    others: () => othersOf(provider),
    close() {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

function othersOf({ awareness }: WebsocketProvider): Map<PersonId, string | null> {
  const others = new Map<PersonId, string | null>();
  for (const [client, state] of awareness.getStates()) {
    const peer = parsePeer(client, state);
    if (peer) others.set(peer.user.id, peer.editing ?? others.get(peer.user.id) ?? null);
  }
  return others;
}

/** The same document, to the last deleted letter. */
export const isSame = (a: Line, b: Line): boolean => Y.equalSnapshots(Y.snapshot(a.doc), Y.snapshot(b.doc));

export const areSame = (lines: readonly Line[]): boolean =>
  lines.every((line) => lines[0] !== undefined && isSame(line, lines[0]));
