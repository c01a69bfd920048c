/** The server dies in the middle of a change: it is there whole or not at all, at the latest once somebody follows the cohort again. */
import { afterEach, expect, it } from 'vitest';
import { conductCall, settleCall } from '../../../server/commands/conduct-call.ts';
import { join } from '../../../server/commands/join.ts';
import { addOrganisation } from '../../../server/commands/organisations.ts';
import { removePerson } from '../../../server/commands/people.ts';
import { removeOrganisation } from '../../../server/commands/remove-organisation.ts';
import { shareAnswers } from '../../../server/commands/share-answers.ts';
import { setAnswer } from '../../../shared/board/answers.ts';
import { readGrowth } from '../../../shared/board/growth.ts';
import type { OrgId } from '../../../shared/ids.ts';
import { readColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import { createDyingWorld, type DyingWorld } from '../../kit/dying-world.ts';

let world: DyingWorld;
afterEach(() => world.end());

const id = () => world.mari.cohort.id;
const settle = () => settleCall(world.context, id());
const start = () => conductCall(world.context, world.mari, id(), { do: 'start' });
const add = (name: string) => addOrganisation(world.context, world.mari, id(), { name });
const organisations = () => world.context.registry.organisations.of(id());
const first = (): OrgId => {
  const [organisation] = organisations();
  if (!organisation) throw new Error('no organisation');
  return organisation.id;
};
const called = (name: string) => organisations().find((one) => one.name === name)?.id;
const kinds = () => world.context.registry.boards.of(id()).map(({ kind }) => kind);
const columns = () =>
  world.context.rooms.read(world.boardOf('group-iceberg'), (doc) => readColumns(doc).map((column) => column.id));
const inAverages = () => world.context.rooms.read(world.boardOf('growth', first()), (doc) => readGrowth(doc).n);
const owed = () => Object.values(world.context.registry.owed).map((debts) => debts.of(id()).size);

it('a call and its boards begin together', async () => {
  world = await createDyingWorld();
  const before = kinds();
  world.diesWhen('a call is kept');
  await expect(start()).rejects.toThrow('the server died');
  expect(kinds()).toEqual(before);
  world.diesWhen('a board is laid');
  await expect(start()).rejects.toThrow('the server died');
  expect([kinds(), world.context.registry.calls.at(id())?.status]).toEqual([before, 'preparing']);
  expect(await start()).toMatchObject({ ok: true });
  expect(kinds()).toEqual(expect.arrayContaining(['practice', 'closing', 'panel', 'growth', 'feedback']));
});

it('a seat comes with its boards', async () => {
  world = await createDyingWorld('person');
  const people = () => world.context.registry.people.of(id()).length;
  const before = people();
  world.diesWhen('a board is laid');
  await expect(world.seat('Ana', first())).rejects.toThrow('the server died');
  expect(people()).toBe(before);
  const ana = await world.seat('Ana', first());
  expect(world.context.registry.boards.of(id()).filter(({ person }) => person === ana.member.id)).toHaveLength(1);
});

it('an organisation gets its boards with it, and its column', async () => {
  world = await createDyingWorld();
  await start();
  world.diesAtChange(world.boardOf('group-iceberg'));
  await expect(add('Red Nueva')).rejects.toThrow('the server died');
  const added = called('Red Nueva');
  const own = world.context.registry.boards.of(id()).flatMap((one) => (one.organisation === added ? [one.kind] : []));
  expect(own.sort()).toEqual(['feedback', 'growth', 'iceberg', 'value']);
  await settle();
  expect(await columns()).toEqual(organisations().map((one) => one.id));
  await settle();
  expect([await columns(), owed()]).toEqual([organisations().map((one) => one.id), [0, 0, 0]]);
});

it('an organisation that is not out has its column again', async () => {
  world = await createDyingWorld();
  const added = await add('Red Nueva');
  if (!added.ok) throw new Error('not added');
  const { id: red } = added.value;
  world.diesWhen('boards are removed');
  await expect(removeOrganisation(world.context, world.mari, id(), red)).rejects.toThrow('the server died');
  expect(await columns()).not.toContain(red);
  await settle();
  expect(await columns()).toEqual(organisations().map((one) => one.id));
  expect(await removeOrganisation(world.context, world.mari, id(), red)).toMatchObject({ ok: true });
  await settle();
  expect([await columns(), owed()]).toEqual([[first()], [0, 0, 0]]);
});

it('a group iceberg that is sorted by themes gets no column of an organisation', async () => {
  world = await createDyingWorld();
  const theme = { kind: 'theme', id: 't', w: 440 } as const;
  await world.context.rooms.change(world.boardOf('group-iceberg'), (doc) =>
    writeColumns({ doc, origin: null }, [theme]),
  );
  expect(await add('Red Nueva')).toMatchObject({ ok: true });
  expect(await columns()).toEqual(['t']);
});

it('who was removed is not in the averages of the team, and who came back is', async () => {
  world = await createDyingWorld();
  const ana = await world.seat('Ana', first());
  await start();
  await conductCall(world.context, world.mari, id(), { do: 'go', phase: 'self' });
  const own = world.boardOf('self-assessment');
  await world.context.rooms.change(own, (doc) => setAnswer({ doc, origin: null }, 'now', 'purpose', 3));
  expect(await shareAnswers(world.context, ana, own, { on: true, evidence: false })).toMatchObject({ ok: true });
  const growth = world.boardOf('growth', first());
  world.diesAtChange(growth);
  await expect(removePerson(world.context, world.mari, id(), ana.member.id)).rejects.toThrow('the server died');
  expect(await inAverages()).toBe(1);
  await settle();
  expect([await inAverages(), owed()]).toEqual([0, [0, 0, 0]]);
  world.diesAtChange(growth);
  const again = { secret: world.secrets.participation, name: 'Ana', organisation: first() };
  await expect(join(world.context, again)).rejects.toThrow('the server died');
  await settle();
  expect([await inAverages(), owed()]).toEqual([1, [0, 0, 0]]);
});
