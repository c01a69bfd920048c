/** Keeps boards in memory, for tests and for trying things out: the same contract as on disk, nothing survives. */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, StoredBoard, StoredUpdate } from '../sync/ports.ts';

export const createMemoryStore = (): BoardStorage => new MemoryStore();

class MemoryStore implements BoardStorage {
  readonly #boards = new Map<BoardId, StoredBoard>();

  async create(board: BoardId, first: Uint8Array): Promise<void> {
    if (this.#boards.has(board)) throw new Error('the board exists');
    this.#boards.set(board, { snapshot: null, updates: [first] });
  }

  async load(board: BoardId): Promise<StoredBoard | null> {
    return this.#boards.get(board) ?? null;
  }

  async append(batch: ReadonlyArray<StoredUpdate>): Promise<void> {
    if (batch.some(({ board }) => !this.#boards.has(board))) throw new Error('no such board to append to');
    for (const [board, updates] of Map.groupBy(batch, ({ board }) => board)) {
      const stored = this.#boards.get(board);
      if (stored === undefined) continue;
      const added = updates.map(({ update }) => update);
      this.#boards.set(board, { snapshot: stored.snapshot, updates: [...stored.updates, ...added] });
    }
  }

  async compact(board: BoardId, snapshot: Uint8Array): Promise<void> {
    if (!this.#boards.has(board)) throw new Error('no such board to compact');
    this.#boards.set(board, { snapshot, updates: [] });
  }

  async remove(board: BoardId): Promise<void> {
    this.#boards.delete(board);
  }

  async close(): Promise<void> {
    // Nothing to release.
  }
}
