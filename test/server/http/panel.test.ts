/** The panel of facilitation: who may follow it, what it holds, and groups as they are proposed. Over real sockets. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes, themeNotes } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import { readPanel, readWriters } from '../../../shared/cohort/panel.ts';
import { newNoteId, newThemeId, type OrgId, type PersonId } from '../../../shared/ids.ts';
import { proposalAnswer } from '../../../shared/page-api.ts';
import {
  boardOf,
  boardsOf,
  createCohort,
  type Follower,
  follow,
  join,
  ok,
  type RunningApp,
  startRunningApp,
  until,
  whyOf,
} from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

async function scene(organisations = ['Casa Añasco', 'Red de Huertos']) {
  const made = await createCohort(app, { organisations });
  const casa = made.cohort.organisations[0]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const viewer = await join(app, made.links.viewing, 'Fondo');
  const path = `/api/cohorts/${made.cohort.id}`;
  const deed = (body: object) => app.ask('POST', `${path}/call`, { token: facilitator.token, body });
  /** As the page of the panel does: the panel's document, and the cohort's. */
  const watch = async () => ({
    cohort: await follow(app, facilitator.token, made.cohort.id),
    watching: await follow(app, facilitator.token, await boardOf(app, facilitator.token, 'panel')),
  });
  return { made, casa, facilitator, ana, viewer, path, deed, watch };
}

const write = (board: Follower, text: string, author: PersonId | null, organisation: OrgId | null = null) => {
  const id = newNoteId();
  addNotes({ doc: board.doc, origin: null }, [{ id, pos: [900, 300], createdAt: 1, text, author, organisation }]);
  return id;
};

it('is for facilitation alone, to read', async () => {
  const { facilitator, ana, viewer, deed } = await scene();
  await deed({ do: 'start' });
  const panel = await boardOf(app, facilitator.token, 'panel');
  const connection = (token: string) => app.ask('POST', `/api/boards/${panel}/connection`, { token });
  expect((await connection(facilitator.token)).body).toMatchObject({ right: 'read' });
  for (const { token } of [ana, viewer]) {
    expect(whyOf(await connection(token))).toBe('no-right');
    expect((await boardsOf(app, token)).find(({ id }) => id === panel)?.right).toBe('none');
  }
});

it('tells who has written on which board, also from before there was a panel, and never what', async () => {
  const { watch, ana, casa, deed } = await scene();
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const own = await follow(app, ana.token, iceberg);
  write(own, '  ', ana.person.id);
  write(own, 'secreto de Casa', ana.person.id);
  await deed({ do: 'start' });
  const { watching, cohort } = await watch();
  await until(() => readWriters(watching.doc).get(iceberg)?.includes(ana.person.id) === true, 'the author');
  const value = await boardOf(app, ana.token, 'value', casa);
  await until(() => readWriters(watching.doc).get(value)?.length === 0, 'a board nobody has written on');
  const valueBoard = await follow(app, ana.token, value);
  write(valueBoard, 'otro secreto', ana.person.id);
  await until(() => readWriters(watching.doc).get(value)?.includes(ana.person.id) === true, 'the author of the second');
  const bytes = watching.frames.map((frame) => Buffer.from(frame).toString('latin1')).join();
  expect(bytes).not.toContain('secreto');
  expect(bytes).not.toContain('Ana');
  for (const one of [own, valueBoard, watching, cohort]) one.close();
});

it('tells how many organisations have brought something to the group iceberg', async () => {
  const { watch, ana, casa, deed } = await scene();
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const own = await follow(app, ana.token, iceberg);
  const notes = [write(own, 'con nombre', ana.person.id)];
  await deed({ do: 'start' });
  await deed({ do: 'bringing', on: true });
  const { watching, cohort } = await watch();
  expect(readPanel(watching.doc).brought).toBe(0);
  const ask = (way: string) => app.ask('POST', `/api/boards/${iceberg}/${way}`, { token: ana.token, body: { notes } });
  await expect.poll(() => ask('bring')).toMatchObject({ body: { brought: notes } });
  await until(() => readPanel(watching.doc).brought === 1, 'the organisation to be counted');
  await ask('withdraw');
  await until(() => readPanel(watching.doc).brought === 0, 'nobody to be counted');
  for (const one of [own, watching, cohort]) one.close();
});

it('forgets the practice board with the practice', async () => {
  const { watch, ana, casa, deed } = await scene();
  await deed({ do: 'start' });
  const practice = await boardOf(app, ana.token, 'practice');
  const { watching, cohort } = await watch();
  const practising = await follow(app, ana.token, practice);
  write(practising, 'Ponce', ana.person.id);
  await until(() => readWriters(watching.doc).get(practice)?.length === 1, 'who practised');
  await deed({ do: 'next' });
  const iceberg = await follow(app, ana.token, await boardOf(app, ana.token, 'iceberg', casa));
  write(iceberg, 'una nota', ana.person.id);
  await until(() => !readWriters(watching.doc).has(practice), 'the practice to be forgotten');
  for (const one of [watching, cohort, practising, iceberg]) one.close();
});

it('proposes groups by the themes of the group iceberg, to facilitation alone', async () => {
  const { made, facilitator, ana, path } = await scene(['A', 'B', 'C', 'D', 'E', 'F']);
  const organisations = made.cohort.organisations.map(({ id }) => id);
  const group = await follow(app, facilitator.token, await boardOf(app, ana.token, 'group-iceberg'));
  const [one, two] = [newThemeId(), newThemeId()];
  const writer = { doc: group.doc, origin: null };
  for (const [i, id] of [one, two].entries()) addTheme(writer, { id, title: id, order: i, createdAt: 1 }, []);
  for (const id of organisations.slice(1)) await join(app, made.links.participation, 'Beto', id);
  // A, B and C speak of one theme, D, E and F of the other.
  for (const [i, id] of organisations.entries())
    themeNotes(writer, [write(group, 'nota', null, id)], i < 3 ? one : two);
  const ask = (token: string) => app.ask('GET', `${path}/groups/proposal`, { token });
  const reads = async () => {
    const { groups } = ok(await ask(facilitator.token), proposalAnswer);
    expect(groups.flat().sort()).toEqual([...organisations].sort());
    return groups.map((all) => all.filter((id) => organisations.indexOf(id) < 3).length).sort();
  };
  await expect.poll(reads).toEqual([1, 2]);
  expect(whyOf(await ask(ana.token))).toBe('facilitator-only');
  group.close();
});

it('proposes groups of those who are there or have an issue, and before anybody is, of all', async () => {
  const made = await createCohort(app, { organisations: ['A', 'B', 'C', 'D', 'E'] });
  const [a, b, c, d] = made.cohort.organisations.map(({ id }) => id);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const path = `/api/cohorts/${made.cohort.id}`;
  const proposed = async () => {
    const answer = await app.ask('GET', `${path}/groups/proposal`, { token: facilitator.token });
    return ok(answer, proposalAnswer).groups.flat().sort();
  };
  expect(await proposed()).toEqual(made.cohort.organisations.map(({ id }) => id).sort());
  await join(app, made.links.participation, 'Ana', a ?? null);
  await join(app, made.links.participation, 'Beto', b ?? null);
  const gone = await join(app, made.links.participation, 'Carla', c ?? null);
  const chose = await join(app, made.links.participation, 'Dalia', d ?? null);
  for (const deed of [{ do: 'start' }, { do: 'go', phase: 'issue' }])
    await app.ask('POST', `${path}/call`, { token: facilitator.token, body: deed });
  const board = await boardOf(app, chose.token, 'feedback', d ?? null);
  const own = await follow(app, chose.token, board);
  textAt(own.doc, 'issue')?.insert(0, 'Lo nuestro');
  const choose = () =>
    app.ask('POST', `/api/boards/${board}/issue`, { token: chose.token, body: { on: true, theme: null } });
  await expect.poll(async () => (await choose()).status).toBe(200);
  for (const { person } of [gone, chose])
    await app.ask('DELETE', `${path}/people/${person.id}`, { token: facilitator.token });
  expect(await proposed()).toEqual([a, b, d].sort());
  own.close();
});
