/** A board's log: what it answers and what it holds back, against Yjs itself. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fold } from '../../../server/storage/fold.ts';
import { BoardLog } from '../../../server/sync/board-log.ts';
import { decodeUpdate } from '../../../server/sync/decoded-update.ts';
import { Deletes } from '../../../server/sync/deletes.ts';
import type { StoredSnapshot } from '../../../server/sync/ports.ts';
import { item, string, update } from '../../kit/crafted.ts';
import { createRandom, type Random } from '../../kit/random.ts';
import { whole } from '../../kit/whole.ts';

const judge = { wasTried: false, levelOf: () => 1, mayWriteAs: () => true, trusts: () => true };
const logOf = (updates: readonly Uint8Array[] = []): BoardLog =>
  new BoardLog(
    { snapshot: null, updates },
    { roots: null, maxEntries: 100_000, maxCrowd: 10_000, maxParts: 300_000, maxBoardParts: 2_000_000 },
  );

function edit(doc: Y.Doc, random: Random): void {
  const text = doc.getText('t');
  const notes = doc.getMap<unknown>('notes');
  const edits = [
    () => text.insert(random.int(text.length + 1), 'palabra'.slice(0, 1 + random.int(6))),
    () => text.length > 0 && text.delete(random.int(text.length), 1),
    () => notes.set(`n${random.int(9)}`, new Y.Map([['text', new Y.Text('nota')]])),
    () => notes.delete(`n${random.int(9)}`),
    () => notes.set(`p${random.int(4)}`, [random.int(100), random.int(100)]),
  ];
  random.pick(edits)();
}

const apply = (doc: Y.Doc, updates: readonly Uint8Array[]): Y.Doc => {
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const state = (doc: Y.Doc) => ({ text: doc.getText('t').toString(), notes: doc.getMap('notes').toJSON() });

describe('The answers of a log', () => {
  it('are merged a megabyte at a time while somebody writes much, so that nobody who asks waits for all of it', () => {
    const log = logOf();
    const doc = new Y.Doc();
    const drawings = doc.getMap('drawings');
    doc.on('update', (written: Uint8Array) => log.offer(written, judge));
    for (let n = 0; n < 330; n += 1) drawings.set(`${n}`, 'x'.repeat(10_000));
    const answer = log.answer(new Uint8Array([0]));
    const megabytes = answer.map((passage) =>
      Math.round(passage.reduce((sum, { length }) => sum + length, 0) / 2 ** 20),
    );
    expect(megabytes).toEqual([1, 1, 1, 0]);
    expect(apply(new Y.Doc(), answer.flat()).getMap('drawings').size).toBe(330);
    drawings.set('last', 'y');
    expect(apply(new Y.Doc(), log.answer(new Uint8Array([0])).flat()).getMap('drawings').size).toBe(331);
  });

  it.each([1, 2, 3, 4, 5, 6])('bring whoever asks up to date, whatever they had, seed %i', (seed) => {
    const random = createRandom(seed);
    const log = logOf();
    const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    const heard: Uint8Array[] = [];
    const stored: Uint8Array[] = [];
    let snapshot: Uint8Array | null = null;
    for (const doc of people) {
      doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'log' && heard.push(update));
    }
    for (let step = 0; step < 300; step += 1) {
      edit(random.pick(people), random);
      for (const update of heard.splice(0)) {
        const offered = log.offer(update, judge);
        // Two people may delete the same: the second tells nothing new.
        expect(['taken', 'known']).toContain(offered.kind);
        if (offered.kind === 'taken') stored.push(offered.store);
      }
      if (random.chance(0.2)) {
        const asking = random.pick(people);
        const answer = whole(log.answer(Y.encodeStateVector(asking)));
        asking.transact(() => apply(asking, answer), 'log');
        expect([asking.store.pendingStructs, asking.store.pendingDs]).toEqual([null, null]);
      }
      if (random.chance(0.03)) {
        const records = stored.splice(0);
        const folded: StoredSnapshot | null = fold(snapshot, records).snapshot;
        if (folded === null) throw new Error('nothing should be missing');
        snapshot = folded.bytes;
        log.compacted({ snapshot: folded, records: records.length });
      }
    }
    const board = apply(new Y.Doc(), log.updates());
    for (const asking of [...people, new Y.Doc()]) {
      apply(asking, whole(log.answer(Y.encodeStateVector(asking))));
      expect(state(asking)).toEqual(state(board));
      expect(Y.encodeStateAsUpdate(asking)).toEqual(Y.encodeStateAsUpdate(board));
      asking.destroy();
    }
    board.destroy();
  });

  it('are the same bytes for all who ask the same, until something changes', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'hola');
    const log = logOf([Y.encodeStateAsUpdate(doc)]);
    const newcomer = Uint8Array.of(0);
    const first = log.answer(newcomer);
    expect(log.answer(Uint8Array.of(0))).toBe(first);
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(4, ' más');
    log.offer(Y.encodeStateAsUpdate(doc, before), judge);
    expect(log.answer(newcomer)).not.toBe(first);
    doc.destroy();
  });

  it('are a few updates as they were stored, and one for many', () => {
    const doc = new Y.Doc();
    const log = logOf();
    const stored: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => {
      stored.push(update);
      log.offer(update, judge);
    });
    for (let i = 0; i < 8; i += 1) doc.getText('t').insert(i, 'x');
    expect(whole(log.answer(Uint8Array.of(0)))).toEqual(stored);
    doc.getText('t').insert(8, 'x');
    expect(log.answer(Uint8Array.of(0))).toHaveLength(1);
    doc.destroy();
  });

  it('are short for whoever has it all: the deletions, and nothing at all for who has listened since', () => {
    const doc = new Y.Doc();
    const log = logOf();
    doc.on('update', (update: Uint8Array) => log.offer(update, judge));
    doc.transact(() => {
      for (let i = 0; i < 500; i += 1) doc.getMap('notes').set(`n${i}`, new Y.Map([['text', new Y.Text('nota')]]));
    });
    doc.getMap('notes').delete('n7');
    const vector = Y.encodeStateVector(doc);
    const bytes = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0);
    expect(bytes(whole(log.answer(Uint8Array.of(0))))).toBeGreaterThan(10_000);
    const short = whole(log.answer(vector));
    expect([bytes(short) < 30, bytes(short) > 2]).toEqual([true, true]);
    expect(whole(log.answerListener(vector)).map((update) => [...update])).toEqual([[0, 0]]);
    doc.getText('t').insert(0, 'x');
    const behind = apply(new Y.Doc(), [Y.encodeStateAsUpdate(doc)]);
    doc.getText('t').insert(0, 'y');
    apply(behind, whole(log.answerListener(Y.encodeStateVector(behind))));
    expect(behind.getText('t').toString()).toBe('yx');
    behind.destroy();
    doc.destroy();
  });

  it('say something even when the board is empty', () => {
    expect(whole(logOf().answer(Uint8Array.of(0))).map((update) => [...update])).toEqual([[0, 0]]);
  });

  it('hold the tail of thousands of keystrokes in few bytes and few updates', () => {
    const doc = new Y.Doc();
    const log = logOf();
    doc.on('update', (update: Uint8Array) => log.offer(update, judge));
    for (let i = 0; i < 3_000; i += 1) doc.getText('t').insert(i, 'x');
    const answer = log.answer(Uint8Array.of(0));
    expect(answer).toHaveLength(1);
    for (let round = 0; round < 20; round += 1) {
      doc.getText('t').insert(0, 'y');
      expect(log.answer(Uint8Array.of(0)).length).toBeLessThanOrEqual(10);
    }
    doc.destroy();
  });
});

describe('What a log has already', () => {
  it('is not taken again: not an update, not a deletion, not a whole board with its deletions', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const random = createRandom(7);
    for (let i = 0; i < 200; i += 1) edit(doc, random);
    const log = logOf();
    expect(updates.map((update) => log.offer(update, judge).kind)).toEqual(updates.map(() => 'taken'));
    expect(updates.map((update) => log.offer(update, judge).kind)).toEqual(updates.map(() => 'known'));
    expect(log.offer(Y.encodeStateAsUpdate(doc), judge).kind).toBe('known');
    doc.destroy();
  });

  it('is left out of what is taken from an answer that repeats everything', () => {
    const doc = new Y.Doc();
    const random = createRandom(8);
    for (let i = 0; i < 400; i += 1) edit(doc, random);
    const log = logOf([Y.encodeStateAsUpdate(doc)]);
    const known = doc.getText('t').length;
    doc.getText('t').insert(known, 'nuevo');
    doc.getText('t').delete(0, 1);
    const offered = log.offer(Y.encodeStateAsUpdate(doc), judge);
    if (offered.kind !== 'taken') throw new Error(offered.kind);
    expect(offered.store.length).toBeLessThan(60);
    const other = apply(new Y.Doc(), log.updates());
    expect(state(other)).toEqual(state(doc));
    other.destroy();
    doc.destroy();
  });
});

describe('Deletes', () => {
  it.each([1, 2, 3, 4])('know exactly what was added, seed %i', (seed) => {
    const random = createRandom(seed);
    const deletes = new Deletes();
    const truth = new Set<number>();
    for (let round = 0; round < 400; round += 1) {
      const range = { clock: random.int(300), len: 1 + random.int(12) };
      const clocks = Array.from({ length: range.len }, (_, i) => range.clock + i);
      const missing = deletes.missing(new Map([[1, [range]]])).get(1) ?? [];
      const missed = missing.flatMap(({ clock, len }) => Array.from({ length: len }, (_, i) => clock + i));
      expect(missed).toEqual(clocks.filter((clock) => !truth.has(clock)));
      if (random.chance(0.5)) continue;
      deletes.add(new Map([[1, [range]]]));
      for (const clock of clocks) truth.add(clock);
      const edges = (deletes.ranges().get(1) ?? []).flatMap(({ clock, len }) => [clock, clock + len]);
      expect(edges).toEqual([...new Set(edges)].sort((a, b) => a - b));
    }
  });

  it('read from an update are those Yjs reads', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'abcdefghij');
    for (const at of [7, 4, 1]) doc.getText('t').delete(at, 1);
    const decoded = decodeUpdate(Y.encodeStateAsUpdate(doc));
    const ranges = [...(decoded?.deletes.values() ?? [])].flat().map(({ clock, len }) => [clock, len]);
    expect(ranges).toEqual([
      [1, 1],
      [4, 1],
      [7, 1],
    ]);
    doc.destroy();
  });
});

describe('What a board would become', () => {
  const limits = { roots: null, maxEntries: 100_000, maxCrowd: 10_000, maxParts: 1_000, maxBoardParts: 3_000 };
  const list = (doc: Y.Doc, members: number): Uint8Array => {
    const before = Y.encodeStateVector(doc);
    doc.getMap('meta').set(
      `list of ${members}`,
      Array.from({ length: members }, () => null),
    );
    return Y.encodeStateAsUpdate(doc, before);
  };

  it('is counted for each update and for all of it, also after it was loaded again', () => {
    const doc = new Y.Doc();
    const log = new BoardLog({ snapshot: null, updates: [] }, limits);
    expect(log.offer(list(new Y.Doc(), 1_000), judge)).toEqual({ kind: 'refused', why: 'too-many-parts' });
    const lists = [900, 901, 902, 903].map((members) => list(doc, members));
    expect(lists.map((update) => log.offer(update, judge).kind)).toEqual(['taken', 'taken', 'taken', 'too-many']);
    const again = new BoardLog({ snapshot: null, updates: lists.slice(0, 3) }, limits);
    const more = list(new Y.Doc(), 800);
    expect(again.offer(more, judge).kind).toBe('too-many');
    // What is there already adds nothing, however much it is.
    expect(lists.map((update) => again.offer(update, judge).kind)).toEqual(['known', 'known', 'known', 'too-many']);
  });

  it('counts once who crowds into one place, also what has to be tried first', () => {
    const log = new BoardLog({ snapshot: null, updates: [] }, { ...limits, maxCrowd: 3 });
    const front = (client: number): Uint8Array => update([{ client, structs: [item(string('x'), { parent: 't' })] }]);
    const offered = [1, 2, 3, 4].map((client) => {
      const first = log.offer(front(client), { ...judge, trusts: () => false });
      return first.kind === 'untried' ? log.offer(front(client), { ...judge, wasTried: true }).kind : first.kind;
    });
    expect(offered).toEqual(['taken', 'taken', 'taken', 'refused']);
  });

  it('has a bound for those who ever wrote: whoever did goes on, nobody is new', () => {
    const log = new BoardLog({ snapshot: null, updates: [] }, { ...limits, maxParts: 20_000, maxBoardParts: 50_000 });
    const heads = (from: number, to: number): Uint8Array =>
      update(
        Array.from({ length: to - from }, (_, n) => ({
          client: from + n,
          structs: [item(string('x'), { parent: 'map', key: `${from + n}` })],
        })),
      );
    expect([log.offer(heads(1, 10_001), judge).kind, log.offer(heads(20_000, 20_001), judge).kind]).toEqual([
      'taken',
      'too-many',
    ]);
    const goesOn = update([{ client: 7, clock: 1, structs: [item(string('y'), { origin: [7, 0] })] }]);
    expect(log.offer(goesOn, judge).kind).toBe('taken');
  });
});
