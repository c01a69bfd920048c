/** What connections may use together: of one person, one cohort, one address. Over a rate they wait; one too many comes back later. */
import { afterEach, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Allowances } from '../../../server/ws/allowance.ts';
import { type ShareLimits, WIRE_LIMITS, type WireLimits } from '../../../server/ws/limits.ts';
import { CLOSE, updateFrame } from '../../../shared/protocol.ts';
import { createRelayWorld, ending, opened, type RelayWorld } from '../../kit/relay-world.ts';

const few: ShareLimits = {
  connections: 2,
  messageBurst: 10,
  messagesPerSecond: 1,
  byteBurst: 1_000_000,
  bytesPerSecond: 1_000_000,
};
const limits = (changes: Partial<WireLimits>): WireLimits => ({
  ...WIRE_LIMITS,
  modestBurst: 3,
  modestPerSecond: 1,
  ...changes,
});
const ana = { person: 'ana', cohort: 'c' };
const luis = { person: 'luis', cohort: 'c' };

/** Connections of a server with such limits, as they come in. */
function serverWith(changes: Partial<WireLimits>) {
  const allowances = new Allowances(limits(changes));
  const come = (who: typeof ana, address: string | null = null) => {
    const allowance = allowances.open(address, 0);
    allowances.admit(allowance, who, 0);
    return allowance;
  };
  return { allowances, come };
}
const spend = (of: { take(bytes: number, now: number): number }, messages: number, bytes = 1): number => {
  let wait = 0;
  for (let n = 0; n < messages; n += 1) wait = of.take(bytes, 0);
  return wait;
};

it.each(['person', 'cohort', 'address'] as const)(
  'makes connections of one %s wait for what they sent together',
  (of) => {
    const { come } = serverWith({ [of]: few });
    const [one, two] = [come(ana, '10.0.0.1'), come(of === 'person' ? ana : luis, '10.0.0.1')];
    expect([spend(one, 5), spend(two, 5)]).toEqual([0, 0]);
    expect([spend(one, 1), spend(two, 1)]).toEqual([1_000, 2_000]);
    expect(one.take(1, 60_000)).toBe(0);
  },
);

it('counts bytes as well', () => {
  const { come } = serverWith({ person: { ...few, messageBurst: 1_000 } });
  const [one] = [come(ana), come(ana)];
  expect(spend(one, 2, 500_000)).toBe(0);
  expect(spend(one, 1, 500_000)).toBe(500);
});

it('leaves a person with one connection to the budget of that connection', () => {
  const { come } = serverWith({ person: few });
  const one = come(ana);
  expect(spend(one, 100)).toBe(0);
  const two = come(ana);
  expect([spend(two, 10), spend(one, 1)]).toEqual([0, 1_000]);
});

it('lets those who send no more than a person does go on beside a flood', () => {
  const { come } = serverWith({ cohort: few });
  const [flood, person] = [come(ana), come(luis)];
  expect(spend(flood, 1_000)).toBeGreaterThan(100_000);
  expect(spend(person, 3)).toBe(0);
  expect(spend(person, 3)).toBeGreaterThan(0);
});

it.each(['person', 'cohort', 'address'] as const)('has so many connections of one %s', (of) => {
  const { come } = serverWith({ [of]: few });
  const first = come(ana, '10.0.0.1');
  expect([first, come(ana, '10.0.0.1')].map(({ oneTooMany }) => oneTooMany)).toEqual([false, false]);
  expect(come(ana, '10.0.0.1').oneTooMany).toBe(true);
  first.close();
  first.close();
  expect([come(ana, '10.0.0.1'), come(ana, '10.0.0.1')].map(({ oneTooMany }) => oneTooMany)).toEqual([false, true]);
});

it('does not mix people, cohorts and addresses up, and does not count who has no address', () => {
  const { come } = serverWith({ person: few, cohort: few, address: few });
  const strangers = ['a', 'b', 'c', 'd'].map((who) => come({ person: who, cohort: `of ${who}` }, `10.0.0.${who}`));
  const here = ['e', 'f', 'g', 'h'].map((who) => come({ person: who, cohort: `of ${who}` }));
  expect([...strangers, ...here].some(({ oneTooMany }) => oneTooMany)).toBe(false);
});

it('remembers nobody who is gone', () => {
  const { allowances, come } = serverWith({ person: few, cohort: few, address: few });
  const all = [come(ana, '10.0.0.1'), come(ana, '10.0.0.1'), come(luis, '10.0.0.2'), come(luis, '10.0.0.2')];
  expect(allowances.size).toBe(5);
  for (const one of all) one.close();
  expect(allowances.size).toBe(0);
});

let world: RelayWorld;
afterEach(() => world?.end());

/** Opens one after the other, so that it is known which one is too many. */
async function openOneByOne(tokens: readonly string[]): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  for (const token of tokens) {
    const socket = world.socket(token);
    await opened(socket);
    sockets.push(socket);
  }
  return sockets;
}

it('closes one connection too many with 1013, and there is room again when another goes', async () => {
  world = await createRelayWorld({ wire: { person: few } });
  const people = () => world.server.rooms.sessions(world.board).length;
  const [first] = await openOneByOne(['Ana.write', 'Ana.write', 'Luis.write']);
  await expect.poll(people).toBe(3);
  expect(await ending(world.socket('Ana.write'))).toBe(CLOSE.tryLater);
  first?.close();
  await expect.poll(people).toBe(2);
  await openOneByOne(['Ana.write']);
  await expect.poll(people).toBe(3);
});

it('brings a stock provider back by itself once there is room', async () => {
  world = await createRelayWorld({ wire: { person: { ...few, messageBurst: 1_000, messagesPerSecond: 1_000 } } });
  const [first] = await openOneByOne(['Ana.write', 'Ana.write']);
  const provider = world.provider('Ana.write');
  const codes: number[] = [];
  provider.on('connection-close', (event: { code: number } | null) => codes.push(event?.code ?? 0));
  await expect.poll(() => codes).toContain(CLOSE.tryLater);
  expect(provider.shouldConnect).toBe(true);
  first?.close();
  await expect.poll(() => provider.synced, { timeout: 5_000 }).toBe(true);
});

it('takes no more connections than the server has room for: HTTP 503', async () => {
  world = await createRelayWorld({ wire: { connections: 2 } });
  await openOneByOne(['Ana.write', 'Luis.write']);
  expect(await ending(world.socket('Eva.write'))).toBe(503);
});

it('loses nothing of a flood over many sockets of one person, while somebody else writes on undisturbed', async () => {
  const person = { ...few, connections: 20, messageBurst: 30, messagesPerSecond: 600 };
  world = await createRelayWorld({ wire: { person, modestBurst: 10, modestPerSecond: 10 } });
  const docs = Array.from({ length: 5 }, () => new Y.Doc());
  const sockets = await openOneByOne(docs.map(() => 'Eve.write'));
  const luis = world.provider('Luis.write');
  await expect.poll(() => luis.synced).toBe(true);
  for (const [i, doc] of docs.entries()) {
    doc.on('update', (update: Uint8Array) => sockets[i]?.send(updateFrame(update)));
    for (let n = 0; n < 100; n += 1) doc.getText('t').insert(0, 'x');
  }
  luis.doc.getText('u').insert(0, 'hola');
  const read = (name: string) => world.server.rooms.read(world.board, (doc) => doc.getText(name).toString());
  await expect.poll(() => read('u')).toBe('hola');
  await expect.poll(async () => (await read('t')).length, { timeout: 8_000 }).toBe(500);
  for (const doc of docs) doc.destroy();
});
