/** Retirar: an organisation takes back from the group iceberg what is its own, whatever state the call is in; nobody else does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import type { BoardId, NoteId, OrgId } from '../../../shared/ids.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import {
  boardsOf,
  createCohort,
  type Follower,
  follow,
  join,
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

const NOTE = 'n1' as NoteId;
const WORDS = 'MARCA-RETIRADA';

interface Brought {
  readonly scene: CallScene;
  readonly ana: Seated;
  readonly organisation: OrgId;
  readonly iceberg: BoardId;
  readonly group: BoardId;
  readonly own: Follower;
  readonly shared: Follower;
}

const move = (who: Pick<Seated, 'token'>, board: BoardId, which: string, more: object = {}) =>
  app.ask('POST', `/api/boards/${board}/${which}`, { token: who.token, body: { notes: [NOTE], ...more } });

/** One note of the first of two organisations is on the group iceberg, in the phase in which notes go. */
async function brought(attribution = 'organisation'): Promise<Brought> {
  const scene = await callScene(app, 2);
  const ana = at(scene.members, 0);
  const organisation = at(scene.organisations, 0);
  const iceberg = await scene.board(ana, 'iceberg', organisation);
  const group = await scene.board(ana, 'group-iceberg');
  const [own, shared] = [await follow(app, ana.token, iceberg), await follow(app, ana.token, group)];
  addNotes({ doc: own.doc, origin: null }, [{ id: NOTE, pos: [700, 200], createdAt: 1, text: WORDS }]);
  await until(() => own.provider.synced, 'the note to be sent');
  await scene.conduct({ do: 'start' });
  await scene.conduct({ do: 'go', phase: 'transfer' });
  await expect.poll(() => move(ana, iceberg, 'bring', { attribution })).toMatchObject({ body: { brought: [NOTE] } });
  await until(() => readNotes(shared.doc).length === 1, 'the copy on the group iceberg');
  return { scene, ana, organisation, iceberg, group, own, shared };
}

const STATES: readonly [string, (made: Brought) => CallRequest, string][] = [
  ['the way to the group is closed', () => ({ do: 'bringing', on: false }), 'bringing-closed'],
  ['the group is read in silence', () => ({ do: 'reading', on: true }), 'bringing-closed'],
  ['the group is paused', ({ group }) => ({ do: 'pause', boards: [group], on: true }), 'bringing-closed'],
  ['the own board is paused', ({ iceberg }) => ({ do: 'pause', boards: [iceberg], on: true }), 'no-right'],
  ['the session has ended', () => ({ do: 'close' }), 'no-right'],
];

it.each(STATES)('takes back while %s, and brings nothing', async (_, deed, why) => {
  const made = await brought();
  const { scene, ana, iceberg, own, shared } = made;
  await scene.conduct(deed(made));
  expect((await move(ana, iceberg, 'withdraw')).body).toEqual({ withdrawn: [NOTE] });
  await until(() => readNotes(shared.doc).length === 0, 'the copy to go');
  await until(() => noteAt(own.doc, NOTE)?.brought === null, 'the mark to go from the own board');
  expect(noteAt(own.doc, NOTE)?.text).toBe(WORDS);
  expect(whyOf(await move(ana, iceberg, 'bring'))).toBe(why);
  for (const end of [own, shared]) end.close();
});

it.each(['organisation', 'anonymous'])(
  'leaves nothing of it behind in what is given out after the end, %s',
  async (sign) => {
    const { scene, ana, iceberg, group, own, shared } = await brought(sign);
    await app.ask('POST', `/api/boards/${group}/copies`, { token: scene.facilitator.token, body: { name: 'A mano' } });
    await scene.conduct({ do: 'close' });
    const { token } = scene.facilitator;
    const givenOut = async (): Promise<string> => {
      const { body } = await app.ask('GET', `/api/boards/${group}/copies`, { token });
      const copies = (body as { copies: { id: string }[] }).copies.map(({ id }) => `/api/boards/${group}/copies/${id}`);
      const paths = [...copies, `/api/boards/${group}/export`, `${scene.path}/outputs/minutes`];
      return JSON.stringify(await Promise.all(paths.map(async (path) => (await app.ask('GET', path, { token })).body)));
    };
    expect((await givenOut()).split(WORDS).length).toBeGreaterThan(3);
    expect((await move(ana, iceberg, 'withdraw')).status).toBe(200);
    expect(await givenOut()).not.toContain(WORDS);
    for (const end of [own, shared]) end.close();
  },
);

it('is the organisation’s alone once the session has ended', async () => {
  const { scene, ana, organisation, iceberg, own, shared } = await brought();
  expect((await scene.ask(ana, 'POST', '/let-in', { organisation, open: true })).status).toBeLessThan(300);
  await scene.conduct({ do: 'close' });
  const mate = await join(app, scene.links.participation, 'Rosa', organisation);
  const others = [
    at(scene.members, 1),
    scene.facilitator,
    await join(app, scene.links.viewing, 'Fondo'),
    await join(app, scene.links.projection ?? '', 'Sala'),
  ];
  for (const who of others) expect(whyOf(await move(who, iceberg, 'withdraw'))).toBe('no-right');
  expect(readNotes(shared.doc)).toHaveLength(1);
  expect((await move(mate, iceberg, 'withdraw')).body).toEqual({ withdrawn: [NOTE] });
  for (const end of [own, shared]) end.close();
});

it('goes by what the server brought, not by what a device wrote on its own note', async () => {
  const { scene, iceberg, group, own, shared } = await brought();
  const { token } = scene.facilitator;
  await app.ask('POST', `/api/boards/${group}/copies`, { token, body: { name: 'A mano' } });
  const ben = at(scene.members, 1);
  const bens = await scene.board(ben, 'iceberg', at(scene.organisations, 1));
  const script = await follow(app, ben.token, bens);
  const mark = { as: `g:${iceberg}:${NOTE}`, attribution: 'organisation', sum: 's' } as const;
  addNotes({ doc: script.doc, origin: null }, [
    { id: NOTE, pos: [700, 200], createdAt: 1, text: 'De Ben', brought: { ...mark, as: mark.as as NoteId } },
  ]);
  await until(() => script.provider.synced, 'the note to be sent');
  await expect.poll(() => move(ben, bens, 'withdraw')).toMatchObject({ body: { withdrawn: [NOTE] } });
  expect((await move(ben, bens, 'bring', { attribution: 'anonymous' })).body).toMatchObject({ brought: [NOTE] });
  await until(() => readNotes(shared.doc).length === 2, 'the note of Ben');
  expect(noteAt(shared.doc, mark.as as NoteId)?.text).toBe(WORDS);
  const copies = (await app.ask('GET', `/api/boards/${group}/copies`, { token })).body as { copies: { id: string }[] };
  const kept = await Promise.all(
    copies.copies.map(({ id }) => app.ask('GET', `/api/boards/${group}/copies/${id}`, { token })),
  );
  expect(JSON.stringify(kept)).toContain(WORDS);
  expect(noteAt(own.doc, NOTE)?.brought?.as).toBe(mark.as);
  for (const end of [own, shared, script]) end.close();
});

it('leaves no copy with the signature that was taken away in what is kept', async () => {
  const { scene, ana, iceberg, group, own, shared } = await brought();
  const { token } = scene.facilitator;
  await app.ask('POST', `/api/boards/${group}/copies`, { token, body: { name: 'A mano' } });
  const list = (await app.ask('GET', `/api/boards/${group}/copies`, { token })).body as { copies: { id: string }[] };
  const kept = async (): Promise<string> =>
    JSON.stringify(
      await Promise.all(list.copies.map(({ id }) => app.ask('GET', `/api/boards/${group}/copies/${id}`, { token }))),
    );
  expect(await kept()).toContain(`g:${iceberg}:${NOTE}`);
  expect((await move(ana, iceberg, 'bring', { attribution: 'anonymous' })).body).toMatchObject({ brought: [NOTE] });
  expect(await kept()).not.toContain(`g:${iceberg}:${NOTE}`);
  for (const end of [own, shared]) end.close();
});

it('is for one person where the iceberg is a person’s', async () => {
  const made = await createCohort(app, { boardPer: 'person' });
  const [casa] = made.cohort.organisations;
  const [ana, luis] = [
    await join(app, made.links.participation, 'Ana', casa?.id),
    await join(app, made.links.participation, 'Luis', casa?.id),
  ];
  const board = (await boardsOf(app, ana.token)).find((one) => one.kind === 'iceberg' && one.person === ana.person.id);
  if (!board) throw new Error('Ana has an iceberg');
  const own = await follow(app, ana.token, board.id);
  addNotes({ doc: own.doc, origin: null }, [{ id: NOTE, pos: [700, 200], createdAt: 1, text: WORDS }]);
  await expect.poll(() => move(ana, board.id, 'bring')).toMatchObject({ body: { brought: [NOTE] } });
  const boss = await join(app, made.links.facilitation, 'Maribel');
  for (const body of [{ do: 'start' }, { do: 'close' }])
    await app.ask('POST', `/api/cohorts/${made.cohort.id}/call`, { token: boss.token, body });
  expect(whyOf(await move(luis, board.id, 'withdraw'))).toBe('no-right');
  expect((await move(ana, board.id, 'withdraw')).body).toEqual({ withdrawn: [NOTE] });
  own.close();
});
