/** What a board's log says of its records, through folding and through a base of its own, and what it stores of what comes. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardLog, type LogOptions } from '../../../server/sync/board-log.ts';
import * as c from '../../kit/crafted.ts';
import { made } from '../../kit/judged-board.ts';
import { snapshotOf } from '../../kit/large-board.ts';
import { whole } from '../../kit/whole.ts';

const NEWCOMER = Uint8Array.of(0);
const LIMITS: LogOptions = {
  roots: null,
  maxEntries: 10,
  maxCrowd: 10_000,
  maxParts: 10_000,
  maxBoardParts: 100_000,
};
const judge = { wasTried: false, levelOf: () => 1, mayWriteAs: () => true, trusts: () => true };
const logOf = (updates: readonly Uint8Array[] = [], limits: Partial<LogOptions> = {}): BoardLog =>
  new BoardLog({ snapshot: null, updates }, { ...LIMITS, ...limits });
const lengthOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0);

/** A document whose updates a log takes as they are written. */
function written(limits: Partial<LogOptions> = {}) {
  const doc = new Y.Doc();
  const log = logOf([], limits);
  const updates: Uint8Array[] = [];
  const kinds: string[] = [];
  doc.on('update', (update: Uint8Array) => {
    updates.push(update);
    kinds.push(log.offer(update, judge).kind);
  });
  const type = (...words: readonly string[]): void => {
    for (const word of words) doc.getText('t').insert(doc.getText('t').length, word);
  };
  return { doc, log, updates, kinds, type };
}

describe('The records of a log', () => {
  it('are those since the last snapshot, with their bytes', () => {
    const { log, updates, type } = written();
    expect([log.records, log.tailBytes, log.bytes, log.clients]).toEqual([0, 0, 0, 0]);
    expect(log.stateVector()).toEqual(Uint8Array.of(0));
    type('uno', 'dos', 'tres');
    expect([log.records, log.tailBytes, log.bytes]).toEqual([3, lengthOf(updates), lengthOf(updates)]);
    expect(log.clients).toBe(1);
  });

  it('are fewer once storage has folded the first of them; what came meanwhile stays', () => {
    const { doc, log, updates, type } = written();
    type('uno', 'dos');
    const snapshot = snapshotOf(doc);
    type('tres');
    log.compacted({ snapshot, records: 2 });
    const size = updates[2]?.length ?? 0;
    expect([log.records, log.tailBytes, log.bytes]).toEqual([1, size, snapshot.bytes.length + size]);
    expect(log.updates()).toEqual([snapshot.bytes, updates[2]]);
    expect(whole(log.answer(NEWCOMER))).toEqual([snapshot.bytes, updates[2]]);
    expect(Y.decodeStateVector(log.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  });

  it('stay what storage has when newcomers get another base, until that is folded as well', () => {
    const { doc, log, updates, type } = written();
    type('uno', 'dos', 'tres');
    const base = snapshotOf(doc);
    log.rebase(base);
    expect([log.records, log.tailBytes, log.bytes]).toEqual([3, 0, base.bytes.length]);
    expect(log.stateVector()).toBe(base.stateVector);
    type('cuatro');
    // Of the first two: what newcomers get is newer than that.
    log.compacted({ snapshot: snapshotOf(new Y.Doc()), records: 2 });
    expect([log.records, log.updates()]).toEqual([2, [base.bytes, updates[3]]]);
    const folded = snapshotOf(doc);
    log.compacted({ snapshot: folded, records: 2 });
    expect([log.records, log.updates()]).toEqual([0, [folded.bytes]]);
    type('cinco');
    expect(log.records).toBe(1);
  });

  it('that were the base, and no more, are folded without what came after them', () => {
    const { doc, log, updates, type } = written();
    type('uno');
    log.rebase(snapshotOf(doc));
    const folded = snapshotOf(doc);
    type('dos');
    log.compacted({ snapshot: folded, records: 1 });
    expect([log.records, log.updates()]).toEqual([1, [folded.bytes, updates[1]]]);
  });

  it('that no Yjs can read are counted and left out', () => {
    const log = logOf([Uint8Array.of(1, 2, 3, 4), made((doc) => doc.getText('t').insert(0, 'hola'))]);
    expect([log.unreadable, log.records, log.isWounded]).toEqual([1, 1, false]);
    log.take(Uint8Array.of(1, 2, 3, 4));
    expect(log.records).toBe(1);
  });

  it('tell how many ever wrote, from the snapshot alone and with whoever came since', () => {
    const two = new Y.Doc();
    Y.applyUpdate(
      two,
      made((doc) => doc.getText('t').insert(0, 'uno')),
    );
    two.getText('t').insert(0, 'dos');
    const log = new BoardLog({ snapshot: snapshotOf(two), updates: [] }, LIMITS);
    expect(log.clients).toBe(2);
    log.offer(
      made((doc) => doc.getText('t').insert(0, 'tres')),
      judge,
    );
    expect(log.clients).toBe(3);
  });
});

describe('Stored records that build on one another', () => {
  it('find their place in whatever order they come', () => {
    const { updates, type } = written();
    type('uno', 'dos', 'tres', 'cuatro');
    const log = logOf([...updates].reverse());
    expect([log.isWounded, log.records]).toEqual([false, 4]);
    const doc = new Y.Doc();
    for (const update of log.updates()) Y.applyUpdate(doc, update);
    expect(doc.getText('t').toString()).toBe('unodostrescuatro');
  });

  it('wait for a lost one, and are passed on behind it when somebody brings it back', () => {
    const { updates, type } = written();
    type('uno', 'dos', 'tres', 'cuatro');
    const [first, lost, third, fourth] = updates;
    if (!first || !lost || !third || !fourth) throw new Error('four updates');
    const log = logOf([fourth, first, third]);
    expect([log.isWounded, log.records, log.updates()]).toEqual([true, 3, [first]]);
    expect(log.offer(lost, judge)).toEqual({
      kind: 'taken',
      store: lost,
      send: [lost, third, fourth],
      by: expect.anything(),
    });
    expect([log.isWounded, log.records]).toEqual([false, 4]);
  });
});

describe('The entries of a board', () => {
  const set = (doc: Y.Doc, from: number, to: number): void => {
    for (let n = from; n < to; n += 1) doc.getMap('notes').set(`n${n}`, n);
  };

  it('are as many as a board may have, and not one more', () => {
    const { doc, kinds } = written();
    set(doc, 0, 11);
    expect(kinds).toEqual([...Array(10).fill('taken'), 'too-many']);
  });

  it('may be more from before: then what brings no new one is taken', () => {
    const log = logOf([made((doc) => set(doc, 0, 12))]);
    expect(
      log.offer(
        made((doc) => set(doc, 20, 21)),
        judge,
      ).kind,
    ).toBe('too-many');
    expect(
      log.offer(
        made((doc) => doc.getText('t').insert(0, 'x')),
        judge,
      ).kind,
    ).toBe('taken');
  });

  it('are counted anew once all is folded, and not while something came meanwhile', () => {
    const { doc, log, kinds, type } = written();
    set(doc, 0, 9);
    for (let n = 0; n < 9; n += 1) doc.getMap('notes').delete(`n${n}`);
    const meanwhile = snapshotOf(doc);
    type('x');
    log.compacted({ snapshot: { ...meanwhile, entries: 0 }, records: 18 });
    const other = made((own) => set(own, 20, 22));
    expect(log.offer(other, judge).kind).toBe('too-many');
    log.compacted({ snapshot: { ...snapshotOf(doc), entries: 0 }, records: 1 });
    expect(log.offer(other, judge).kind).toBe('taken');
    expect(kinds).toEqual(Array(19).fill('taken'));
  });
});

describe('Those who ever wrote', () => {
  it('go on where they are more than may be, and nobody new comes', () => {
    const heads = Array.from({ length: 10_001 }, (_, n) => ({
      client: n + 1,
      structs: [c.item(c.string('x'), { parent: `t${n % 9}` })],
    }));
    const log = logOf([c.update(heads)], { maxParts: 50_000 });
    const more = (client: number, clock: number): Uint8Array =>
      c.update([{ client, clock, structs: [c.item(c.string('y'), { origin: [7, 0] })] }]);
    expect([log.offer(more(7, 1), judge).kind, log.offer(more(20_000, 0), judge).kind]).toEqual(['taken', 'too-many']);
  });
});

describe('What is stored of an update', () => {
  /** A text with so many stretches deleted, and then a letter more. */
  function withStretches(count: number) {
    const { doc, log, type } = written();
    type('x'.repeat(2 * count));
    doc.transact(() => {
      for (let n = count - 1; n >= 0; n -= 1) doc.getText('t').delete(2 * n, 1);
    });
    const before = Y.encodeStateVector(doc);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText('t').insert(0, 'y');
    return { log, update: Y.encodeStateAsUpdate(other, before) };
  }

  it('is the very update where little in it can be known', () => {
    const { log, update } = withStretches(32);
    const offered = log.offer(update, judge);
    expect(offered.kind === 'taken' && offered.store).toBe(update);
  });

  it('is what is new where it repeats many stretches that are deleted already', () => {
    const { log, update } = withStretches(33);
    const offered = log.offer(update, judge);
    if (offered.kind !== 'taken') throw new Error(offered.kind);
    expect(update.length - offered.store.length).toBeGreaterThan(2 * 33);
  });

  it('is the very update where all it does is to delete what is there', () => {
    const { doc, log, updates, type } = written();
    type('hola');
    doc.getText('t').delete(1, 2);
    expect(log.updates()[1]).toBe(updates[1]);
  });

  it('is the very update where somebody goes on', () => {
    const { log, updates, type } = written();
    type('uno', 'dos', 'tres');
    expect(log.updates().map((update, nth) => update === updates[nth])).toEqual([true, true, true]);
  });

  it('is nothing where all that is deleted was folded before', () => {
    const { doc, log, type } = written();
    type('hola');
    doc.getText('t').delete(1, 2);
    log.compacted({ snapshot: snapshotOf(doc), records: 2 });
    expect(log.offer(Y.encodeStateAsUpdate(doc), judge)).toEqual({ kind: 'known' });
  });

  it('is only what somebody adds to what the board has of the same client', () => {
    const log = logOf([c.update([{ client: 7, structs: [c.item(c.string('abc'), { parent: 't' })] }])]);
    const more = c.update([{ client: 7, structs: [c.item(c.string('abcdef'), { parent: 't' })] }]);
    const offered = log.offer(more, judge);
    if (offered.kind !== 'taken') throw new Error(offered.kind);
    const [struct] = Y.decodeUpdate(offered.store).structs;
    expect([struct?.id.clock, struct?.length]).toEqual([3, 3]);
  });
});

describe('The parts of a board', () => {
  const list = (client: number, members: number): Uint8Array =>
    c.update([
      { client, structs: [c.item(c.any(members, ...Array(members).fill(0x7e)), { parent: `list ${client}` })] },
    ]);

  it('are as many as a board may have, and not one more, however they came', () => {
    const limits = { maxBoardParts: 400 };
    // A struct and its members.
    const log = logOf([list(1, 149)], limits);
    log.take(list(2, 149));
    expect(log.offer(list(3, 100), judge).kind).toBe('too-many');
    expect(log.offer(list(3, 99), judge).kind).toBe('taken');
    expect(log.offer(list(4, 1), judge).kind).toBe('too-many');
  });

  it('are counted with what was folded, whatever came since', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, list(1, 300));
    const log = new BoardLog({ snapshot: snapshotOf(doc), updates: [list(2, 40)] }, { ...LIMITS, maxBoardParts: 400 });
    expect(log.offer(list(3, 58), judge).kind).toBe('too-many');
    expect(log.offer(list(3, 57), judge).kind).toBe('taken');
  });

  it('of one update are as many as it may have, and not one more', () => {
    const log = logOf([], { maxParts: 100 });
    expect([log.offer(list(1, 100), judge), log.offer(list(1, 99), judge).kind]).toEqual([
      { kind: 'refused', why: 'too-many-parts' },
      'taken',
    ]);
  });

  it('are counted anew when the board is folded, or newcomers get another base', () => {
    const log = logOf([list(1, 300)], { maxBoardParts: 400 });
    expect(log.offer(list(2, 200), judge).kind).toBe('too-many');
    log.compacted({ snapshot: snapshotOf(new Y.Doc()), records: 1 });
    for (const client of [2, 3]) expect([client, log.offer(list(client, 150), judge).kind]).toEqual([client, 'taken']);
    expect(log.offer(list(4, 150), judge).kind).toBe('too-many');
    log.rebase(snapshotOf(new Y.Doc()));
    for (const client of [4, 5]) expect([client, log.offer(list(client, 150), judge).kind]).toEqual([client, 'taken']);
    expect(log.offer(list(6, 150), judge).kind).toBe('too-many');
  });
});
