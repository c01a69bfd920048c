/** Whose writing is taken for whose, and that nobody's letters are lost because somebody else wrote as their client. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ClientOwners } from '../../../server/sync/client-owners.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { updateFrame } from '../../../shared/protocol.ts';
import type { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

describe('a client', () => {
  const owner = (name: string) => ({ person: name as PersonId });
  const [ana, anasPhone, eve] = [owner('ana'), owner('ana'), owner('eve')];

  function world() {
    const present = new Map<typeof ana, number>();
    const attendance = {
      idOf: (one: typeof ana) => present.get(one) ?? null,
      holderOf: (client: number) => [...present].find(([, as]) => as === client)?.[0] ?? null,
    };
    const owners = new ClientOwners<typeof ana>(() => attendance);
    return { present, owners, may: () => [ana, anasPhone, eve].map((one) => owners.mayWriteAs(one, 1)) };
  }

  it('is the one person who is present as it and has written as it', () => {
    const { present, owners, may } = world();
    expect(may()).toEqual([true, true, true]);
    present.set(ana, 1);
    owners.wrote(ana, new Set([1]));
    expect(may()).toEqual([true, true, false]);
    present.delete(ana);
    expect(may()).toEqual([true, true, true]);
  });

  it('is nobody just because they say so, or brought what others wrote', () => {
    const { present, owners, may } = world();
    owners.wrote(eve, new Set([1]));
    present.set(eve, 1);
    owners.wrote(eve, new Set([2]));
    expect(may()).toEqual([true, true, true]);
  });

  it('is anybody where nobody has said who they are', () => {
    const owners = new ClientOwners<typeof ana>(() => null);
    owners.wrote(ana, new Set([1]));
    expect(owners.mayWriteAs(eve, 1)).toBe(true);
  });
});

describe('somebody who writes as another', () => {
  let world: World;
  let ana: Peer;
  let eve: Peer;
  beforeEach(async () => {
    world = await createWorld();
    [ana, eve] = [world.person('Ana'), world.person('Eve')];
    for (const peer of [ana, eve]) peer.present({});
    await world.settle();
    write(ana, 'uno');
    await world.settle();
  });
  afterEach(() => world.end());

  const write = ({ doc }: Peer, text: string): void => doc.getText('t').insert(doc.getText('t').length, text);
  const stored = async (): Promise<string> => (await world.stored()).getText('t').toString();
  /** As if Ana had gone on writing. */
  const forged = (): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ana.doc));
    const before = Y.encodeStateVector(doc);
    doc.clientID = ana.doc.clientID;
    doc.getText('t').insert(0, 'xxxx');
    return Y.encodeStateAsUpdate(doc, before);
  };

  /** The whole board in one update, with something new at its end. */
  const everythingAnd = (peer: Peer, text: string): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc));
    doc.getText('t').insert(doc.getText('t').length, text);
    return Y.encodeStateAsUpdate(doc);
  };

  it('writes nothing, and every letter of hers is there', async () => {
    eve.say(updateFrame(forged()));
    await world.settle();
    write(ana, ' dos');
    write(eve, '');
    await world.settle();
    expect(await stored()).toBe('uno dos');
    expect(eve.doc.getText('t').toString()).toBe('uno dos');
  });

  it('is asked for what is theirs, which is taken', async () => {
    eve.say(updateFrame(forged()));
    write(eve, ' y más');
    await world.settle();
    expect([await stored(), eve.closed]).toEqual(['uno y más', null]);
  });

  it('may repeat what she wrote, beside what is theirs', async () => {
    eve.say(updateFrame(everythingAnd(eve, ' y más')));
    await world.settle();
    expect([await stored(), eve.closed]).toEqual(['uno y más', null]);
  });

  it('does not become somebody by that, nor by saying so', async () => {
    const [luz, bob] = [world.person('Luz'), world.person('Bob')];
    await world.settle();
    write(luz, ' dos');
    bob.present({}, luz.doc.clientID);
    await world.settle();
    bob.say(updateFrame(everythingAnd(bob, ' y más')));
    await world.settle();
    write(luz, ' tres');
    await world.settle();
    expect(await stored()).toBe('uno dos y más tres');
    expect(luz.closed).toBeNull();
  });

  it('may bring what she wrote once she is gone', async () => {
    ana.cut();
    write(ana, ' dos');
    Y.applyUpdate(eve.doc, Y.encodeStateAsUpdate(ana.doc));
    await world.settle();
    expect(await stored()).toBe('uno dos');
  });
});
