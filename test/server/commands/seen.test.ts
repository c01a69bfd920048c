/** Who was there in a session: kept once each, known only where somebody was kept from its first moment. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import type { Member } from '../../../server/commands/ports.ts';
import { noteBeginning, noteSeen, seenIn } from '../../../server/commands/seen.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { newPersonId, type PersonId } from '../../../shared/ids.ts';
import { smallPlan } from '../../kit/small-plan.ts';

const logged: string[] = [];
const log = (event: string): void => void logged.push(event);
let database: ReturnType<typeof openMemoryDatabase>;
let registry: ReturnType<typeof openRegistry>;
beforeEach(() => {
  logged.length = 0;
  database = openMemoryDatabase();
  registry = openRegistry(database);
});
afterEach(() => database.close());

/** A cohort with Ana at her first organisation, in this state of its call. */
function scene(call: Partial<Call>) {
  const { cohort } = createCohort({ registry, now: () => 0 }, smallPlan());
  const organisation = registry.organisations.of(cohort.id)[0]?.id ?? null;
  const add = (name: string, more: Partial<Member> = {}): Member => {
    const member: Member = {
      id: newPersonId(),
      cohort: cohort.id,
      name,
      role: 'participant',
      organisation,
      host: null,
    };
    const added = { ...member, ...more };
    registry.people.add(added, name);
    return added;
  };
  const now = { ...newCall(), ...call };
  registry.calls.put(cohort.id, now);
  return { cohort, now, add, ana: add('Ana') };
}
const running = { status: 'running', startedAt: 100 } as const;

describe('Whoever comes', () => {
  it.each([
    ['while it is on', running, true],
    ['before it began', {}, false],
    ['after it ended', { ...running, status: 'closed', closedAt: 200 }, false],
  ] as const)('%s is kept, or not', (_, call, isKept) => {
    const { cohort, ana } = scene(call);
    noteSeen({ registry, log }, ana, 150);
    expect(registry.seen.at(cohort.id, ana.id)).toEqual(isKept ? { session: 1, at: 150 } : null);
  });

  it('is kept with the first time, and anew in another session', () => {
    const { cohort, ana, now } = scene(running);
    for (const at of [150, 190]) noteSeen({ registry, log }, ana, at);
    expect(registry.seen.at(cohort.id, ana.id)).toEqual({ session: 1, at: 150 });
    registry.calls.put(cohort.id, { ...now, session: 2 });
    noteSeen({ registry, log }, ana, 300);
    expect(registry.seen.at(cohort.id, ana.id)).toEqual({ session: 2, at: 300 });
  });

  it('only to look on is not', () => {
    const { cohort, add } = scene(running);
    noteSeen({ registry, log }, add('Fondo', { role: 'viewer', organisation: null }), 150);
    expect(registry.seen.of(cohort.id).size).toBe(0);
  });

  it('is let in where the disk refuses, and that is told', () => {
    const { ana } = scene(running);
    const full = {
      ...registry.seen,
      put: () => {
        throw new Error('disk full');
      },
    };
    noteSeen({ registry: { ...registry, seen: full }, log }, ana, 150);
    expect(logged).toEqual(['seen-not-kept']);
  });
});

describe('Who was there', () => {
  const rooms = (...people: PersonId[]) => ({ sessions: () => people.map((person) => ({ person })) });
  const begun = (on: ReturnType<typeof scene>, ...people: PersonId[]): void =>
    noteBeginning({ registry, rooms: rooms(...people) }, on.cohort.id, on.now);

  it('is who was connected at the beginning, and who began it', () => {
    const on = scene({ ...running, landing: { at: 100, board: null, by: newPersonId() } });
    begun(on, on.ana.id, on.ana.id);
    expect(seenIn(registry, on.cohort.id, on.now)).toEqual(new Set([on.ana.id, on.now.landing.by]));
  });

  it('is not known before it begins, nor of one that began when nobody was kept', () => {
    const early = scene({});
    expect(seenIn(registry, early.cohort.id, early.now)).toBeNull();
    const { cohort, ana, now } = scene(running);
    noteSeen({ registry, log }, ana, 150);
    expect(seenIn(registry, cohort.id, now)).toBeNull();
  });
});
