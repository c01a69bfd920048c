/** Cohorts and their document through the running server. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '../../../server/storage/database.ts';
import { addNotes, deleteNotes } from '../../../shared/board/notes.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { readColumns } from '../../../shared/synthesis/columns.ts';
import {
  boardOf,
  boardsOf,
  createCohort,
  follow,
  join,
  type RunningApp,
  secretOf,
  startRunningApp,
  until,
  whyOf,
} from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('makes a cohort with links, code and a board of each kind', async () => {
  const made = await createCohort(app, { organisations: ['Casa Añasco', ' casa  anasco ', 'Red de Huertos del Este'] });
  expect(made.cohort.organisations.map(({ name, acronym, order, letIn }) => [name, acronym, order, letIn])).toEqual([
    ['Casa Añasco', 'CA', 0, false],
    ['Red de Huertos del Este', 'RHE', 1, false],
  ]);
  expect(made.links.facilitation).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/facilitar#[A-Za-z0-9_-]{24}$/);
  expect(made.links.participation).toMatch(/\/unirse#/);
  expect(made.links.viewing).toMatch(/\/observar#/);
  expect(made.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const boards = await boardsOf(app, facilitator.token);
  expect(boards.map(({ kind, right }) => `${kind} ${right}`).sort()).toEqual([
    'group-iceberg write',
    'iceberg none',
    'iceberg none',
    'value none',
    'value none',
  ]);
  expect(facilitator).toMatchObject({ links: made.links, code: made.code, returning: false });
});

it.each([
  [{ name: '   ' }, 'name'],
  [{ name: 'x'.repeat(91) }, 'name'],
  [{ date: '2026-02-30' }, 'date'],
  [{ date: 'mañana' }, 'date'],
  [{ time: '25:00' }, 'time'],
  [{ language: 'fr' }, 'language'],
  [{ organisations: [] }, 'organisations'],
  [{ organisations: ['', 'A'] }, 'organisations.0'],
  [{ organisations: Array.from({ length: 61 }, (_, i) => `Org ${i}`) }, 'organisations'],
  [{ organisations: 'Una' }, 'organisations'],
  [{ boardPer: 'team' }, 'boardPer'],
])('refuses a cohort with %j and names the field', async (changes, field) => {
  const body = { name: 'C', date: '2026-11-20', organisations: ['A'], ...changes };
  const answer = await app.ask('POST', '/api/cohorts', { body });
  expect([answer.status, whyOf(answer)]).toEqual([400, 'bad-request']);
  expect(answer.body).toMatchObject({ error: { field } });
});

it('shows people, organisations and boards in the cohort document, and counts without text', async () => {
  const made = await createCohort(app);
  const [casa] = made.cohort.organisations;
  if (!casa) throw new Error('an organisation');
  const ana = await join(app, made.links.participation, 'Ana', casa.id);
  const viewer = await join(app, made.links.viewing, 'Fondo');
  const cohort = await follow(app, viewer.token, made.cohort.id);
  const seen = () => readCohort(cohort.doc);
  expect(
    seen()
      .people.map(({ name, role }) => `${name} ${role}`)
      .sort(),
  ).toEqual(['Ana participant', 'Fondo viewer']);
  expect(seen().organisations.map(({ name }) => name)).toEqual(['Casa Añasco', 'Red de Huertos']);
  expect(seen().boards).toHaveLength(5);
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa.id);
  const board = await follow(app, ana.token, iceberg);
  addNotes({ doc: board.doc, origin: null }, [
    { id: newNoteId(), pos: [700, 200], createdAt: 1, text: 'palabra-secreta' },
    { id: newNoteId(), pos: [700, 100], createdAt: 2, text: 'otra' },
  ]);
  await until(() => seen().counts.get(iceberg)?.results === 2, 'the count of two notes');
  expect(cohort.frames.some((frame) => Buffer.from(frame).includes('palabra-secreta'))).toBe(false);
  cohort.close();
  board.close();
});

it('lets facilitation change the cohort, and nobody else', async () => {
  const made = await createCohort(app);
  const [casa] = made.cohort.organisations;
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa?.id ?? null);
  const path = `/api/cohorts/${made.cohort.id}`;
  const refusedTo = async (token: string, method: string, at: string, body?: object) =>
    whyOf(await app.ask(method, at, { token, ...(body && { body }) }));
  expect(await refusedTo(ana.token, 'PATCH', path, { name: 'Otra' })).toBe('facilitator-only');
  expect(await refusedTo(ana.token, 'DELETE', path)).toBe('facilitator-only');
  expect(await refusedTo(ana.token, 'POST', `${path}/organisations`, { name: 'X' })).toBe('facilitator-only');
  expect(await refusedTo(ana.token, 'POST', `${path}/links/viewing/rotate`)).toBe('facilitator-only');
  expect(await refusedTo(ana.token, 'DELETE', `${path}/people/${facilitator.person.id}`)).toBe('facilitator-only');
  const changed = await app.ask('PATCH', path, { token: facilitator.token, body: { name: 'Nueva', themesOpen: true } });
  expect(changed.body).toMatchObject({ cohort: { name: 'Nueva', themesOpen: true, date: '2026-11-20' } });
  const right = (await boardsOf(app, ana.token)).find(({ kind }) => kind === 'group-iceberg')?.right;
  expect(right).toBe('write');
});

it('refuses the facilitator of another cohort', async () => {
  const [mine, other] = [await createCohort(app), await createCohort(app)];
  const { token } = await join(app, mine.links.facilitation, 'Maribel');
  const there = await join(app, other.links.facilitation, 'Orlando');
  const group = await boardOf(app, there.token, 'group-iceberg');
  const attempts = [
    await app.ask('PATCH', `/api/cohorts/${other.cohort.id}`, { token, body: { name: 'Mía' } }),
    await app.ask('DELETE', `/api/cohorts/${other.cohort.id}`, { token }),
    await app.ask('POST', `/api/cohorts/${other.cohort.id}/links/viewing/rotate`, { token }),
    await app.ask('POST', `/api/boards/${group}/connection`, { token }),
    await app.ask('GET', `/api/boards/${group}/export`, { token }),
  ];
  expect(attempts.map(whyOf)).toEqual([
    'cohort-unknown',
    'cohort-unknown',
    'cohort-unknown',
    'board-unknown',
    'board-unknown',
  ]);
});

it('adds an organisation with its boards and its column', async () => {
  const made = await createCohort(app);
  const { token } = await join(app, made.links.facilitation, 'Maribel');
  const path = `/api/cohorts/${made.cohort.id}/organisations`;
  const added = await app.ask('POST', path, { token, body: { name: 'Taller Alborada' } });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({ organisation: { name: 'Taller Alborada', acronym: 'TA', order: 2 } });
  const twice = await app.ask('POST', path, { token, body: { name: 'taller ALBORADA' } });
  expect([twice.status, whyOf(twice)]).toEqual([409, 'organisation-exists']);
  expect(await boardsOf(app, token)).toHaveLength(7);
  const group = await follow(app, token, await boardOf(app, token, 'group-iceberg'));
  expect(readColumns(group.doc)).toHaveLength(3);
  group.close();
});

it('lets an organisation open its boards to facilitation, and facilitation only close them', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id;
  const red = made.cohort.organisations[1]?.id ?? null;
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const berta = await join(app, made.links.participation, 'Berta', red);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const turn = (token: string, open: boolean) =>
    app.ask('POST', `/api/cohorts/${made.cohort.id}/let-in`, { token, body: { organisation: casa, open } });
  const connects = async () =>
    (await app.ask('POST', `/api/boards/${iceberg}/connection`, { token: facilitator.token })).status;
  expect(await connects()).toBe(403);
  expect(whyOf(await turn(facilitator.token, true))).toBe('no-right');
  expect(whyOf(await turn(berta.token, true))).toBe('no-right');
  expect((await turn(ana.token, true)).status).toBe(200);
  expect(await connects()).toBe(200);
  const board = await follow(app, facilitator.token, iceberg);
  expect((await turn(facilitator.token, false)).status).toBe(200);
  await until(() => board.closed.includes(4403), 'the facilitator to be shown out');
  expect(await connects()).toBe(403);
  board.close();
});

it('deletes a cohort for good', async () => {
  const made = await createCohort(app);
  const { token } = await join(app, made.links.facilitation, 'Maribel');
  const there = async () => (await app.ask('GET', `/api/cohorts/${made.cohort.id}/there`)).body;
  expect(await there()).toEqual({ there: true });
  const group = await follow(app, token, await boardOf(app, token, 'group-iceberg'));
  expect((await app.ask('DELETE', `/api/cohorts/${made.cohort.id}`, { token })).status).toBe(204);
  await until(() => group.closed.includes(4404), 'the board to be gone');
  expect((await app.ask('GET', '/api/me', { token })).status).toBe(401);
  const link = await app.ask('POST', '/api/links/open', { body: { secret: secretOf(made.links.participation) } });
  expect(whyOf(link)).toBe('link-unknown');
  expect(await there()).toEqual({ there: false });
  group.close();
});

it('says 503 when the disk refuses to delete a cohort, and leaves everybody where they are', async () => {
  const made = await createCohort(app);
  const { token } = await join(app, made.links.facilitation, 'Maribel');
  const group = await follow(app, token, await boardOf(app, token, 'group-iceberg'));
  const path = `/api/cohorts/${made.cohort.id}`;
  const database = openDatabase(app.dataDir);
  database.exec("CREATE TRIGGER full BEFORE DELETE ON people BEGIN SELECT RAISE(ABORT, 'no room'); END");
  const refused = await app.ask('DELETE', path, { token });
  database.exec('DROP TRIGGER full');
  database.close();
  expect([refused.status, whyOf(refused), refused.headers.get('retry-after')]).toEqual([503, 'storage-failed', '5']);
  const again = await follow(app, token, await boardOf(app, token, 'group-iceberg'));
  expect([group.closed, again.closed]).toEqual([[], []]);
  expect((await app.ask('DELETE', path, { token })).status).toBe(204);
  await until(() => [group, again].every(({ closed }) => closed.includes(4404)), 'the board to be gone');
  for (const one of [group, again]) one.close();
});

it('keeps everything over a restart', async () => {
  const made = await createCohort(app);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const before = await boardsOf(app, facilitator.token);
  await app.restart();
  expect(await boardsOf(app, facilitator.token)).toEqual(before);
  const cohort = await follow(app, facilitator.token, made.cohort.id);
  expect(readCohort(cohort.doc).people.map(({ name }) => name)).toEqual(['Maribel']);
  cohort.close();
});

it('removes for good what was deleted long ago, and keeps what was deleted lately', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const cohort = await follow(app, ana.token, made.cohort.id);
  const board = await follow(app, ana.token, await boardOf(app, ana.token, 'iceberg', casa));
  const w = { doc: board.doc, origin: null };
  const [old, lately] = [newNoteId(), newNoteId()];
  addNotes(w, [
    { id: old, pos: [700, 200], createdAt: 1, text: 'vieja' },
    { id: lately, pos: [700, 200], createdAt: 1, text: 'nueva' },
  ]);
  const monthAgo = Date.now() - 31 * 24 * 3_600_000;
  deleteNotes(w, [old], monthAgo);
  const goneLongAgo = board.doc.getMap('notes').get(old);
  if (goneLongAgo instanceof Y.Map) goneLongAgo.set('goneSince', monthAgo);
  // A device whose clock is a month off: the server's own clock counts.
  deleteNotes(w, [lately], monthAgo);
  await until(() => !board.doc.getMap('notes').has(old), 'the old note to go');
  expect(board.doc.getMap('notes').has(lately)).toBe(true);
  board.close();
  cohort.close();
});
