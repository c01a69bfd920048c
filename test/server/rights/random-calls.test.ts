/**
 * Rights are kept whatever happens in a call: at random, phases change, boards are paused, doors open and close, people
 * and links go, rounds turn, and all the while clients that keep no rule write on every board there is. After every step
 * who is in a board, who may write and what everybody was sent is exactly what the table says.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { conductCall } from '../../../server/commands/conduct-call.ts';
import { createRandom } from '../../kit/random.ts';
import { happen } from '../../kit/rights-happenings.ts';
import { Trial } from '../../kit/rights-trial.ts';
import { RightsWorld } from '../../kit/rights-world.ts';
import { many, seeds } from '../../kit/soak.ts';

const STEPS = many(30, 400);

async function populate(world: RightsWorld): Promise<void> {
  await world.join('facilitation', 'Maribel');
  await world.join('facilitation', 'Yari');
  for (const [i, org] of world.organisations.entries()) {
    await world.join('participation', `Ana ${i}`, org);
    await world.join('participation', `Luis ${i}`, org);
  }
  await world.join('viewing', 'Fondo');
  await world.join('projection', 'Sala');
}

let trial: Trial | null = null;
afterEach(async () => {
  for (const client of trial?.all ?? []) client.leave();
  await trial?.world.end();
  trial = null;
});

describe('in any call', () => {
  it.each(seeds([1, 7], 2, 60))(
    'nobody reads or writes what the table does not give, seed %i',
    async (seed) => {
      const world = await RightsWorld.create(['Casa', 'Huerto', 'Taller']);
      trial = new Trial(world, createRandom(seed));
      await populate(world);
      const boss = world.seats[0] && world.callerOf(world.seats[0]);
      if (!boss) throw new Error('facilitation joined first');
      await conductCall(world.context, boss, world.cohort, { do: 'start' });
      trial.knockEverywhere();
      await trial.check('start', true);
      for (let i = 0; i < STEPS; i += 1) {
        const happening = happen(trial);
        for (let turn = trial.random.int(3); turn > 0; turn -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
          trial.writeAnywhere(4, false);
        }
        const step = `seed ${seed}, step ${i}, ${await happening}`;
        await trial.check(step, false);
        trial.knockEverywhere();
        // Whoever came in just now is in the room before anything is written.
        await trial.check(step, true);
        trial.writeAnywhere(12, true);
        trial.presentAnywhere();
        await trial.check(step, true);
      }
      expect(Math.min(...Object.values(trial.met)), JSON.stringify(trial.met)).toBeGreaterThan(2);
    },
    many(30_000, 900_000),
  );
});
