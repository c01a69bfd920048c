/** Two people cut from each other add notes that find their own place, and come together again. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  addNote,
  addNoteAt,
  duplicateNotes,
  moveToArea,
  nudgeNotes,
  removeNotes,
  setStar,
} from '../../../client/board/actions.ts';
import { keepApart } from '../../../client/board/apart.ts';
import { bulkOffers, undoBulkChange } from '../../../client/board/bulk-offers.ts';
import { pasteText } from '../../../client/board/paste-text.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import type { WritableStore } from '../../../client/board/store.ts';
import { beginWriting } from '../../../client/board/writing.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { type AreaId, areasOf, CANVAS_KINDS, type CanvasKind } from '../../../shared/template/kinds.ts';
import { exchange } from '../../kit/docs.ts';
import { joinedSessions } from '../../kit/session.ts';

let open: BoardSession[] = [];
let isCut = false;
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  for (const session of open) session.close();
  open = [];
  vi.useRealTimers();
});

/** Two people who hear nothing of each other until they meet. */
function apart(kind: CanvasKind = 'iceberg'): [BoardSession, BoardSession] {
  isCut = true;
  open = joinedSessions(kind, 2, () => isCut);
  const [ana, luis] = open;
  if (!ana || !luis) throw new Error('two sessions');
  for (const session of open) keepApart(session);
  vi.runAllTimers();
  return [ana, luis];
}
function meet(): void {
  isCut = false;
  exchange(open);
  vi.runAllTimers();
}
const must = (id: NoteId | null): NoteId => {
  if (!id) throw new Error('no note was made');
  return id;
};
const add = (s: BoardSession, text: string, area: AreaId = 'results'): NoteId => must(addNote(s, area, { text }));
const pos = (s: BoardSession, id: NoteId) => noteAt(s.doc, id)?.pos;
const placesOf = (s: BoardSession): string[] => s.notes.get().map((note) => String(note.pos));

function expectApart([ana, luis]: [BoardSession, BoardSession], count: number): void {
  for (const session of [ana, luis]) expect(new Set(placesOf(session)).size).toBe(count);
  for (const root of ['notes', 'bulk']) expect(ana.doc.getMap(root).toJSON()).toEqual(luis.doc.getMap(root).toJSON());
}
/** Each adds one note to the same layer; whose goes on when they meet. */
function oneEach(kind?: CanvasKind) {
  const both = apart(kind);
  const area = areasOf(both[0].board.kind)[0] ?? 'results';
  const notes = both.map((session, i) => ({ session, id: add(session, `nota ${i}`, area) }));
  const [stays, goes] = notes.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (!stays || !goes) throw new Error('two notes');
  expect(pos(goes.session, goes.id)).toEqual(pos(stays.session, stays.id));
  return { both, stays, goes, area };
}

describe('two notes that found the same place', () => {
  test.each(CANVAS_KINDS)('end apart in their area: %s', (kind) => {
    const { both, stays, area } = oneEach(kind);
    const before = pos(stays.session, stays.id);
    meet();
    expectApart(both, 2);
    expect(pos(stays.session, stays.id)).toEqual(before);
    for (const note of both[0].notes.get()) expect(areaOf(kind, note.pos)).toBe(area);
  });

  test('end apart when both pasted many, and after a second time', () => {
    const both = apart();
    const lines = Array.from({ length: 12 }, (_, i) => `línea ${i}`).join('\n');
    for (const session of both) pasteText(session, lines, null, 'beliefs');
    meet();
    expectApart(both, 24);
    isCut = true;
    for (const session of both) duplicateNotes(session, [session.notes.get()[0]?.id ?? must(null)]);
    meet();
    expectApart(both, 26);
  });

  test('end apart when they were moved to the layer by the menu, and undo takes them back', () => {
    const both = apart();
    const [ana, luis] = both;
    const a = must(addNoteAt(ana, [700, 1_300], 'de Ana'));
    const b = must(addNoteAt(luis, [1_200, 1_300], 'de Luis'));
    const before = [pos(ana, a), pos(luis, b)];
    meet();
    isCut = true;
    moveToArea(ana, [a], 'beliefs');
    moveToArea(luis, [b], 'beliefs');
    expect(pos(ana, a)).toEqual(pos(luis, b));
    meet();
    expectApart(both, 2);
    for (const session of both) session.undo.undo();
    expect([pos(ana, a), pos(luis, b)]).toEqual(before);
  });

  test('end apart also when the code that keeps them apart came later', () => {
    isCut = true;
    open = joinedSessions('iceberg', 2, () => isCut);
    for (const session of open) add(session, 'uno');
    meet();
    for (const session of open) keepApart(session);
    vi.runAllTimers();
    expect(new Set(open.flatMap(placesOf)).size).toBe(2);
  });
});

describe('going on is no step of anybody', () => {
  test('undo removes the note, redo brings it back where it went', () => {
    const { goes } = oneEach();
    const { session, id } = goes;
    meet();
    const to = pos(session, id);
    expect(session.undo.canRedo()).toBe(false);
    session.undo.undo();
    expect(noteAt(session.doc, id)).toBeNull();
    expect(session.undo.canUndo()).toBe(false);
    session.undo.redo();
    expect(pos(session, id)).toEqual(to);
  });

  test('a large change is taken back whole', () => {
    const both = apart();
    const lines = Array.from({ length: 9 }, (_, i) => `línea ${i}`).join('\n');
    for (const session of both) pasteText(session, lines, null, 'patterns');
    meet();
    expectApart(both, 18);
    const offers = bulkOffers(both[0]);
    expect(offers.map(({ standing }) => standing)).toEqual([9, 9]);
    for (const offer of offers) expect(undoBulkChange(both[0], offer)).toMatchObject({ restored: 9, kept: 0 });
    expect(both[1].notes.get()).toEqual([]);
  });

  test('what somebody else changed in a note of a large change stays theirs', () => {
    const both = apart();
    const lines = Array.from({ length: 9 }, (_, i) => `línea ${i}`).join('\n');
    const made = both.map((session) => pasteText(session, lines, null, 'patterns'));
    isCut = false;
    exchange(open);
    setStar(both[1], made[0] ?? [], true);
    vi.runAllTimers();
    const [mine] = bulkOffers(both[0]).filter(({ record }) => record.by === both[0].me.id);
    expect(mine).toBeUndefined();
  });

  test('letters go on in a note that goes on', () => {
    const { goes, both } = oneEach();
    const writing = beginWriting(goes.session, goes.id);
    writing?.text.insert(0, 'antes ');
    meet();
    goes.session.doc.transact(() => writing?.text.insert(0, 'y después '), writing?.typing.origin);
    writing?.end();
    expectApart(both, 2);
    expect(noteAt(both[0].doc, goes.id)?.text).toMatch(/^y después antes nota \d$/);
    goes.session.undo.undo();
    expect(noteAt(both[0].doc, goes.id)).toBeNull();
  });
});

describe('stays where it is', () => {
  test('what somebody moved by hand, onto another one too', () => {
    const { stays, goes } = oneEach();
    nudgeNotes(goes.session, [goes.id], 5, 0);
    nudgeNotes(goes.session, [goes.id], -5, 0);
    nudgeNotes(goes.session, [goes.id], 40, 0);
    const before = pos(goes.session, goes.id);
    meet();
    expect(pos(stays.session, goes.id)).toEqual(before);
  });

  test('what somebody moved by hand exactly onto another one', () => {
    const [ana, luis] = apart();
    add(luis, 'uno');
    const under = add(luis, 'dos');
    const [x, y] = pos(luis, under) ?? [0, 0];
    let id = add(ana, 'de Ana');
    // The one that would have to go, were it still where it was put.
    for (; id < under; id = add(ana, 'de Ana')) removeNotes(ana, [id]);
    const [fromX, fromY] = pos(ana, id) ?? [0, 0];
    nudgeNotes(ana, [id], x - fromX, y - fromY);
    meet();
    for (const session of open)
      expect([pos(session, id), pos(session, under)]).toEqual([
        [x, y],
        [x, y],
      ]);
  });

  test('what was put at a point by hand', () => {
    const both = apart();
    for (const session of both) addNoteAt(session, [900, 900], 'aquí');
    meet();
    expect(both.map(placesOf)).toEqual([
      ['900,900', '900,900'],
      ['900,900', '900,900'],
    ]);
  });

  test('what was deleted, until it comes back', () => {
    const { both, goes } = oneEach();
    const before = pos(goes.session, goes.id);
    removeNotes(goes.session, [goes.id]);
    meet();
    expectApart(both, 1);
    goes.session.undo.undo();
    expect(pos(goes.session, goes.id)).toEqual(before);
    vi.runAllTimers();
    expectApart(both, 2);
  });

  test('the note of who may only read by now', () => {
    const { stays, goes } = oneEach();
    (goes.session.right as WritableStore<Right>).set('read');
    meet();
    expect(pos(stays.session, goes.id)).toEqual(pos(stays.session, stays.id));
  });

  test.each(['mine', 'another’s'])('what is in a hand, as long as it is: %s', (whose) => {
    const { both, stays, goes } = oneEach();
    const hand = whose === 'mine' ? goes.session : stays.session;
    isCut = false;
    hand.setPresence('dragging', { [goes.id]: [1, 1] });
    exchange(open);
    vi.advanceTimersByTime(2_000);
    expect(pos(hand, goes.id)).toEqual(pos(hand, stays.id));
    hand.setPresence('dragging', null);
    vi.runAllTimers();
    expectApart(both, 2);
  });

  test('everything, when nothing came onto it: others’ letters and notes elsewhere wake nobody', () => {
    const [ana, luis] = apart();
    isCut = false;
    add(ana, 'una');
    add(luis, 'otra');
    setStar(luis, [ana.notes.get()[0]?.id ?? must(null)], true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('ends with the board, and a board that is closed is not watched', () => {
  const [ana, luis] = apart();
  add(ana, 'una');
  add(luis, 'otra');
  isCut = false;
  exchange(open);
  expect(vi.getTimerCount()).toBe(2);
  for (const session of open) session.close();
  keepApart(ana);
  expect(vi.getTimerCount()).toBe(0);
});
