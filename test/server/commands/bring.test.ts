/** Bringing when the server dies between the two boards: doing it again puts everything right. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { bring, withdraw } from '../../../server/commands/bring.ts';
import { type Caller, type Context, callerOf } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { join } from '../../../server/commands/join.ts';
import { storeCopy } from '../../../server/commands/store-copy.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import type { Rooms } from '../../../server/sync/ports.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { notesOf } from '../../../shared/board/document.ts';
import { addNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import { type BoardId, type NoteId, newNoteId } from '../../../shared/ids.ts';
import { COUNT } from '../../../shared/limits.ts';
import { dyingRooms } from '../../kit/dying-rooms.ts';
import { smallPlan } from '../../kit/small-plan.ts';
import { trialsHere } from '../../kit/trials-here.ts';

let context: Context;
let rooms: Rooms;
let ana: Caller;
let iceberg: BoardId;
/** Boards whose next change fails, as if the server died before it. */
const failing = new Set<BoardId>();
/** The next copy that is to be rewritten is not. */
let failsAtCopies = false;
const note = newNoteId();
let end: () => Promise<void>;

beforeEach(async () => {
  const database = openMemoryDatabase();
  const storage = createBoardStore({ database, log: () => undefined });
  const log = (): void => undefined;
  const real = createRooms({ storage, clock: systemClock, trials: trialsHere(), log });
  rooms = dyingRooms(real, failing);
  const desk = createDesk(systemClock, log);
  const registry = openRegistry(database);
  const rewrite: typeof registry.copies.rewrite = (...a) => {
    if (!failsAtCopies) return registry.copies.rewrite(...a);
    failsAtCopies = false;
    throw new Error('the server died');
  };
  context = {
    registry: { ...registry, copies: { ...registry.copies, rewrite } },
    rooms,
    turns: createTurns(),
    desk,
    now: Date.now,
    log,
  };
  const { cohort, handedOut } = createCohort(context, smallPlan());
  const organisation = context.registry.organisations.of(cohort.id)[0]?.id ?? null;
  const joined = await join(context, { secret: handedOut.secrets.participation, name: 'Ana', organisation });
  const caller = joined.ok ? callerOf(context, joined.value.token) : null;
  const board = context.registry.boards.of(cohort.id).find(({ kind }) => kind === 'iceberg');
  if (!caller || !board) throw new Error('Ana has a board');
  ana = caller;
  iceberg = board.id;
  await rooms.change(iceberg, (doc) =>
    addNotes({ doc, origin: null }, [{ id: note, pos: [700, 200], createdAt: 1, text: 'Uno' }]),
  );
  end = async () => {
    await real.close();
    await storage.close();
    database.close();
  };
});
afterEach(() => end());

const copies = () => rooms.read(ana.cohort.groupBoard, (doc) => readNotes(doc).length);
const isMarked = () => rooms.read(iceberg, (doc) => noteAt(doc, note)?.brought !== null);
const bringIt = () => bring(context, ana, iceberg, { notes: [note], attribution: 'anonymous' });

it('heals a bring that got only as far as the group iceberg', async () => {
  failing.add(iceberg);
  await expect(bringIt()).rejects.toThrow('the server died');
  expect([await copies(), await isMarked()]).toEqual([1, false]);
  expect(await bringIt()).toMatchObject({ ok: true, value: { brought: [note] } });
  expect([await copies(), await isMarked()]).toEqual([1, true]);
});

it('heals a withdrawal in the same way', async () => {
  await bringIt();
  failing.add(iceberg);
  await expect(withdraw(context, ana, iceberg, [note])).rejects.toThrow('the server died');
  expect([await copies(), await isMarked()]).toEqual([0, true]);
  expect(await withdraw(context, ana, iceberg, [note])).toEqual({ ok: true, value: [note] });
  expect([await copies(), await isMarked()]).toEqual([0, false]);
});

const keep = async (): Promise<void> => {
  const board = context.registry.boards.at(ana.cohort.groupBoard);
  if (board) await storeCopy(context, ana.cohort, board, { name: 'Antes', by: '' });
};
const inCopies = (text: string): boolean =>
  context.registry.copies
    .of(ana.cohort.groupBoard)
    .some(({ id }) => context.registry.copies.at(ana.cohort.groupBoard, id)?.snapshot.includes(text));

it('takes a note whose mark is gone out of the copies too, where the server died before it had', async () => {
  await bringIt();
  await keep();
  await rooms.change(iceberg, (doc) => void notesOf(doc).delete(note));
  failsAtCopies = true;
  await expect(withdraw(context, ana, iceberg, [note])).rejects.toThrow('the server died');
  expect([await copies(), inCopies('Uno')]).toEqual([0, true]);
  expect(await withdraw(context, ana, iceberg, [note])).toMatchObject({ ok: true });
  expect(inCopies('Uno')).toBe(false);
});

it('takes the name off a note in the copies too, where the server died before it had', async () => {
  await bring(context, ana, iceberg, { notes: [note], attribution: 'name' });
  await keep();
  failsAtCopies = true;
  await expect(bringIt()).rejects.toThrow('the server died');
  expect([await copies(), inCopies(`g:${iceberg}:${note}`)]).toEqual([1, true]);
  expect(await bringIt()).toMatchObject({ ok: true, value: { brought: [note] } });
  expect([await copies(), inCopies(`g:${iceberg}:${note}`)]).toEqual([1, false]);
});

it('changes nothing when it does not even get to the group iceberg', async () => {
  failing.add(ana.cohort.groupBoard);
  await expect(bringIt()).rejects.toThrow('the server died');
  expect([await copies(), await isMarked()]).toEqual([0, false]);
});

it('makes one copy of a note brought many times at once', async () => {
  await Promise.all(Array.from({ length: 8 }, bringIt));
  expect([await copies(), await isMarked()]).toEqual([1, true]);
});

it('brings no more than the group iceberg holds, and again what is there', async () => {
  await bringIt();
  await rooms.change(ana.cohort.groupBoard, (doc) =>
    addNotes({ doc, origin: null }, manyNotes(COUNT.notesPerBoard - 1)),
  );
  await rooms.change(iceberg, (doc) =>
    addNotes({ doc, origin: null }, [{ id: one, pos: [700, 200], createdAt: 1, text: 'Dos' }]),
  );
  const attempt = (notes: NoteId[]) => bring(context, ana, iceberg, { notes, attribution: 'organisation' });
  expect(await attempt([note, one])).toMatchObject({ ok: false, why: 'group-full' });
  expect(await copies()).toBe(COUNT.notesPerBoard);
  expect(await attempt([note])).toMatchObject({ ok: true, value: { brought: [note] } });
});

const one = newNoteId();
const manyNotes = (count: number) =>
  Array.from({ length: count }, () => ({ id: newNoteId(), pos: [0, 0] as const, createdAt: 1, text: 'x' }));
