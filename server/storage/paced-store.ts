/**
 * Stores boards where it costs least: beside everything else as long as the disk is quick, which saves two wake-ups a
 * commit; once the disk has proved slow, on a thread of its own from then on, so that nothing else waits for it.
 * Knows no table.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Compacted, Log, StoredBoard, StoredUpdate } from '../sync/ports.ts';

export interface PacedStoreOptions {
  readonly near: BoardStorage;
  /** The store on a thread of its own; called once, when nothing is under way in the near one. */
  readonly startFar: () => BoardStorage;
  /** Ends what the near store waits for. */
  readonly beforeClose: () => Promise<void>;
  readonly log: Log;
  /** In ms, for durations. */
  readonly now: () => number;
}

/** An append that takes longer can be felt by everybody; a quick disk needs a ms. */
const SLOW_MS = 40;
/** So many slow ones within this time: it is no accident. */
const MANY_SLOW = 5;
const WITHIN_MS = 60_000;
/** One is enough that stops everybody for so long. */
const TOO_SLOW_MS = 2_000;

export const createPacedStore = (options: PacedStoreOptions): BoardStorage => new PacedStore(options);

class PacedStore implements BoardStorage {
  readonly #options: PacedStoreOptions;
  #far: BoardStorage | null = null;
  #underWay = 0;
  /** When the last slow appends ended. */
  #slowAt: number[] = [];
  #isSlow = false;

  constructor(options: PacedStoreOptions) {
    this.#options = options;
  }

  load(board: BoardId): Promise<StoredBoard | null> {
    return this.#with((store) => store.load(board));
  }

  append(batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>> {
    return this.#with(async (store) => {
      const startedAt = this.#options.now();
      try {
        return await store.append(batch);
      } finally {
        this.#took(startedAt);
      }
    });
  }

  compact(board: BoardId): Promise<Compacted | null> {
    return this.#with((store) => store.compact(board));
  }

  probe(): Promise<void> {
    return this.#with((store) => store.probe());
  }

  async close(): Promise<void> {
    await this.#options.beforeClose();
    await this.#far?.close();
    await this.#options.near.close();
  }

  async #with<T>(call: (store: BoardStorage) => Promise<T>): Promise<T> {
    const store = this.#store();
    this.#underWay += 1;
    try {
      return await call(store);
    } finally {
      this.#underWay -= 1;
    }
  }

  #store(): BoardStorage {
    const { near, startFar, log } = this.#options;
    // Two stores must not write at once: each remembers where a board's next record goes.
    if (this.#far === null && this.#isSlow && this.#underWay === 0) {
      this.#far = startFar();
      log('disk-is-slow');
    }
    return this.#far ?? near;
  }

  #took(startedAt: number): void {
    const now = this.#options.now();
    const tookMs = now - startedAt;
    if (this.#isSlow || tookMs <= SLOW_MS) return;
    this.#slowAt = [...this.#slowAt.filter((at) => now - at < WITHIN_MS), now];
    this.#isSlow = this.#slowAt.length >= MANY_SLOW || tookMs >= TOO_SLOW_MS;
  }
}
