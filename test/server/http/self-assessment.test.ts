/** The self-assessment through the running server: whose it is, what sharing gives to whom, the team's profile and its notes. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EVIDENCE, readAnswers, setAnswer, setProudest } from '../../../shared/board/answers.ts';
import { readGrowth } from '../../../shared/board/growth.ts';
import { deleteNotes, flagNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { resultNoteAnswer } from '../../../shared/page-api.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import { changeOf } from '../../../shared/synthesis/growth.ts';
import { DIMENSION_IDS, type DimensionId, type Level } from '../../../shared/template/dimensions.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import {
  boardOf,
  boardsOf,
  createCohort,
  type Follower,
  follow,
  followWith,
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

/** A call that runs: Ana and Luis of the first organisation, Berta of the second, facilitation (let in), a viewer and a room. */
async function scene() {
  const made = await createCohort(app);
  const [casa, red] = made.cohort.organisations;
  if (!casa || !red) throw new Error('two organisations');
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const [ana, luis] = [
    await join(app, made.links.participation, 'Ana', casa.id),
    await join(app, made.links.participation, 'Luis', casa.id),
  ];
  const berta = await join(app, made.links.participation, 'Berta', red.id);
  const viewer = await join(app, made.links.viewing, 'Fondo');
  const room = await join(app, made.links.projection, 'Pantalla');
  const call = (body: object) =>
    app.ask('POST', `/api/cohorts/${made.cohort.id}/call`, { token: facilitator.token, body });
  expect((await call({ do: 'start' })).status).toBe(200);
  const letIn = { token: ana.token, body: { organisation: casa.id, open: true } };
  await app.ask('POST', `/api/cohorts/${made.cohort.id}/let-in`, letIn);
  const growth = await boardOf(app, ana.token, 'growth', casa.id);
  const cohort = await follow(app, facilitator.token, made.cohort.id);
  return { made, casa, red, facilitator, ana, luis, berta, viewer, room, call, growth, cohort };
}

async function selfOf(token: string, person: PersonId): Promise<BoardId> {
  const found = (await boardsOf(app, token)).find((b) => b.kind === 'self-assessment' && b.person === person);
  if (!found) throw new Error('no self-assessment');
  return found.id;
}

/** A person's own board, answered. */
async function answered(
  seat: { token: string; person: { id: PersonId } },
  now: Level,
  before: Level,
): Promise<Follower & { id: BoardId }> {
  const id = await selfOf(seat.token, seat.person.id);
  const board = await follow(app, seat.token, id);
  const w = { doc: board.doc, origin: null };
  board.doc.transact(() => {
    for (const dimension of DIMENSION_IDS) {
      setAnswer(w, 'now', dimension, now);
      setAnswer(w, 'then', dimension, before);
    }
    setProudest(w, 'people');
    const text = textAt(board.doc, EVIDENCE);
    if (text) rewriteText(w, text, `La oración de ${seat.person.id}`);
  });
  return { ...board, id };
}
const share = (token: string, id: BoardId, body: object = { on: true }) =>
  app.ask('POST', `/api/boards/${id}/share`, { token, body });
const textOf = ({ frames }: Follower): string => frames.map((frame) => Buffer.from(frame).toString('latin1')).join();

it('counts who has begun, and tells facilitation nothing but the number', async () => {
  const { ana, cohort } = await scene();
  await until(() => readCohort(cohort.doc).progress.of === 3, 'the number of people asked');
  const board = await answered(ana, 3, 1);
  await until(() => readCohort(cohort.doc).progress.answered === 1, 'one of three');
  expect(textOf(cohort)).not.toContain('now:people');
  board.close();
  cohort.close();
});

it('gives the team averages and no single answer, and nobody else anything', async () => {
  const { ana, luis, berta, viewer, room, facilitator, growth, cohort, red } = await scene();
  const own = await answered(ana, 3, 1);
  const other = await answered(luis, 4, 2);
  const bystander = await follow(app, luis.token, growth);
  await until(() => own.provider.synced && other.provider.synced, 'answers');
  await until(() => readCohort(cohort.doc).progress.answered === 2, 'both to be saved');
  expect((await share(ana.token, own.id)).status).toBe(204);
  expect((await share(luis.token, other.id, { on: true, evidence: true })).status).toBe(204);
  await until(() => readGrowth(bystander.doc).n === 2, 'the profile');
  const profile = readGrowth(bystander.doc);
  expect([profile.now.people, profile.then.people, changeOf(profile, 'people')]).toEqual([3.5, 1.5, 2]);
  expect([profile.proudest.people, profile.evidence]).toEqual([2, [`La oración de ${luis.person.id}`]]);
  expect(readAnswers(own.doc).shared?.now.people).toBe(3);
  // Nobody but Ana has anything of Ana's board; nobody of another team has anything of the profile.
  const foreign = await boardOf(app, berta.token, 'growth', red.id);
  const tries: [string, BoardId][] = [
    ...[luis, berta, viewer, room, facilitator].map(({ token }): [string, BoardId] => [token, own.id]),
    ...[berta, viewer, room, facilitator].map(({ token }): [string, BoardId] => [token, growth]),
    [ana.token, foreign],
  ];
  for (const [token, board] of tries) {
    const answer = await app.ask('POST', `/api/boards/${board}/connection`, { token });
    expect(whyOf(answer)).toBe('no-right');
    expect(whyOf(await app.ask('GET', `/api/boards/${board}/export`, { token }))).toBe('no-right');
  }
  expect(textOf(bystander)).not.toContain(`La oración de ${ana.person.id}`);
  expect(textOf(cohort)).not.toContain('La oración');
  for (const one of [own, other, bystander, cohort]) one.close();
});

it('closes every foreign connection before a byte of the board, also with credentials of another', async () => {
  const { ana, luis, facilitator, viewer, room, cohort } = await scene();
  const own = await answered(ana, 3, 1);
  for (const { token } of [luis, facilitator, viewer, room]) {
    const answer = await app.ask('POST', `/api/boards/${cohort.provider.roomname}/connection`, { token });
    const { url, protocols } = answer.body as { url: string; protocols: string[] };
    const foreign = followWith(url, own.id, protocols);
    await until(() => foreign.closed.length > 0, 'the refusal');
    expect([foreign.closed[0], foreign.frames]).toEqual([CLOSE.forbidden, []]);
    foreign.close();
  }
  own.close();
  cohort.close();
});

it('lets only the person share, when there is something, and take it out again even after the call', async () => {
  const { ana, luis, growth, call, cohort } = await scene();
  const id = await selfOf(ana.token, ana.person.id);
  expect(whyOf(await share(ana.token, id))).toBe('nothing-to-share');
  const own = await answered(ana, 2, 1);
  await until(() => readCohort(cohort.doc).progress.answered === 1, 'the answers');
  expect(whyOf(await share(luis.token, id))).toBe('no-right');
  expect(whyOf(await share(ana.token, growth))).toBe('no-right');
  expect(whyOf(await share(ana.token, id, { on: 'yes' }))).toBe('bad-request');
  await share(ana.token, id, { on: true, evidence: true });
  await share(ana.token, id, { on: true, evidence: true });
  const team = await follow(app, luis.token, growth);
  expect(readGrowth(team.doc)).toMatchObject({ n: 1, evidence: [`La oración de ${ana.person.id}`] });
  await call({ do: 'close' });
  expect(whyOf(await share(ana.token, id))).toBe('no-right');
  expect((await share(ana.token, id, { on: false })).status).toBe(204);
  await until(() => readGrowth(team.doc).n === 0, 'an empty profile');
  expect(readGrowth(team.doc)).toMatchObject({ evidence: [] });
  expect(readGrowth(team.doc).now.people).toBeNull();
  await until(() => readAnswers(own.doc).shared === null, 'the mark to go');
  for (const one of [own, team, cohort]) one.close();
});

it('takes whoever was removed out of the averages and the count', async () => {
  const { made, ana, luis, facilitator, growth, cohort } = await scene();
  const boards = [await answered(ana, 2, 1), await answered(luis, 4, 1)];
  await until(() => readCohort(cohort.doc).progress.answered === 2, 'the answers');
  await share(ana.token, boards[0]?.id ?? growth);
  await share(luis.token, boards[1]?.id ?? growth);
  const team = await follow(app, luis.token, growth);
  expect(readGrowth(team.doc).now.people).toBe(3);
  await app.ask('DELETE', `/api/cohorts/${made.cohort.id}/people/${ana.person.id}`, { token: facilitator.token });
  await until(() => readGrowth(team.doc).n === 1, 'the profile without her');
  expect(readGrowth(team.doc).now.people).toBe(4);
  await until(() => readCohort(cohort.doc).progress.answered === 1, 'the count without her');
  expect(readCohort(cohort.doc).progress.of).toBe(2);
  for (const one of [...boards, team, cohort]) one.close();
});

it('counts whoever comes back after having been removed, at once and without sharing again', async () => {
  const { made, casa, ana, luis, facilitator, growth, cohort } = await scene();
  const boards = [await answered(ana, 2, 1), await answered(luis, 4, 1)];
  await until(() => readCohort(cohort.doc).progress.answered === 2, 'the answers');
  await share(ana.token, boards[0]?.id ?? growth);
  await share(luis.token, boards[1]?.id ?? growth);
  const team = await follow(app, luis.token, growth);
  await app.ask('DELETE', `/api/cohorts/${made.cohort.id}/people/${ana.person.id}`, { token: facilitator.token });
  await until(() => readGrowth(team.doc).n === 1, 'the profile without her');
  const back = await join(app, made.links.participation, 'Ana', casa.id);
  expect([back.returning, back.person.id]).toEqual([true, ana.person.id]);
  await until(() => readGrowth(team.doc).n === 2, 'the profile with her again');
  expect(readGrowth(team.doc).now.people).toBe(3);
  await until(() => readCohort(cohort.doc).progress.answered === 2, 'the count with her');
  for (const one of [...boards, team, cohort]) one.close();
});

it('takes a baseline from the team alone, of numbers from 1 to 4', async () => {
  const { ana, berta, facilitator, growth, call, cohort } = await scene();
  const put = (token: string, baseline: object | null) =>
    app.ask('PUT', `/api/boards/${growth}/baseline`, { token, body: { baseline } });
  const typed = { source: 'OMT 2021', values: { people: 2.5, finance: null } };
  expect((await put(ana.token, typed)).status).toBe(204);
  const team = await follow(app, ana.token, growth);
  expect(readGrowth(team.doc).baseline).toMatchObject({ source: 'OMT 2021', values: { people: 2.5, finance: null } });
  for (const values of [{ people: 5 }, { people: 0 }, { nobody: 2 }, { people: '3' }])
    expect(whyOf(await put(ana.token, { source: 'OMT', values }))).toBe('bad-request');
  expect(whyOf(await put(ana.token, { source: ' ', values: {} }))).toBe('bad-request');
  for (const { token } of [berta, facilitator]) expect(whyOf(await put(token, typed))).toBe('no-right');
  expect((await put(ana.token, null)).status).toBe(204);
  await until(() => readGrowth(team.doc).baseline === null, 'the baseline to go');
  await call({ do: 'close' });
  expect(whyOf(await put(ana.token, typed))).toBe('not-now');
  team.close();
  cohort.close();
});

it('takes a result to the first layer of the iceberg, one note a dimension, linked and on the team’s board alone', async () => {
  const { casa, ana, luis, berta, growth, call, cohort } = await scene();
  const take = (token: string, dimension: string, text = 'Personas y bienestar: de 1.8 a 3.1 en tres años') =>
    app.ask('POST', `/api/boards/${growth}/result-note`, { token, body: { dimension, text } });
  const first = ok(await take(ana.token, 'people'), resultNoteAnswer);
  const again = ok(await take(luis.token, 'people', 'Otra cosa'), resultNoteAnswer);
  expect([first.isNew, again.isNew, again.note]).toEqual([true, false, first.note]);
  expect(ok(await take(luis.token, 'finance'), resultNoteAnswer).note).not.toBe(first.note);
  const iceberg = await follow(app, ana.token, first.board);
  const note = noteAt(iceberg.doc, first.note);
  expect(note).toMatchObject({
    text: 'Personas y bienestar: de 1.8 a 3.1 en tres años',
    growth: 'people' satisfies DimensionId,
    private: true,
    author: ana.person.id,
    organisation: casa.id,
  });
  expect(note && areaOf('iceberg', note.pos)).toBe('results');
  const places = readNotes(iceberg.doc).map(({ pos }) => pos.join());
  expect(new Set(places).size).toBe(2);
  // Deleted by the team, it can be taken again.
  deleteNotes({ doc: iceberg.doc, origin: null }, [first.note], 1);
  const saved = await follow(app, luis.token, first.board);
  await until(() => noteAt(saved.doc, first.note) === null, 'the deletion');
  expect(ok(await take(ana.token, 'people'), resultNoteAnswer).isNew).toBe(true);
  expect(whyOf(await take(ana.token, 'nobody'))).toBe('bad-request');
  expect(whyOf(await take(ana.token, 'people', '  '))).toBe('bad-request');
  expect(whyOf(await take(berta.token, 'people'))).toBe('no-right');
  await call({ do: 'close' });
  expect(whyOf(await take(ana.token, 'programs'))).toBe('not-now');
  for (const one of [iceberg, saved, cohort]) one.close();
});

it('locks no result of five people', async () => {
  const { made, casa, ana, luis, growth, cohort } = await scene();
  const seats = [ana, luis];
  for (const name of ['Rosa', 'Pepe', 'Noel']) seats.push(await join(app, made.links.participation, name, casa.id));
  const boards = await Promise.all(seats.map((seat) => answered(seat, 3, 1)));
  await until(() => readCohort(cohort.doc).progress.answered === 5, 'the answers');
  await Promise.all(seats.map(({ token }, i) => share(token, boards[i]?.id ?? growth)));
  const team = await follow(app, ana.token, growth);
  expect(readGrowth(team.doc).n).toBe(5);
  const body = { dimension: 'people', text: 'Personas y bienestar: de 1 a 3' };
  const taken = await app.ask('POST', `/api/boards/${growth}/result-note`, { token: ana.token, body });
  const { board, note } = ok(taken, resultNoteAnswer);
  const iceberg = await follow(app, luis.token, board);
  expect(noteAt(iceberg.doc, note)).toMatchObject({ private: false, growth: 'people' });
  for (const one of [...boards, team, iceberg, cohort]) one.close();
});

it('says nothing of the profile on the group iceberg, where the note may go once its lock is off', async () => {
  const { ana, facilitator, growth, call, cohort } = await scene();
  await call({ do: 'bringing', on: true });
  const body = { dimension: 'people', text: 'Personas: de 1 a 3' };
  const { board, note } = ok(
    await app.ask('POST', `/api/boards/${growth}/result-note`, { token: ana.token, body }),
    resultNoteAnswer,
  );
  const iceberg = await follow(app, ana.token, board);
  const bring = () =>
    app.ask('POST', `/api/boards/${board}/bring`, { token: ana.token, body: { notes: [note], attribution: 'name' } });
  expect((await bring()).body).toMatchObject({ brought: [], refused: [{ note, why: 'private' }] });
  flagNotes({ doc: iceberg.doc, origin: null }, [note], 'private', false);
  const saved = await follow(app, ana.token, board);
  await until(() => noteAt(saved.doc, note)?.private === false, 'the lock to be off');
  expect((await bring()).body).toMatchObject({ brought: [note] });
  const group = await follow(app, facilitator.token, await boardOf(app, facilitator.token, 'group-iceberg'));
  expect(readNotes(group.doc)).toMatchObject([{ text: 'Personas: de 1 a 3', growth: null }]);
  for (const one of [iceberg, saved, group, cohort]) one.close();
});
