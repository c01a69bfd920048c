/** Puts a board session together from a document and the presence on it. Knows no network: who opens it says what is synced. */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { inkOf, type Peer, parsePeer } from '../../shared/board/presence.ts';
import { createUndo } from '../../shared/board/undo.ts';
import type { Cohort, NotesBoard } from '../../shared/cohort/document.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import type { CohortId, NoteId } from '../../shared/ids.ts';
import { watchContents } from './contents.ts';
import type { BoardCommands, BoardSession, Me, Notice, SyncState } from './session.ts';
import { type Store, writable } from './store.ts';
import { watchSurvivors } from './survivors.ts';

export interface BoardParts {
  readonly cohortId: CohortId;
  readonly board: NotesBoard;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly me: Me;
  readonly loaded: Store<boolean>;
  readonly right: Store<Right>;
  readonly sync: Store<SyncState>;
  readonly cohort: Store<Cohort>;
  readonly commands: BoardCommands;
  /** Called once when the session is closed; the provider and the document end here. */
  readonly onClose: () => void;
}

export function createBoardSession(parts: BoardParts): BoardSession {
  const { doc, awareness, me, onClose, ...rest } = parts;
  const contents = watchContents(doc);
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
  const notice = writable<Notice | null>(null);
  const unwatch = watchSurvivors(
    doc,
    () => rest.right.get() === 'write',
    () => notice.set({ key: 'canvas.notice.survived' }),
  );
  let open = true;
  return {
    ...rest,
    doc,
    awareness,
    me,
    undo,
    writer: { doc, origin: undo.origin },
    notes: contents.notes,
    themes: contents.themes,
    columns: contents.columns,
    unreadable: contents.unreadable,
    peers,
    selection: writable<readonly NoteId[]>([]),
    notice,
    setPresence(field, value) {
      if (open && awareness.getLocalState() !== null) awareness.setLocalStateField(field, value);
    },
    close() {
      if (!open) return;
      open = false;
      awareness.off('change', readPeers);
      unwatch();
      undo.close();
      contents.close();
      onClose();
    },
  };
}
