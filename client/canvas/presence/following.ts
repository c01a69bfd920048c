/** Seeing what somebody else sees, until I move the camera myself. Knows peers and the camera only. */
import type { Editor } from 'tldraw';
import type { PersonId } from '../../../shared/ids.ts';
import type { BoardSession } from '../../board/session.ts';
import { type Store, writable } from '../../board/store.ts';
import { showSight } from '../camera.ts';

const OWN_HAND = ['wheel', 'pointerdown'] as const;

export interface Following {
  readonly person: Store<PersonId | null>;
  follow(person: PersonId | null): void;
  close(): void;
}

export function createFollowing(editor: Editor, session: BoardSession): Following {
  const person = writable<PersonId | null>(null);
  const look = (): void => {
    const sight = session.peers.get().find((peer) => peer.user.id === person.get() && peer.sight)?.sight;
    if (sight) showSight(editor, sight);
  };
  const stopPeers = session.peers.subscribe(() => {
    if (person.get() !== null) look();
  });
  const onOwnMove = (): void => person.set(null);
  const container = editor.getContainer();
  const around = container.parentElement ?? container;
  // A wheel, a touch or a button beside the canvas is my own hand; the camera alone moves for the other's sake.
  for (const kind of OWN_HAND) around.addEventListener(kind, onOwnMove, { passive: true, capture: true });
  return {
    person,
    follow(next) {
      person.set(next);
      if (next !== null) look();
    },
    close() {
      stopPeers();
      for (const kind of OWN_HAND) around.removeEventListener(kind, onOwnMove, { capture: true });
    },
  };
}
