/** What this device keeps, and that it says so only when it does. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { openShelf, type Shelf } from '../../client/sync/shelf.ts';
import type { ShelfStore, Writers } from '../../client/sync/shelf-store.ts';

/** A browser's storage in memory, that can refuse and that can be slow. */
class Device implements ShelfStore {
  updates: Uint8Array[] = [];
  mark: Uint8Array | null = null;
  writers = new Map<string, number>();
  isFull = false;
  closed = 0;
  /** While there is one, nothing is stored before it resolves. */
  hold: Promise<void> | null = null;

  async read() {
    return { updates: [...this.updates], mark: this.mark, writers: new Map(this.writers) };
  }
  async add(update: Uint8Array, writer: readonly [string, number] | null) {
    await this.hold;
    if (this.isFull) throw new DOMException('no room', 'QuotaExceededError');
    if (writer !== null) this.writers.set(...writer);
    return this.updates.push(update);
  }
  async fold(merge: (updates: Uint8Array[]) => Uint8Array) {
    this.updates = [merge(this.updates)];
  }
  async setMark(mark: Uint8Array, writers: Writers) {
    this.mark = mark;
    for (const [window, times] of writers) if (this.writers.get(window) === times) this.writers.delete(window);
  }
  close() {
    this.closed += 1;
  }
}

const open: { shelf: Shelf; doc: Y.Doc }[] = [];
function visit(device: Device | (() => Promise<ShelfStore>)): { shelf: Shelf; doc: Y.Doc } {
  const doc = new Y.Doc();
  const shelf = openShelf(doc, typeof device === 'function' ? device : async () => device);
  open.push({ shelf, doc });
  return { shelf, doc };
}
const textOf = (doc: Y.Doc): string => doc.getText('t').toString();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { shelf, doc } of open.splice(0)) {
    shelf.close();
    doc.destroy();
  }
  vi.useRealTimers();
});

describe('the shelf of a board', () => {
  it('has everything again at the next visit', async () => {
    const device = new Device();
    const first = visit(device);
    first.doc.getText('t').insert(0, 'antes de abrir ');
    await first.shelf.ready;
    first.doc.getText('t').insert(0, 'después ');
    await vi.waitFor(() => expect(device.updates.length).toBe(2));
    first.shelf.close();
    const second = visit(device);
    expect(await second.shelf.ready).toEqual({ found: true, unsent: true });
    expect(textOf(second.doc)).toBe('después antes de abrir ');
  });

  it('stores what was written before it closed, also behind something that is being stored', async () => {
    const device = new Device();
    const { shelf, doc } = visit(device);
    await shelf.ready;
    let release = (): void => undefined;
    device.hold = new Promise((resolve) => {
      release = resolve;
    });
    doc.getText('t').insert(0, 'uno ');
    doc.getText('t').insert(0, 'dos ');
    shelf.close();
    expect(device.closed).toBe(0);
    release();
    await vi.waitFor(() => expect(device.closed).toBe(1));
    expect(textOf(visit(device).doc)).toBe('');
    const again = visit(device);
    await again.shelf.ready;
    expect(textOf(again.doc)).toBe('dos uno ');
  });

  it('puts away what waits once the page goes, whatever is being put away', async () => {
    const device = new Device();
    const asked: number[] = [];
    const slow: ShelfStore = {
      read: () => device.read(),
      add: (update) => {
        asked.push(update.length);
        return new Promise(() => undefined);
      },
      fold: (merge) => device.fold(merge),
      setMark: (mark, writers) => device.setMark(mark, writers),
      close: () => device.close(),
    };
    const { shelf, doc } = visit(async () => slow);
    await shelf.ready;
    doc.getText('t').insert(0, 'a');
    doc.getText('t').insert(1, 'la vez');
    expect(asked).toHaveLength(1);
    shelf.hurry();
    expect(asked).toHaveLength(2);
    shelf.hurry();
    expect(asked).toHaveLength(2);
  });

  it('knows what the server has: also that something was only deleted since', async () => {
    const device = new Device();
    const first = visit(device);
    await first.shelf.ready;
    first.doc.getText('t').insert(0, 'guardado en el servidor');
    await vi.waitFor(() => expect(device.updates.length).toBe(1));
    first.shelf.markSaved();
    first.shelf.close();
    const second = visit(device);
    expect(await second.shelf.ready).toEqual({ found: true, unsent: false });
    second.doc.getText('t').delete(0, 8);
    await vi.waitFor(() => expect(device.updates.length).toBe(2));
    second.shelf.close();
    expect(await visit(device).shelf.ready).toEqual({ found: true, unsent: true });
  });

  it('holds nobody to have something to send who only read, however soon they come back', async () => {
    const device = new Device();
    const server = new Y.Doc();
    server.getText('t').insert(0, 'de otra persona');
    const reader = visit(device);
    await reader.shelf.ready;
    Y.applyUpdate(reader.doc, Y.encodeStateAsUpdate(server), 'wire');
    await vi.waitFor(() => expect(device.updates.length).toBe(1));
    expect(await visit(device).shelf.ready).toEqual({ found: true, unsent: false });
    server.destroy();
  });

  it('does not take one window for saved because another one is', async () => {
    const device = new Device();
    const [one, other] = [visit(device), visit(device)];
    await Promise.all([one.shelf.ready, other.shelf.ready]);
    one.doc.getText('t').insert(0, 'sin enviar');
    await vi.waitFor(() => expect(device.updates.length).toBe(1));
    other.doc.getText('t').insert(0, 'enviado');
    await vi.waitFor(() => expect(device.updates.length).toBe(2));
    other.shelf.markSaved();
    const next = visit(device);
    expect(await next.shelf.ready).toEqual({ found: true, unsent: true });
    next.shelf.markSaved();
    expect(await visit(device).shelf.ready).toEqual({ found: true, unsent: false });
  });

  it('does not take for saved what another window wrote after this one had opened', async () => {
    const device = new Device();
    const one = visit(device);
    await one.shelf.ready;
    one.doc.getText('t').insert(0, 'antes ');
    await vi.waitFor(() => expect(device.updates.length).toBe(1));
    const other = visit(device);
    await other.shelf.ready;
    one.doc.getText('t').insert(0, 'después ');
    await vi.waitFor(() => expect(device.updates.length).toBe(2));
    other.shelf.markSaved();
    expect(await visit(device).shelf.ready).toEqual({ found: true, unsent: true });
    one.shelf.markSaved();
    expect(await visit(device).shelf.ready).toEqual({ found: true, unsent: false });
  });

  it('says so when the device has no room, tries again, and then says that it keeps', async () => {
    const device = new Device();
    const { shelf, doc } = visit(device);
    await shelf.ready;
    device.isFull = true;
    doc.getText('t').insert(0, 'sin sitio ');
    await vi.waitFor(() => expect(shelf.keeps.get()).toBe(false));
    doc.getText('t').insert(0, 'más ');
    device.isFull = false;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shelf.keeps.get()).toBe(true);
    const again = visit(device);
    await again.shelf.ready;
    expect(textOf(again.doc)).toBe('más sin sitio ');
  });

  it.each<[string, () => Promise<ShelfStore>]>([
    ['refuses', () => Promise.reject(new DOMException('private window', 'InvalidStateError'))],
    ['never answers', () => new Promise(() => undefined)],
    ['has no such storage', async () => indexedDB as never],
  ])('goes on without it when the browser %s, and says that nothing is kept', async (_, refuse) => {
    const { shelf } = visit(refuse);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await shelf.ready).toEqual({ found: false, unsent: false });
    expect(shelf.keeps.get()).toBe(false);
  });

  it('folds many updates into one, and loses none', async () => {
    const device = new Device();
    const { shelf, doc } = visit(device);
    await shelf.ready;
    for (let i = 0; i < 501; i += 1) {
      doc.getText('t').insert(0, 'a');
      await vi.advanceTimersByTimeAsync(0);
    }
    await vi.waitFor(() => expect(device.updates.length).toBeLessThan(20));
    const again = visit(device);
    await again.shelf.ready;
    expect(textOf(again.doc).length).toBe(501);
  });

  it('keeps the good records beside a damaged one', async () => {
    const device = new Device();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'entero');
    device.updates = [new Uint8Array([255, 255, 255]), Y.encodeStateAsUpdate(doc)];
    doc.destroy();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const again = visit(device);
    await again.shelf.ready;
    warn.mockRestore();
    expect(textOf(again.doc)).toBe('entero');
  });
});
