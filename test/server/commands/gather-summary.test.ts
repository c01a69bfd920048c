/** The summary in numbers counts what the whole cohort could see, and has not a word of it beside the titles of themes. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { conductCall } from '../../../server/commands/conduct-call.ts';
import { gatherSummary } from '../../../server/commands/gather-summary.ts';
import { addOrganisation } from '../../../server/commands/organisations.ts';
import { noteSeen } from '../../../server/commands/seen.ts';
import { summaryReport } from '../../../server/commands/summary-report.ts';
import { tellCommitment } from '../../../shared/board/closing.ts';
import type { Commitment } from '../../../shared/board/commitments.ts';
import { addNotes, type NoteDraft } from '../../../shared/board/notes.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import {
  type EntryId,
  type NoteId,
  newBoardId,
  newOrgId,
  newPersonId,
  type OrgId,
  type ThemeId,
} from '../../../shared/ids.ts';
import type { LayerId } from '../../../shared/template/kinds.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { createDyingWorld, type DyingWorld } from '../../kit/dying-world.ts';

let world: DyingWorld;
beforeEach(async () => {
  world = await createDyingWorld();
});
afterEach(() => world.end());

const cohort = () => world.mari.cohort;
const gather = () => gatherSummary(world.context, cohort());
const start = () => conductCall(world.context, world.mari, cohort().id, { do: 'start' });
const organisation = (): OrgId => {
  const [first] = world.context.registry.organisations.of(cohort().id);
  if (!first) throw new Error('no organisation');
  return first.id;
};

/** On the group iceberg, one beside the other in a layer. */
async function lay(layer: LayerId, drafts: readonly Omit<NoteDraft, 'id' | 'pos' | 'createdAt'>[]): Promise<NoteId[]> {
  const places = freeSlots('group-iceberg', layer, drafts.length, []);
  const notes = drafts.map((draft, i) => {
    const [x, y] = places[i] ?? [0, 0];
    return { ...draft, id: `${layer}${i}` as NoteId, pos: [x, y] as const, createdAt: i };
  });
  await world.context.rooms.change(cohort().groupBoard, (doc) => addNotes({ doc, origin: null }, notes));
  return notes.map(({ id }) => id);
}
const commitment = (id: string, of: Partial<Commitment>): Commitment => ({
  id: id as EntryId,
  what: 'MARCA',
  who: 'MARCA',
  support: '',
  when: '',
  createdAt: 1,
  session: 1,
  done: 'open',
  shown: 'yes',
  ...of,
});

it('counts notes that say something by layer and tag, and the organisations of a theme by their name on notes', async () => {
  const signed = { organisation: organisation() };
  const [a, b] = await lay('patterns', [
    { text: 'uno', tag: 'both', ...signed },
    { text: 'dos', tag: 'operational', ...signed },
    { text: ' \n', ...signed },
  ]);
  await lay('beliefs', [{ text: 'tres' }]);
  await world.context.rooms.change(cohort().groupBoard, (doc) =>
    addTheme({ doc, origin: null }, { id: 't1' as ThemeId, title: ' Relevo ', createdAt: 1 }, [a, b] as NoteId[]),
  );
  const { layers, themes } = await gather();
  expect([layers.patterns, layers.beliefs]).toEqual([
    { operational: 1, programmatic: 0, both: 1, none: 0 },
    { operational: 0, programmatic: 0, both: 0, none: 1 },
  ]);
  expect(themes).toEqual([
    { title: 'Relevo', organisations: 1, layers: { results: 0, patterns: 2, structures: 0, beliefs: 0 } },
    { title: '', organisations: 0, layers: { results: 0, patterns: 0, structures: 0, beliefs: 1 } },
  ]);
});

it('counts who was there with those of their table, beside everybody with a seat', async () => {
  const { registry } = world.context;
  expect(await addOrganisation(world.context, world.mari, cohort().id, { name: 'Red' })).toMatchObject({ ok: true });
  const ana = await world.seat('Ana', organisation());
  await world.seat('Luis', organisation());
  const rosa = { ...ana.member, id: newPersonId(), name: 'Rosa', host: ana.member.id };
  registry.people.add(rosa, 'rosa');
  expect(await gather()).toMatchObject({ there: null, seats: { organisations: 2, people: 3 } });
  await start();
  noteSeen(world.context, ana.member, Date.now());
  expect(await gather()).toMatchObject({
    there: { organisations: 1, people: 2 },
    seats: { organisations: 2, people: 3 },
  });
});

it('counts what was told and published, and commitments by call and by how they go', async () => {
  const { registry, rooms } = world.context;
  expect((await gather()).commitments).toEqual([]);
  await start();
  const parts = { statement: ['MARCA'], alliances: ['MARCA', 'MARCA'] };
  registry.published.put(cohort().id, organisation(), { parts, at: 1 });
  const withoutSentence = { beneficiaries: ['MARCA'], alliances: ['MARCA'] };
  registry.published.put(cohort().id, newOrgId(), { parts: withoutSentence, at: 1 });
  registry.issues.put(cohort().id, organisation(), { title: 'MARCA', theme: null, at: 1 });
  const feedback = newBoardId();
  await rooms.change(world.boardOf('closing'), (doc) => {
    for (const one of [
      commitment('c1', { done: 'done' }),
      commitment('c2', { support: 'MARCA' }),
      commitment('c3', { session: 2, done: 'underway' }),
    ])
      tellCommitment({ doc, origin: null }, feedback, organisation(), one);
  });
  expect(await gather()).toMatchObject({
    issues: 1,
    sentences: 1,
    alliances: 3,
    commitments: [
      { session: 1, made: { open: 1, done: 1, underway: 0, dropped: 0 }, support: 1 },
      { session: 2, made: { open: 0, done: 0, underway: 1, dropped: 0 }, support: 0 },
    ],
  });
});

it('is facilitation’s alone, and has neither a name nor a word that somebody wrote', async () => {
  const ana = await world.seat('ANA-MARCA', organisation());
  await start();
  await lay('results', [{ text: 'MARCA', organisation: organisation() }]);
  expect(await summaryReport(world.context, ana, cohort().id)).toMatchObject({ why: 'facilitator-only' });
  const made = await summaryReport(world.context, world.mari, cohort().id);
  if (!made.ok) throw new Error(made.why);
  expect(made.value).toMatchObject({ name: 'tempano_resumen_c_2026-11-20.html', type: 'text/html' });
  expect(made.value.text).toContain('<td>menos de 3</td>');
  for (const word of ['MARCA', 'Casa', 'Mari']) expect(made.value.text).not.toContain(word);
});
