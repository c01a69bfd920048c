/** Several updates as one. Unlike the way Yjs does it, its time grows with their size alone. Knows no board. */
import { decodeUpdate, encodeUpdate, endOf, type Struct } from './decoded-update.ts';
import { Deletes } from './deletes.ts';

export interface Merged {
  readonly update: Uint8Array;
  /** The clock after the last struct of each client. */
  readonly ends: ReadonlyMap<number, number>;
  /** What it deletes, as an update without structs; null when nothing. */
  readonly deletes: Uint8Array | null;
}

const NO_STRUCTS: ReadonlyMap<number, readonly Struct[]> = new Map();
const FROM_THE_START: ReadonlyMap<number, number> = new Map();

/** For updates that follow one another on a board: none of them builds on what comes after it. */
export function mergeUpdates(updates: readonly Uint8Array[]): Merged {
  const structs = new Map<number, Struct[]>();
  const deleted = new Deletes();
  for (const update of updates) {
    const decoded = decodeUpdate(update);
    if (decoded === null) continue;
    deleted.add(decoded.deletes);
    for (const [client, run] of decoded.structs) {
      const together = structs.get(client) ?? [];
      for (const struct of run) together.push(struct);
      structs.set(client, together);
    }
  }
  const ranges = deleted.ranges();
  const [only] = updates;
  return {
    update: updates.length === 1 && only !== undefined ? only : encodeUpdate(structs, FROM_THE_START, ranges),
    ends: new Map([...structs].map(([client, run]) => [client, endOf(run)])),
    deletes: ranges.size === 0 ? null : encodeUpdate(NO_STRUCTS, FROM_THE_START, ranges),
  };
}
