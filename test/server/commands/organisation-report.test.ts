/** The report of an organisation as a command: of the caller's own cohort alone, with themes as they are now. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import type { Caller, Context } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { gatherOrganisation, ownBoards } from '../../../server/commands/gather-organisation.ts';
import { organisationReport } from '../../../server/commands/organisation-report.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import { addTheme, dissolveTheme, mergeThemes } from '../../../shared/board/themes.ts';
import { type NoteId, newPersonId, type ThemeId } from '../../../shared/ids.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { at } from '../../kit/call-scene.ts';
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

/** A cohort of one organisation, with somebody of it. */
function scene() {
  const { registry } = context;
  const { cohort } = createCohort(context, smallPlan());
  const casa = at(registry.organisations.of(cohort.id), 0);
  const id = newPersonId();
  const member = {
    id,
    cohort: cohort.id,
    name: 'Ana',
    role: 'participant',
    organisation: casa.id,
    host: null,
  } as const;
  registry.people.add(member, 'ana');
  const caller: Caller = { session: 's', member, cohort, root: null };
  return { cohort, casa, caller };
}

it('is refused for an organisation of another cohort, and for one there is not', async () => {
  const [one, other] = [scene(), scene()];
  const whyOf = async (cohort: typeof one.cohort.id, id: string) => {
    const made = await organisationReport(context, one.caller, cohort, id);
    return made.ok ? null : made.why;
  };
  expect(await whyOf(one.cohort.id, one.casa.id)).toBe(null);
  expect(await whyOf(other.cohort.id, other.casa.id)).toBe('cohort-unknown');
  expect(await whyOf(one.cohort.id, other.casa.id)).toBe('organisation-unknown');
});

it('has own notes in the theme they are in now, those of a theme that is gone without one', async () => {
  const { cohort, casa, caller } = scene();
  const note = (n: number): NoteId => `n${n}` as NoteId;
  const theme = (name: string): ThemeId => name as ThemeId;
  await context.rooms.change(cohort.groupBoard, (doc) => {
    const w = { doc, origin: null };
    const drafts = freeSlots('group-iceberg', 'patterns', 5, []).map((pos, n) => ({
      id: note(n),
      pos,
      createdAt: n,
      text: `nota ${n}`,
      organisation: n === 4 ? null : casa.id,
    }));
    addNotes(w, drafts);
    addTheme(w, { id: theme('people'), title: ' Gente ', createdAt: 1 }, [note(0), note(4)]);
    addTheme(w, { id: theme('hands'), title: 'Manos', createdAt: 2 }, [note(1)]);
    addTheme(w, { id: theme('gone'), title: 'Ya no', createdAt: 3 }, [note(2)]);
    mergeThemes(w, theme('people'), [theme('hands')]);
    dissolveTheme(w, theme('gone'));
  });
  const { themes } = await gatherOrganisation(context, caller, casa, ownBoards(context, caller, casa.id));
  expect(themes.map(({ title, count, notes }) => [title, count, notes.map(({ text }) => text)])).toEqual([
    ['Gente', 3, ['nota 0', 'nota 1']],
    [null, 2, ['nota 2', 'nota 3']],
  ]);
});

it('tells a team before its first call that nothing is written, not that it may not read it', async () => {
  const { cohort, casa, caller } = scene();
  const made = await organisationReport(context, caller, cohort.id, casa.id);
  const text = made.ok ? made.value.text : '';
  expect(text).toContain('Todavía no hay nada escrito en los tableros de Casa.');
  expect(text).toContain('Sin nada escrito: Crecimiento del equipo en tres años, Nuestro iceberg,');
  expect(text).not.toContain('no está en esta copia');
});
