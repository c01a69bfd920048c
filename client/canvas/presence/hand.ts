/** The notes I am dragging, told to the others while it lasts. Knows neither store nor editor. */
import type { Position } from '../../../shared/board/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { TIME } from '../../../shared/limits.ts';
import type { BoardSession } from '../../board/session.ts';

/** More than this many are seen at the drop only. */
const MOST = 50;

export interface Hand {
  /** Where they are now; nothing when the gesture is over. */
  tell(moving: ReadonlyMap<NoteId, Position>): void;
  close(): void;
}

/** At most 25 times a second; the end is told at once. */
export function createHand(session: BoardSession): Hand {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest: ReadonlyMap<NoteId, Position> = new Map();
  let isTold = false;
  const send = (): void => {
    timer = null;
    isTold = latest.size > 0;
    session.setPresence('dragging', isTold ? Object.fromEntries([...latest].slice(0, MOST)) : null);
  };
  return {
    tell(moving) {
      latest = moving;
      if (moving.size > 0) timer ??= setTimeout(send, TIME.dragPresenceMs);
      else if (isTold || timer !== null) {
        if (timer !== null) clearTimeout(timer);
        send();
      }
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
