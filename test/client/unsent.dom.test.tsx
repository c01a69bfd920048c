/** Which boards are looked into for something unsent, and that none is missed. */
import { beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openShelf } from '../../client/sync/shelf.ts';
import { shelfName } from '../../client/sync/shelf-name.ts';
import type { ShelfStore, Writers } from '../../client/sync/shelf-store.ts';
import { unsentBoards } from '../../client/sync/unsent.ts';
import { hint, hintOf } from '../../client/sync/unsent-hints.ts';
import { type BoardId, newBoardId, newPersonId, type PersonId } from '../../shared/ids.ts';

/** What the browser keeps, by name; what was opened; what another window does while one is read. */
const device = vi.hoisted(() => ({
  kept: new Map<string, { updates: Uint8Array[]; mark: Uint8Array | null; writers: Writers }>(),
  opened: [] as string[],
  meanwhile: (): void => undefined,
}));
vi.mock('../../client/sync/shelf-store.ts', () => ({
  openShelfStore: async (name: string): Promise<ShelfStore> => {
    device.opened.push(name);
    const kept = device.kept.get(name) ?? { updates: [], mark: null, writers: new Map() };
    device.kept.set(name, kept);
    return {
      async read() {
        const read = { ...kept };
        device.meanwhile();
        return read;
      },
      add: async (update, writer) => {
        if (writer !== null) kept.writers = new Map([writer]);
        kept.updates = [...kept.updates, update];
        return kept.updates.length;
      },
      fold: async () => undefined,
      async setMark(mark) {
        kept.mark = mark;
        kept.writers = new Map();
      },
      close: () => undefined,
    };
  },
}));

let person: PersonId;
let board: BoardId;
const other = newBoardId();
const name = (): string => shelfName(board, person);
const look = (): Promise<BoardId[]> => unsentBoards(person, [other, board]);

/** Something is written on the board, and sent or not. */
async function write(isSent: boolean): Promise<void> {
  const { openShelfStore } = await import('../../client/sync/shelf-store.ts');
  const doc = new Y.Doc();
  const shelf = openShelf(doc, () => openShelfStore(name()));
  await shelf.ready;
  doc.getText('t').insert(0, 'hola');
  await vi.waitFor(() => expect(device.kept.get(name())?.updates.length).toBe(1));
  if (isSent) shelf.markSaved();
  shelf.close();
  doc.destroy();
  hint(name());
  device.opened = [];
}

beforeEach(() => {
  person = newPersonId();
  board = newBoardId();
  device.opened = [];
  device.meanwhile = () => undefined;
  vi.stubGlobal('indexedDB', { databases: async () => [] });
});

it('looks only where something points to', async () => {
  expect(await look()).toEqual([]);
  expect(device.opened).toEqual([]);
  await write(false);
  expect(await look()).toEqual([board]);
  expect(await look()).toEqual([board]);
  expect(device.opened).toEqual([name(), name()]);
});

it('does not look again where all was sent', async () => {
  await write(true);
  expect(await look()).toEqual([]);
  expect(hintOf(name())).toBe(null);
  await look();
  expect(device.opened).toEqual([name()]);
});

it('looks again where another window wrote during the look', async () => {
  await write(true);
  device.meanwhile = () => hint(name());
  expect(await look()).toEqual([]);
  expect(hintOf(name())).not.toBe(null);
});

it('keeps what points to a board that could not be read', async () => {
  hint(name());
  expect(await look()).toEqual([]);
  expect(hintOf(name())).not.toBe(null);
});

it('looks once into all boards that are kept, and finds what nothing points to', async () => {
  await write(false);
  localStorage.clear();
  vi.stubGlobal('indexedDB', { databases: async () => [{ name: name() }, { name: 'another' }] });
  // The page looks again before the first look has ended.
  let again: Promise<BoardId[]> | null = null;
  device.meanwhile = () => {
    again ??= look();
  };
  expect(await look()).toEqual([board]);
  expect(await again).toEqual([board]);
  localStorage.clear();
  expect(await look()).toEqual([]);
  expect(await unsentBoards(person, [board], true)).toEqual([board]);
});

it('finds what is pointed to where the browser cannot list what it keeps', async () => {
  vi.stubGlobal('indexedDB', undefined);
  await write(false);
  expect(await look()).toEqual([board]);
});
