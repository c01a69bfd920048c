/**
 * Yjs updates that broke somebody, or would break whoever believes them; each with what it did. A new failure is added
 * here for ever. Knows bytes only.
 */
import * as c from '../../kit/crafted.ts';

export interface Hostile {
  readonly name: string;
  /** One or more updates, sent in this order by one connection. */
  readonly updates: readonly Uint8Array[];
}

const EVE = 666;
const one = (client: number, ...structs: Array<ReturnType<typeof c.item>>): Uint8Array =>
  c.update([{ client, structs }]);
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const BIG = Number.MAX_SAFE_INTEGER;

/** Maps in maps, each under `x` of the one before. */
const nested = (client: number, depth: number): Uint8Array =>
  one(
    client,
    ...range(depth).map((n) => c.item(c.type(1), n === 0 ? { key: 'x' } : { parent: [client, n - 1], key: 'x' })),
  );

/** Types that hide their depth: each is the neighbour of a plain value inside the one before. */
const nestedBeside = (client: number, depth: number): Uint8Array =>
  one(
    client,
    ...range(depth).flatMap((n) => [
      c.item(c.string('a'), n === 0 ? { parent: 'list' } : { parent: [client, 2 * n - 1] }),
      c.item(c.type(0), { origin: [client, 2 * n] }),
    ]),
  );

const nesting: Hostile[] = [
  // Overflowed the stack in Item.gc: no update event any more, acknowledged and lost; dead after every restart as well.
  {
    name: 'nesting bomb: two updates 3,000 deep meet on one key',
    updates: [nested(EVE, 3_000), nested(EVE + 1, 3_000)],
  },
  { name: 'nesting one level an update', updates: range(8).map((n) => oneLevel(n)) },
  { name: 'nesting hidden behind neighbours', updates: [nestedBeside(EVE, 500)] },
  // readAny calls itself for each level: the decoder's stack, before any document is touched.
  { name: 'plain arrays 50,000 deep in 100 KB', updates: [one(EVE, c.item(c.deepAny(50_000), { key: 'n' }))] },
  { name: 'plain arrays 1,000 deep', updates: [one(EVE, c.item(c.deepAny(1_000), { key: 'n' }))] },
];
function oneLevel(n: number): Uint8Array {
  const place: c.Place = n === 0 ? { key: 'level' } : { parent: [EVE + 9, n - 1], key: 'x' };
  return c.update([{ client: EVE + 9, clock: n, structs: [c.item(c.type(1), place)] }]);
}

const counts: Hostile[] = [
  // yjs#687: counts are believed before the bytes are there; ten bytes made an array of 30 million.
  { name: 'thirty million structs in ten bytes', updates: [c.update([{ client: 7, structs: [], count: 30_000_000 }])] },
  { name: 'a billion clients', updates: [c.update([], [], 1_000_000_000)] },
  { name: '2^53 structs', updates: [c.update([{ client: 7, structs: [], count: BIG }])] },
  { name: 'a billion values in a few bytes', updates: [one(EVE, c.item(c.any(1_000_000_000, 0x7e), { key: 'n' }))] },
  { name: 'a billion JSON values', updates: [one(EVE, c.item(c.json(1_000_000_000, '1'), { key: 'n' }))] },
  { name: 'no values at all', updates: [one(EVE, c.item(c.any(0), { key: 'n' }))] },
  { name: 'an empty string', updates: [one(EVE, c.item(c.string(''), { parent: 't' }))] },
  { name: 'nothing deleted, by an item', updates: [one(EVE, c.item(c.deleted(0), { key: 'n' }))] },
  { name: 'a gap of no length', updates: [one(EVE, c.gc(0))] },
  { name: 'a block without structs', updates: [c.update([{ client: EVE, structs: [] }])] },
  { name: 'the same client twice', updates: [twice()] },
  {
    name: 'bytes after the end',
    updates: [Uint8Array.of(...one(EVE, c.item(c.string('a'), { parent: 't' })), 1, 2, 3)],
  },
];
function twice(): Uint8Array {
  const structs = [c.item(c.string('a'), { parent: 't' })];
  return c.update([
    { client: EVE + 20, structs },
    { client: EVE + 20, structs },
  ]);
}

const references: Hostile[] = [
  { name: 'is its own left neighbour', updates: [one(EVE, c.item(c.string('a'), { origin: [EVE, 0] }))] },
  { name: 'is its own right neighbour', updates: [one(EVE, c.item(c.string('a'), { rightOrigin: [EVE, 0] }))] },
  { name: 'is its own parent', updates: [one(EVE, c.item(c.type(1), { parent: [EVE, 0], key: 'x' }))] },
  { name: 'neighbours in a circle between two clients', updates: [circle('origin')] },
  { name: 'parents in a circle between two clients', updates: [circle('parent')] },
  { name: 'a parent that is text', updates: [one(EVE + 30, ...insideText())] },
  {
    name: 'a parent that is a gap',
    updates: [one(EVE + 31, c.gc(1), c.item(c.string('a'), { parent: [EVE + 31, 0] }))],
  },
  { name: 'neighbours in different parents', updates: [one(EVE + 32, ...torn())] },
  { name: 'neighbours the wrong way round', updates: [one(EVE + 33, ...crossed())] },
  // #274: what misses its predecessors was kept for ever, and handed to every newcomer.
  { name: 'builds on a client nobody knows', updates: range(5).map((n) => orphan(n)) },
  { name: 'starts at clock 5', updates: [c.update([{ client: 98, clock: 5, structs: [c.item(c.string('a'))] }])] },
];
function circle(kind: 'origin' | 'parent'): Uint8Array {
  const place = (to: Id): c.Place => (kind === 'origin' ? { origin: to } : { parent: to, key: 'x' });
  return c.update([
    { client: EVE + 41, structs: [c.item(c.type(1), place([EVE + 40, 0]))] },
    { client: EVE + 40, structs: [c.item(c.type(1), place([EVE + 41, 0]))] },
  ]);
}
type Id = c.Id;
function insideText(): Array<ReturnType<typeof c.item>> {
  return [c.item(c.string('abc'), { parent: 't' }), c.item(c.string('x'), { parent: [EVE + 30, 1] })];
}
function torn(): Array<ReturnType<typeof c.item>> {
  const eve = EVE + 32;
  return [
    c.item(c.string('a'), { parent: 't' }),
    c.item(c.string('b'), { parent: 'u' }),
    c.item(c.string('c'), { origin: [eve, 0], rightOrigin: [eve, 1] }),
    c.item(c.string('d'), { origin: [eve, 2], rightOrigin: [eve, 1] }),
  ];
}
function crossed(): Array<ReturnType<typeof c.item>> {
  const eve = EVE + 33;
  return [
    c.item(c.string('ab'), { parent: 't' }),
    c.item(c.string('c'), { origin: [eve, 1], rightOrigin: [eve, 0] }),
    c.item(c.string('d'), { origin: [eve, 2], rightOrigin: [eve, 0] }),
  ];
}
function orphan(n: number): Uint8Array {
  return c.update([{ client: 100 + n, structs: [c.item(c.string('x'), { origin: [123_456 + n, 7] })] }]);
}

const contents: Hostile[] = [
  { name: 'a document in the document', updates: [one(EVE, c.item(c.subdocument('x'), { key: 'n' }))] },
  { name: 'an embed', updates: [one(EVE, c.item(c.embed('{"a":1}'), { parent: 't' }))] },
  { name: 'an embed that is no JSON', updates: [one(EVE, c.item(c.embed('{'), { parent: 't' }))] },
  { name: 'binary', updates: [one(EVE, c.item(c.binary(new Uint8Array(9)), { key: 'n' }))] },
  { name: 'JSON of long ago', updates: [one(EVE, c.item(c.json(1, '{"a":1}'), { key: 'n' }))] },
  { name: 'JSON that is none', updates: [one(EVE, c.item(c.json(1, '{'), { key: 'n' }))] },
  { name: 'undefined', updates: [one(EVE, c.item(c.json(1, 'undefined'), { key: 'n' }))] },
  { name: 'XML', updates: [3, 4, 5, 6].map((kind, n) => one(EVE + 50 + n, c.item(c.type(kind), { key: 'n' }))) },
  { name: 'a type there is not', updates: [one(EVE, c.item(c.type(99), { key: 'n' }))] },
  { name: 'a content there is not', updates: [one(EVE, c.item({ ref: 20, writes: [] }, { key: 'n' }))] },
  { name: 'a format that is no JSON', updates: [one(EVE, c.item(c.format('bold', '{'), { parent: 't' }))] },
  { name: 'a format under a map', updates: [one(EVE + 55, c.item(c.format('__proto__', '1'), { key: 'n' }))] },
  { name: 'a format without end in a text', updates: [one(EVE + 56, ...formats())] },
  { name: 'half a character', updates: [one(EVE + 57, c.item(c.string('\ud83d'), { parent: 't' }))] },
  // hocuspocus could not open boards with such names: plain objects as tables.
  { name: 'keys every object has', updates: objectKeys().map((key, n) => one(EVE + 60 + n, ...named(key))) },
  { name: 'a text and a map under one name', updates: [one(EVE + 70, ...asTextAndMap())] },
];
function formats(): Array<ReturnType<typeof c.item>> {
  return range(3_000).map((n) =>
    c.item(c.format('bold', 'true'), n === 0 ? { parent: 't' } : { origin: [EVE + 56, n - 1] }),
  );
}
function objectKeys(): string[] {
  return ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', ''];
}
function named(key: string): Array<ReturnType<typeof c.item>> {
  return [c.item(c.anyObject(key), { key }), c.item(c.string('a'), { parent: key })];
}
function asTextAndMap(): Array<ReturnType<typeof c.item>> {
  return [c.item(c.string('a'), { parent: 'notes' }), c.item(c.any(1, 0x7e), { parent: 't', key: 'k' })];
}

const sizes: Hostile[] = [
  {
    name: 'clocks near 2^53',
    updates: [c.update([{ client: 8, clock: BIG - 3, structs: [c.item(c.string('abcdef'))] }])],
  },
  { name: 'a client near 2^53', updates: [one(BIG, c.item(c.string('a'), { parent: 't' }))] },
  { name: 'a gap of 2^52', updates: [one(EVE, c.gc(2 ** 52))] },
  { name: 'a deleted item of 2^45', updates: [one(EVE, c.item(c.deleted(2 ** 45), { parent: 't' }))] },
  { name: 'gaps and skips', updates: [one(EVE + 80, c.gc(3), c.skip(4), c.gc(1))] },
  { name: 'only a skip', updates: [one(EVE + 81, c.skip(1_000))] },
  { name: 'deletes far beyond', updates: [c.update([], [[EVE + 82, [[0, BIG]]]]), c.update([], [[1, [[BIG, BIG]]]])] },
  { name: 'deletes without length', updates: [c.update([], [[EVE + 83, [[0, 0]]]])] },
  { name: 'a hundred thousand deletes', updates: [c.update([], [[EVE + 84, range(100_000).map((n) => [n * 2, 1])]])] },
  {
    name: 'a giant map',
    updates: [one(EVE + 85, ...range(20_000).map((n) => c.item(c.any(1, 0x7e), { parent: 'big', key: `k${n}` })))],
  },
  { name: 'a key of a megabyte', updates: [one(EVE + 86, c.item(c.any(1, 0x7e), { key: 'k'.repeat(1_000_000) }))] },
  {
    name: 'a root name of a megabyte',
    updates: [one(EVE + 87, c.item(c.string('a'), { parent: 'r'.repeat(1_000_000) }))],
  },
  {
    name: 'a thousand roots',
    updates: [one(EVE + 88, ...range(1_000).map((n) => c.item(c.string('a'), { parent: `root ${n}` })))],
  },
  {
    name: 'five thousand clients',
    updates: [
      c.update(
        range(5_000).map((n) => ({ client: 10_000 + n, structs: [c.item(c.string('a'), { parent: `t${n % 9}` })] })),
      ),
    ],
  },
];

export const HOSTILE_UPDATES: readonly Hostile[] = [...nesting, ...counts, ...references, ...contents, ...sizes];

/**
 * Each claims to stand between the beginning and another character further on: Yjs walks from the beginning for every
 * one of them. 10,000 keep every client busy for seconds, 100,000 for good.
 */
const samePlace = (clientOf: (n: number) => number, length: number): Uint8Array => {
  const base = { client: 5_000_000, structs: [c.item(c.string('a'.repeat(length)), { parent: 'heap' })] };
  const own = Map.groupBy(range(length), clientOf);
  const blocks = [...own].map(([client, places]) => ({
    client,
    structs: places.map((n) => c.item(c.string('b'), { rightOrigin: [base.client, n] })),
  }));
  return c.update([base, ...blocks]);
};

/** Small enough that a test ends when they get through. */
export const SAME_PLACE: readonly Hostile[] = [
  { name: 'one client writes ten thousand times in one place', updates: [samePlace(() => 6_000_000, 10_000)] },
  { name: 'five thousand clients write in one place', updates: [samePlace((n) => 6_100_000 - n, 5_000)] },
];
