/** Somebody joins an organisation in the middle of its removal: it stays whole, with them in it. */
import { afterEach, expect, it } from 'vitest';
import type { Context } from '../../../server/commands/context.ts';
import { addOrganisation } from '../../../server/commands/organisations.ts';
import { removeOrganisation } from '../../../server/commands/remove-organisation.ts';
import type { OrgId } from '../../../shared/ids.ts';
import { readColumns } from '../../../shared/synthesis/columns.ts';
import { createDyingWorld, type DyingWorld } from '../../kit/dying-world.ts';

let world: DyingWorld;
afterEach(() => world.end());

const id = () => world.mari.cohort.id;
const kindsOf = (organisation: OrgId) =>
  world.context.registry.boards.of(id()).flatMap((one) => (one.organisation === organisation ? [one.kind] : []));
const columns = () =>
  world.context.rooms.read(world.boardOf('group-iceberg'), (doc) => readColumns(doc).map((column) => column.id));

async function added(name: string): Promise<OrgId> {
  const answer = await addOrganisation(world.context, world.mari, id(), { name });
  if (!answer.ok) throw new Error('not added');
  return answer.value.id;
}

type Step = 'read' | 'change' | 'remove';

/** The removal, with something that happens where it first reads a board, changes one, or takes boards out. */
function removeWhile(organisation: OrgId, step: Step, happens: () => Promise<unknown>) {
  const { rooms } = world.context;
  let due: Step | null = step;
  const meanwhile = async (here: Step): Promise<void> => {
    if (here !== due) return;
    due = null;
    await happens();
  };
  const interrupted: Context['rooms'] = {
    ...rooms,
    read: async (board, look) => {
      await meanwhile('read');
      return rooms.read(board, look);
    },
    change: async (board, work) => {
      await meanwhile('change');
      return rooms.change(board, work);
    },
    remove: async (work) => {
      await meanwhile('remove');
      return rooms.remove(work);
    },
  };
  return removeOrganisation({ ...world.context, rooms: interrupted }, world.mari, id(), organisation);
}

it.each(['read', 'change', 'remove'] as const)('who joins before it can %s is in it', async (step) => {
  world = await createDyingWorld();
  const red = await added('Red Nueva');
  const before = [kindsOf(red), await columns()];
  expect(await removeWhile(red, step, () => world.seat('Berta', red))).toMatchObject({
    ok: false,
    why: 'organisation-has-people',
  });
  expect([kindsOf(red), (await columns()).sort()]).toEqual([before[0], before[1]?.toSorted()]);
  expect(world.context.registry.people.of(id()).map(({ name }) => name)).toContain('Berta');
});
