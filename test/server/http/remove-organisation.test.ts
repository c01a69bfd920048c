/** An organisation leaves the cohort: only one nobody is in and of which nothing is written, and then for everybody. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addGift, giftText } from '../../../shared/board/feedback.ts';
import { addNotes, noteAt } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import type { BoardId, EntryId, NoteId, OrgId } from '../../../shared/ids.ts';
import { layoutOf, readColumns } from '../../../shared/synthesis/columns.ts';
import { at } from '../../kit/call-scene.ts';
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

/** Three organisations; Ana is in the first, nobody in the second and the third. */
async function scene() {
  const made = await createCohort(app, { organisations: ['Casa Añasco', 'Red de Huertos', 'Taller Alborada'] });
  const [casa, red, taller] = made.cohort.organisations.map(({ id }) => id) as [OrgId, OrgId, OrgId];
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const path = `/api/cohorts/${made.cohort.id}`;
  const remove = async (organisation: string, token = facilitator.token) => {
    const answer = await app.ask('DELETE', `${path}/organisations/${organisation}`, { token });
    return answer.status === 204 ? 'gone' : whyOf(answer);
  };
  const enter = (name: string, organisation: OrgId) => join(app, made.links.participation, name, organisation);
  const leave = async ({ person }: { person: { id: string } }): Promise<void> => {
    const answer = await app.ask('DELETE', `${path}/people/${person.id}`, { token: facilitator.token });
    expect(answer.status).toBe(204);
  };
  const conduct = async (body: object): Promise<void> => {
    expect((await app.ask('POST', `${path}/call`, { token: facilitator.token, body })).status).toBe(200);
  };
  return { made, casa, red, taller, ana, facilitator, path, remove, enter, leave, conduct };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Changes a board, and waits until the server has it. */
async function writing({ token }: { token: string }, board: BoardId, write: (doc: Y.Doc) => void): Promise<void> {
  const [writer, reader] = [await follow(app, token, board), await follow(app, token, board)];
  let isThere = false;
  reader.doc.on('update', () => {
    isThere = true;
  });
  writer.doc.transact(() => write(writer.doc));
  await until(() => isThere, 'what was written');
  for (const one of [writer, reader]) one.close();
}
const noteAtX =
  (x: number, id = 'n1') =>
  (doc: Y.Doc) =>
    addNotes({ doc, origin: null }, [{ id: id as NoteId, pos: [x, 200], createdAt: 1, text: 'Nota' }]);

it('goes from everybody’s page with its boards, and the columns move up with what is in them', async () => {
  const { made, red, taller, ana, facilitator, remove } = await scene();
  const cohort = await follow(app, ana.token, made.cohort.id);
  const group = await follow(app, facilitator.token, await boardOf(app, facilitator.token, 'group-iceberg'));
  const third = at(layoutOf(readColumns(group.doc)).columns, 2);
  const width = at(layoutOf(readColumns(group.doc)).columns, 1).w;
  await writing(facilitator, await boardOf(app, facilitator.token, 'group-iceberg'), noteAtX(third.x + 20));
  await until(() => noteAt(group.doc, 'n1' as NoteId) !== null, 'the note');
  expect(await remove(red)).toBe('gone');
  await until(() => readCohort(cohort.doc).organisations.length === 2, 'the organisation to go');
  const seen = readCohort(cohort.doc);
  expect(seen.organisations.map(({ name }) => name)).toEqual(['Casa Añasco', 'Taller Alborada']);
  expect(seen.boards.filter(({ organisation }) => organisation === red)).toEqual([]);
  await until(() => readColumns(group.doc).length === 2, 'the column to go');
  expect(readColumns(group.doc).map(({ id }) => id)).toEqual([made.cohort.organisations[0]?.id, taller]);
  expect(noteAt(group.doc, 'n1' as NoteId)?.pos).toEqual([third.x + 20 - width, 200]);
  expect(await boardsOf(app, facilitator.token)).toHaveLength(5);
  for (const one of [cohort, group]) one.close();
});

it('is no longer let in by its link, and stays away over a restart', async () => {
  const { made, red, remove } = await scene();
  expect(await remove(red)).toBe('gone');
  await app.restart();
  const secret = secretOf(made.links.participation);
  const late = await app.ask('POST', '/api/sessions', { body: { secret, name: 'Berta', organisation: red } });
  expect([late.status, whyOf(late)]).toEqual([400, 'organisation-unknown']);
  const door = await app.ask('POST', '/api/links/open', { body: { secret } });
  expect(JSON.stringify(door.body)).not.toContain('Red de Huertos');
});

it('stays while somebody is in it, and may go once facilitation removed them', async () => {
  const { red, remove, enter, leave } = await scene();
  const berta = await enter('Berta', red);
  expect(await remove(red)).toBe('organisation-has-people');
  await leave(berta);
  expect(await remove(red)).toBe('gone');
});

it.each<[string, (scene: Scene, berta: { token: string }) => Promise<unknown>]>([
  [
    'a note on its iceberg',
    async ({ red }, berta) => writing(berta, await boardOf(app, berta.token, 'iceberg', red), noteAtX(700)),
  ],
  [
    'the sentence of its value proposition',
    async ({ red }, berta) =>
      writing(berta, await boardOf(app, berta.token, 'value', red), (doc) =>
        textAt(doc, 'statement')?.insert(0, 'Dar'),
      ),
  ],
  [
    'a copy of its board',
    async ({ red }, berta) => {
      const iceberg = await boardOf(app, berta.token, 'iceberg', red);
      await app.ask('POST', `/api/boards/${iceberg}/copies`, { token: berta.token, body: { name: 'Copia' } });
    },
  ],
  [
    'what it gave another organisation',
    async ({ red, casa, ana, conduct }) => {
      await conduct({ do: 'start' });
      await writing(ana, await boardOf(app, ana.token, 'feedback', casa), (doc) => {
        addGift(
          { doc, origin: null },
          { id: 'g1' as EntryId, kind: 'idea', author: ana.person.id, organisation: red, createdAt: 1 },
        );
        giftText(doc, 'g1' as EntryId)?.insert(0, 'Pregunten a la escuela');
      });
    },
  ],
  [
    'a note in its column, whoever put it there',
    async ({ facilitator }) => {
      const group = await boardOf(app, facilitator.token, 'group-iceberg');
      const followed = await follow(app, facilitator.token, group);
      const { x } = at(layoutOf(readColumns(followed.doc)).columns, 1);
      followed.close();
      await writing(facilitator, group, noteAtX(x + 20));
    },
  ],
])('stays while there is %s', async (_what, write) => {
  const made = await scene();
  const { red, remove, enter, leave, facilitator } = made;
  const berta = await enter('Berta', red);
  await write(made, berta);
  await leave(berta);
  expect(await remove(red)).toBe('organisation-has-notes');
  const group = await follow(app, facilitator.token, await boardOf(app, facilitator.token, 'group-iceberg'));
  expect([
    readColumns(group.doc).length,
    (await boardsOf(app, facilitator.token)).filter((one) => one.organisation === red).length > 0,
  ]).toEqual([3, true]);
  group.close();
});

it('leaves its peer group, but not in the middle of a round', async () => {
  const { made, casa, red, taller, ana, remove, conduct, path, facilitator } = await scene();
  const followed = await follow(app, ana.token, made.cohort.id);
  const groups = () => readCohort(followed.doc).call.groups;
  await conduct({ do: 'go', phase: 'peers' });
  await conduct({ do: 'groups', groups: [[casa, red], [taller]] });
  await until(() => groups().length === 2, 'the groups');
  const turn = (deed: string) =>
    app.ask('POST', `${path}/groups/${at(groups(), 0).id}/round`, { token: facilitator.token, body: { do: deed } });
  expect((await turn('start')).status).toBe(200);
  expect(await remove(red)).toBe('not-now');
  expect(await remove(taller)).toBe('gone');
  await until(() => groups().length === 1, 'the empty group to go');
  expect(at(groups(), 0).organisations).toEqual([casa, red]);
  followed.close();
});

it('never is the last one, and nobody but facilitation of this cohort removes one', async () => {
  const [mine, other] = [await scene(), await scene()];
  expect(await mine.remove(mine.red, mine.ana.token)).toBe('facilitator-only');
  expect(await mine.remove(mine.red, other.facilitator.token)).toBe('cohort-unknown');
  expect(await mine.remove(other.red)).toBe('organisation-unknown');
  await mine.leave(mine.ana);
  expect([await mine.remove(mine.red), await mine.remove(mine.taller), await mine.remove(mine.casa)]).toEqual([
    'gone',
    'gone',
    'last-organisation',
  ]);
});
