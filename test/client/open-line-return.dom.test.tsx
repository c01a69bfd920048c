/** How often a line comes back, and when it stops for good. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { Why } from '../../client/sync/request.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { beginLines, endLines, last, openLine, pass, type ServerEnd, sockets, stateOf } from '../kit/server-end.ts';

beforeEach(beginLines);
afterEach(endLines);

/** Answers every connection in the same way for so long, and counts them. */
async function refuseFor(ms: number, refuse: (socket: ServerEnd) => void): Promise<number> {
  const before = sockets.length;
  for (let passed = 0; passed < ms; passed += 100) {
    const socket = last();
    if (socket.readyState < 3) refuse(socket);
    await pass(100);
  }
  return sockets.length - before;
}
const TEN_MINUTES = 600_000;

describe('how it comes back', () => {
  it('knocks fewer than 45 times in ten minutes at a server that cannot save', async () => {
    const ana = await openLine();
    ana.write('por enviar');
    const knocks = await refuseFor(TEN_MINUTES, (socket) => {
      socket.accept();
      socket.end(1013, 'cannot-save');
    });
    expect(knocks).toBeGreaterThan(15);
    expect(knocks).toBeLessThan(45);
    expect(stateOf(ana)).toMatchObject({ kind: 'server-trouble', unsent: 1 });
    while (last().readyState !== 0) await pass(100);
    last().accept();
    await pass(1000);
    expect(stateOf(ana).kind).toBe('synced');
  });

  it('knocks no more often when the board is shown each time before the no', async () => {
    await openLine();
    const knocks = await refuseFor(TEN_MINUTES, (socket) => {
      if (socket.readyState === 0) socket.accept();
      else socket.end(1013, 'slow-reader');
    });
    expect(knocks).toBeLessThan(45);
  });

  it('asks a server that is gone at most every ten seconds', async () => {
    await openLine();
    const knocks = await refuseFor(TEN_MINUTES, (socket) => socket.end(1006));
    expect(knocks).toBeGreaterThan(50);
    expect(knocks).toBeLessThan(140);
  });

  it('does not ask for credentials each time', async () => {
    const ana = await openLine();
    await refuseFor(60_000, (socket) => socket.end(1006));
    expect(ana.asked).toBe(1);
  });

  it('comes back at once when the room starts again', async () => {
    const ana = await openLine();
    last().accept();
    await pass(15_000);
    last().end(1012, 'room-restarts');
    await pass(250);
    expect(sockets.length).toBe(2);
    last().accept();
    await pass(10);
    expect(stateOf(ana).kind).toBe('synced');
  });

  it('comes back with the first line of the window that gets in, unless the server said no to this one', async () => {
    const lines = [await openLine(), await openLine(), await openLine()];
    const [board, cohort, refused] = [...sockets];
    for (const socket of sockets) socket.accept();
    await pass(15_000);
    board?.end(1006);
    await pass(1000);
    expect(sockets.length).toBe(4);
    // The first one is on its way while the others begin to wait.
    cohort?.end(1006);
    refused?.end(1013, 'cannot-save');
    expect(sockets.length).toBe(4);
    last().accept();
    await pass(0);
    expect(sockets.length).toBe(5);
    last().accept();
    await pass(10);
    expect(lines.map((line) => stateOf(line).kind)).toEqual(['synced', 'synced', 'server-trouble']);
    for (const { line } of lines) line.close();
    await pass(TEN_MINUTES);
    expect(sockets.length).toBe(5);
  });

  it('is called back once only: two lines that break again and again do not keep each other busy', async () => {
    await openLine();
    await openLine();
    for (let ms = 0; ms < 60_000; ms += 20) {
      for (const socket of sockets) {
        if (socket.readyState === 0) socket.accept();
        else if (socket.readyState === 1) socket.end(1006);
      }
      await pass(20);
    }
    expect(sockets.length).toBeGreaterThan(10);
    expect(sockets.length).toBeLessThan(40);
  });

  it('gives up a line on which nothing is heard, and one that does not open', async () => {
    await openLine();
    await pass(21_000);
    expect(sockets.length).toBe(2);
    last().accept();
    await pass(30_000);
    expect(sockets.length).toBe(2);
    await pass(20_000);
    expect(sockets.length).toBe(3);
  });

  it('believes a browser that says the network is gone unless an answer to a question asked after that comes', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    window.dispatchEvent(new Event('offline'));
    await pass(3000);
    expect([stateOf(ana).kind, sockets.length]).toEqual(['synced', 1]);

    last().answers = false;
    ana.write('preguntada justo antes');
    await pass(300);
    window.dispatchEvent(new Event('offline'));
    last().answer(Y.encodeStateVector(ana.doc));
    expect(stateOf(ana).kind).toBe('synced');
    await pass(2400);
    expect(stateOf(ana).kind).toBe('synced');
    await pass(200);
    expect(stateOf(ana).kind).toBe('offline');
    await pass(2000);
    expect(sockets.length).toBe(2);
  });

  it('is not put off by a clock that jumps', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    for (const jump of [-86_400_000, 86_400_000, 0]) {
      vi.setSystemTime(Date.now() + jump);
      ana.write('con otra hora');
      await pass(1000);
      expect(stateOf(ana).kind).toBe('synced');
    }
    expect(sockets.length).toBe(1);
  });
});

describe('what is for good', () => {
  it.each<[number, Why, string]>([
    [4401, 'session-unknown', 'expired'],
    [4403, 'no-right', 'forbidden'],
    [4404, 'board-unknown', 'gone'],
    [4404, 'cohort-unknown', 'deleted'],
  ])('stops after %i and says why', async (code, refusal, why) => {
    const ana = await openLine();
    last().accept();
    ana.write('lo último');
    ana.refusal = refusal;
    last().answers = false;
    last().end(code);
    await pass(TEN_MINUTES);
    expect(sockets.length).toBe(1);
    expect(stateOf(ana)).toMatchObject({ kind: 'refused', why, unsent: 1 });
  });

  it('tries a new token before it says that the access expired, also after many failures', async () => {
    const ana = await openLine();
    await refuseFor(120_000, (socket) => socket.end(1006));
    await pass(11_000);
    last().end(4401);
    await pass(10);
    expect(ana.asked).toBe(2);
    last().accept();
    await pass(10);
    expect(stateOf(ana).kind).toBe('synced');
  });

  it('does not knock at a full board, and keeps what it could not send', async () => {
    const ana = await openLine();
    last().accept();
    await pass(10);
    ana.write('la que no cupo');
    last().end(4413, 'board-full');
    await pass(TEN_MINUTES);
    expect(sockets.length).toBe(1);
    expect(stateOf(ana)).toMatchObject({ kind: 'server-trouble', why: 'full', unsent: 1 });
    expect(readNotes(ana.doc).length).toBe(1);
    ana.line.retry();
    await pass(10);
    last().accept();
    await pass(1000);
    expect(stateOf(ana).kind).toBe('synced');
  });
});
