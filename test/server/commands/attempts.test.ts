/** How long an attempt can be sent again, how many are kept, and that one is kept with what it made or not at all. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Attempt,
  attemptAt,
  cohortIdOf,
  keepAttempt,
  madeBefore,
  rootOf,
} from '../../../server/commands/attempts.ts';
import { settleCall } from '../../../server/commands/conduct-call.ts';
import { createCohort, createdBefore } from '../../../server/commands/create-cohort.ts';
import { addOrganisation } from '../../../server/commands/organisations.ts';
import { newRequestKey } from '../../../shared/ids.ts';
import { COUNT, TIME } from '../../../shared/limits.ts';
import { createDyingWorld, type DyingWorld } from '../../kit/dying-world.ts';
import { smallPlan } from '../../kit/small-plan.ts';

let world: DyingWorld;
beforeEach(async () => {
  world = await createDyingWorld();
});
afterEach(() => world.end());

const id = () => world.mari.cohort.id;
const fresh = (): Attempt => attemptAt(newRequestKey(), '/api', '{}');
const after = (ms: number) => {
  const now = Date.now() + ms;
  return { ...world.context, now: () => now };
};
const kept = () => world.context.registry.attempts.of(id()).size;

it('is over after a day, and then neither makes a second one nor opens the first', async () => {
  const attempt = fresh();
  const { cohort } = createCohort(world.context, smallPlan(), attempt);
  const soon = createdBefore(after(TIME.attemptMs - 10_000), attempt);
  expect(soon).toMatchObject({ ok: true, value: { cohort: { id: cohort.id } } });
  const late = after(TIME.attemptMs);
  expect(createdBefore(late, attempt)).toMatchObject({ ok: false, why: 'key-reused' });
  await settleCall(late, cohort.id);
  expect(world.context.registry.attempts.of(cohort.id).size).toBe(0);
  expect(createdBefore(late, attempt)).toMatchObject({ ok: false, why: 'key-reused' });
});

it('is that of the newest ones of a person; those of others stay', () => {
  const { registry } = world.context;
  const ana = world.mari.member.id;
  const own = Array.from({ length: COUNT.attempts + 1 }, fresh);
  const others = fresh();
  const keep = (by: typeof ana | null, attempt: Attempt, i: number): void =>
    registry.transaction(() => keepAttempt(after(i), id(), by, attempt, { made: 'x', root: null }));
  keep(null, others, 0);
  for (const [i, attempt] of own.entries()) keep(ana, attempt, i);
  expect(kept()).toBe(COUNT.attempts + 1);
  const isKept = (by: typeof ana | null, attempt: Attempt) => madeBefore(world.context, id(), by, attempt);
  const [oldest, second] = own;
  if (!oldest || !second) throw new Error('none');
  expect(isKept(ana, oldest)).toEqual({ ok: true, value: null });
  expect(isKept(ana, second)).toMatchObject({ value: { made: 'x' } });
  expect(isKept(null, others)).toMatchObject({ value: { made: 'x' } });
});

it('is kept with what it made, or not at all', async () => {
  const attempt = fresh();
  const add = () => addOrganisation(world.context, world.mari, id(), { name: 'Red Nueva', attempt });
  world.diesWhen('a board is laid');
  await expect(add()).rejects.toThrow('the server died');
  expect(kept()).toBe(0);
  world.diesAtChange(world.boardOf('group-iceberg'));
  await expect(add()).rejects.toThrow('the server died');
  expect([await add(), kept()]).toMatchObject([{ ok: true, value: { name: 'Red Nueva' } }, 1]);
  world.diesWhen('a board is laid');
  expect(() => createCohort(world.context, smallPlan(), attempt)).toThrow('the server died');
  expect(createdBefore(world.context, attempt)).toEqual({ ok: true, value: null });
});

it('opens the secrets of what it made with its own key alone', () => {
  const attempt = fresh();
  const { cohort } = createCohort(world.context, smallPlan(), attempt);
  const made = madeBefore(world.context, cohort.id, null, attempt);
  if (!made.ok || !made.value) throw new Error('not kept');
  expect([rootOf(made.value, attempt)?.length, rootOf(made.value, fresh())]).toEqual([32, null]);
});

it('gives ids nobody can work out without the key of the server', () => {
  const attempt = fresh();
  const of = (key: number): string => cohortIdOf(new Uint8Array(32).fill(key), attempt);
  expect([of(1), of(1)]).toEqual([of(1), of(1)]);
  expect(of(1)).not.toBe(of(2));
});
