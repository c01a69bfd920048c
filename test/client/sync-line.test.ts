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
  wouldLose,
} from '../../client/sync/line.ts';

const run = (events: readonly LineEvent[], from: Line = startLine(0)): Line => events.reduce(nextLine, from);
const changed: LineEvent = { kind: 'changed' };
const goesOn: LineEvent = { kind: 'changed', goesOn: true };
const opened: LineEvent = { kind: 'opened' };
const handedOver: LineEvent = { kind: 'handed-over' };
const asked: LineEvent = { kind: 'asked' };
const answered: LineEvent = { kind: 'answered' };
const overdue: LineEvent = { kind: 'overdue', silent: false };
const silence: LineEvent = { kind: 'overdue', silent: true };
const denied: LineEvent = { kind: 'denied' };
const unkept: LineEvent = { kind: 'kept', kept: false };
const right = (to: 'read' | 'write'): LineEvent => ({ kind: 'right', right: to });
const lost = (code: number | null, reason = ''): LineEvent => ({ kind: 'lost', code, reason });
const met: readonly LineEvent[] = [opened, handedOver, answered];

describe('what people are told', () => {
  it.each<[string, readonly LineEvent[], string, number]>([
    ['nothing happened yet', [], 'loading', 0],
    ['open, nothing answered', [opened], 'loading', 0],
    ['the first answer, nothing written', [opened, answered], 'synced', 0],
    ['written, not yet asked', [...met, changed], 'saving', 1],
    ['written and asked', [...met, changed, asked], 'saving', 1],
    ['written, asked, answered', [...met, changed, asked, answered], 'synced', 0],
    ['written again while asking', [...met, changed, asked, changed, answered], 'saving', 1],
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
    ['back, the provider’s own question answered', [...met, lost(1006), changed, opened, answered], 'saving', 1],
    ['back, handed over, asked, answered', [...met, lost(1006), changed, ...met, asked, answered], 'synced', 0],
    ['an answer that does not come, while the server speaks', [...met, changed, asked, overdue], 'server-trouble', 1],
    ['it came after all', [...met, changed, asked, overdue, answered], 'synced', 0],
    ['nothing at all is heard any more', [...met, changed, asked, silence], 'offline', 1],
    ['and then is', [...met, changed, asked, silence, answered], 'synced', 0],
    ['a big board that is still on its way', [opened, silence], 'loading', 0],
    ['written before anything was connected', [changed], 'saving', 1],
    ['written before anything was connected, and nobody answers', [changed, lost(null)], 'offline', 1],
    ['the server stops for a moment', [...met, lost(1001)], 'offline', 0],
    ['the room starts again', [...met, changed, lost(1012)], 'offline', 1],
    ['this device reads too slowly', [...met, changed, lost(1013, 'slow-reader')], 'offline', 1],
    ['knocking at a server that cannot save', [...met, changed, lost(1013), opened, answered], 'server-trouble', 1],
    ['it can again', [...met, changed, lost(1013), ...met, asked, answered], 'synced', 0],
    ['it has died instead', [...met, changed, lost(1013), lost(1006)], 'offline', 1],
    ['what was denied is not saved', [...met, changed, asked, denied, answered], 'saving', 1],
    ['nobody may write any more', [...met, changed, asked, right('read'), denied, answered], 'server-trouble', 1],
    ['the right was taken after the work was stored', [...met, changed, asked, right('read'), answered], 'synced', 0],
    ['a reader with nothing unsent', [opened, right('read'), answered], 'synced', 0],
    [
      'and may again',
      [...met, changed, right('read'), denied, right('write'), handedOver, asked, answered],
      'synced',
      0,
    ],
  ])('%s', (_name, events, kind, unsent) => {
    const state = syncStateOf(run(events));
    expect(state.kind).toBe(kind);
    expect('unsent' in state ? state.unsent : 0).toBe(unsent);
  });

  it.each<[string, number, string, string]>([
    ['cannot save', 1013, 'cannot-save', 'cannot-save'],
    ['saves too slowly', 1013, 'cannot-save-that-fast', 'cannot-save'],
    ['cannot load', 1013, 'cannot-load', 'cannot-save'],
    ['is full of people', 1013, 'too-many-connections', 'crowded'],
    ['failed', 1011, '', 'cannot-save'],
    ['says something of ours', 4503, '', 'cannot-save'],
    ['has a full board', 4413, 'board-full', 'full'],
    ['cannot read us', 1008, 'undecodable', 'rejected'],
    ['finds us too big', 1009, '', 'rejected'],
  ])('a server that %s', (_name, code, reason, why) => {
    const told = { kind: 'server-trouble', why, unsent: 1, kept: true };
    expect(syncStateOf(run([...met, changed, lost(code, reason)]))).toEqual(told);
  });

  it('does not say that this device keeps what it does not keep', () => {
    for (const events of [[changed], [...met, changed], [...met, lost(1006), changed], [...met, changed, lost(1013)]]) {
      const kept = syncStateOf(run(events));
      const state = syncStateOf(run([...events, unkept]));
      expect(state).toEqual({ ...kept, kept: false });
      expect(wouldLose(kept)).toBe(false);
      expect(wouldLose(state)).toBe(true);
    }
    expect(wouldLose(syncStateOf(run([...met, unkept])))).toBe(false);
    expect(wouldLose(syncStateOf(run([...met, unkept, lost(1006)])))).toBe(false);
  });

  it('keeps a refusal, whatever comes later', () => {
    for (const why of ['expired', 'forbidden', 'gone', 'deleted'] as const) {
      const line = run([...met, { kind: 'refused', why }, lost(1006), answered]);
      expect(syncStateOf(line)).toEqual({ kind: 'refused', why, unsent: 0, kept: true });
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
    const all: readonly LineEvent[] = [changed, opened, handedOver, asked, answered, lost(1013), silence, denied];
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
  const here = { unsent: 1, kept: true };
  expect(isSameState({ kind: 'offline', ...here }, { kind: 'offline', ...here })).toBe(true);
  expect(isSameState({ kind: 'offline', ...here }, { kind: 'offline', ...here, unsent: 2 })).toBe(false);
  expect(isSameState({ kind: 'offline', ...here }, { kind: 'offline', ...here, kept: false })).toBe(false);
  expect(isSameState({ kind: 'refused', why: 'gone', ...here }, { kind: 'refused', why: 'expired', ...here })).toBe(
    false,
  );
  expect(isSameState({ kind: 'synced' }, { kind: 'saving', ...here })).toBe(false);
  expect(isSameState({ kind: 'synced' }, { kind: 'synced' })).toBe(true);
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
