import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Writer } from '../../../shared/board/document.ts';
import type { Position } from '../../../shared/board/note.ts';
import { addNotes, moveNotes, readNotes } from '../../../shared/board/notes.ts';
import type { NoteId, OrgId } from '../../../shared/ids.ts';
import { placesApart } from '../../../shared/synthesis/apart.ts';
import {
  type Column,
  layoutOf,
  organisationColumns,
  readColumns,
  writeColumns,
} from '../../../shared/synthesis/columns.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { columnOf } from '../../../shared/template/group-iceberg.ts';
import { areasOf, CANVAS_KINDS, type CanvasKind } from '../../../shared/template/kinds.ts';
import { freeSlot, freeSlots } from '../../../shared/template/slots.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const lying = (id: string, pos: Position, brought = false) => ({
  id: id as NoteId,
  pos,
  brought: brought ? { as: 'g:x' as NoteId, attribution: 'name' as const, sum: '' } : null,
});
/** Where everybody's notes go. */
const allApart = (kind: CanvasKind, notes: readonly ReturnType<typeof lying>[], columns: readonly Column[] = []) =>
  placesApart(kind, notes, columns, () => true);
const first = freeSlot('iceberg', 'results', []);
const second = freeSlot('iceberg', 'results', [first]);
const third = freeSlot('iceberg', 'results', [first, second]);

describe('of notes in one place', () => {
  test('the one with the smallest id stays, the others take the next places in the order of their ids', () => {
    const notes = [lying('c', first), lying('a', first), lying('b', first)];
    const expected = [
      ['b', second],
      ['c', third],
    ];
    expect([...allApart('iceberg', notes)]).toEqual(expected);
    expect([...allApart('iceberg', notes.toReversed())]).toEqual(expected);
  });

  test('each moves only their own, to where everybody has it', () => {
    const notes = [lying('c', first), lying('a', first), lying('b', first)];
    expect([...placesApart('iceberg', notes, [], (id) => id === 'c')]).toEqual([['c', third]]);
    expect(placesApart('iceberg', notes, [], (id) => id === 'a').size).toBe(0);
  });

  test('what lies elsewhere stays, also when it covers another one in part', () => {
    const notes = [lying('a', first), lying('b', [first[0] + 1, first[1]])];
    expect(allApart('iceberg', notes).size).toBe(0);
  });

  test.each(['g:board:note', 'a:secret', 'r:board:health', 'q:quick'])('what the server put there stays: %s', (id) => {
    expect([...allApart('iceberg', [lying(id, first), lying('A', first)]).keys()]).toEqual(['A']);
  });

  test('what was brought stays, and is never moved', () => {
    expect([...allApart('iceberg', [lying('z', first, true), lying('A', first)]).keys()]).toEqual(['A']);
    expect(allApart('iceberg', [lying('z', first, true), lying('A', first, true)]).size).toBe(0);
  });

  test('on the group iceberg they stay in their column', () => {
    const columns = organisationColumns(['x', 'y', 'z'] as OrgId[]);
    const layout = layoutOf(columns);
    const place = freeSlot('group-iceberg', 'patterns', [], { layout, column: 1 });
    const moves = allApart('group-iceberg', [lying('a', place), lying('b', place)], columns);
    const [to] = moves.values();
    expect(to && [areaOf('group-iceberg', to), columnOf(layout, to[0] + 100)]).toEqual(['patterns', 1]);
  });

  test('without any room they stay: nobody moves for ever', () => {
    const columns = organisationColumns(Array.from({ length: 12 }, (_, i) => `o${i}` as OrgId));
    const full = freeSlots('group-iceberg', 'patterns', 1_000, [], { layout: layoutOf(columns) });
    const notes = full.map((pos, i) => lying(`n${i}`, pos));
    expect(new Set(full.map(String)).size).toBeLessThan(notes.length);
    expect(allApart('group-iceberg', notes, columns).size).toBe(0);
  });
});

interface Person extends Writer {
  /** What they put where there was room. */
  readonly placed: Map<NoteId, Position>;
  /** How often each of their notes went on. */
  readonly hops: Map<NoteId, number>;
}

let people: Person[] = [];
afterEach(() => {
  for (const { doc } of people) doc.destroy();
});

function meet(kind: CanvasKind, count: number): Person[] {
  const boards = joinedBoards(kind, count);
  const [one] = boards;
  if (one && kind === 'group-iceberg') writeColumns(one, organisationColumns(['x', 'y'] as OrgId[]));
  exchange(boards);
  people = boards.map((board) => ({ ...board, placed: new Map(), hops: new Map() }));
  return people;
}

function add(kind: CanvasKind, person: Person, area: ReturnType<typeof areasOf>[number], ids: readonly string[]): void {
  const taken = readNotes(person.doc).map(({ pos }) => pos);
  const options = kind === 'group-iceberg' ? { layout: layoutOf(readColumns(person.doc)), column: 1 } : {};
  const places = freeSlots(kind, area, ids.length, taken, options);
  const drafts = ids.map((id, i) => ({ id: id as NoteId, pos: places[i] ?? ([0, 0] as const), createdAt: 0 }));
  addNotes(person, drafts);
  for (const { id, pos } of drafts) person.placed.set(id, pos);
}

/** What client/board/apart.ts does, without its clock. True when something moved. */
function mend(kind: CanvasKind, person: Person): boolean {
  const notes = readNotes(person.doc);
  for (const { id, pos } of notes) if (String(person.placed.get(id)) !== String(pos)) person.placed.delete(id);
  const mine = placesApart(kind, notes, readColumns(person.doc), (id) => person.placed.has(id));
  moveNotes(person, mine);
  for (const [id, pos] of mine) {
    person.placed.set(id, pos);
    person.hops.set(id, (person.hops.get(id) ?? 0) + 1);
  }
  return mine.size > 0;
}

const places = ({ doc }: Person): string[] => readNotes(doc).map(({ pos }) => String(pos));
const board = ({ doc }: Person): unknown => doc.toJSON();

describe('any number of people who add notes at once', () => {
  const kinds = fc.constantFrom(...CANVAS_KINDS);
  const counts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 });

  test('are apart after one round when all is heard at once, and each note went on once at most', () => {
    fc.assert(
      fc.property(kinds, fc.nat(), counts, fc.infiniteStream(fc.uuid()), (kind, pick, each, ids) => {
        const all = meet(kind, each.length);
        const area = areasOf(kind)[pick % areasOf(kind).length] ?? 'results';
        for (const [i, person] of all.entries()) add(kind, person, area, [...ids.take(each[i] ?? 1)]);
        exchange(all);
        for (const person of all) mend(kind, person);
        exchange(all);
        for (const person of all) expect(new Set(places(person)).size).toBe(places(person).length);
        for (const person of all) expect(board(person)).toEqual(board(all[0] ?? person));
        for (const person of all) expect(Math.max(0, ...person.hops.values())).toBeLessThanOrEqual(1);
        for (const { pos } of readNotes(all[0]?.doc ?? never())) expect(areaOf(kind, pos)).toBe(area);
      }),
      { numRuns: 60 },
    );
  });

  test('are apart in the end, in whatever order they hear of each other, and nobody moves any more', () => {
    const hearing = fc.tuple(fc.nat(), fc.nat(), fc.boolean());
    const order = fc.array(hearing, { maxLength: 40 });
    fc.assert(
      fc.property(kinds, counts, order, fc.infiniteStream(fc.uuid()), (kind, each, heard, ids) => {
        const all = meet(kind, each.length);
        const area = areasOf(kind)[0] ?? 'results';
        const at = (n: number): Person => all[n % all.length] ?? never();
        for (const [i, person] of all.entries()) add(kind, person, area, [...ids.take(each[i] ?? 1)]);
        for (const [from, to, more] of heard) {
          if (more) add(kind, at(from), area, [...ids.take(1)]);
          hear(at(from), at(to));
          mend(kind, at(to));
        }
        exchange(all);
        let rounds = 0;
        while (all.map((person) => mend(kind, person)).some(Boolean)) {
          exchange(all);
          rounds += 1;
          expect(rounds).toBeLessThanOrEqual(all.length);
        }
        for (const person of all) expect(new Set(places(person)).size).toBe(places(person).length);
        for (const person of all) expect(board(person)).toEqual(board(at(0)));
        for (const { pos } of readNotes(at(0).doc)) expect(areaOf(kind, pos)).toBe(area);
      }),
      { numRuns: 60 },
    );
  });

  test('leave alone what somebody moved by hand, and what is nobody’s', () => {
    const all = meet('iceberg', 3);
    const [ana, luis, mari] = all;
    if (!ana || !luis || !mari) throw new Error('three people');
    add('iceberg', ana, 'results', ['a']);
    add('iceberg', luis, 'results', ['b']);
    exchange(all);
    moveNotes(mari, new Map([['b' as NoteId, third]]));
    exchange(all);
    addNotes(mari, [{ id: 'z' as NoteId, pos: first, createdAt: 0 }]);
    exchange(all);
    expect(all.map((person) => mend('iceberg', person))).toEqual([false, false, false]);
  });
});

function hear({ doc: from }: Person, { doc: to }: Person): void {
  if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'net');
}
function never(): never {
  throw new Error('nobody is here');
}
