/**
 * Decides when rooms save and send, and saves for all of them at once: when it is quiet at once, when it is busy at most
 * once a window, one append for every room that has something. Nothing leaves a room before it is stored.
 * Knows no document, no session and no kind of storage.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Clock, Log, StorageHealth, StoredUpdate } from './ports.ts';

/** A room in the eyes of the saver. Neither call throws. */
export interface Saved {
  readonly board: BoardId;
  /** Hands over what is to be stored; the room waits for `settle` before it sends or hands over anything else. */
  take(): readonly Uint8Array[];
  /** It is stored, or it could not be and the room must not be trusted any more. */
  settle(stored: boolean): void;
  /** Called between two appends; a promise holds up the next append of every room, so keep it rare. */
  tidy(): Promise<void> | null;
}

export interface SaverOptions {
  readonly storage: Pick<BoardStorage, 'append'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly windowMs: number;
  readonly hangMs: number;
}

export class Saver {
  readonly #options: SaverOptions;
  #waiting = new Set<Saved>();
  #scheduled = false;
  #running: Promise<void> | null = null;
  #lastRunAt = Number.NEGATIVE_INFINITY;
  #appendSince: number | null = null;
  #failing = false;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** A room has something to save or to send. */
  request(room: Saved): void {
    this.#waiting.add(room);
    this.#schedule();
  }

  /** Runs until nobody waits any more. */
  async drain(): Promise<void> {
    while (this.#waiting.size > 0 || this.#running !== null) await (this.#running ?? this.#start());
  }

  health(): StorageHealth {
    const { clock, hangMs } = this.#options;
    if (this.#failing) return { ok: false, why: 'storage-failing' };
    const hanging = this.#appendSince !== null && clock.now() - this.#appendSince > hangMs;
    return hanging ? { ok: false, why: 'storage-hanging' } : { ok: true };
  }

  #schedule(): void {
    if (this.#scheduled || this.#running !== null || this.#waiting.size === 0) return;
    this.#scheduled = true;
    const { clock, windowMs } = this.#options;
    const waitMs = this.#lastRunAt + windowMs - clock.now();
    if (waitMs > 0) clock.after(waitMs, () => this.#due());
    else clock.soon(() => this.#due());
  }

  #due(): void {
    this.#scheduled = false;
    if (this.#running === null) void this.#start();
  }

  #start(): Promise<void> {
    this.#running = this.#run().finally(() => {
      this.#running = null;
      this.#schedule();
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    this.#lastRunAt = this.#options.clock.now();
    const rooms = [...this.#waiting];
    this.#waiting = new Set();
    const batch: StoredUpdate[] = [];
    const quiet: Saved[] = [];
    const writing: Saved[] = [];
    for (const room of rooms) {
      const updates = room.take();
      for (const update of updates) batch.push({ board: room.board, update });
      (updates.length === 0 ? quiet : writing).push(room);
    }
    for (const room of quiet) room.settle(true);
    if (writing.length === 0) return;
    const stored = await this.#append(batch);
    for (const room of writing) room.settle(stored);
    for (const room of writing) await room.tidy();
  }

  async #append(batch: readonly StoredUpdate[]): Promise<boolean> {
    const { storage, clock, log } = this.#options;
    this.#appendSince = clock.now();
    try {
      await storage.append(batch);
      if (this.#failing) log('storage-works-again');
      this.#failing = false;
      return true;
    } catch (error) {
      // Disk full, read-only, I/O error: the storage says which, nothing of the batch is stored.
      this.#failing = true;
      log('storage-failed', { records: batch.length, why: error instanceof Error ? error.message : 'unknown' });
      return false;
    } finally {
      this.#appendSince = null;
    }
  }
}
