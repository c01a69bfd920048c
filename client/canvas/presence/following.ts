/** Seeing what somebody else sees, until I move the camera myself. Knows peers and the camera only. */
import { type Editor, react } from 'tldraw';
import type { PersonId } from '../../../shared/ids.ts';
import type { BoardSession } from '../../board/session.ts';
import { type Store, writable } from '../../board/store.ts';
import { showSight } from '../camera.ts';

export interface Following {
  readonly person: Store<PersonId | null>;
  follow(person: PersonId | null): void;
  close(): void;
}

export function createFollowing(editor: Editor, session: BoardSession): Following {
  const person = writable<PersonId | null>(null);
  let isOurs = false;
  const look = (): void => {
    const sight = session.peers.get().find((peer) => peer.user.id === person.get() && peer.sight)?.sight;
    if (!sight) return;
    isOurs = true;
    showSight(editor, sight);
    queueMicrotask(() => {
      isOurs = false;
    });
  };
  const stopPeers = session.peers.subscribe(() => {
    if (person.get() !== null) look();
  });
  const onOwnMove = (): void => person.set(null);
  const container = editor.getContainer();
  // A wheel or a touch is my own hand; a change of the camera alone may be the other's.
  for (const kind of ['wheel', 'pointerdown'] as const) container.addEventListener(kind, onOwnMove, { passive: true });
  const stopCamera = react('camera while following', () => {
    editor.getCameraState();
    if (!isOurs && person.get() !== null && editor.inputs.isPanning) person.set(null);
  });
  return {
    person,
    follow(next) {
      person.set(next);
      if (next !== null) look();
    },
    close() {
      stopPeers();
      stopCamera();
      for (const kind of ['wheel', 'pointerdown'] as const) container.removeEventListener(kind, onOwnMove);
    },
  };
}
