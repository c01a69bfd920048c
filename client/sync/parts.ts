/**
 * Cuts one Yjs update into several, each small enough to travel and none building on what comes after it. Whoever applies
 * them in order holds after each one a sound document, and after the last what the whole update would have given.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];
type Deleted = Decoded['ds'];

/** What a part holds of one client: an unbroken run of its structs. */
interface Run {
  readonly clock: number;
  readonly encoder: Y.UpdateEncoderV1;
  count: number;
}

/** Marks of deletion take about ten bytes each. */
const BYTES_PER_DELETION = 12;

/** The update itself when it is no larger than `mostBytes`. A single value larger than that makes a larger part. */
export function partsOf(update: Uint8Array, mostBytes: number): Uint8Array[] {
  if (update.length <= mostBytes) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const parts = new Parts(mostBytes);
  for (const struct of inOrder(structs)) parts.add(struct);
  return parts.end(ds);
}

class Parts {
  readonly #mostBytes: number;
  readonly #done: Uint8Array[] = [];
  #runs = new Map<number, Run>();
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  add(struct: Struct): void {
    const { client, clock } = struct.id;
    let run = this.#runs.get(client);
    if (!run) {
      run = { clock, encoder: new Y.UpdateEncoderV1(), count: 0 };
      this.#runs.set(client, run);
    }
    const before = encoding.length(run.encoder.restEncoder);
    struct.write(run.encoder, 0);
    run.count += 1;
    this.#bytes += encoding.length(run.encoder.restEncoder) - before;
    if (this.#bytes >= this.#mostBytes) this.#cut();
  }

  /** Deletions come last: what they delete is there by then. */
  end(deleted: Deleted): Uint8Array[] {
    const ranges = [...deleted.clients].flatMap(([client, list]) => list.map(({ clock, len }) => [client, clock, len]));
    const most = Math.max(1, Math.floor(this.#mostBytes / BYTES_PER_DELETION));
    if (this.#runs.size > 0) this.#cut(ranges.splice(0, most));
    while (ranges.length > 0) this.#cut(ranges.splice(0, most));
    return this.#done;
  }

  #cut(ranges: readonly number[][] = []): void {
    this.#done.push(encoding.encode((encoder) => writePart(encoder, this.#runs, ranges)));
    this.#runs = new Map();
    this.#bytes = 0;
  }
}

/** The layout of an update, version 1: structs by client, then deletions by client. */
function writePart(
  encoder: encoding.Encoder,
  runs: ReadonlyMap<number, Run>,
  ranges: readonly (readonly number[])[],
): void {
  encoding.writeVarUint(encoder, runs.size);
  for (const [client, run] of runs) {
    encoding.writeVarUint(encoder, run.count);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, run.clock);
    encoding.writeUint8Array(encoder, run.encoder.toUint8Array());
  }
  const byClient = Map.groupBy(ranges, ([client]) => client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, list] of byClient) {
    encoding.writeVarUint(encoder, client ?? 0);
    encoding.writeVarUint(encoder, list.length);
    for (const [, clock = 0, length = 0] of list) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}

/** Every struct after those it builds on. Structs of one client keep their order. */
function* inOrder(structs: readonly Struct[]): Generator<Struct> {
  const waiting = Map.groupBy(structs, (struct) => struct.id.client);
  const next = new Map([...waiting.keys()].map((client) => [client, 0]));
  const isHere = (id: Y.ID | null): boolean => {
    const list = id && waiting.get(id.client);
    const first = list?.[next.get(id?.client ?? 0) ?? 0];
    return !id || !first || first.id.clock > id.clock;
  };
  let left = structs.length;
  let stuck = false;
  while (left > 0) {
    const before = left;
    for (const [client, list] of waiting) {
      let at = next.get(client) ?? 0;
      for (let one = list[at]; one && (stuck || neededBy(one).every(isHere)); one = list[at]) {
        yield one;
        at += 1;
        left -= 1;
        next.set(client, at);
        stuck = false;
      }
    }
    // A circle cannot be made by writing; should one come from elsewhere, it goes out as it is.
    stuck = left === before;
  }
}

/** What a struct points at. */
function neededBy(struct: Struct): (Y.ID | null)[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null];
}
