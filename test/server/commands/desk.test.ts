/** Heavy work on board files: in a process of its own, bounded in number, time and memory; the same result as without one. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { doWork, type Work } from '../../../server/commands/board-work.ts';
import { createDesk, type Desk, type DeskLimits } from '../../../server/commands/desk.ts';
import { seedBoard } from '../../../shared/board/document.ts';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { newNoteId } from '../../../shared/ids.ts';

const logged: string[] = [];
let desks: Desk[] = [];
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
  desks = [];
  logged.length = 0;
});

/** What is asked to happen later, by how many ms; the test calls it. */
const timers = new Map<number, () => void>();
let isSlow = false;
const clock = {
  within: <T>(_ms: number, work: () => T) => (isSlow ? null : { value: work() }),
  after: (ms: number, call: () => void) => {
    timers.set(ms, call);
    return () => {
      if (timers.get(ms) === call) timers.delete(ms);
    };
  },
};
function deskWith(limits: Partial<DeskLimits> = {}): Desk {
  timers.clear();
  isSlow = false;
  const desk = createDesk(clock, (event, fields) => logged.push(JSON.stringify({ event, ...fields })), {
    smallBytes: 0,
    ...limits,
  });
  desks.push(desk);
  return desk;
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const file = (texts: readonly string[]) => ({
  kind: 'tempano-board',
  version: 1,
  board: { kind: 'iceberg', title: ' Uno ' },
  notes: texts.map((text, i) => ({ id: `n${i}`, text, x: 700, y: 200 + i })),
});
const surroundings = {
  exportedAt: '',
  title: 'Uno',
  cohort: { name: 'C', date: '2026-11-20' },
  organisation: null,
  people: [],
};
const body = (): Uint8Array => encode({ snapshot: file(['Hola', 'Adiós']), as: 'in-place' });

function boardWith(...texts: string[]): Uint8Array {
  const doc = new Y.Doc();
  seedBoard(doc, 'iceberg');
  addNotes(
    { doc, origin: null },
    texts.map((text) => ({ id: newNoteId(), pos: [700, 200] as const, createdAt: 1, text })),
  );
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return state;
}
function textsOf(...updates: Uint8Array[]): string[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const texts = readNotes(doc).map(({ text }) => text);
  doc.destroy();
  return texts.sort();
}

it('reads a file, and says what is wrong with one, in a process as without one', async () => {
  const desk = deskWith();
  const bodies = [body(), encode({ snapshot: { kind: 'x' }, as: 'in-place' }), encode({ as: 'x' }), encode([])];
  for (const sent of [...bodies, new Uint8Array(), new TextEncoder().encode('{')]) {
    const here = doWork('open', { body: sent.slice() });
    expect(await desk.do('open', { body: sent })).toEqual(here);
  }
  const opened = await desk.do('open', { body: body() });
  expect(opened).toMatchObject({ ok: true, value: { as: 'in-place', kind: 'iceberg', title: 'Uno' } });
});

it('lays a file on a board, with what was there before, and beside what is written meanwhile', async () => {
  const desk = deskWith();
  const state = boardWith('vieja');
  const opened = await desk.do('open', { body: body() });
  if (!opened.ok) throw new Error(opened.why);
  const work: Work['lay'] = {
    file: opened.value.file,
    kind: 'iceberg',
    now: 5,
    onto: { state: [state.slice()], surroundings },
  };
  const laid = await desk.do('lay', work);
  expect(laid.before?.notes).toBe(1);
  expect(new TextDecoder().decode(laid.before?.json)).toContain('vieja');
  expect(textsOf(state, laid.update)).toEqual(['Adiós', 'Hola']);
  const meanwhile = boardWith('mientras');
  expect(textsOf(state, meanwhile, laid.update)).toEqual(['Adiós', 'Hola', 'mientras']);
});

it('makes a new board of a file, and shows a board', async () => {
  const desk = deskWith();
  const { update, before } = await desk.do('lay', {
    file: encode(file(['Hola'])),
    kind: 'iceberg',
    now: 5,
    onto: null,
  });
  expect(before).toBeNull();
  const shown = await desk.do('show', { state: [update], surroundings });
  expect(JSON.parse(new TextDecoder().decode(shown.json))).toMatchObject({ notes: [{ text: 'Hola' }] });
});

it('does small work at once, without a process', async () => {
  const desk = deskWith({ smallBytes: 10_000 });
  await desk.do('open', { body: body() });
  expect(timers.size).toBe(0);
});

it('refuses work when too much is waiting, and does the rest in order', async () => {
  const desk = deskWith({ waiting: 2 });
  const done: number[] = [];
  const pieces = [0, 1, 2].map((n) => desk.do('open', { body: body() }).then(() => done.push(n)));
  await expect(desk.do('open', { body: body() })).rejects.toMatchObject({ why: 'server-busy' });
  await Promise.all(pieces);
  expect(done).toEqual([0, 1, 2]);
});

it('gives up a file that takes too much memory, and goes on with the next', async () => {
  const desk = deskWith({ memoryMb: 24 });
  const bomb = new TextEncoder().encode(`[${'{},'.repeat(2_000_000)}{}]`);
  const [bombed, next] = await Promise.allSettled([desk.do('open', { body: bomb }), desk.do('open', { body: body() })]);
  expect(bombed).toMatchObject({ status: 'rejected', reason: { why: 'too-complex' } });
  expect(next).toMatchObject({ status: 'fulfilled', value: { ok: true } });
});

it('gives up work that takes too long', async () => {
  const desk = deskWith({ workMs: 77 });
  const slow = desk.do('open', { body: body() });
  timers.get(77)?.();
  await expect(slow).rejects.toMatchObject({ why: 'too-complex' });
  expect(await desk.do('open', { body: body() })).toMatchObject({ ok: true });
});

it('lets its process go when there is nothing to do, and starts another one', async () => {
  const desk = deskWith({ idleMs: 33 });
  await desk.do('open', { body: body() });
  expect([...timers.keys()]).toEqual([33]);
  timers.get(33)?.();
  expect(timers.size).toBe(0);
  expect(await desk.do('open', { body: body() })).toMatchObject({ ok: true });
});

it('says nothing of what was written when its own file is damaged', async () => {
  const desk = deskWith();
  const damaged = desk.do('lay', { file: encode({ SECRETO: 1 }), kind: 'iceberg', now: 5, onto: null });
  await expect(damaged).rejects.toMatchObject({ why: 'failed' });
  expect(logged.join()).toContain('board-work-failed');
  expect(logged.join()).not.toContain('SECRETO');
});

it('ends everything that is under way or waits when it is closed', async () => {
  const desk = deskWith();
  const pieces = [0, 1].map(() => desk.do('open', { body: body() }));
  const ends = Promise.allSettled(pieces);
  await desk.close();
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(timers.size).toBe(0);
});

it.each([
  ['at once when it is small', false, 0],
  ['in a process when it takes long, however small it is', true, 1],
])('does work %s', async (_, slow, processes) => {
  const desk = deskWith({ smallBytes: 1_000_000, idleMs: 77 });
  isSlow = slow;
  const shown = await desk.do('show', { state: [boardWith('Hola')], surroundings });
  expect([shown.notes, timers.size]).toEqual([1, processes]);
});

it('counts in a process, however small the board is', async () => {
  const desk = deskWith({ smallBytes: 1_000_000, idleMs: 77 });
  const { counts } = await desk.do('count', { state: [boardWith('Hola')], now: 1, isGroup: false });
  expect([Object.values(counts).includes(1), timers.size]).toEqual([true, 1]);
});

describe.runIf(process.platform === 'linux')('A process that the system ends', () => {
  it('costs nothing once, and the second time the piece is too much', async () => {
    const desk = deskWith();
    const show = () => desk.do('show', { state: [boardWith('Hola')], surroundings });
    const asked = show();
    endChildren();
    expect((await asked).notes).toBe(1);
    // The one that waits for more work could answer before anything is ended.
    endChildren();
    const ending = setInterval(endChildren, 1);
    try {
      await expect(show()).rejects.toMatchObject({ why: 'too-complex' });
    } finally {
      clearInterval(ending);
    }
    expect((await show()).notes).toBe(1);
  });
});

describe('A process that the system does not start', () => {
  const node = process.execPath;
  afterEach(() => {
    process.execPath = node;
  });

  it.each([
    ['at once', 'no\0de'],
    ['a moment later', '/nowhere/node'],
  ])('is no fault of the file: whoever asked is told to come again, %s, and so is the next', async (_when, path) => {
    const desk = deskWith();
    const open = () => desk.do('open', { body: body() });
    process.execPath = path;
    const both = await Promise.allSettled([open(), open()]);
    const busy = { status: 'rejected', reason: { why: 'server-busy' } };
    expect(both).toMatchObject([busy, busy]);
    process.execPath = node;
    expect(await open()).toMatchObject({ ok: true });
  });
});

const ended = new Set<number>();
/** The processes that do the work and were not ended here: this one may have others. */
function childrenNow(): number[] {
  const own = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
  return own
    .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('board-work-process'))
    .map(Number)
    .filter((pid) => !ended.has(pid));
}
function endChildren(): void {
  for (const pid of childrenNow()) {
    process.kill(pid, 'SIGKILL');
    ended.add(pid);
  }
}
