/**
 * Yjs updates (v1) written by hand, so that they can say what no honest client would. Knows the format, and no rule of
 * what is allowed.
 */
import * as encoding from 'lib0/encoding';

type Write = (encoder: encoding.Encoder) => void;
export type Id = readonly [client: number, clock: number];

const number =
  (value: number): Write =>
  (encoder) =>
    encoding.writeVarUint(encoder, value);
const text =
  (value: string): Write =>
  (encoder) =>
    encoding.writeVarString(encoder, value);
const id = ([client, clock]: Id): Write[] => [number(client), number(clock)];

const bytesOf = (writes: readonly Write[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const write of writes) write(encoder);
  });

/** What an item holds: its number in the format, and its bytes. */
export interface Content {
  readonly ref: number;
  readonly writes: readonly Write[];
}
export const deleted = (length: number): Content => ({ ref: 1, writes: [number(length)] });
export const json = (count: number, ...values: string[]): Content => ({
  ref: 2,
  writes: [number(count), ...values.map(text)],
});
export const binary = (bytes: Uint8Array): Content => ({
  ref: 3,
  writes: [(encoder) => encoding.writeVarUint8Array(encoder, bytes)],
});
export const string = (value: string): Content => ({ ref: 4, writes: [text(value)] });
export const embed = (value: string): Content => ({ ref: 5, writes: [text(value)] });
export const format = (key: string, value: string): Content => ({ ref: 6, writes: [text(key), text(value)] });
/** 0 array, 1 map, 2 text, 3 to 6 XML; above, nothing. */
export const type = (kind: number): Content => ({ ref: 7, writes: [number(kind)] });
export const any = (count: number, ...raw: number[]): Content => ({
  ref: 8,
  writes: [number(count), (encoder) => encoding.writeUint8Array(encoder, Uint8Array.from(raw))],
});
/** Arrays in arrays: two bytes a level. */
export const deepAny = (depth: number): Content =>
  any(1, ...new Array<number[]>(depth).fill([0x75, 0x01]).flat(), 0x7e);
export const anyObject = (key: string): Content => ({
  ref: 8,
  writes: [number(1), (encoder) => encoding.writeAny(encoder, JSON.parse(`{${JSON.stringify(key)}:1}`))],
});
export const subdocument = (guid: string): Content => ({
  ref: 9,
  writes: [text(guid), (encoder) => encoding.writeAny(encoder, {})],
});

export interface Place {
  readonly origin?: Id;
  readonly rightOrigin?: Id;
  /** A root's name, or the item that holds the type. Written only where nothing is beside, as the format has it. */
  readonly parent?: string | Id;
  readonly key?: string;
}

/** One item somewhere. */
export function item({ ref, writes }: Content, { origin, rightOrigin, parent = 'notes', key }: Place = {}): Write[] {
  const bits = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
  const beside = [...(origin ? id(origin) : []), ...(rightOrigin ? id(rightOrigin) : [])];
  const under = typeof parent === 'string' ? [number(1), text(parent)] : [number(0), ...id(parent)];
  const where = beside.length > 0 ? beside : [...under, ...(key === undefined ? [] : [text(key)])];
  return [(encoder) => encoding.writeUint8(encoder, ref | bits), ...where, ...writes];
}
const bare = (ref: number, length: number): Write[] => [(encoder) => encoding.writeUint8(encoder, ref), number(length)];
export const gc = (length: number): Write[] => bare(0, length);
export const skip = (length: number): Write[] => bare(10, length);

export interface Block {
  readonly client: number;
  readonly clock?: number;
  readonly structs: ReadonlyArray<readonly Write[]>;
  /** What it says it holds, where that is not so. */
  readonly count?: number;
}
export type Deletes = ReadonlyArray<readonly [client: number, ranges: ReadonlyArray<Id>]>;

/** A whole update. `blocks` may be announced wrongly with `count`. */
export function update(blocks: readonly Block[], deletes: Deletes = [], count = blocks.length): Uint8Array {
  const structs = blocks.flatMap(({ client, clock = 0, structs: own, count: told = own.length }) => [
    number(told),
    number(client),
    number(clock),
    ...own.flat(),
  ]);
  const deleteSet = deletes.flatMap(([client, ranges]) => [
    number(client),
    number(ranges.length),
    ...ranges.flatMap(([clock, length]) => [number(clock), number(length)]),
  ]);
  return bytesOf([number(count), ...structs, number(deletes.length), ...deleteSet]);
}

/** A state vector: pairs of client and clock. */
export const stateVector = (entries: readonly Id[], count = entries.length): Uint8Array =>
  bytesOf([number(count), ...entries.flatMap(id)]);
