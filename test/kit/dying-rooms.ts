/** Rooms of a server that dies before it changes a board: the next change of each board in `failing` is not made. Knows no command. */
import type { Rooms } from '../../server/sync/ports.ts';
import type { BoardId } from '../../shared/ids.ts';

export const dyingRooms = (real: Rooms, failing: Set<BoardId>): Rooms => ({
  ...bound(real),
  change: async (board, change, haste) => {
    if (failing.delete(board)) throw new Error('the server died');
    return real.change(board, change, haste);
  },
});

/** The methods of a class, free of it. */
const bound = (real: Rooms): Rooms => ({
  change: (...a) => real.change(...a),
  take: (...a) => real.take(...a),
  read: (...a) => real.read(...a),
  remove: (...a) => real.remove(...a),
  reconsider: (...a) => real.reconsider(...a),
  updates: (...a) => real.updates(...a),
  onChanged: (...a) => real.onChanged(...a),
  onEntered: (...a) => real.onEntered(...a),
  tell: (...a) => real.tell(...a),
  sessions: (...a) => real.sessions(...a),
  close: () => real.close(),
});
