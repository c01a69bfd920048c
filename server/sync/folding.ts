/**
 * When a board's records are folded into a snapshot, and that it happens once at a time. The folding itself is the
 * storage's. Knows no session and no document.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardLog } from './board-log.ts';
import type { RelayLimits } from './limits.ts';
import type { BoardStorage, Compacted, Log } from './ports.ts';

export interface FoldingOptions {
  readonly storage: Pick<BoardStorage, 'compact'>;
  readonly limits: Pick<RelayLimits, 'tailRecords' | 'tailBytes'>;
  readonly log: Log;
}

/** What is asked of a board. */
type Records = Pick<BoardLog, 'records' | 'tailBytes' | 'bytes' | 'isWounded'>;

/** What an idle board's tail may be before it is folded; more bytes beside a larger snapshot. */
const TAIL_RECORDS = 100;
const TAIL_BYTES = 2048;

export class Folding {
  readonly #board: BoardId;
  readonly #options: FoldingOptions;
  #underWay = false;
  /** After one that failed: with fewer records than this it is not tried again. */
  #notBelow = 0;

  constructor(board: BoardId, options: FoldingOptions) {
    this.#board = board;
    this.#options = options;
  }

  isDue({ records, tailBytes, bytes, isWounded }: Records, urgent: boolean): boolean {
    const { limits } = this.#options;
    if (this.#underWay || isWounded || records < this.#notBelow) return false;
    const longest = Math.max(limits.tailBytes, (bytes - tailBytes) / 4);
    return urgent || records > limits.tailRecords || tailBytes > longest;
  }

  /** When nobody is there any more: a shorter tail is left as it is. */
  isWorthIt({ records, tailBytes, bytes, isWounded }: Records): boolean {
    if (this.#underWay || isWounded || records < this.#notBelow) return false;
    return records >= TAIL_RECORDS || tailBytes >= TAIL_BYTES + (bytes - tailBytes) / 8;
  }

  /** Null when there was nothing to fold, or it could not be done now. Never rejects. */
  async fold({ records }: Pick<Records, 'records'>): Promise<Compacted | null> {
    const { storage, log } = this.#options;
    const board = this.#board;
    if (this.#underWay || records === 0) return null;
    this.#underWay = true;
    try {
      const compacted = await storage.compact(board);
      this.#notBelow = compacted === null ? 2 * records : 0;
      if (compacted !== null)
        log('board-compacted', { board, records: compacted.records, bytes: compacted.snapshot.bytes.length });
      return compacted;
    } catch (error) {
      // Nothing is lost: the records are still there, and the next one takes them along.
      this.#notBelow = 2 * records;
      log('compaction-failed', { board, why: error instanceof Error ? error.message : 'unknown' });
      return null;
    } finally {
      this.#underWay = false;
    }
  }
}
