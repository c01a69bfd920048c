/** Rights that change while people are connected, over real sockets with the stock provider, without a new connection. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import {
  boardOf,
  createCohort,
  type Follower,
  follow,
  join,
  type RunningApp,
  startRunningApp,
  until,
} from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

async function scene() {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const again = await join(app, made.links.participation, 'Ana', casa);
  const luis = await join(app, made.links.participation, 'Luis', casa);
  const group = await boardOf(app, ana.token, 'group-iceberg');
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const path = `/api/cohorts/${made.cohort.id}`;
  return { made, casa, facilitator, ana, again, luis, group, iceberg, path };
}

const write = (board: Follower, text: string): void =>
  addNotes({ doc: board.doc, origin: null }, [{ id: newNoteId(), pos: [700, 200], createdAt: 1, text }]);
const texts = (board: Follower): string[] => readNotes(board.doc).map(({ text }) => text);
/** Every right the server announced, oldest first (our message: 2, 1, text). */
const rightsTold = ({ frames }: Follower): string[] =>
  frames.filter(([type, kind]) => type === 2 && kind === 1).map((frame) => Buffer.from(frame.slice(3)).toString());
const close = (...followers: Follower[]): void => {
  for (const follower of followers) follower.close();
};

it('gives and takes the right to write in the group, back and forth', async () => {
  const { facilitator, ana, group, path } = await scene();
  const [own, shared] = [await follow(app, ana.token, group), await follow(app, facilitator.token, group)];
  const open = (themesOpen: boolean) => app.ask('PATCH', path, { token: facilitator.token, body: { themesOpen } });
  await open(true);
  await until(() => rightsTold(own).join() === 'read,write', 'the right to write');
  write(own, 'con permiso');
  await until(() => texts(shared).includes('con permiso'), 'a note with the right to write');
  await open(false);
  await until(() => rightsTold(own).join() === 'read,write,read', 'the right to write to be taken');
  write(own, 'sin permiso');
  write(shared, 'de facilitación');
  await until(() => texts(own).includes('de facilitación'), 'what others write');
  expect(texts(shared)).not.toContain('sin permiso');
  await open(true);
  // Asked for again, so nothing that was written meanwhile is lost.
  await until(() => texts(shared).includes('sin permiso'), 'what was written meanwhile');
  expect([own.closed, shared.closed]).toEqual([[], []]);
  close(own, shared);
});

it('shows a person out of all boards on all devices when removed, and nobody else', async () => {
  const { made, facilitator, ana, again, luis, group, iceberg, path } = await scene();
  const theirs = await Promise.all([
    follow(app, ana.token, iceberg),
    follow(app, again.token, iceberg),
    follow(app, ana.token, group),
    follow(app, again.token, made.cohort.id),
  ]);
  const other = await follow(app, luis.token, iceberg);
  await app.ask('DELETE', `${path}/people/${ana.person.id}`, { token: facilitator.token });
  await until(() => theirs.every(({ closed }) => closed.length > 0), 'all connections of the person to end');
  expect(theirs.map(({ closed, provider }) => [closed, provider.shouldConnect])).toEqual(
    theirs.map(() => [[CLOSE.forbidden], false]),
  );
  write(other, 'sigo aquí');
  const back = await follow(app, luis.token, iceberg);
  await until(() => texts(back).includes('sigo aquí'), 'the work of the others');
  expect(other.closed).toEqual([]);
  close(...theirs, other, back);
});

it('ends the connections of a session that was ended, and not those of the same person elsewhere', async () => {
  const { ana, again, iceberg } = await scene();
  const [here, elsewhere] = [await follow(app, ana.token, iceberg), await follow(app, again.token, iceberg)];
  await app.ask('DELETE', '/api/sessions/current', { token: ana.token });
  await until(() => here.closed.length > 0, 'the connection of the session to end');
  expect([here.closed, elsewhere.closed]).toEqual([[CLOSE.forbidden], []]);
  close(here, elsewhere);
});

it('shows facilitation out when the organisation closes its door, and everybody when a link is replaced', async () => {
  const { casa, facilitator, ana, luis, iceberg, group, path } = await scene();
  const door = (open: boolean) =>
    app.ask('POST', `${path}/let-in`, { token: ana.token, body: { organisation: casa, open } });
  await door(true);
  const visiting = await follow(app, facilitator.token, iceberg);
  const members = [await follow(app, ana.token, iceberg), await follow(app, luis.token, group)];
  await door(false);
  await until(() => visiting.closed.length > 0, 'facilitation to be shown out');
  expect([visiting.closed, members.map(({ closed }) => closed)]).toEqual([[CLOSE.forbidden], [[], []]]);
  const rotate = `${path}/links/participation/rotate`;
  await app.ask('POST', rotate, { token: facilitator.token, body: { closeSessions: true } });
  await until(() => members.every(({ closed }) => closed.length > 0), 'everybody with the old link to be shown out');
  expect(members.map(({ closed }) => closed)).toEqual([[CLOSE.forbidden], [CLOSE.forbidden]]);
  close(visiting, ...members);
});

it('ends every connection when the cohort is deleted', async () => {
  const { made, facilitator, ana, iceberg, group, path } = await scene();
  const all = await Promise.all([
    follow(app, ana.token, iceberg),
    follow(app, facilitator.token, group),
    follow(app, ana.token, made.cohort.id),
  ]);
  await app.ask('DELETE', path, { token: facilitator.token });
  await until(() => all.every(({ closed }) => closed.length > 0), 'every connection to end');
  expect(all.map(({ provider }) => provider.shouldConnect)).toEqual([false, false, false]);
  expect(
    all.flatMap(({ closed }) => closed).filter((code) => code !== CLOSE.noSuchBoard && code !== CLOSE.forbidden),
  ).toEqual([]);
  close(...all);
});
