/**
 * Whatever a board accepts can be applied by everybody: no document throws, nothing is left waiting, nothing is nested
 * too deep, and newcomers get the same. Tried with updates no honest client would write, made to fit one another.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../server/clock.ts';
import { BoardState } from '../../server/sync/board-state.ts';
import { LongWork } from '../../server/sync/long-work.ts';
import * as c from '../kit/crafted.ts';
import { many, seeds } from '../kit/soak.ts';
import { trialsHere } from '../kit/trials-here.ts';
import { whole } from '../kit/whole.ts';

/** A failing seed is added here for ever. */
const PINNED: number[] = [25_185_061];
const CLIENTS = 4;
const DEEPEST = 4;

/** Somewhere on the board, told as a part of what is there; above 1 among what the update itself brings, or nowhere. */
interface Spot {
  readonly client: number;
  readonly part: number;
}
interface Piece {
  readonly kind: 'item' | 'gc' | 'skip';
  readonly content: c.Content;
  readonly origin: Spot | null;
  readonly rightOrigin: Spot | null;
  readonly parent: string | Spot;
  readonly key: string | null;
  readonly length: number;
}
interface Move {
  readonly blocks: ReadonlyArray<{ readonly client: number; readonly from: number; readonly pieces: readonly Piece[] }>;
  readonly deletes: ReadonlyArray<{ readonly spot: Spot; readonly length: number }>;
}

const client = fc.integer({ min: 1, max: CLIENTS });
const part = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 0, max: 0.99, noNaN: true }) },
  fc.double({ min: 1, max: 2, noNaN: true }),
);
const spot: fc.Arbitrary<Spot> = fc.record({ client, part });
const content: fc.Arbitrary<c.Content> = fc.oneof(
  { weight: 40, arbitrary: fc.string({ minLength: 1, maxLength: 4 }).map(c.string) },
  { weight: 20, arbitrary: fc.constantFrom(0, 1, 2).map(c.type) },
  fc.constantFrom('a', '😀', '\ud83d', '').map(c.string),
  fc.integer({ min: 0, max: 3 }).map(c.deleted),
  fc.integer({ min: 0, max: 3 }).map((count) => c.any(count, ...new Array<number>(count).fill(0x7e))),
  fc.constantFrom('a', '__proto__').map(c.anyObject),
  fc.constantFrom('true', 'null', '{"a":1}').map((value) => c.format('bold', value)),
  fc.constantFrom(
    c.type(3),
    c.subdocument('x'),
    c.embed('1'),
    c.json(1, '1'),
    c.binary(new Uint8Array(2)),
    c.deepAny(20),
  ),
);
const nobody = fc.constant(null);
const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.oneof({ weight: 30, arbitrary: fc.constant('item' as const) }, fc.constantFrom('gc', 'skip')),
  content,
  origin: fc.oneof(nobody, spot),
  rightOrigin: fc.oneof(nobody, spot),
  parent: fc.oneof(fc.constantFrom('t', 'notes', '__proto__'), spot),
  key: fc.oneof(nobody, fc.constantFrom('k', 'l', 'constructor')),
  length: fc.integer({ min: 0, max: 4 }),
});
const move: fc.Arbitrary<Move> = fc.record({
  blocks: fc.uniqueArray(
    fc.record({
      client,
      // Mostly where the board is, sometimes before or behind.
      from: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -2, 1),
      pieces: fc.array(piece, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 3, selector: ({ client: own }) => own },
  ),
  deletes: fc.array(fc.record({ spot, length: fc.integer({ min: 0, max: 4 }) }), { maxLength: 2 }),
});

/** Tells a move in the numbers of a board that has come so far. */
function told({ blocks, deletes }: Move, doc: Y.Doc): Uint8Array {
  const clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
  const reach = new Map<number, number>(clocks);
  for (const { client: own, pieces } of blocks) reach.set(own, (reach.get(own) ?? 0) + pieces.length);
  const at = ({ client: whose, part: far }: Spot): c.Id => {
    const known = clocks.get(whose) ?? 0;
    const place = far < 1 ? far * known : known + (far - 1) * ((reach.get(whose) ?? 0) - known);
    return [whose, Math.floor(place)];
  };
  const struct = ({ kind, content: held, origin, rightOrigin, parent, key, length }: Piece) => {
    if (kind !== 'item') return kind === 'gc' ? c.gc(length) : c.skip(length);
    return c.item(held, {
      ...(origin === null ? {} : { origin: at(origin) }),
      ...(rightOrigin === null ? {} : { rightOrigin: at(rightOrigin) }),
      ...(key === null ? {} : { key }),
      parent: typeof parent === 'string' ? parent : at(parent),
    });
  };
  return c.update(
    blocks.map(({ client: own, from, pieces }) => ({
      client: own,
      clock: Math.max(0, (clocks.get(own) ?? 0) + from),
      structs: pieces.map(struct),
    })),
    deletes.map(({ spot: where, length }) => [at(where)[0], [[at(where)[1], length]]]),
  );
}

function isSound(doc: Y.Doc): void {
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) if (struct instanceof Y.Item) expect(depthOf(struct)).toBeLessThanOrEqual(DEEPEST);
  }
}
/** How many types there are around it, its own included. */
function depthOf(item: Y.Item): number {
  let depth = item.content instanceof Y.ContentType ? 1 : 0;
  for (let parent: unknown = item.parent; parent instanceof Y.AbstractType && parent._item !== null; ) {
    depth += 1;
    parent = parent._item.parent;
  }
  return depth;
}
const textOf = (doc: Y.Doc): unknown => [doc.getText('t').toString(), doc.getArray('notes').toJSON()];
/** Of neighbours told the wrong way round, Yjs makes one order or another, by the order in which it hears of them. */
const clocksOf = (doc: Y.Doc): unknown => Y.encodeStateVector(doc);

/** What was accepted once, and gave two people two different boards: one client in two blocks. */
const ONCE_DIVERGED = ['0201010647010000010106e401000100012000', '020102066401000120010206440200012000'];

/** `said` gets every update in hex, for the corpus. */
function play(moves: ReadonlyArray<Move | Uint8Array>, said: string[], compare: (doc: Y.Doc) => unknown): number {
  const board = new BoardState(
    { snapshot: null, updates: [], takesBack: false },
    { roots: null, maxEntries: 1_000, maxCrowd: 100, maxParts: 300_000, maxBoardParts: 2_000_000 },
    { clock: systemClock, long: new LongWork(systemClock.now), trials: trialsHere() },
  );
  const person = new Y.Doc();
  for (let own = 1; own <= CLIENTS; own += 1) {
    const structs = [
      c.item(c.string('abcd'), { parent: 't' }),
      c.item(c.type(1)),
      c.item(c.type(0), { parent: [own, 4] }),
    ];
    const first = c.update([{ client: own, structs }]);
    board.offer(first);
    Y.applyUpdate(person, first);
  }
  let taken = 0;
  for (const next of moves) {
    const before = Y.encodeStateVector(person);
    const update = next instanceof Uint8Array ? next : told(next, person);
    said.push(Buffer.from(update).toString('hex'));
    const offered = board.offer(update);
    if (offered.kind !== 'taken') continue;
    taken += 1;
    for (const sent of offered.send) Y.applyUpdate(person, sent);
    isSound(person);
    // Who was there before, and asks only now, gets the same.
    const late = new Y.Doc();
    for (const update of whole(board.log.answer(before))) Y.decodeUpdate(update);
    for (const update of whole(board.log.answer(Y.encodeStateVector(late)))) Y.applyUpdate(late, update);
    isSound(late);
    expect(Y.encodeStateVector(late)).toEqual(Y.encodeStateVector(person));
    expect(compare(late)).toEqual(compare(person));
    late.destroy();
  }
  const again = new BoardState(
    { snapshot: null, updates: [...board.log.updates()], takesBack: false },
    { roots: null, maxEntries: 1_000, maxCrowd: 100, maxParts: 300_000, maxBoardParts: 2_000_000 },
    { clock: systemClock, long: new LongWork(systemClock.now), trials: trialsHere() },
  );
  expect(compare(again.read())).toEqual(compare(person));
  for (const one of [board, again]) one.destroy();
  person.destroy();
  return taken;
}

describe('Whatever a board accepts', () => {
  it.each(seeds(PINNED, 2, 60))('harms no document, seed %i', (seed) => {
    let taken = 0;
    const property = fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), (moves) => {
      const said: string[] = [];
      try {
        taken += play(moves, said, clocksOf);
      } catch (cause) {
        throw new Error(`after ${said.join(' ')}`, { cause });
      }
    });
    void fc.assert(property, { numRuns: many(300, 2_000), seed });
    console.log(`accepted: ${taken} updates, seed ${seed}`);
    expect(taken, 'some are accepted').toBeGreaterThan(100);
  });

  it.each(ONCE_DIVERGED)('is the same for all, %s', (hex) => {
    play([Buffer.from(hex, 'hex')], [], textOf);
  });
});
