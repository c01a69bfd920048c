/** Me resuena and Publicar through the running server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes, deleteNotes, keepNotes, readNotes } from '../../../shared/board/notes.ts';
import { rewriteText, STATEMENT, textAt } from '../../../shared/board/texts.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import { dotsAnswer } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { type NoteId, newNoteId } from '../../../shared/ids.ts';
import { tableAnswer } from '../../../shared/page-api.ts';
import {
  boardOf,
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
const open: Follower[] = [];
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(async () => {
  for (const one of open) one.close();
  await app.close();
});

const enter = async (...way: Parameters<typeof follow> extends [unknown, ...infer Rest] ? Rest : never) => {
  const follower = await follow(app, ...way);
  open.push(follower);
  return follower;
};

/** Everything that ever came over a connection, as text. */
const wordsOf = ({ frames }: Follower): string => frames.map((frame) => new TextDecoder().decode(frame)).join('\n');

/** A cohort whose call is in the phase of the group iceberg, with some notes there. */
async function dotting(count: number) {
  const made = await createCohort(app);
  const [casa, red] = made.cohort.organisations;
  if (!casa || !red) throw new Error('two organisations');
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa.id);
  const luis = await join(app, made.links.participation, 'Luis', red.id);
  const group = await boardOf(app, facilitator.token, 'group-iceberg');
  const conduct = async (body: CallRequest) =>
    expect(
      (await app.ask('POST', `/api/cohorts/${made.cohort.id}/call`, { token: facilitator.token, body })).status,
    ).toBe(200);
  const follower = await enter(facilitator.token, group);
  const notes = Array.from({ length: count }, () => newNoteId());
  addNotes(
    { doc: follower.doc, origin: null },
    notes.map((id, i) => ({ id, text: `Nota ${i}`, pos: [1000 + 220 * i, 300] as const, createdAt: 1 })),
  );
  await until(() => follower.provider.synced, 'the notes to be sent');
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'cluster' });
  const dot = (token: string, note: NoteId | undefined, on = true, person?: string) =>
    app.ask('PUT', `/api/boards/${group}/dots`, { token, body: { note, on, person } });
  const cohort = await enter(luis.token, made.cohort.id);
  return { made, casa, facilitator, ana, luis, group, notes, dot, conduct, cohort };
}

it('holds everybody to five dots, counts the same one once, and gives one back', async () => {
  const { ana, notes, dot } = await dotting(7);
  for (const note of notes.slice(0, 5)) expect((await dot(ana.token, note)).status).toBe(200);
  expect((await dot(ana.token, notes[0])).status).toBe(200);
  expect(whyOf(await dot(ana.token, notes[5]))).toBe('no-dots-left');
  expect((await dot(ana.token, notes[0], false)).status).toBe(200);
  const after = ok(await dot(ana.token, notes[5]), dotsAnswer);
  expect(after.dots.map(({ note }) => note).sort()).toEqual(notes.slice(1, 6).sort());
});

it('counts no dot on a note that is gone, and none twice when the note comes back', async () => {
  const { ana, facilitator, group, notes, dot, conduct } = await dotting(8);
  for (const note of notes.slice(0, 5)) expect((await dot(ana.token, note)).status).toBe(200);
  await conduct({ do: 'reading', on: false });
  const writer = await enter(facilitator.token, group);
  const other = await enter(ana.token, group);
  const there = async (note: NoteId | undefined, is: boolean) =>
    until(() => readNotes(other.doc).some(({ id }) => id === note) === is, 'the note to go or come');
  deleteNotes({ doc: writer.doc, origin: null }, notes.slice(0, 2), 1);
  await there(notes[1], false);
  const mine = async () =>
    ok(await app.ask('GET', `/api/boards/${group}/dots`, { token: ana.token }), dotsAnswer).dots.map(
      ({ note }) => note,
    );
  expect((await mine()).sort()).toEqual(notes.slice(2, 5).sort());
  keepNotes({ doc: writer.doc, origin: null }, notes.slice(0, 1));
  await there(notes[0], true);
  expect((await mine()).sort()).toEqual([notes[0], ...notes.slice(2, 5)].sort());
  expect((await dot(ana.token, notes[5])).status).toBe(200);
  expect(whyOf(await dot(ana.token, notes[6]))).toBe('no-dots-left');
  keepNotes({ doc: writer.doc, origin: null }, notes.slice(1, 2));
  await there(notes[1], true);
  expect((await mine()).sort()).toEqual([notes[0], ...notes.slice(2, 6)].sort());
});

it('never lets one pass through the limit by asking many times at once', async () => {
  const { ana, notes, dot } = await dotting(12);
  await Promise.all(notes.map((note) => dot(ana.token, note)));
  expect(ok(await dot(ana.token, notes[0], false), dotsAnswer).dots.length).toBeLessThanOrEqual(5);
});

it('gives two devices of one person the same five, also at once', async () => {
  const { made, casa, group, ana, notes, dot } = await dotting(12);
  const phone = await join(app, made.links.participation, 'Ana', casa.id);
  expect(phone.person.id).toBe(ana.person.id);
  const answers = await Promise.all(notes.map((note, i) => dot(i % 2 ? ana.token : phone.token, note)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  const { dots } = ok(await app.ask('GET', `/api/boards/${group}/dots`, { token: ana.token }), dotsAnswer);
  expect(dots).toHaveLength(5);
});

it('gives each person at a table five of their own, which go with the seat', async () => {
  const { made, ana, luis, group, notes, dot, conduct, cohort } = await dotting(6);
  const table = `/api/cohorts/${made.cohort.id}/table`;
  const { person } = ok(await app.ask('POST', table, { token: ana.token, body: { name: 'Rosa' } }), tableAnswer);
  for (const note of notes.slice(0, 5)) {
    expect((await dot(ana.token, note)).status).toBe(200);
    expect((await dot(ana.token, note, true, person.id)).status).toBe(200);
  }
  expect(whyOf(await dot(ana.token, notes[5], true, person.id))).toBe('no-dots-left');
  expect(whyOf(await dot(luis.token, notes[0], true, person.id))).toBe('no-right');
  const mine = async () => ok(await app.ask('GET', `/api/boards/${group}/dots`, { token: ana.token }), dotsAnswer).dots;
  expect(await mine()).toHaveLength(10);
  await conduct({ do: 'dots', open: true, shown: true });
  await until(() => readCohort(cohort.doc).dots.get(notes[0] as NoteId) === 2, 'both dots to show');
  expect((await app.ask('DELETE', `${table}/${person.id}`, { token: ana.token })).status).toBe(204);
  await until(() => readCohort(cohort.doc).dots.get(notes[0] as NoteId) === 1, 'the dot to go with the seat');
  expect(await mine()).toHaveLength(5);
});

it('tells nobody the sums until facilitation shows them, and then as they change', async () => {
  const { ana, luis, facilitator, notes, dot, conduct, cohort } = await dotting(2);
  await dot(ana.token, notes[0]);
  await dot(luis.token, notes[0]);
  expect(readCohort(cohort.doc).dots.size).toBe(0);
  expect(wordsOf(cohort)).not.toContain(notes[0]);
  await conduct({ do: 'dots', open: true, shown: true });
  await until(() => readCohort(cohort.doc).dots.get(notes[0] as NoteId) === 2, 'two dots to show');
  await dot(luis.token, notes[0], false);
  await until(() => readCohort(cohort.doc).dots.get(notes[0] as NoteId) === 1, 'one dot to go');
  await conduct({ do: 'dots', open: false, shown: true });
  expect(whyOf(await dot(ana.token, notes[1]))).toBe('dots-closed');
  expect((await dot(facilitator.token, notes[1])).status).toBe(403);
});

it('takes no dot for somebody of another table, and none on a note that is not there', async () => {
  const { ana, luis, notes, dot } = await dotting(1);
  expect(whyOf(await dot(ana.token, notes[0], true, luis.person.id))).toBe('no-right');
  expect(whyOf(await dot(ana.token, newNoteId()))).toBe('bad-request');
});

it('publishes parts of the value proposition as they read then, takes them back, and never a private note', async () => {
  const { made, casa, ana, luis, facilitator, cohort } = await dotting(0);
  const value = await boardOf(app, ana.token, 'value', casa.id);
  const follower = await enter(ana.token, value);
  const publish = (token: string, parts: string[], on = true) =>
    app.ask('POST', `/api/boards/${value}/publish`, { token, body: { parts, on } });
  expect(whyOf(await publish(ana.token, ['statement']))).toBe('nothing-to-share');
  const writer = { doc: follower.doc, origin: null };
  const statement = textAt(follower.doc, STATEMENT);
  if (!statement) throw new Error('a value board has its sentence');
  rewriteText(writer, statement, 'Con familias logramos techo');
  const note = (text: string, x: number, more: object = {}) => ({
    id: newNoteId(),
    text,
    pos: [x, 366] as const,
    createdAt: 1,
    ...more,
  });
  addNotes(writer, [note('Brigadas', 800), note('Solo nuestra', 1020, { private: true }), note('Familias', 80)]);
  await until(() => follower.provider.synced, 'the board to be sent');
  const gallery = () => readCohort(cohort.doc).gallery;
  expect((await publish(ana.token, ['statement', 'value'])).status).toBe(200);
  await until(() => gallery().length === 1, 'the gallery');
  expect(gallery()[0]?.parts).toEqual({ statement: ['Con familias logramos techo'], value: ['Brigadas'] });
  rewriteText(writer, statement, 'Otra cosa');
  expect((await publish(ana.token, ['value'], false)).status).toBe(200);
  await until(() => gallery()[0]?.parts.value === undefined, 'the zone to be taken back');
  expect(gallery()[0]?.parts).toEqual({ statement: ['Con familias logramos techo'] });
  for (const { token } of [luis, facilitator]) expect((await publish(token, ['statement'])).status).toBe(403);
  expect(made.cohort.organisations).toHaveLength(2);
  const told = wordsOf(cohort);
  for (const text of ['Con familias logramos techo', 'Brigadas']) expect(told).toContain(text);
  for (const text of ['Solo nuestra', 'Familias', 'Otra cosa']) expect(told).not.toContain(text);
});
