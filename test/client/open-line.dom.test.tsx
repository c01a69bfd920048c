/** A line against a scripted server: what it sends, and what it says of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addNotes, readNotes } from '../../shared/board/notes.ts';
import { newNoteId } from '../../shared/ids.ts';
import {
  awarenessFrame,
  deniedFrame,
  readAwarenessEntries,
  readClientMessage,
  rightFrame,
  step1Frame,
  updateFrame,
  wordFrame,
} from '../../shared/protocol.ts';
import { beginLines, endLines, last, openLine, pass, sockets, stateOf } from '../kit/server-end.ts';

beforeEach(beginLines);
afterEach(endLines);

describe('what is sent', () => {
  it('offers its token as a subprotocol, never in the address', async () => {
    await openLine();
    expect(last().protocols).toEqual(['tempano', 't']);
    expect(last().address).toMatch(/^ws:\/\/board\.test\/sync\/[\w-]{21}$/);
  });

  it('hands over 20 MB written offline in parts a relay takes, and then says that it is saved', async () => {
    const ana = await openLine();
    const text = 'Lo que el equipo escribió durante el apagón. '.repeat(110);
    for (let i = 0; i < 4000; i += 1) ana.write(text);
    expect(Y.encodeStateAsUpdate(ana.doc).length).toBeGreaterThan(19_000_000);
    last().accept();
    await pass(1000);
    const largest = Math.max(...last().sent.map((frame) => frame.length));
    expect(largest).toBeLessThan(600 * 1024);
    expect(readNotes(last().doc).length).toBe(4000);
    await vi.waitFor(() => expect(stateOf(ana).kind).toBe('synced'));
  });

  it('cuts one huge paste made while connected as well', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    const text = 'x'.repeat(4900);
    const drafts = Array.from({ length: 4000 }, () => ({ id: newNoteId(), pos: [0, 0] as const, createdAt: 0, text }));
    addNotes({ doc: ana.doc, origin: 'hand' }, drafts);
    expect(Math.max(...last().sent.map((frame) => frame.length))).toBeLessThan(600 * 1024);
    expect(readNotes(last().doc).length).toBe(4000);
  });

  it('sends nothing that builds on what has not been handed over yet', async () => {
    const ana = await openLine();
    ana.write('sin conexión');
    const socket = last();
    socket.readyState = 1;
    socket.onopen?.();
    ana.write('antes de que el servidor pregunte');
    expect(socket.sent.map((frame) => readClientMessage(frame)?.kind)).toEqual(['step1', 'awareness']);
    socket.say(step1Frame(Y.encodeStateVector(socket.doc)));
    expect(readNotes(socket.doc).length).toBe(2);
  });

  it('tells its own presence only, and never echoes that of others', async () => {
    const ana = await openLine();
    ana.awareness.setLocalState({ user: 'ana' });
    last().accept();
    const before = last().sent.length;
    const state = new TextEncoder().encode('{"user":"luis"}');
    last().say(awarenessFrame([{ client: 77, clock: 1, state }]));
    expect(ana.awareness.getStates().get(77)).toEqual({ user: 'luis' });
    expect(last().sent.length).toBe(before);
    ana.awareness.setLocalStateField('view', 'list');
    const told = readClientMessage(last().sent.at(-1) ?? new Uint8Array());
    const entries = told?.kind === 'awareness' ? readAwarenessEntries(told.entries, 9, null) : null;
    expect(entries?.map((entry) => entry.client)).toEqual([ana.awareness.clientID]);
    last().end(1006);
    expect([...ana.awareness.getStates().keys()]).toEqual([ana.awareness.clientID]);
  });

  it('sends nothing while it may only read', async () => {
    const ana = await openLine();
    last().accept('read');
    await pass(10);
    ana.write('no debe salir');
    expect(last().sent.some((frame) => /update|step2/.test(readClientMessage(frame)?.kind ?? ''))).toBe(false);
    last().say(rightFrame('write'));
    last().say(step1Frame(Y.encodeStateVector(last().doc)));
    expect(readNotes(last().doc).length).toBe(1);
    await pass(1000);
    expect(stateOf(ana).kind).toBe('synced');
  });
});

describe('what it says', () => {
  it('says saved only after the answer to a question asked after the change', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    expect(stateOf(ana).kind).toBe('synced');
    last().answers = false;
    ana.write('¿guardada?');
    await pass(5000);
    expect(stateOf(ana).kind).toBe('saving');
    last().answer(Y.encodeStateVector(ana.doc));
    expect(stateOf(ana).kind).toBe('synced');
  });

  it('takes an empty board that has not arrived for nothing at all', async () => {
    const ana = await openLine();
    expect(ana.line.loaded.get()).toBe(false);
    last().answers = false;
    last().accept();
    last().say(awarenessFrame([]));
    last().say(updateFrame(new Uint8Array([0, 0])));
    expect(ana.line.loaded.get()).toBe(false);
    last().answer(new Uint8Array([0]));
    expect(ana.line.loaded.get()).toBe(true);
    // Seeding is the server's.
    expect(last().sent.some((frame) => frame.length > 200)).toBe(false);
  });

  it('tells a silent line from a server that does not save', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    last().answers = false;
    ana.write('una');
    await pass(11_000);
    expect(stateOf(ana).kind).toBe('offline');
    await pass(5000);
    last().say(awarenessFrame([]));
    await pass(6000);
    expect(stateOf(ana)).toMatchObject({ kind: 'server-trouble', why: 'cannot-save' });
    last().answer(Y.encodeStateVector(ana.doc));
    await pass(300);
    expect(stateOf(ana).kind).toBe('synced');
  });

  it('does not blame the server for a slow way to it', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    last().answers = false;
    ana.write('una foto de muchas palabras');
    for (let left = 10; left > 0; left -= 1) {
      last().bufferedAmount = left * 100_000;
      await pass(4000);
      last().say(awarenessFrame([]));
      expect(stateOf(ana).kind).toBe('saving');
    }
  });

  it('says that this device does not keep it where the browser has no storage', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    last().end(1006);
    ana.write('solo en esta ventana');
    expect(stateOf(ana)).toEqual({ kind: 'offline', unsent: 1, kept: false });
  });

  it('keeps what was not taken unsaved, and says so', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    ana.write('justo cuando cerraban');
    last().say(rightFrame('read'));
    last().say(deniedFrame('read-only'));
    await pass(3000);
    expect(stateOf(ana)).toMatchObject({ kind: 'server-trouble', why: 'read-only', unsent: 1 });
  });

  it('goes on when a message cannot be read', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const ana = await openLine();
    last().accept();
    await pass(10);
    ana.write('antes');
    last().say(updateFrame(new Uint8Array([9, 9, 9])));
    warn.mockRestore();
    expect(stateOf(ana).kind).toBe('offline');
    await pass(2000);
    expect(sockets.length).toBe(2);
    last().accept();
    await pass(1000);
    expect(stateOf(ana).kind).toBe('synced');
  });
});

describe('a word to this person alone', () => {
  const word = { id: 'w1', text: '¿Necesitas ayuda?', from: 'mari', at: 5 };

  it('is told, the last one only, and changes nothing else', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    expect(ana.line.word.get()).toBe(null);
    last().say(wordFrame(JSON.stringify(word)));
    expect(ana.line.word.get()).toEqual(word);
    last().say(wordFrame(JSON.stringify({ ...word, id: 'w2' })));
    expect([ana.line.word.get()?.id, stateOf(ana).kind, sockets.length]).toEqual(['w2', 'synced', 1]);
  });

  it.each(['', 'hola', 'null', '{"id":"w1"}', '{"id":1,"text":"x","from":"a","at":1}'])(
    'that is none, %j, is passed over, and the line goes on',
    async (json) => {
      const ana = await openLine();
      last().accept();
      await pass(10);
      last().say(wordFrame(json));
      expect([ana.line.word.get(), stateOf(ana).kind, sockets.length]).toEqual([null, 'synced', 1]);
    },
  );
});
