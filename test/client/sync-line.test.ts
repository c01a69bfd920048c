/** The status machine: what people are told about their work, event by event. */
import { describe, expect, it } from 'vitest';
import {
  isSameState,
  type Line,
  type LineEvent,
  nextLine,
  shouldAsk,
  shouldForget,
  startLine,
  syncStateOf,
} from '../../client/sync/line.ts';

const run = (events: readonly LineEvent[], from: Line = startLine(0)): Line => events.reduce(nextLine, from);
const changed: LineEvent = { kind: 'changed' };
const goesOn: LineEvent = { kind: 'changed', goesOn: true };
const opened: LineEvent = { kind: 'opened' };
const handedOver: LineEvent = { kind: 'handed-over' };
const asked: LineEvent = { kind: 'asked' };
const answered: LineEvent = { kind: 'answered' };
const overdue: LineEvent = { kind: 'overdue' };
const lost = (code: number | null): LineEvent => ({ kind: 'lost', code });
const met: readonly LineEvent[] = [opened, handedOver, answered];

describe('what people are told', () => {
  it.each<[string, readonly LineEvent[], string, number]>([
    ['nothing happened yet', [], 'loading', 0],
    ['open, nothing answered', [opened], 'loading', 0],
    ['the first answer, nothing written', [opened, answered], 'synced', 0],
    ['written, not yet asked', [...met, changed], 'saving', 0],
    ['written and asked', [...met, changed, asked], 'saving', 0],
    ['written, asked, answered', [...met, changed, asked, answered], 'synced', 0],
    ['written again while asking', [...met, changed, asked, changed, answered], 'saving', 0],
    ['and asked again', [...met, changed, asked, changed, answered, asked, answered], 'synced', 0],
    ['nobody answers at the start', [lost(null)], 'offline', 0],
    ['lost with nothing written', [...met, lost(1006)], 'offline', 0],
    ['written offline, twice', [...met, lost(1006), changed, changed], 'offline', 2],
    ['a note of several letters is one change', [...met, lost(1006), changed, goesOn, goesOn, changed], 'offline', 2],
    [
      'the rest of a change whose beginning is saved',
      [...met, changed, asked, goesOn, answered, lost(1006)],
      'offline',
      1,
    ],
    ['lost before the answer', [...met, changed, asked, lost(1006)], 'offline', 1],
    ['back, the provider’s own question answered', [...met, lost(1006), changed, opened, answered], 'saving', 0],
    ['back, handed over, asked, answered', [...met, lost(1006), changed, ...met, asked, answered], 'synced', 0],
    ['the server cannot save', [...met, changed, asked, lost(1013)], 'server-trouble', 0],
    ['the board is full', [...met, changed, lost(4413)], 'server-trouble', 0],
    ['a temporary code of ours', [lost(4503)], 'server-trouble', 0],
    ['the server stops for a moment', [...met, lost(1001)], 'offline', 0],
    ['an answer that does not come', [...met, changed, asked, overdue], 'server-trouble', 0],
    ['it came after all', [...met, changed, asked, overdue, answered], 'synced', 0],
  ])('%s', (_name, events, kind, unsent) => {
    const state = syncStateOf(run(events));
    expect(state.kind).toBe(kind);
    if (state.kind === 'offline') expect(state.unsent).toBe(unsent);
  });

  it('keeps a refusal, whatever comes later', () => {
    for (const why of ['expired', 'forbidden', 'gone'] as const) {
      const line = run([...met, { kind: 'refused', why }, lost(1006), answered]);
      expect(syncStateOf(line)).toEqual({ kind: 'refused', why });
    }
  });

  it('starts anew when a refused line opens again', () => {
    expect(syncStateOf(run([{ kind: 'refused', why: 'forbidden' }, ...met])).kind).toBe('synced');
  });
});

describe('never says saved too early', () => {
  it('does not count the provider’s own first question', () => {
    expect(syncStateOf(run([changed, opened, handedOver, answered])).kind).not.toBe('synced');
  });

  it('does not count work of an earlier visit as saved', () => {
    const line = run(met, startLine(1));
    expect(syncStateOf(line).kind).toBe('saving');
    expect(shouldAsk(line)).toBe(true);
    expect(syncStateOf(run([asked, answered], line)).kind).toBe('synced');
  });

  it('does not ask before what was written offline has been handed over', () => {
    const back = run([...met, lost(1006), changed, opened, answered]);
    expect(shouldAsk(back)).toBe(false);
    expect(shouldAsk(run([handedOver], back))).toBe(true);
  });

  it('forgets questions of a connection that ended', () => {
    const line = run([...met, changed, asked, lost(1006), opened, answered]);
    expect(syncStateOf(line).kind).toBe('saving');
  });

  it('ignores answers nobody asked for', () => {
    expect(run([...met, answered, answered])).toEqual(run(met));
  });

  it('holds over every order of events', () => {
    const all: readonly LineEvent[] = [changed, opened, handedOver, asked, answered, lost(1006), overdue];
    // All walks of six steps: a line that says «synced» has asked after its last change on this connection.
    const walk = (line: Line, covered: boolean, depth: number): void => {
      if (syncStateOf(line).kind === 'synced') expect(line.changes === 0 || covered).toBe(true);
      if (depth === 0) return;
      for (const event of all) {
        const next = nextLine(line, event);
        const confirmed = event.kind === 'answered' && next.saved === next.changes && next.saved > line.saved;
        walk(next, event.kind === 'changed' ? false : covered || confirmed, depth - 1);
      }
    };
    walk(startLine(0), true, 5);
  });
});

it('asks one question at a time, and only when something is unsaved', () => {
  expect(shouldAsk(run(met))).toBe(false);
  expect(shouldAsk(run([...met, changed]))).toBe(true);
  expect(shouldAsk(run([...met, changed, asked]))).toBe(false);
  expect(shouldAsk(run([...met, changed, asked, answered]))).toBe(false);
  expect(shouldAsk(run([...met, changed, lost(1006)]))).toBe(false);
});

it('tells states apart by what people would read', () => {
  expect(isSameState({ kind: 'offline', unsent: 1 }, { kind: 'offline', unsent: 1 })).toBe(true);
  expect(isSameState({ kind: 'offline', unsent: 1 }, { kind: 'offline', unsent: 2 })).toBe(false);
  expect(isSameState({ kind: 'refused', why: 'gone' }, { kind: 'refused', why: 'expired' })).toBe(false);
  expect(isSameState({ kind: 'synced' }, { kind: 'saving' })).toBe(false);
});

describe('what this device keeps of a board that was shut', () => {
  const shut: LineEvent = { kind: 'refused', why: 'forbidden' };
  it.each<[string, readonly LineEvent[], boolean]>([
    ['nothing, when the server has it all', [...met, changed, asked, answered, shut], true],
    ['what was never sent', [...met, lost(1006), changed, shut], false],
    ['what was sent and not confirmed', [...met, changed, asked, shut], false],
    ['all of it, when only the seat expired', [...met, { kind: 'refused', why: 'expired' }], false],
    ['all of it, while the line is merely lost', [...met, lost(1006)], false],
  ])('%s', (_, events, forgets) => {
    expect(shouldForget(run(events))).toBe(forgets);
  });
  it('what an earlier visit left unsent', () => {
    expect(shouldForget(run([shut], startLine(1)))).toBe(false);
  });
});
