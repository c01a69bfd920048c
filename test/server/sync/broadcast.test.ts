/** What of a window goes to whom. */
import { describe, expect, it } from 'vitest';
import { type Outgoing, sendWindow } from '../../../server/sync/broadcast.ts';
import type { Session } from '../../../server/sync/session.ts';
import { type AwarenessEntry, awarenessFrame, CLOSE } from '../../../shared/protocol.ts';

const LIMITS = { backlogBytes: 1_000, presenceBacklogBytes: 100 };
const BOARD_BYTES = 10;
/** What may wait for one connection. */
const MOST = LIMITS.backlogBytes + 2 * BOARD_BYTES;

const frames = [Uint8Array.of(1), Uint8Array.of(2)];
const entry = (client: number): AwarenessEntry => ({ client, clock: 1, state: new TextEncoder().encode('{}') });

/** A connection that is present as a client, with so many bytes on their way. */
function reader(client: number, unread = 0) {
  const sent: Array<readonly Uint8Array[]> = [];
  const ended: unknown[] = [];
  const session = {
    entered: true,
    connection: { bufferedBytes: () => unread, sendAll: (all: readonly Uint8Array[]) => sent.push(all) },
    end: (...how: unknown[]) => ended.push(how),
  };
  return { client, sent, ended, session: session as unknown as Session };
}
type Reader = ReturnType<typeof reader>;

function send(to: readonly Reader[], own: Partial<Outgoing>): void {
  const clients = new Map(to.map(({ session, client }) => [session, client]));
  const sessions = to.map(({ session }) => session);
  const window: Outgoing = {
    sessions,
    frames: [],
    authors: new Set(),
    presence: [],
    isOwn: ({ client }, session) => clients.get(session) === client,
    boardBytes: BOARD_BYTES,
    limits: LIMITS,
  };
  sendWindow({ ...window, ...own }, sessions);
}

describe('A window', () => {
  it('is one and the same list for all who get all of it', () => {
    const [ana, luis] = [reader(1), reader(2)];
    const presence = [entry(3)];
    send([ana, luis], { frames, presence, authors: new Set([null]) });
    expect(ana.sent).toEqual([[...frames, awarenessFrame(presence)]]);
    expect(luis.sent[0]).toBe(ana.sent[0]);
  });

  it('of one author is not sent back, only who else is present', () => {
    const [ana, luis] = [reader(1), reader(2)];
    const authors = new Set([ana.session]);
    send([ana, luis], { frames, authors });
    expect([ana.sent, luis.sent]).toEqual([[], [frames]]);
    const presence = [entry(2)];
    send([ana], { frames, presence, authors });
    expect(ana.sent).toEqual([[awarenessFrame(presence)]]);
    send([ana], { frames, presence: [entry(1)], authors });
    expect(ana.sent).toHaveLength(1);
  });

  it('of several authors goes to all of them', () => {
    const [ana, luis] = [reader(1), reader(2)];
    send([ana, luis], { frames, authors: new Set([ana.session, luis.session]) });
    expect([ana.sent, luis.sent]).toEqual([[frames], [frames]]);
  });

  it('with the presence of one is nothing for that one, and with that of several it is for all', () => {
    const [ana, luis] = [reader(1), reader(2)];
    send([ana, luis], { presence: [entry(1)] });
    expect([ana.sent.length, luis.sent.length]).toEqual([0, 1]);
    const both = [entry(1), entry(2)];
    send([ana, luis], { presence: both });
    expect([ana.sent, luis.sent.slice(1)]).toEqual([[[awarenessFrame(both)]], [[awarenessFrame(both)]]]);
  });
});

describe('Who has much on the way', () => {
  it('gets no presence for now, and everything that is written', () => {
    const [quick, slow] = [reader(1, LIMITS.presenceBacklogBytes), reader(2, LIMITS.presenceBacklogBytes + 1)];
    send([quick, slow], { frames, presence: [entry(3)], authors: new Set([null]) });
    expect([quick.sent[0]?.length, slow.sent]).toEqual([3, [frames]]);
    send([slow], { presence: [entry(3)] });
    expect(slow.sent).toHaveLength(1);
  });

  it('is let go above what may wait, once there is something for them', () => {
    const [most, more] = [reader(1, MOST), reader(2, MOST + 1)];
    send([most, more], {});
    expect(more.ended).toEqual([]);
    send([most, more], { frames, authors: new Set([null]) });
    expect([most.sent, most.ended]).toEqual([[frames], []]);
    expect([more.sent, more.ended]).toEqual([[], [[CLOSE.tryLater, 'slow-reader']]]);
  });
});
