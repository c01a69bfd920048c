/** Copies the server takes by itself: of the boards of the phase that ends, as they were then, so many and no more. */

import * as v from 'valibot';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copiesAnswer } from '../../../shared/api.ts';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { type BoardId, newNoteId } from '../../../shared/ids.ts';
import { COUNT } from '../../../shared/limits.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import { type Follower, follow, ok, type RunningApp, startRunningApp, until } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

const write = (end: Follower, text: string): void =>
  addNotes({ doc: end.doc, origin: null }, [{ id: newNoteId(), pos: [700, 200], createdAt: 1, text }]);
/** Writes and knows that the server has it: a second window got it. */
async function writeSafely(own: Follower, other: Follower, text: string): Promise<void> {
  write(own, text);
  await until(() => readNotes(other.doc).some((note) => note.text === text), 'the note in the other window');
}
const copiesOf = async (who: Seated, board: BoardId) =>
  ok(await app.ask('GET', `/api/boards/${board}/copies`, { token: who.token }), copiesAnswer).copies;
const namesOf = async (who: Seated, board: BoardId) => (await copiesOf(who, board)).map(({ name }) => name);
const snapshotOf = async (who: Seated, board: BoardId, copy: string) =>
  ok(
    await app.ask('GET', `/api/boards/${board}/copies/${copy}`, { token: who.token }),
    v.object({ snapshot: v.looseObject({ kind: v.string() }) }),
  ).snapshot;
/** Copies are kept after the answer; asked for again until there are so many. */
async function untilCopies(who: Seated, board: BoardId, count: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) if ((await copiesOf(who, board)).length === count) return;
  throw new Error(`not ${count} copies but ${(await copiesOf(who, board)).length}`);
}

/** The newest one the server took holds so many notes. */
async function untilNewest(who: Seated, board: BoardId, notes: number): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await copiesOf(who, board)).find(({ by }) => by === '')?.notes === notes) return;
  }
  throw new Error(`no copy with ${notes} notes`);
}

async function inPhase(
  phase: string,
): Promise<{ scene: CallScene; ana: Seated; iceberg: BoardId; own: Follower; other: Follower }> {
  const scene = await callScene(app, 2);
  const ana = at(scene.members, 0);
  const iceberg = await scene.board(ana, 'iceberg', at(scene.organisations, 0));
  await scene.conduct({ do: 'start' });
  await scene.conduct({ do: 'go', phase });
  return {
    scene,
    ana,
    iceberg,
    own: await follow(app, ana.token, iceberg),
    other: await follow(app, ana.token, iceberg),
  };
}

it('takes one of each board that was in use, as it was when the phase ended, once', async () => {
  const { scene, ana, iceberg, own, other } = await inPhase('iceberg');
  const empty = await scene.board(at(scene.members, 1), 'iceberg', at(scene.organisations, 1));
  const value = await scene.board(ana, 'value', at(scene.organisations, 0));
  await writeSafely(own, other, 'antes');
  await scene.conduct({ do: 'next' });
  write(own, 'después');
  await untilCopies(ana, iceberg, 1);
  const [copy] = await copiesOf(ana, iceberg);
  expect(copy).toMatchObject({ name: 'Antes de: Pausa', by: '', notes: 1 });
  expect(JSON.stringify(await snapshotOf(ana, iceberg, copy?.id ?? ''))).not.toContain('después');
  expect([await namesOf(at(scene.members, 1), empty), await namesOf(ana, value)]).toEqual([[], []]);
  // A break has no board; in the next phase something is new, and in the one after that nothing.
  await until(() => readNotes(other.doc).length === 2, 'the second note');
  await scene.conduct({ do: 'next' });
  await scene.conduct({ do: 'go', phase: 'iceberg' });
  await untilCopies(ana, iceberg, 2);
  await scene.conduct({ do: 'go', phase: 'value' });
  await scene.conduct({ do: 'go', phase: 'iceberg' });
  await writeSafely(own, other, 'otra');
  await scene.conduct({ do: 'close' });
  await untilCopies(ana, iceberg, 3);
  expect(await namesOf(ana, iceberg)).toEqual([
    'Antes de cerrar la sesión',
    'Antes de: Iceberg de cada organización',
    'Antes de: Pausa',
  ]);
  own.close();
  other.close();
});

it('keeps the newest, and every copy somebody took', async () => {
  const { scene, ana, iceberg, own, other } = await inPhase('iceberg');
  await app.ask('POST', `/api/boards/${iceberg}/copies`, { token: ana.token, body: { name: 'La mía' } });
  for (let i = 0; i < COUNT.automaticCopies + 2; i += 1) {
    await writeSafely(own, other, `nota ${i}`);
    await scene.conduct({ do: 'go', phase: i % 2 === 0 ? 'transfer' : 'iceberg' });
    await untilNewest(ana, iceberg, i + 1);
  }
  const copies = await copiesOf(ana, iceberg);
  expect(copies.filter(({ by }) => by === 'Ana').map(({ name }) => name)).toEqual(['La mía']);
  const newest = copies.filter(({ by }) => by === '').map(({ notes }) => notes);
  expect([newest.length, newest[0]]).toEqual([COUNT.automaticCopies, COUNT.automaticCopies + 2]);
  own.close();
  other.close();
});

it('takes pages as well, which can be looked at and put back', async () => {
  const { scene, ana, own, other } = await inPhase('issue');
  const feedback = await scene.board(ana, 'feedback', at(scene.organisations, 0));
  const [page, second] = [await follow(app, ana.token, feedback), await follow(app, ana.token, feedback)];
  textAt(page.doc, 'issue')?.insert(0, 'Pocas manos');
  await until(() => textAt(second.doc, 'issue')?.toString() === 'Pocas manos', 'the issue');
  await scene.conduct({ do: 'next' });
  await untilCopies(ana, feedback, 1);
  const [copy] = await copiesOf(ana, feedback);
  expect(copy).toMatchObject({ name: 'Antes de: Retroalimentación entre pares', notes: 1 });
  expect(await snapshotOf(ana, feedback, copy?.id ?? '')).toMatchObject({
    kind: 'tempano-page',
    board: { kind: 'feedback' },
  });
  textAt(page.doc, 'issue')?.insert(0, 'Otra cosa: ');
  await until(() => textAt(second.doc, 'issue')?.toString().startsWith('Otra') ?? false, 'the change');
  const restored = await app.ask('POST', `/api/boards/${feedback}/copies/${copy?.id}/restore`, {
    token: ana.token,
    body: { as: 'in-place' },
  });
  expect(restored.status).toBe(200);
  await until(() => textAt(second.doc, 'issue')?.toString() === 'Pocas manos', 'what was there before');
  expect(await namesOf(ana, feedback)).toContain('Antes de restaurar «Antes de: Retroalimentación entre pares»');
  for (const end of [page, second, own, other]) end.close();
});

it('goes on with the call when a copy cannot be taken', async () => {
  const { scene, ana, iceberg, own, other } = await inPhase('iceberg');
  await writeSafely(own, other, 'una');
  for (let i = 0; i < COUNT.copiesPerBoard; i += 1) {
    await app.ask('POST', `/api/boards/${iceberg}/copies`, { token: ana.token, body: { name: `${i}` } });
  }
  const { phase } = await scene.conduct({ do: 'next' });
  expect(phase).toBe('break1');
  await until(() => app.log.some((line) => line.includes('automatic-copy-skipped')), 'the skipped copy in the log');
  expect((await copiesOf(ana, iceberg)).length).toBe(COUNT.copiesPerBoard);
  own.close();
  other.close();
});

it('copies of the group iceberg forget what is taken back, and it does not come back with one', async () => {
  const { scene, ana, iceberg, own, other } = await inPhase('transfer');
  await writeSafely(own, other, 'Se queda');
  await writeSafely(own, other, 'MARCA-RETIRADA');
  const group = await scene.board(ana, 'group-iceberg');
  const gathering = async (which: string, notes: readonly string[]) =>
    (await app.ask('POST', `/api/boards/${iceberg}/${which}`, { token: ana.token, body: { notes } })).status;
  const idOf = (text: string) => readNotes(own.doc).find((note) => note.text === text)?.id ?? '';
  expect(
    await gathering(
      'bring',
      readNotes(own.doc).map(({ id }) => id),
    ),
  ).toBe(200);
  const body = { name: 'A mano' };
  await app.ask('POST', `/api/boards/${group}/copies`, { token: scene.facilitator.token, body });
  await scene.conduct({ do: 'next' });
  await untilCopies(ana, group, 2);
  const texts = async () =>
    JSON.stringify(await Promise.all((await copiesOf(ana, group)).map(({ id }) => snapshotOf(ana, group, id))));
  expect((await texts()).split('MARCA-RETIRADA')).toHaveLength(3);
  expect(await gathering('withdraw', [idOf('MARCA-RETIRADA')])).toBe(200);
  expect(await texts()).not.toContain('MARCA-RETIRADA');
  expect((await texts()).split('"Se queda"')).toHaveLength(3);
  expect((await copiesOf(ana, group)).map(({ notes }) => notes)).toEqual([1, 1]);
  await scene.conduct({ do: 'reading', on: false });
  const [copy] = await copiesOf(ana, group);
  await app.ask('POST', `/api/boards/${group}/copies/${copy?.id}/restore`, {
    token: scene.facilitator.token,
    body: { as: 'in-place' },
  });
  const shared = await follow(app, ana.token, group);
  expect(readNotes(shared.doc).map(({ text }) => text)).toEqual(['Se queda']);
  for (const end of [shared, own, other]) end.close();
});

it('boards made of a copy of the group iceberg forget it too, and so do their copies', async () => {
  const { scene, ana, iceberg, own, other } = await inPhase('transfer');
  await writeSafely(own, other, 'Se queda');
  await writeSafely(own, other, 'MARCA-RETIRADA');
  const group = await scene.board(ana, 'group-iceberg');
  const { token } = scene.facilitator;
  const notes = readNotes(own.doc).map(({ id }) => id);
  const gathering = async (which: string, notes: readonly string[]) =>
    (await app.ask('POST', `/api/boards/${iceberg}/${which}`, { token: ana.token, body: { notes } })).status;
  expect(await gathering('bring', notes)).toBe(200);
  /** A copy of this board as a board of its own. */
  const opened = async (board: BoardId): Promise<BoardId> => {
    await app.ask('POST', `/api/boards/${board}/copies`, { token, body: { name: 'A mano' } });
    const [copy] = await copiesOf(scene.facilitator, board);
    const body = { as: 'new-board' };
    const answer = await app.ask('POST', `/api/boards/${board}/copies/${copy?.id}/restore`, { token, body });
    return ok(answer, v.object({ board: v.looseObject({ id: v.custom<BoardId>((x) => typeof x === 'string') }) })).board
      .id;
  };
  const first = await opened(group);
  const second = await opened(first);
  const seen = await follow(app, ana.token, second);
  const all = async () => {
    const texts = [];
    for (const board of [group, first, second]) {
      texts.push((await app.ask('GET', `/api/boards/${board}/export`, { token })).body);
      for (const { id } of await copiesOf(ana, board)) texts.push(await snapshotOf(ana, board, id));
    }
    return texts.map((one) => ['MARCA-RETIRADA', 'Se queda'].map((text) => JSON.stringify(one).includes(text)));
  };
  expect(await all()).toEqual(Array(5).fill([true, true]));
  const taken = readNotes(own.doc).find(({ text }) => text === 'MARCA-RETIRADA')?.id ?? '';
  expect(await gathering('withdraw', [taken])).toBe(200);
  expect(await all()).toEqual(Array(5).fill([false, true]));
  await until(() => readNotes(seen.doc).length === 1, 'the note to go for who looks on');
  expect(readNotes(seen.doc).map(({ text }) => text)).toEqual(['Se queda']);
  for (const end of [seen, own, other]) end.close();
});
