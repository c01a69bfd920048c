/** Who wants to hear of something about boards. Knows nothing of what. */
import type { BoardId } from '../../shared/ids.ts';
import type { Log } from './ports.ts';

type Listener = (board: BoardId) => void;

export class Listeners {
  readonly #all = new Set<Listener>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Returns the unsubscribe. The same function may be added twice. */
  add(listener: Listener): () => void {
    const own: Listener = (board) => listener(board);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(board: BoardId): void {
    for (const listener of [...this.#all]) {
      try {
        listener(board);
      } catch {
        // A listener's bug must not stop the others, nor the room.
        this.#log('listener-failed', { board });
      }
    }
  }
}
