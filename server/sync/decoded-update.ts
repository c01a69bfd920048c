/**
 * An update (Yjs, v1) read into its parts, and parts written as an update again. Knows no board: whether the parts make
 * sense there is for others to judge.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

export type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** A stretch of a client's clock that was deleted. */
export interface Range {
  readonly clock: number;
  readonly len: number;
}

export interface DecodedUpdate {
  /** Each client's structs, in the order of their clocks. */
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly deletes: ReadonlyMap<number, readonly Range[]>;
}

/** Null when the bytes are no update, or one that Yjs would read in another way than here (a client in two blocks). */
export function decodeUpdate(update: Uint8Array): DecodedUpdate | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const byClient = Map.groupBy(structs, ({ id }) => id.client);
    // One block for each client: with two, Yjs takes the last alone, and a reader in order takes both.
    const blocks = decoding.readVarUint(decoding.createDecoder(update));
    return blocks === byClient.size ? { structs: byClient, deletes: ds.clients } : null;
  } catch {
    // Yjs and lib0 throw plain errors, TypeErrors and RangeErrors on broken bytes.
    return null;
  }
}

export const endOf = (structs: readonly Struct[]): number => {
  const last = structs.at(-1);
  return last === undefined ? 0 : last.id.clock + last.length;
};

/** Keys of root maps that are written for the first time. */
export function entriesIn({ structs }: DecodedUpdate): number {
  let entries = 0;
  for (const run of structs.values()) {
    for (const struct of run) {
      if (struct instanceof Y.Item && struct.parentSub !== null && typeof struct.parent === 'string') entries += 1;
    }
  }
  return entries;
}

/**
 * Writes an update. `structs`: what each client adds, without gaps; those may start before `from` (a clock for each
 * client, none: 0), and only what comes after it is written.
 */
export function encodeUpdate(
  structs: ReadonlyMap<number, readonly Struct[]>,
  from: ReadonlyMap<number, number>,
  deletes: ReadonlyMap<number, readonly Range[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const added = [...structs]
    .map(([client, all]) => ({ client, start: from.get(client) ?? 0, run: newPart(all, from.get(client) ?? 0) }))
    .filter(({ run }) => run.length > 0)
    // Yjs integrates faster when higher clients come first.
    .sort((a, b) => b.client - a.client);
  encoding.writeVarUint(encoder.restEncoder, added.length);
  for (const { client, start, run } of added) writeRun(encoder, client, run, start);
  writeDeletes(encoder, deletes);
  return encoder.toUint8Array();
}

function newPart(structs: readonly Struct[], from: number): readonly Struct[] {
  let at = from;
  return structs.filter((struct) => {
    const end = struct.id.clock + struct.length;
    if (end <= at) return false;
    at = end;
    return true;
  });
}

function writeRun(encoder: Y.UpdateEncoderV1, client: number, run: readonly Struct[], from: number): void {
  let at = Math.max(from, run[0]?.id.clock ?? 0);
  encoding.writeVarUint(encoder.restEncoder, run.length);
  encoder.writeClient(client);
  encoding.writeVarUint(encoder.restEncoder, at);
  for (const struct of run) {
    struct.write(encoder, at - struct.id.clock);
    at = struct.id.clock + struct.length;
  }
}

function writeDeletes(encoder: Y.UpdateEncoderV1, deletes: ReadonlyMap<number, readonly Range[]>): void {
  encoding.writeVarUint(encoder.restEncoder, deletes.size);
  for (const [client, ranges] of [...deletes].sort(([a], [b]) => b - a)) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
}

/** Clients of which it has something new. */
export const newClients = ({ structs }: DecodedUpdate, clockOf: (client: number) => number): number[] =>
  [...structs].flatMap(([client, run]) => (endOf(run) > clockOf(client) ? [client] : []));
