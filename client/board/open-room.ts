/** Puts a session together from a document and the presence on it. Knows no network: who opens it says what is synced. */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { inkOf, type Peer, parsePeer } from '../../shared/board/presence.ts';
import { createUndo } from '../../shared/board/undo.ts';
import type { BoardEntry, Cohort } from '../../shared/cohort/document.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import type { CohortId } from '../../shared/ids.ts';
import type { Me, Notice, RoomSession, SyncState } from './session.ts';
import { type Store, writable } from './store.ts';

export interface RoomParts {
  readonly cohortId: CohortId;
  readonly board: BoardEntry;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: Me;
  readonly loaded: Store<boolean>;
  readonly right: Store<Right>;
  readonly sync: Store<SyncState>;
  readonly cohort: Store<Cohort>;
  /** Called once when the session is closed; the provider and the document end here. */
  readonly onClose: () => void;
}

export function createRoomSession({ onClose, ...parts }: RoomParts): RoomSession {
  const { doc, awareness, me } = parts;
  const undo = createUndo(doc, Date.now);
  const peers = writable<readonly Peer[]>([]);
  const readPeers = (): void => {
    const others: Peer[] = [];
    for (const [client, state] of awareness.getStates()) {
      const peer = client === awareness.clientID ? null : parsePeer(client, state);
      if (peer) others.push(peer);
    }
    peers.set(others);
  };
  awareness.on('change', readPeers);
  awareness.setLocalStateField('user', { id: me.id, name: me.name, colour: inkOf(me.id) });
  readPeers();
  let open = true;
  return {
    ...parts,
    undo,
    writer: { doc, origin: undo.origin },
    peers,
    notice: writable<Notice | null>(null),
    setPresence(field, value) {
      if (open && awareness.getLocalState() !== null) awareness.setLocalStateField(field, value);
    },
    close() {
      if (!open) return;
      open = false;
      awareness.off('change', readPeers);
      undo.close();
      onClose();
    },
  };
}
