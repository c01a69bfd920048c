/** What somebody makes and sends again because the answer was lost is made once; the key that names it opens it for nobody else. */
import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ATTEMPT_HEADER,
  copyAnswer,
  createdCohortAnswer,
  organisationAnswer,
  restoredAnswer,
  rotatedLinkAnswer,
} from '../../../shared/api.ts';
import { newRequestKey } from '../../../shared/ids.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import { boardsOf, join, ok, type RunningApp, secretOf, startRunningApp, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

const cohort = { name: 'Marea', date: '2026-11-20', organisations: ['Casa Ana', 'Casa Luis'] };
const send = (path: string, body: unknown, key: string, who?: Seated) =>
  app.ask('POST', path, { body, headers: { [ATTEMPT_HEADER]: key }, ...(who && { token: who.token }) });
const create = async (key: string) => ok(await send('/api/cohorts', cohort, key), createdCohortAnswer);
const cohorts = (): number => {
  const database = new DatabaseSync(joinPath(app.dataDir, 'tempano.sqlite'), { readOnly: true });
  const count = Number(database.prepare('select count(*) as n from cohorts').get()?.n);
  database.close();
  return count;
};
const titles = async (who: Seated) => (await boardsOf(app, who.token)).flatMap(({ title }) => title || []);

it('makes one cohort, with the same links and code, also after the server began again', async () => {
  const key = newRequestKey();
  const before = cohorts();
  const first = await create(key);
  expect(await create(key)).toEqual(first);
  // As the draft writes it.
  expect(await create(`"${key}"`)).toEqual(first);
  await app.restart();
  expect(await create(key)).toEqual(first);
  expect(cohorts()).toBe(before + 1);
  expect((await join(app, first.links.facilitation, 'Mari')).cohort.id).toBe(first.cohort.id);
  expect((await create(newRequestKey())).cohort.id).not.toBe(first.cohort.id);
});

it('gives the link that works now, where it was replaced meanwhile', async () => {
  const key = newRequestKey();
  const made = await create(key);
  const mari = await join(app, made.links.facilitation, 'Mari');
  const path = `/api/cohorts/${made.cohort.id}/links/facilitation/rotate`;
  const { link } = ok(await app.ask('POST', path, { token: mari.token, body: {} }), rotatedLinkAnswer);
  expect((await create(key)).links).toEqual({ ...made.links, facilitation: link });
});

it('makes one rehearsal', async () => {
  const key = newRequestKey();
  const made = async () => ok(await send('/api/rehearsal', { language: 'es' }, key), createdCohortAnswer).cohort.id;
  expect(await made()).toBe(await made());
});

it('keeps neither the key nor a link, so that nobody who reads the file has them', async () => {
  const key = newRequestKey();
  const { links } = await create(key);
  const stored = ['tempano.sqlite', 'tempano.sqlite-wal'].map((name) =>
    readFileSync(joinPath(app.dataDir, name)).toString('latin1'),
  );
  for (const secret of [key, ...Object.values(links).map(secretOf)])
    expect(stored.some((file) => file.includes(secret))).toBe(false);
});

it('refuses a key that was used for something else, and changes nothing', async () => {
  const key = newRequestKey();
  await create(key);
  const before = cohorts();
  for (const [path, body] of [
    ['/api/cohorts', { ...cohort, name: 'Otra' }],
    ['/api/rehearsal', { language: 'es' }],
  ] as const) {
    const answer = await send(path, body, key);
    expect([answer.status, whyOf(answer)]).toEqual([422, 'key-reused']);
  }
  expect(cohorts()).toBe(before);
});

it.each(['', 'corta', 'x'.repeat(65), `${'x'.repeat(21)} y`, 'ñ'.repeat(21)])('refuses the key %j', async (key) => {
  const answer = await send('/api/cohorts', cohort, encodeURI(key));
  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject({ error: { why: 'bad-request', field: ATTEMPT_HEADER } });
});

it('makes one organisation; the key of one person is nothing to another', async () => {
  const scene = await callScene(app, 1);
  const key = newRequestKey();
  const path = `${scene.path}/organisations`;
  const add = async () => ok(await send(path, { name: 'Red Nueva' }, key, scene.facilitator), organisationAnswer);
  expect(await add()).toEqual(await add());
  expect(whyOf(await send(path, { name: 'Red Otra' }, key, scene.facilitator))).toBe('key-reused');
  const sol = await join(app, scene.links.facilitation, 'Sol');
  expect(whyOf(await send(path, { name: 'Red Nueva' }, key, sol))).toBe('organisation-exists');
  expect(whyOf(await send(path, { name: 'Red Nueva' }, key, at(scene.members, 0)))).toBe('facilitator-only');
});

it('says so where the organisation is gone since', async () => {
  const scene = await callScene(app, 1);
  const key = newRequestKey();
  const add = () => send(`${scene.path}/organisations`, { name: 'Red Nueva' }, key, scene.facilitator);
  const { organisation } = ok(await add(), organisationAnswer);
  expect((await scene.ask(scene.facilitator, 'DELETE', `/organisations/${organisation.id}`)).status).toBe(204);
  expect(whyOf(await add())).toBe('organisation-unknown');
});

async function ownBoard(scene: CallScene) {
  const ana = at(scene.members, 0);
  return { ana, path: `/api/boards/${await scene.board(ana, 'iceberg', at(scene.organisations, 0))}` };
}

it('makes one board of a file', async () => {
  const { ana, path } = await ownBoard(await callScene(app, 1));
  const file = { kind: 'tempano-board', version: 1, board: { kind: 'iceberg', title: 'Mar' }, notes: [] };
  const key = newRequestKey();
  const open = () => send(`${path}/import`, { snapshot: file, as: 'new-board' }, key, ana);
  const both = await Promise.all([open(), open()]);
  const made = [...both.filter(({ status }) => status !== 429), await open()].map((answer) => [
    answer.status,
    ok(answer, restoredAnswer).board.id,
  ]);
  expect(new Set(made.map(String)).size).toBe(1);
  expect(at(made, 0)[0]).toBe(201);
  expect(await titles(ana)).toEqual(['Copia de Mar']);
  // Meant to be one more.
  ok(await send(`${path}/import`, { snapshot: file, as: 'new-board' }, newRequestKey(), ana), restoredAnswer);
  expect(await titles(ana)).toHaveLength(2);
});

it('makes one board of a copy', async () => {
  const { ana, path } = await ownBoard(await callScene(app, 1));
  const taken = await app.ask('POST', `${path}/copies`, { token: ana.token, body: { name: 'Antes' } });
  const { copy } = ok(taken, copyAnswer);
  const key = newRequestKey();
  const restore = () => send(`${path}/copies/${copy.id}/restore`, { as: 'new-board' }, key, ana);
  const made = (await Promise.all([restore(), restore()])).map((answer) => ok(answer, restoredAnswer).board.id);
  expect(new Set(made).size).toBe(1);
  expect(await titles(ana)).toEqual(['Copia de Antes']);
});
