/** Keeps boards in memory, for tests and for trying things out: the same contract as on disk, nothing survives. */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Compacted, StoredBoard, StoredSnapshot, StoredUpdate } from '../sync/ports.ts';
import { fold } from './fold.ts';

/** Boards are made and removed here: there is no registry beside it. */
export interface MemoryBoards extends BoardStorage {
  /** Makes a board with its first update. Throws when the board exists. */
  create(board: BoardId, first: Uint8Array): void;
  remove(board: BoardId): void;
}

export const createMemoryStore = (): MemoryBoards => new MemoryStore();

interface Kept {
  readonly snapshot: StoredSnapshot | null;
  readonly records: ReadonlyArray<Pick<StoredUpdate, 'update' | 'takesBack'>>;
}

class MemoryStore implements MemoryBoards {
  readonly #boards = new Map<BoardId, Kept>();

  create(board: BoardId, first: Uint8Array): void {
    if (this.#boards.has(board)) throw new Error('the board exists');
    this.#boards.set(board, { snapshot: null, records: [{ update: first, takesBack: false }] });
  }

  async load(board: BoardId): Promise<StoredBoard | null> {
    const kept = this.#boards.get(board);
    if (kept === undefined) return null;
    const { snapshot, records } = kept;
    const updates = records.map(({ update }) => update);
    return { snapshot, updates, takesBack: records.some(({ takesBack }) => takesBack) };
  }

  async append(batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>> {
    const failed = new Set<BoardId>();
    for (const [board, added] of Map.groupBy(batch, ({ board }) => board)) {
      const kept = this.#boards.get(board);
      if (kept === undefined) failed.add(board);
      else this.#boards.set(board, { ...kept, records: [...kept.records, ...added] });
    }
    return failed;
  }

  async compact(board: BoardId): Promise<Compacted | null> {
    const kept = this.#boards.get(board);
    if (kept === undefined || kept.records.length === 0) return null;
    const updates = kept.records.map(({ update }) => update);
    const { snapshot } = fold(kept.snapshot?.bytes ?? null, updates);
    if (snapshot === null) return null;
    this.#boards.set(board, { snapshot, records: [] });
    return { snapshot, records: updates.length };
  }

  remove(board: BoardId): void {
    this.#boards.delete(board);
  }

  async probe(): Promise<void> {
    // Memory can always be written.
  }

  async close(): Promise<void> {
    // Nothing to release.
  }
}
