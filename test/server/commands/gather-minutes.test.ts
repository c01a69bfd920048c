/** What the minutes gather of what was shown: sentences that were published, and what resonated most first. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import type { Context } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { gatherMinutes } from '../../../server/commands/gather-minutes.ts';
import { noteBeginning } from '../../../server/commands/seen.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { type NoteId, newPersonId, type PersonId } from '../../../shared/ids.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { smallPlan } from '../../kit/small-plan.ts';
import { trialsHere } from '../../kit/trials-here.ts';

const silent = (): void => undefined;
let context: Context;
let end: () => Promise<void>;
beforeEach(() => {
  const database = openMemoryDatabase();
  const storage = createBoardStore({ database, log: silent });
  const rooms = createRooms({ storage, clock: systemClock, trials: trialsHere(), log: silent });
  const desk = createDesk(systemClock, silent);
  context = { registry: openRegistry(database), rooms, turns: createTurns(), desk, now: Date.now, log: silent };
  end = async () => {
    await rooms.close();
    database.close();
  };
});
afterEach(() => end());

const note = (n: number): NoteId => `n${n}` as NoteId;

/** A cohort whose group iceberg has notes, of which the last got three dots, and the second one. */
async function withDots(shown: boolean) {
  const { registry, rooms } = context;
  const { cohort } = createCohort(context, smallPlan());
  await rooms.change(cohort.groupBoard, (doc) => {
    const places = freeSlots('group-iceberg', 'patterns', 4, []);
    addNotes(
      { doc, origin: null },
      places.map((pos, n) => ({ id: note(n), pos, createdAt: n, text: n === 2 ? ' \n' : `nota ${n}` })),
    );
  });
  const call = newCall();
  registry.calls.put(cohort.id, { ...call, dots: { open: true, shown } });
  // The last one is on a note that is gone.
  for (const n of [1, 2, 3, 3, 3, 9]) {
    const person = newPersonId();
    registry.people.add(
      { id: person, cohort: cohort.id, name: 'Ana', role: 'participant', organisation: null, host: null },
      String(person),
    );
    registry.dots.put(cohort.id, call.session, { person, note: note(n) });
  }
  return cohort;
}

it('names notes with dots, those with the most first, and counts them in their theme', async () => {
  const { dots, themes } = await gatherMinutes(context, await withDots(true));
  expect(dots).toEqual([
    { note: 'nota 3', dots: 3 },
    { note: 'nota 1', dots: 1 },
  ]);
  expect(themes).toEqual([
    {
      title: '',
      layers: { results: [], patterns: ['nota 0', 'nota 1', 'nota 3'], structures: [], beliefs: [] },
      dots: 4,
    },
  ]);
});

it('says nothing of dots while they are hidden', async () => {
  const { dots, themes } = await gatherMinutes(context, await withDots(false));
  expect([dots, themes.map((theme) => theme.dots)]).toEqual([[], [0]]);
});

it('has the sentences that were published with whose they are, and no other part', async () => {
  const { registry } = context;
  const { cohort } = createCohort(context, smallPlan());
  const [casa] = registry.organisations.of(cohort.id);
  if (!casa) throw new Error('an organisation');
  registry.published.put(cohort.id, casa.id, { parts: { statement: ['Ayudamos a …'], impact: ['Techos'] }, at: 1 });
  expect((await gatherMinutes(context, cohort)).sentences).toEqual([{ organisation: 'Casa', text: 'Ayudamos a …' }]);
  registry.published.put(cohort.id, casa.id, { parts: { impact: ['Techos'] }, at: 2 });
  expect((await gatherMinutes(context, cohort)).sentences).toEqual([]);
});

it('counts people at a table as there with who writes for them, and names the others apart', async () => {
  const { registry } = context;
  const { cohort } = createCohort(context, smallPlan());
  const [casa] = registry.organisations.of(cohort.id);
  if (!casa) throw new Error('an organisation');
  const add = (name: string, host: PersonId | null = null): PersonId => {
    const id = newPersonId();
    registry.people.add({ id, cohort: cohort.id, name, role: 'participant', organisation: casa.id, host }, name);
    return id;
  };
  const [ana, luis] = [add('Ana'), add('Luis')];
  add('Rosa', ana);
  add('Iván', luis);
  expect((await gatherMinutes(context, cohort)).absent).toBeNull();
  const call: Call = { ...newCall(), status: 'running', startedAt: 100 };
  registry.calls.put(cohort.id, call);
  noteBeginning({ registry, rooms: { sessions: () => [{ person: ana }] } }, cohort.id, call);
  const { organisations, absent } = await gatherMinutes(context, cohort);
  expect(organisations[0]).toEqual({ name: 'Casa', people: ['Ana', 'Rosa'] });
  expect(absent?.organisations[0]).toEqual({ name: 'Casa', people: ['Luis', 'Iván'] });
});
