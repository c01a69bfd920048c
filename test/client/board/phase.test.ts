import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addAll, addNote, moveToArea, nudgeNotes, removeNotes, setFlag } from '../../../client/board/actions.ts';
import { bulkOffers, undoBulkChange } from '../../../client/board/bulk-offers.ts';
import { wordsFor } from '../../../client/board/bulk-words.ts';
import { byHand } from '../../../client/board/by-hand.ts';
import { focusOf, followFocus, homeOf, isBringingClosed, stateOf } from '../../../client/board/focus.ts';
import { linksStore, sustainable, toggleLink } from '../../../client/board/links.ts';
import { triedOn, watchTried } from '../../../client/board/practice.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import type { WritableStore } from '../../../client/board/store.ts';
import { textIn } from '../../../client/i18n/text.ts';
import { readNotes } from '../../../shared/board/notes.ts';
import { conduct, type Deed } from '../../../shared/cohort/conduct.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { joinedSessions } from '../../kit/session.ts';

let open: BoardSession[] = [];
function sessions(kind: CanvasKind, count: number): BoardSession[] {
  open = joinedSessions(kind, count);
  return open;
}
function one(kind: CanvasKind): BoardSession {
  const [only] = sessions(kind, 1);
  if (!only) throw new Error('one session');
  return only;
}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  for (const session of open) session.close();
  open = [];
  vi.useRealTimers();
});

/** Facilitation does something with the call. */
function go(s: BoardSession, deed: Deed): void {
  const store = s.cohort as WritableStore<Cohort>;
  const call = conduct(store.get().call, deed, Date.now());
  if (!call) throw new Error(`${deed.do} cannot be done`);
  store.set({ ...store.get(), call });
}

describe('the layers of the iceberg phase', () => {
  it('are all open before the call and outside of the phase', () => {
    const s = one('iceberg');
    expect(focusOf(s.cohort.get().call, 'iceberg')).toBeNull();
    go(s, { do: 'start' });
    expect(focusOf(s.cohort.get().call, 'iceberg')).toBeNull();
    expect(stateOf(null, 'beliefs')).toBe('open');
  });

  it('open one by one; a closed one sends new notes to the one of the moment and says so', () => {
    const s = one('iceberg');
    go(s, { do: 'go', phase: 'iceberg' });
    go(s, { do: 'layer', layer: 'patterns' });
    const focus = focusOf(s.cohort.get().call, 'iceberg');
    expect(['results', 'patterns', 'structures'].map((layer) => stateOf(focus, layer as 'results'))).toEqual([
      'open',
      'current',
      'closed',
    ]);
    expect(homeOf(s, 'results')).toBe('results');
    expect(s.notice.get()).toBeNull();
    expect(homeOf(s, 'beliefs')).toBe('patterns');
    expect(s.notice.get()?.key).toBe('method.layer.movedHere');
    go(s, { do: 'all-layers' });
    expect(homeOf(s, 'beliefs')).toBe('beliefs');
  });

  it('take the view along, but not of somebody who moved it within 20 seconds or is writing', () => {
    const s = one('iceberg');
    go(s, { do: 'go', phase: 'iceberg' });
    const shown: string[] = [];
    let isBusy = false;
    const stop = followFocus(s, { show: (layer) => shown.push(layer), isBusy: () => isBusy });
    vi.advanceTimersByTime(30_000);
    go(s, { do: 'layer', layer: 'patterns' });
    expect(shown).toEqual(['patterns']);
    byHand.mark();
    vi.advanceTimersByTime(19_000);
    go(s, { do: 'layer', layer: 'structures' });
    expect(shown).toEqual(['patterns']);
    s.notice.get()?.action?.run();
    expect(shown).toEqual(['patterns', 'structures']);
    vi.advanceTimersByTime(2_000);
    isBusy = true;
    go(s, { do: 'layer', layer: 'beliefs' });
    expect(shown).toHaveLength(2);
    stop();
  });

  it('bringing is closed only while a call runs that has not opened it', () => {
    const s = one('iceberg');
    expect(isBringingClosed(s.cohort.get().call)).toBe(false);
    go(s, { do: 'start' });
    expect(isBringingClosed(s.cohort.get().call)).toBe(true);
    go(s, { do: 'go', phase: 'transfer' });
    expect(isBringingClosed(s.cohort.get().call)).toBe(false);
  });
});

describe('large changes of an open board', () => {
  const fill = (s: BoardSession, count: number): NoteId[] =>
    addAll(
      s,
      Array.from({ length: count }, (_, i) => ({
        text: `nota ${i}`,
        pos: [700 + i * 30, 300] as const,
        operational: false,
        programmatic: false,
      })),
    );

  it('are recorded as they happen and undone by another person, in words', () => {
    const [ana, luis] = sessions('iceberg', 2);
    if (!ana || !luis) throw new Error('two sessions');
    const ids = fill(ana, 14);
    removeNotes(ana, ids);
    vi.advanceTimersByTime(125_000);
    const [offer] = bulkOffers(luis);
    if (!offer) throw new Error('nothing to undo');
    const say = (...[key, values]: Parameters<Parameters<typeof wordsFor>[4]>) => textIn('es', key, values);
    expect(wordsFor(luis, offer, 'es', Date.now(), say)).toBe('Ana Rivera borró 14 notas, hace 2 minutos');
    expect(undoBulkChange(luis, offer)).toEqual({ what: 'deleted', restored: 14, kept: 0 });
    expect(readNotes(ana.doc)).toHaveLength(14);
    luis.undo.undo();
    expect(readNotes(ana.doc)).toHaveLength(0);
  });

  it('keep one record while arrow keys go on, and it leads back to the beginning', () => {
    const s = one('iceberg');
    const ids = fill(s, 10);
    vi.advanceTimersByTime(5_000);
    const before = readNotes(s.doc).map((note) => note.pos);
    for (let step = 0; step < 6; step++) {
      nudgeNotes(s, ids, 10, 0);
      vi.advanceTimersByTime(200);
    }
    vi.advanceTimersByTime(2_000);
    const moved = bulkOffers(s).filter(({ record }) => record.what === 'moved');
    expect(moved).toHaveLength(1);
    if (moved[0]) undoBulkChange(s, moved[0]);
    expect(readNotes(s.doc).map((note) => note.pos)).toEqual(before);
  });

  it('cannot be undone by who only reads', () => {
    const s = one('iceberg');
    removeNotes(s, fill(s, 9));
    const [offer] = bulkOffers(s);
    (s.right as WritableStore<'read' | 'write'>).set('read');
    expect(offer && undoBulkChange(s, offer)).toBeNull();
    expect(readNotes(s.doc)).toEqual([]);
  });
});

it('links tell their views when they come, and go with their notes', () => {
  const [ana, luis] = sessions('iceberg', 2);
  if (!ana || !luis) throw new Error('two sessions');
  const result = addNote(ana, 'results', { text: 'Se nota' });
  const belief = addNote(ana, 'beliefs', { text: 'Creemos' });
  const other = addNote(ana, 'beliefs', { text: 'También' });
  if (!result || !belief || !other) throw new Error('three notes');
  let told = 0;
  const stop = linksStore(luis).subscribe(() => {
    told += 1;
  });
  expect(toggleLink(ana, belief, other)).toBeNull();
  expect(toggleLink(ana, result, belief)).toBe('linked');
  expect(linksStore(luis).get()).toMatchObject([{ from: belief, to: result }]);
  expect(told).toBeGreaterThan(0);
  const note = ana.notes.get().find((one) => one.id === belief);
  expect(note && sustainable(ana, note).map((one) => one.id)).toEqual([result]);
  removeNotes(luis, [result]);
  expect(linksStore(ana).get()).toEqual([]);
  luis.undo.undo();
  expect(linksStore(ana).get()).toHaveLength(1);
  expect(toggleLink(luis, belief, result)).toBe('unlinked');
  expect(linksStore(ana).get()).toEqual([]);
  stop();
});

it('practice ticks off own deeds only, each by itself', () => {
  const [ana, luis] = sessions('practice', 2);
  if (!ana || !luis) throw new Error('two sessions');
  const stop = watchTried(ana);
  const his = addNote(luis, 'practice', { text: 'Desde Ponce' });
  if (!his) throw new Error('a note');
  setFlag(luis, [his], 'star', true);
  removeNotes(luis, [his]);
  expect(triedOn(ana).get()).toEqual({ written: false, moved: false, marked: false, deleted: false });
  const blank = addNote(ana, 'practice');
  if (!blank) throw new Error('a note');
  expect(triedOn(ana).get().written).toBe(false);
  const hers = addNote(ana, 'practice', { text: 'Desde Añasco' });
  if (!hers) throw new Error('a note');
  expect(triedOn(ana).get()).toMatchObject({ written: true, moved: false });
  nudgeNotes(ana, [hers], 30, 0);
  expect(triedOn(ana).get()).toMatchObject({ moved: true, deleted: false });
  moveToArea(ana, [hers], 'practice');
  expect(areaOf('practice', [0, 0])).toBe('practice');
  removeNotes(ana, [hers]);
  expect(triedOn(ana).get()).toEqual({ written: true, moved: true, marked: false, deleted: true });
  stop();
});
