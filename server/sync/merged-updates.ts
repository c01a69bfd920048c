/** Several updates as one. Unlike the way Yjs does it, its time grows with their size alone. Knows no board. */
import { decodeUpdate, encodeUpdate, type Struct } from './decoded-update.ts';
import { Deletes } from './deletes.ts';

const FROM_THE_START: ReadonlyMap<number, number> = new Map();

/** For updates that follow one another on a board: none of them builds on what comes after it. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  if (first !== undefined && updates.length === 1) return first;
  const structs = new Map<number, Struct[]>();
  const deletes = new Deletes();
  for (const update of updates) {
    const decoded = decodeUpdate(update);
    if (decoded === null) continue;
    deletes.add(decoded.deletes);
    for (const [client, run] of decoded.structs) {
      const together = structs.get(client);
      if (together === undefined) structs.set(client, [...run]);
      else together.push(...run);
    }
  }
  return encodeUpdate(structs, FROM_THE_START, deletes.ranges());
}
