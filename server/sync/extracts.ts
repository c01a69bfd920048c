/**
 * What somebody misses of a large update (Yjs, v1), as stretches of its own bytes: nothing is built, nothing copied, and
 * whoever misses something else is sent the same memory. What is left out is known for sure; what is sent may be known.
 */
import * as encoding from 'lib0/encoding';
import type { Passage } from './passage.ts';
import { StructReader } from './struct-reader.ts';

type Clocks = ReadonlyMap<number, number>;

/** Where a struct begins: its clock, its place, and how many of its client's come before it. */
interface Mark {
  readonly clock: number;
  readonly at: number;
  readonly before: number;
}

/** All that one client wrote, with its head. */
interface Block {
  readonly client: number;
  readonly from: number;
  readonly to: number;
  readonly structs: number;
  /** The clock behind it. */
  readonly end: number;
  /** Its first struct, and then one now and again. */
  readonly marks: readonly Mark[];
}

interface Contents {
  readonly blocks: readonly Block[];
  /** Where the structs end and what is deleted begins. */
  readonly structsEnd: number;
}

/** Of each update, for as long as it is there; null where it is written in a way we do not. */
const known = new WeakMap<Uint8Array, Contents | null>();

/** Less than this is not worth leaving out: there are never more than about a thousand stretches. */
const grainOf = (update: Uint8Array): number => Math.max(1024, update.length >> 10);

/** What is missing of `update` for who has these clocks, all that it deletes included. */
export function extractOf(update: Uint8Array, has: Clocks): Passage {
  let contents = known.get(update);
  if (contents === undefined) {
    contents = contentsOf(update);
    known.set(update, contents);
  }
  return contents === null ? [update] : stretchesOf(update, contents, has);
}

function stretchesOf(update: Uint8Array, { blocks, structsEnd }: Contents, has: Clocks): Passage {
  const grain = grainOf(update);
  const parts: Uint8Array[] = [];
  let clients = 0;
  /** The open stretch, and known blocks right behind it. */
  let from = -1;
  let to = 0;
  let knownBlocks = 0;
  const close = (): void => {
    if (from >= 0) parts.push(update.subarray(from, to));
    from = -1;
    knownBlocks = 0;
  };
  for (const block of blocks) {
    const clock = has.get(block.client) ?? 0;
    if (clock >= block.end) {
      knownBlocks += 1;
      continue;
    }
    const mark = block.marks.findLast((one) => one.clock <= clock);
    const isCut = mark !== undefined && mark.at - block.from >= grain;
    if (from >= 0 && !isCut && block.from - to < grain) clients += knownBlocks;
    else {
      close();
      from = isCut ? mark.at : block.from;
      if (isCut) parts.push(numbers(block.structs - mark.before, block.client, mark.clock));
    }
    knownBlocks = 0;
    to = block.to;
    clients += 1;
  }
  close();
  const isAll = clients === blocks.length && parts.length === 1;
  if (isAll) return [update];
  return [numbers(clients), ...parts, update.subarray(structsEnd)];
}

const numbers = (...values: readonly number[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const value of values) encoding.writeVarUint(encoder, value);
  });

function contentsOf(update: Uint8Array): Contents | null {
  const reader = new StructReader(update, Number.POSITIVE_INFINITY);
  const grain = grainOf(update);
  const blocks: Block[] = [];
  try {
    for (let clients = reader.number(); clients > 0; clients -= 1) {
      const block = readBlock(reader, grain);
      if (block === null) return null;
      blocks.push(block);
    }
    return { blocks, structsEnd: reader.at };
  } catch {
    // lib0 and the reader throw where the bytes end too early or say nothing.
    return null;
  }
}

function readBlock(reader: StructReader, grain: number): Block | null {
  const from = reader.at;
  const structs = reader.number();
  const client = reader.number();
  let clock = reader.number();
  const marks: Mark[] = [];
  let nextMarkAt = from;
  for (let before = 0; before < structs; before += 1) {
    if (reader.at >= nextMarkAt) {
      marks.push({ clock, at: reader.at, before });
      nextMarkAt = reader.at + grain;
    }
    if (!reader.struct()) return null;
    clock += reader.clocks;
  }
  return { client, from, to: reader.at, structs, end: clock, marks };
}
