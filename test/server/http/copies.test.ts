/** Export, import and copies of boards through the running server, with hostile files. */

import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyAnswer, restoredAnswer } from '../../../shared/api.ts';
import { addNotes, deleteNotes, readNotes } from '../../../shared/board/notes.ts';
import { parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { type BoardId, newNoteId } from '../../../shared/ids.ts';
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

async function scene() {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const red = made.cohort.organisations[1]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const berta = await join(app, made.links.participation, 'Berta', red);
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const value = await boardOf(app, ana.token, 'value', casa);
  const own = await follow(app, ana.token, iceberg);
  addNotes({ doc: own.doc, origin: null }, [
    { id: newNoteId(), pos: [700, 200], createdAt: 1, text: 'Uno', author: ana.person.id, tag: 'both' },
    { id: newNoteId(), pos: [700, 900], createdAt: 2, text: 'Dos', private: true },
  ]);
  return { made, facilitator, ana, berta, iceberg, value, own };
}
const texts = (board: Follower): string[] =>
  readNotes(board.doc)
    .map(({ text }) => text)
    .sort();
const post = (path: string, token: string, body: object = {}) => app.ask('POST', path, { token, body });
const exported = async (token: string, board: BoardId) =>
  (await app.ask('GET', `/api/boards/${board}/export`, { token })).body;
/** Waits until the server has what the follower wrote. */
const saved = (token: string, board: BoardId, notes: number) =>
  expect
    .poll(async () => (await exported(token, board)) as { notes: unknown[] })
    .toMatchObject({ notes: { length: notes } });

it('exports a board with names, and imports an equal one', async () => {
  const { ana, iceberg, own } = await scene();
  await saved(ana.token, iceberg, 2);
  const file = await exported(ana.token, iceberg);
  expect(parseSnapshot(file)).toMatchObject({ ok: true });
  expect(file).toMatchObject({
    kind: 'tempano-board',
    board: { kind: 'iceberg', title: expect.stringContaining('Casa Añasco') },
    cohort: { name: 'Cohorte de prueba', date: '2026-11-20' },
    organization: { name: 'Casa Añasco', people: [{ name: 'Ana' }] },
  });
  const answer = await post(`/api/boards/${iceberg}/import`, ana.token, { snapshot: file, as: 'new-board' });
  expect(answer.status).toBe(201);
  const { board, previous } = ok(answer, restoredAnswer);
  expect(previous).toBeUndefined();
  expect(board).toMatchObject({ kind: 'iceberg', right: 'write', title: expect.stringMatching(/^Copia de /) });
  expect((await boardsOf(app, ana.token)).some(({ id }) => id === board.id)).toBe(true);
  const again = (await exported(ana.token, board.id)) as Record<string, unknown>;
  const { exportedAt, board: head, ...rest } = file as Record<string, unknown>;
  expect(again).toMatchObject(rest);
  expect([exportedAt, head]).not.toEqual([again.exportedAt, again.board]);
  own.close();
});

it('keeps named copies and restores one in place, with a copy of what was there', async () => {
  const { ana, iceberg, own } = await scene();
  await saved(ana.token, iceberg, 2);
  const path = `/api/boards/${iceberg}/copies`;
  const taken = await post(path, ana.token, { name: ' Antes de la pausa ' });
  expect(taken.status).toBe(201);
  const { copy } = ok(taken, copyAnswer);
  expect(copy).toMatchObject({ name: 'Antes de la pausa', by: 'Ana', notes: 2 });
  deleteNotes(
    { doc: own.doc, origin: null },
    readNotes(own.doc).map(({ id }) => id),
    5,
  );
  addNotes({ doc: own.doc, origin: null }, [{ id: newNoteId(), pos: [700, 200], createdAt: 3, text: 'Tres' }]);
  await saved(ana.token, iceberg, 1);
  const preview = await app.ask('GET', `${path}/${copy.id}`, { token: ana.token });
  const kept = { organization: { name: 'Casa Añasco' }, notes: [{ text: 'Uno' }, { text: 'Dos', share: false }] };
  expect(preview.body).toMatchObject({ copy, snapshot: kept });
  const { previous, board } = ok(
    await post(`${path}/${copy.id}/restore`, ana.token, { as: 'in-place' }),
    restoredAnswer,
  );
  expect(board.id).toBe(iceberg);
  await until(() => texts(own).join() === 'Dos,Uno', 'the restored notes');
  const list = (await app.ask('GET', path, { token: ana.token })).body;
  expect(list).toMatchObject({
    copies: [{ id: previous, name: 'Antes de restaurar «Antes de la pausa»', by: '', notes: 1 }, copy],
  });
  await post(`${path}/${previous}/restore`, ana.token, { as: 'in-place' });
  await until(() => texts(own).join() === 'Tres', 'the board as it was before restoring');
  const beside = await post(`${path}/${copy.id}/restore`, ana.token, { as: 'new-board' });
  expect(beside.status).toBe(201);
  expect(ok(beside, restoredAnswer).board.title).toBe('Copia de Antes de la pausa');
  expect((await app.ask('DELETE', `${path}/${copy.id}`, { token: ana.token })).status).toBe(204);
  expect(whyOf(await app.ask('GET', `${path}/${copy.id}`, { token: ana.token }))).toBe('copy-unknown');
  own.close();
});

it('gives files and copies only to those who may open the board', async () => {
  const { ana, berta, facilitator, iceberg, own } = await scene();
  const { copy } = ok(await post(`/api/boards/${iceberg}/copies`, ana.token, { name: 'Una' }), copyAnswer);
  for (const { token } of [berta, facilitator]) {
    const attempts = [
      await app.ask('GET', `/api/boards/${iceberg}/export`, { token }),
      await app.ask('GET', `/api/boards/${iceberg}/copies`, { token }),
      await app.ask('GET', `/api/boards/${iceberg}/copies/${copy.id}`, { token }),
      await app.ask('DELETE', `/api/boards/${iceberg}/copies/${copy.id}`, { token }),
      await post(`/api/boards/${iceberg}/copies`, token, { name: 'Otra' }),
      await post(`/api/boards/${iceberg}/copies/${copy.id}/restore`, token, { as: 'in-place' }),
      await post(`/api/boards/${iceberg}/import`, token, { snapshot: {}, as: 'in-place' }),
    ];
    expect(attempts.map((answer) => [answer.status, whyOf(answer)])).toEqual(attempts.map(() => [403, 'no-right']));
  }
  const group = await boardOf(app, ana.token, 'group-iceberg');
  expect((await app.ask('GET', `/api/boards/${group}/export`, { token: ana.token })).status).toBe(200);
  expect(whyOf(await post(`/api/boards/${group}/copies`, ana.token, { name: 'Mía' }))).toBe('no-right');
  expect(whyOf(await app.ask('GET', `/api/boards/${group}/copies/${copy.id}`, { token: ana.token }))).toBe(
    'copy-unknown',
  );
  own.close();
});

const note = (more: object) => ({ id: 'a', text: 'hola', x: 700, y: 200, ...more });
const file = (more: object) => ({ kind: 'tempano-board', version: 1, board: { kind: 'iceberg' }, notes: [], ...more });
let deep: unknown = 'x';
for (let i = 0; i < 40; i += 1) deep = [deep];

it.each([
  ['nothing', null, 'not-a-board'],
  ['a list', [], 'not-a-board'],
  ['another kind of file', { kind: 'excalidraw' }, 'not-a-board'],
  ['a later version', file({ version: 2 }), 'newer-version'],
  ['a deep nest', file({ columns: deep }), 'too-deep'],
  ['a note without text', file({ notes: [{ id: 'a' }] }), 'invalid at notes.0.text'],
  ['a very long text', file({ notes: [note({ text: 'x'.repeat(5_001) })] }), 'invalid at notes.0.text'],
  ['an id that is a path', file({ notes: [note({ id: '../../etc' })] }), 'invalid at notes.0.id'],
  ['a place far away', file({ notes: [note({ x: 1e300 })] }), 'invalid at notes.0.x'],
  [
    'too many notes',
    file({ notes: Array.from({ length: 4_001 }, (_, i) => note({ id: `n${i}` })) }),
    'invalid at notes',
  ],
])('refuses to import %s and says why', async (_, snapshot, detail) => {
  const { ana, iceberg, own } = await scene();
  const answer = await post(`/api/boards/${iceberg}/import`, ana.token, { snapshot, as: 'in-place' });
  expect([answer.status, whyOf(answer)]).toEqual([422, 'snapshot-refused']);
  expect(answer.body).toMatchObject({ error: { field: 'snapshot', detail } });
  expect(texts(own)).toEqual(['Dos', 'Uno']);
  own.close();
});

it('takes known keys only, and nothing reaches a prototype', async () => {
  const { ana, iceberg, own } = await scene();
  const hostile = `{"snapshot":{"kind":"tempano-board","version":1,"board":{"kind":"iceberg"},"__proto__":{"bad":1},
    "notes":[{"id":"a","text":"<img src=x onerror=alert(1)>","x":700,"y":200,"__proto__":{"bad":1},"constructor":1}]},
    "as":"in-place"}`;
  const answer = await app.ask('POST', `/api/boards/${iceberg}/import`, { token: ana.token, body: hostile });
  expect(answer.status).toBe(200);
  expect('bad' in {}).toBe(false);
  await until(() => texts(own).length === 1, 'the imported note');
  expect(texts(own)).toEqual(['<img src=x onerror=alert(1)>']);
  own.close();
});

it('refuses a file of another kind of board, and one above ten megabytes', async () => {
  const { ana, value, iceberg, own } = await scene();
  const answer = await post(`/api/boards/${value}/import`, ana.token, { snapshot: file({}), as: 'new-board' });
  expect([answer.status, whyOf(answer)]).toEqual([409, 'wrong-kind']);
  const body = JSON.stringify({ snapshot: file({ padding: 'x'.repeat(10 * 1024 * 1024) }), as: 'in-place' });
  const large = await app.ask('POST', `/api/boards/${iceberg}/import`, { token: ana.token, body });
  expect([large.status, whyOf(large)]).toEqual([413, 'body-too-large']);
  own.close();
});

it('imports an organisation as it is in a cohort file', async () => {
  const { ana, iceberg, own } = await scene();
  const fixture = await import('../../../server/demo/cohort.es.json', { with: { type: 'json' } });
  const [organization] = fixture.default.organizations;
  const snapshot = { ...organization, valueProposition: undefined };
  const answer = await post(`/api/boards/${iceberg}/import`, ana.token, { snapshot, as: 'in-place' });
  expect(answer.status).toBe(200);
  await until(() => texts(own).length === 20, 'twenty notes');
  const { notes } = v.parse(
    v.object({ notes: v.array(v.object({ id: v.string(), layer: v.string() })) }),
    await exported(ana.token, iceberg),
  );
  const layers = new Map(notes.map(({ id, layer }) => [id, layer]));
  for (const { id, layer } of organization?.iceberg ?? []) expect(layers.get(id)).toBe(layer);
  own.close();
});
