/** Organisations of a cohort through the running server: another name, and who may give it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { organisationAnswer } from '../../../shared/api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { at, type CallScene, callScene } from '../../kit/call-scene.ts';
import { follow, ok, type RunningApp, secretOf, startRunningApp, until, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

const rename = (scene: CallScene, name: unknown, organisation: string = at(scene.organisations, 0)) =>
  scene.ask(scene.facilitator, 'PATCH', `/organisations/${organisation}`, { name });
const fileOf = async ({ ask }: CallScene, who: CallScene['facilitator'], rest: string): Promise<string> =>
  String((await ask(who, 'GET', rest)).body);

it('gives an organisation another name, which everybody who is there reads at once', async () => {
  const scene = await callScene(app, 2);
  const followed = await follow(app, at(scene.members, 1).token, scene.cohort);
  const { organisation } = ok(await rename(scene, '  Taller   de la Alborada '), organisationAnswer);
  expect(organisation).toEqual({
    id: at(scene.organisations, 0),
    name: 'Taller de la Alborada',
    acronym: 'TA',
    order: 0,
    letIn: false,
  });
  const read = () => readCohort(followed.doc).organisations.map(({ id, name, acronym }) => [id, name, acronym]);
  await until(() => read()[0]?.[1] === 'Taller de la Alborada', 'the new name');
  expect(read()).toEqual([
    [at(scene.organisations, 0), 'Taller de la Alborada', 'TA'],
    [at(scene.organisations, 1), 'Casa Luis', 'CL'],
  ]);
  const door = await app.ask('POST', '/api/links/open', { body: { secret: secretOf(scene.links.participation) } });
  expect(JSON.stringify(door.body)).toContain('Taller de la Alborada');
  followed.close();
});

it('is in minutes, reports and files from then on; those kept of an earlier call say the old name', async () => {
  const scene = await callScene(app, 2);
  const ana = at(scene.members, 0);
  await scene.conduct({ do: 'start' });
  await scene.conduct({ do: 'close' });
  await scene.conduct({ do: 'new-session', preset: 'full' });
  expect((await rename(scene, 'Taller Alborada')).status).toBe(200);
  const said = async (who: CallScene['facilitator'], rest: string) => {
    const file = await fileOf(scene, who, rest);
    return [file.includes('Taller Alborada'), file.includes('Casa Ana')];
  };
  expect(await said(scene.facilitator, '/outputs/minutes')).toEqual([true, false]);
  expect(await said(scene.facilitator, '/outputs/minutes/1')).toEqual([false, true]);
  expect(await said(ana, `/organisations/${at(scene.organisations, 0)}/report`)).toEqual([true, false]);
  const iceberg = await scene.board(ana, 'iceberg', at(scene.organisations, 0));
  const file = await app.ask('GET', `/api/boards/${iceberg}/export`, { token: ana.token });
  expect(file.body).toMatchObject({ organization: { name: 'Taller Alborada', acronym: 'TA' } });
});

it.each([
  ['', 400, 'bad-request'],
  [' \u200b ', 400, 'bad-request'],
  ['x'.repeat(91), 400, 'bad-request'],
  ['casa  LUÍS', 409, 'organisation-exists'],
])('refuses the name %j', async (name, status, why) => {
  const scene = await callScene(app, 2);
  const answer = await rename(scene, name);
  expect([answer.status, whyOf(answer)]).toEqual([status, why]);
  expect(answer.body).toMatchObject({ error: { field: 'name' } });
  expect(JSON.stringify((await app.ask('GET', '/api/me', { token: scene.facilitator.token })).body)).toContain(
    'Casa Ana',
  );
});

it('takes its own name in other letters', async () => {
  const scene = await callScene(app, 2);
  expect((await rename(scene, 'CASA ANA')).body).toMatchObject({ organisation: { name: 'CASA ANA', acronym: 'CA' } });
});

it('is for facilitation of this cohort alone, and of organisations it has', async () => {
  const [scene, other] = [await callScene(app, 2), await callScene(app, 1)];
  const path = `/organisations/${at(scene.organisations, 0)}`;
  expect(whyOf(await scene.ask(at(scene.members, 0), 'PATCH', path, { name: 'Mía' }))).toBe('facilitator-only');
  expect(whyOf(await scene.ask(other.facilitator, 'PATCH', path, { name: 'Mía' }))).toBe('cohort-unknown');
  expect(whyOf(await rename(scene, 'Mía', at(other.organisations, 0)))).toBe('organisation-unknown');
});
