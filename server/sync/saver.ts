/**
 * Decides when rooms save and send: a quiet room at once, a busy one at most once a window, and all that are due together
 * in one append. Nothing leaves a room before it is stored. Knows no document, no session and no kind of storage.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Clock, Log, StorageHealth, StoredUpdate } from './ports.ts';

/** A room in the eyes of the saver. Neither call throws. */
export interface Saved {
  readonly board: BoardId;
  /** What it holds and what waits in it, in bytes: the more, the longer its turn may take. */
  readonly weight: number;
  /** Hands over what is to be stored; the room waits for `settle` before it sends or hands over anything else. */
  take(): readonly StoredUpdate[];
  /** It is stored, or it could not be and the room must not be trusted any more. */
  settle(stored: boolean): void;
  /** Sends what need not be stored: the disk takes its time. */
  relay(): void;
}

export interface SaverOptions {
  readonly storage: Pick<BoardStorage, 'append' | 'probe'>;
  readonly clock: Pick<Clock, 'now' | 'after' | 'soon'>;
  readonly log: Log;
  /** A room saves at most once in this time. */
  readonly windowMs: number;
  /** Two appends are at least this far apart, whichever rooms they are for. */
  readonly gapMs: number;
  readonly hangMs: number;
  /** After so long at work on what rooms hand over, the others wait for the next time. */
  readonly slicesMs: number;
  /** With so many bytes in an append, the others wait for the next one. */
  readonly appendBytes: number;
  /** While nothing can be saved, it is tried this often. */
  readonly probeMs: number;
}

/** Above this weight a room is heavy. */
const LIGHT_BYTES = 1024 * 1024;
/** Once heavy rooms weigh so much together, the next ones wait. */
const TOGETHER_BYTES = 16 * LIGHT_BYTES;

export class Saver {
  readonly #options: SaverOptions;
  /** Rooms that have something, and when it is their time. */
  readonly #dueAt = new Map<Saved, number>();
  readonly #lastRunOf = new WeakMap<Saved, number>();
  #scheduled: { readonly at: number; readonly cancel: () => void } | null = null;
  #running: Promise<void> | null = null;
  #lastRunAt = Number.NEGATIVE_INFINITY;
  #appendSince: number | null = null;
  #failing = false;
  #cancelProbe: (() => void) | null = null;
  #cancelRelay: (() => void) | null = null;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  /** A room has something to save or to send. */
  request(room: Saved): void {
    if (this.#running !== null) this.#relayLater();
    if (this.#dueAt.has(room)) return;
    const { clock, windowMs } = this.#options;
    const last = this.#lastRunOf.get(room) ?? Number.NEGATIVE_INFINITY;
    const dueAt = Math.max(clock.now(), last + windowMs);
    this.#dueAt.set(room, dueAt);
    this.#schedule(dueAt);
  }

  /** Runs until nobody waits any more. */
  async drain(): Promise<void> {
    while (this.#dueAt.size > 0 || this.#running !== null)
      await (this.#running ?? this.#start(Number.POSITIVE_INFINITY));
    this.#cancelProbe?.();
    this.#cancelProbe = null;
  }

  /** Resolves at a moment in which nothing is on its way to the disk. What rooms still hold is not waited for. */
  async quiet(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  health(): StorageHealth {
    const { clock, hangMs } = this.#options;
    if (this.#failing) return { ok: false, why: 'storage-failing' };
    const hanging = this.#appendSince !== null && clock.now() - this.#appendSince > hangMs;
    return hanging ? { ok: false, why: 'storage-hanging' } : { ok: true };
  }

  /** A run at this time, unless one comes before it. */
  #schedule(dueAt: number): void {
    if (this.#running !== null) return;
    const at = Math.max(dueAt, this.#lastRunAt + this.#options.gapMs);
    if (this.#scheduled !== null && this.#scheduled.at <= at) return;
    this.#scheduled?.cancel();
    this.#scheduled = { at, cancel: this.#call(at) };
  }

  #call(at: number): () => void {
    const { clock } = this.#options;
    const waitMs = at - clock.now();
    if (waitMs > 0) return clock.after(waitMs, () => this.#due(at));
    let cancelled = false;
    clock.soon(() => cancelled || this.#due(at));
    return () => {
      cancelled = true;
    };
  }

  /** A timer may be a little early by the clock: whoever was due at its time is due. */
  #due(at: number): void {
    this.#scheduled = null;
    if (this.#running === null) void this.#start(Math.max(at, this.#options.clock.now()));
  }

  #start(until: number): Promise<void> {
    this.#running = this.#run(until).finally(() => {
      this.#running = null;
      this.#cancelRelay?.();
      this.#cancelRelay = null;
      if (this.#dueAt.size > 0) this.#schedule(Math.min(...this.#dueAt.values()));
    });
    return this.#running;
  }

  #relayLater(): void {
    const { clock, windowMs } = this.#options;
    this.#cancelRelay ??= clock.after(windowMs, () => {
      this.#cancelRelay = null;
      for (const room of this.#dueAt.keys()) room.relay();
    });
  }

  /** For all rooms whose time is up to then: light ones first, and at least one of the heavy. */
  async #run(until: number): Promise<void> {
    const { clock, slicesMs, appendBytes } = this.#options;
    const now = clock.now();
    this.#lastRunAt = now;
    const batch: StoredUpdate[] = [];
    const writing: Saved[] = [];
    let bytes = 0;
    for (const rooms of this.#dueBy(until)) {
      for (const [nth, room] of rooms.entries()) {
        // Also those that hand over nothing: finding that out, or what they send and answer, may be what took the time.
        if (nth > 0 && (bytes >= appendBytes || clock.now() - now > slicesMs)) break;
        this.#dueAt.delete(room);
        this.#lastRunOf.set(room, now);
        const updates = room.take();
        for (const update of updates) {
          batch.push(update);
          bytes += update.update.length;
        }
        if (updates.length === 0) room.settle(true);
        else writing.push(room);
      }
    }
    if (writing.length === 0) return;
    if (this.#dueAt.size > 0) this.#relayLater();
    const lost = await this.#append(batch);
    for (const room of writing) room.settle(lost !== 'all' && !lost.has(room.board));
  }

  /** Light rooms, and as many of the heavy as may have their turn together. */
  #dueBy(until: number): readonly [Saved[], Saved[]] {
    const light: Saved[] = [];
    const heavy: Saved[] = [];
    let weight = 0;
    for (const [room, dueAt] of this.#dueAt) {
      if (dueAt > until) continue;
      if (room.weight <= LIGHT_BYTES) {
        light.push(room);
      } else if (weight < TOGETHER_BYTES) {
        heavy.push(room);
        weight += room.weight;
      }
    }
    return [light, heavy];
  }

  /** The boards that could not be stored. */
  async #append(batch: readonly StoredUpdate[]): Promise<'all' | ReadonlySet<BoardId>> {
    const { storage, clock, log } = this.#options;
    this.#appendSince = clock.now();
    try {
      const lost = await storage.append(batch);
      for (const board of lost) log('board-not-stored', { board });
      this.#worksAgain();
      return lost;
    } catch (error) {
      // Disk full, read-only, I/O error: the storage says which, nothing of the batch is stored.
      if (!this.#failing)
        log('storage-failed', { records: batch.length, why: error instanceof Error ? error.message : 'unknown' });
      this.#failing = true;
      this.#probeLater();
      return 'all';
    } finally {
      this.#appendSince = null;
    }
  }

  #worksAgain(): void {
    if (this.#failing) this.#options.log('storage-works-again');
    this.#failing = false;
    this.#cancelProbe?.();
    this.#cancelProbe = null;
  }

  #probeLater(): void {
    const { clock, probeMs } = this.#options;
    this.#cancelProbe ??= clock.after(probeMs, () => void this.#probe());
  }

  async #probe(): Promise<void> {
    this.#cancelProbe = null;
    try {
      await this.#options.storage.probe();
      this.#worksAgain();
    } catch {
      // Still the same trouble, which is in the log already.
      if (this.#failing) this.#probeLater();
    }
  }
}
