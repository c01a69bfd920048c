/** The others on the board as tldraw's collaborators: cursors with names and outlines around what they hold. */
import { type Editor, InstancePresenceRecordType, type TLInstancePresence } from 'tldraw';
import type { Peer } from '../../../shared/board/presence.ts';
import { isCalm, onCalm } from '../../board/calm.ts';
import type { BoardSession } from '../../board/session.ts';
import { putQuietly } from '../binding/quiet.ts';
import { PAGE, shapeIdOf } from '../shapes.ts';

/** Gives back the function that ends it and takes all cursors away. */
export function showPeers(editor: Editor, session: BoardSession): () => void {
  let shown = new Set<TLInstancePresence['id']>();
  const show = (peers: readonly Peer[]): void => {
    const records = isCalm() ? [] : peers.filter((peer) => peer.view === 'canvas').map(presenceRecord);
    const now = new Set(records.map((record) => record.id));
    putQuietly(
      editor.store,
      records.filter((record) => !sameStay(editor.store.get(record.id), record)),
      [...shown].filter((id) => !now.has(id) && editor.store.has(id)),
    );
    shown = now;
  };
  const showNow = (): void => show(session.peers.get());
  const stops = [session.peers.subscribe(showNow), onCalm(showNow)];
  showNow();
  return () => {
    for (const stop of stops) stop();
    show([]);
  };
}

function presenceRecord({ client, user, cursor, selection }: Peer): TLInstancePresence {
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(String(client)),
    currentPageId: PAGE,
    userId: `user:${client}`,
    userName: user.name,
    color: user.colour,
    cursor: cursor ? { x: cursor[0], y: cursor[1], type: 'default', rotation: 0 } : null,
    selectedShapeIds: selection.map(shapeIdOf),
    lastActivityTimestamp: Date.now(),
  });
}

/** Nothing that is seen changed: somebody who only types does not look as if moving. */
function sameStay(before: TLInstancePresence | undefined, after: TLInstancePresence): boolean {
  const seen = (one: TLInstancePresence) => JSON.stringify([one.cursor, one.selectedShapeIds, one.userName, one.color]);
  return before !== undefined && seen(before) === seen(after);
}
