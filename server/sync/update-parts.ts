/**
 * Counts what an update (Yjs, v1) would become in memory, without making any of it: structs, deleted stretches and the
 * members of plain values. Sixteen megabytes can hold eight million of them, which take seconds and half a gigabyte to
 * build. Broken bytes are no matter here: whoever builds the parts finds the same fault at the same place.
 */
import { StructReader } from './struct-reader.ts';

/** How many parts; one more than `most` once there are more. */
export function partsOf(update: Uint8Array, most: number): number {
  const reader = new StructReader(update, most);
  try {
    count(reader);
  } catch {
    // The bytes end too early or are no update, or there are too many parts: what was counted until then is there.
  }
  return Math.min(reader.parts, most + 1);
}

function count(reader: StructReader): void {
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    let structs = reader.number();
    reader.number();
    reader.number();
    for (; structs > 0; structs -= 1) reader.struct();
  }
  for (let clients = reader.number(); clients > 0; clients -= 1) {
    reader.number();
    for (let ranges = reader.number(); ranges > 0; ranges -= 1) {
      reader.add(1);
      reader.number();
      reader.number();
    }
  }
}
