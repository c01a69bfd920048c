/** The next session when the server dies while the last one is left: it is there whole or not at all, and nothing of the last one is lost. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conductCall, settleCall } from '../../../server/commands/conduct-call.ts';
import { addWord, readWords } from '../../../shared/board/closing.ts';
import { textAt } from '../../../shared/board/texts.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import { createDyingWorld, type DyingWorld } from '../../kit/dying-world.ts';

let world: DyingWorld;
beforeEach(async () => {
  world = await createDyingWorld();
});
afterEach(() => world.end());

const id = () => world.mari.cohort.id;
const conduct = (deed: CallRequest) => conductCall(world.context, world.mari, id(), deed);
const next = () => conduct({ do: 'new-session', preset: 'full', date: '2027-01-20' });
const tell = (title: string): void => {
  const { registry } = world.context;
  const [organisation] = registry.organisations.of(id());
  if (organisation) registry.issues.put(id(), organisation.id, { title, theme: null, at: 1 });
};
const say = (text: string) =>
  world.context.rooms.change(world.boardOf('closing'), (doc) =>
    addWord({ doc, origin: null }, { session: 1, person: world.mari.member.id, organisation: null, text }),
  );
const ask = (text: string) =>
  world.context.rooms.change(world.boardOf('feedback'), (doc) => void textAt(doc, 'issue')?.insert(0, text));
const minutes = (): string => world.context.registry.reports.of(id()).get('1')?.minutes ?? '';
const session = () => world.context.registry.calls.at(id())?.session;
const copiesOf = (kind: 'closing' | 'feedback') =>
  world.context.registry.copies.of(world.boardOf(kind)).map(({ name }) => name);
const onPages = async () => [
  await world.context.rooms.read(world.boardOf('closing'), (doc) => readWords(doc, 1).map(({ text }) => text)),
  await world.context.rooms.read(world.boardOf('feedback'), (doc) => textAt(doc, 'issue')?.toString()),
];

async function closedSession(): Promise<void> {
  await conduct({ do: 'start' });
  tell('Cobrar a tiempo');
  await say('Esperanza');
  await ask('Pocas manos');
  await conduct({ do: 'close' });
}

const facts = async () => [session(), copiesOf('closing'), copiesOf('feedback'), ...(await onPages())];
const whole = [2, ['Sesión 1'], ['Sesión 1'], [], ''];

it('is not there, and nothing is kept or cleared, where it dies before all is kept', async () => {
  await closedSession();
  world.diesWhen('reports are kept');
  await expect(next()).rejects.toThrow('the server died');
  await settleCall(world.context, id());
  expect([...(await facts()), minutes()]).toEqual([1, [], [], ['Esperanza'], 'Pocas manos', '']);
});

it.each(['a page is cleared', 'the call is another one'])(
  'is there as it was asked for, as soon as somebody is back, where it dies before %s',
  async (moment) => {
    await closedSession();
    if (moment === 'a page is cleared') world.diesAtChange(world.boardOf('feedback'));
    else world.diesWhen('a call is kept');
    await expect(next()).rejects.toThrow('the server died');
    expect(session()).toBe(1);
    await settleCall(world.context, id());
    expect(await facts()).toEqual(whole);
    expect([minutes().includes('Cobrar a tiempo'), minutes().includes('Esperanza')]).toEqual([true, true]);
    const { registry } = world.context;
    expect([registry.issues.of(id()).size, registry.cohorts.at(id())?.date]).toEqual([0, '2027-01-20']);
    // What is written from then on stays.
    await ask('Otra cosa');
    await settleCall(world.context, id());
    expect((await facts()).slice(-1)).toEqual(['Otra cosa']);
  },
);

it('is the last one that was asked for, where it died before', async () => {
  await closedSession();
  world.diesAtChange(world.boardOf('feedback'));
  await expect(next()).rejects.toThrow('the server died');
  world.diesWhen('a call is kept');
  await expect(conduct({ do: 'new-session', preset: 'express' })).rejects.toThrow('the server died');
  await settleCall(world.context, id());
  expect(world.context.registry.calls.at(id())?.preset).toBe('express');
  expect(await facts()).toEqual(whole);
});

it('is not wanted any more, and keeps what is told from then on, once the session was opened again', async () => {
  await closedSession();
  world.diesAtChange(world.boardOf('feedback'));
  await expect(next()).rejects.toThrow('the server died');
  await conduct({ do: 'reopen' });
  tell('Lo de después');
  await conduct({ do: 'close' });
  await settleCall(world.context, id());
  expect(session()).toBe(1);
  expect(await next()).toMatchObject({ ok: true });
  expect(minutes()).toContain('Lo de después');
});
