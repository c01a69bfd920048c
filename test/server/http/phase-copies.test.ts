/** *Guardar copia* at the panel: of every board of the phase, each for those who may open it, by facilitation that reads none of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copiesAnswer } from '../../../shared/api.ts';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import { type BoardId, newNoteId } from '../../../shared/ids.ts';
import { COUNT, TEXT } from '../../../shared/limits.ts';
import { phaseCopiesAnswer } from '../../../shared/page-api.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import { follow, join, ok, type RunningApp, startRunningApp, until, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

/** Writes on a board and knows that the server has it. */
async function write(who: Seated, board: BoardId, text: string): Promise<void> {
  const [own, other] = [await follow(app, who.token, board), await follow(app, who.token, board)];
  addNotes({ doc: own.doc, origin: null }, [{ id: newNoteId(), pos: [700, 200], createdAt: 1, text }]);
  await until(() => readNotes(other.doc).some((note) => note.text === text), 'the note in the other window');
  for (const end of [own, other]) end.close();
}
const copiesOf = async (who: Seated, board: BoardId) =>
  ok(await app.ask('GET', `/api/boards/${board}/copies`, { token: who.token }), copiesAnswer).copies;
const save = (scene: CallScene, who: Seated = scene.facilitator, name: unknown = 'A mitad, 2:30 p. m.') =>
  scene.ask(who, 'POST', '/copies', { name });
const saved = async (scene: CallScene) => ok(await save(scene), phaseCopiesAnswer);
const iceberg = (scene: CallScene, i: number) =>
  scene.board(at(scene.members, i), 'iceberg', at(scene.organisations, i));

/** Three organisations in the iceberg phase; two have written. */
async function written(phase: CallRequest = { do: 'go', phase: 'iceberg' }): Promise<CallScene> {
  const scene = await callScene(app, 3);
  await scene.conduct({ do: 'start' });
  await scene.conduct(phase);
  for (const i of [0, 1]) await write(at(scene.members, i), await iceberg(scene, i), `SECRETO-${i}`);
  return scene;
}

it('copies the boards of the phase on which there is something, for their teams alone', async () => {
  const scene = await written();
  const answer = await save(scene);
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({ copied: { iceberg: 2 }, same: 0, missed: 0 });
  for (const i of [0, 1]) {
    const board = await iceberg(scene, i);
    const team = await copiesOf(at(scene.members, i), board);
    expect(team.map(({ name, by, notes }) => [name, by, notes])).toEqual([['A mitad, 2:30 p. m.', 'Maribel', 1]]);
    const path = `/api/boards/${board}/copies`;
    for (const who of [scene.facilitator, at(scene.members, 1 - i)])
      for (const rest of ['', `/${team[0]?.id}`])
        expect(whyOf(await app.ask('GET', path + rest, { token: who.token }))).toBe('no-right');
  }
  expect(await copiesOf(at(scene.members, 2), await iceberg(scene, 2))).toEqual([]);
  expect(await copiesOf(at(scene.members, 0), await scene.board(at(scene.members, 0), 'group-iceberg'))).toEqual([]);
});

it('says which boards have nothing new, and copies the group iceberg along', async () => {
  const scene = await written();
  await saved(scene);
  await write(at(scene.members, 0), await iceberg(scene, 0), 'otra');
  await write(scene.facilitator, await scene.board(scene.facilitator, 'group-iceberg'), 'del grupo');
  expect(await saved(scene)).toEqual({ copied: { iceberg: 1, 'group-iceberg': 1 }, same: 1, missed: 0 });
});

it('copies all where the phase has no board to copy: before the call and in a break', async () => {
  const before = await callScene(app, 1);
  await write(at(before.members, 0), await iceberg(before, 0), 'antes');
  expect((await saved(before)).copied).toEqual({ iceberg: 1 });
  const scene = await written();
  await write(at(scene.members, 0), await scene.board(at(scene.members, 0), 'value', at(scene.organisations, 0)), 'v');
  // The phase that ends leaves copies of its own: of these boards nothing is new.
  await scene.conduct({ do: 'go', phase: 'break1' });
  const total = async () => {
    const { copied, same } = await saved(scene);
    return Object.values(copied).reduce((sum, n) => sum + n, same);
  };
  expect(await total()).toBe(3);
});

it('copies the pages of the peers in their phase', async () => {
  const scene = await written({ do: 'go', phase: 'issue' });
  const feedback = await scene.board(at(scene.members, 0), 'feedback', at(scene.organisations, 0));
  const [page, second] = [
    await follow(app, at(scene.members, 0).token, feedback),
    await follow(app, at(scene.members, 0).token, feedback),
  ];
  textAt(page.doc, 'issue')?.insert(0, 'Pocas manos');
  await until(() => textAt(second.doc, 'issue')?.toString() === 'Pocas manos', 'the issue');
  expect(await saved(scene)).toEqual({ copied: { feedback: 1 }, same: 0, missed: 0 });
  for (const end of [page, second]) end.close();
});

it('is for facilitation of this cohort, with a name, while the call is not closed', async () => {
  const scene = await written();
  const viewer = await join(app, scene.links.viewing, 'Fondo');
  for (const who of [at(scene.members, 0), viewer]) expect(whyOf(await save(scene, who))).toBe('facilitator-only');
  expect(whyOf(await save(scene, (await callScene(app, 1)).facilitator))).toBe('cohort-unknown');
  for (const name of [' ', null, 7, 'x'.repeat(TEXT.copyName + 1)])
    expect(whyOf(await save(scene, scene.facilitator, name))).toBe('bad-request');
  await scene.conduct({ do: 'close' });
  expect(whyOf(await save(scene))).toBe('not-now');
});

it('says so when a board can have no more copies, and copies the others', async () => {
  const scene = await written();
  const [ana, board] = [at(scene.members, 0), await iceberg(scene, 0)];
  for (let i = 0; i < COUNT.copiesPerBoard; i += 1)
    await app.ask('POST', `/api/boards/${board}/copies`, { token: ana.token, body: { name: `${i}` } });
  await write(ana, board, 'una más');
  expect(await saved(scene)).toEqual({ copied: { iceberg: 1 }, same: 0, missed: 1 });
});

it('is kept beside the automatic copy of the same: that one may have to make room one day', async () => {
  const scene = await written();
  const board = await iceberg(scene, 0);
  const names = async () => (await copiesOf(at(scene.members, 0), board)).map(({ by }) => by);
  await scene.conduct({ do: 'go', phase: 'value' });
  await expect.poll(names).toEqual(['']);
  await scene.conduct({ do: 'go', phase: 'iceberg' });
  expect((await saved(scene)).copied).toEqual({ iceberg: 2 });
  expect(await names()).toEqual(['Maribel', '']);
  expect((await saved(scene)).same).toBe(2);
});
