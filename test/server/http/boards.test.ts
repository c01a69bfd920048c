/** Bringing, themes and rights in boards, through the running server with the stock provider. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bringAnswer, themeAnswer } from '../../../shared/api.ts';
import { addNotes, flagNotes, noteAt, noteTextAt, readNotes } from '../../../shared/board/notes.ts';
import { readThemes } from '../../../shared/board/themes.ts';
import { type BoardId, type NoteId, newNoteId } from '../../../shared/ids.ts';
import { readColumns } from '../../../shared/synthesis/columns.ts';
import {
  boardOf,
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

/** A cohort with a facilitator, a viewer, Ana of the first organisation and Berta of the second. */
async function scene() {
  const made = await createCohort(app);
  const [casa, red] = made.cohort.organisations;
  if (!casa || !red) throw new Error('two organisations');
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const viewer = await join(app, made.links.viewing, 'Fondo');
  const ana = await join(app, made.links.participation, 'Ana', casa.id);
  const berta = await join(app, made.links.participation, 'Berta', red.id);
  const group = await boardOf(app, ana.token, 'group-iceberg');
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa.id);
  const value = await boardOf(app, ana.token, 'value', casa.id);
  const other = await boardOf(app, ana.token, 'iceberg', red.id);
  return { made, casa, red, facilitator, viewer, ana, berta, group, iceberg, value, other };
}

function writeNote(board: Follower, text: string, more: object = {}): NoteId {
  const id = newNoteId();
  addNotes({ doc: board.doc, origin: null }, [{ id, pos: [700, 200], createdAt: 1, text, ...more }]);
  return id;
}
const texts = (board: Follower): string[] =>
  readNotes(board.doc)
    .map(({ text }) => text)
    .sort();
const post = (path: string, token: string, body: object = {}) => app.ask('POST', path, { token, body });
const bring = async (token: string, board: BoardId, notes: NoteId[], attribution = 'organisation') =>
  ok(await post(`/api/boards/${board}/bring`, token, { notes, attribution }), bringAnswer);

it('gives every role the right of the table, in answers and on the wire', async () => {
  const { facilitator, viewer, ana, berta, group, iceberg, made } = await scene();
  const rightOf = async (token: string, board: BoardId) => {
    const answer = await post(`/api/boards/${board}/connection`, token);
    return answer.status === 200 ? (answer.body as { right: string }).right : whyOf(answer);
  };
  const table = await Promise.all(
    [facilitator, viewer, ana, berta].map(async ({ token }) => [
      await rightOf(token, group),
      await rightOf(token, iceberg),
      await rightOf(token, made.cohort.id),
    ]),
  );
  expect(table).toEqual([
    ['write', 'no-right', 'read'],
    ['read', 'no-right', 'read'],
    ['read', 'write', 'read'],
    ['read', 'no-right', 'read'],
  ]);
});

it('does not take writes of those who may only read', async () => {
  const { facilitator, viewer, ana, group } = await scene();
  const [watching, reading, writing] = await Promise.all(
    [viewer, ana, facilitator].map(({ token }) => follow(app, token, group)),
  );
  if (!watching || !reading || !writing) throw new Error('three followers');
  writeNote(watching, 'del fondo');
  writeNote(reading, 'de Ana');
  writeNote(writing, 'de facilitación');
  await until(() => texts(reading).includes('de facilitación'), 'the note of the facilitator');
  expect(texts(writing)).toEqual(['de facilitación']);
  expect(texts(watching)).toEqual(['de facilitación', 'del fondo']);
  for (const follower of [watching, reading, writing]) follower.close();
});

it('refuses credentials that are missing, foreign, of another board, or of nobody', async () => {
  const { ana, group, iceberg } = await scene();
  const { body } = await post(`/api/boards/${iceberg}/connection`, ana.token);
  const { url, protocols } = body as { url: string; protocols: [string, string] };
  const closing = async (room: string, offered: string[]): Promise<number> => {
    const follower = followWith(url, room, offered);
    await until(() => follower.closed.length > 0, 'the refusal');
    expect(readNotes(follower.doc)).toEqual([]);
    follower.close();
    return follower.closed[0] ?? 0;
  };
  expect(await closing(iceberg, ['tempano'])).toBe(4401);
  expect(await closing(iceberg, ['tempano', 'no-token'])).toBe(4401);
  expect(await closing(iceberg, ['tempano', ana.token])).toBe(4401);
  expect(await closing(group, protocols)).toBe(4403);
  expect(await closing('A'.repeat(21), protocols)).toBe(4404);
});

it('brings notes into the column of their organisation, once, and says what it refused', async () => {
  const { ana, casa, facilitator, iceberg, group } = await scene();
  const [own, shared] = [await follow(app, ana.token, iceberg), await follow(app, facilitator.token, group)];
  const note = writeNote(own, 'Agua potable', { tag: 'operational', star: true, author: ana.person.id });
  const hidden = writeNote(own, 'Privada', { private: true });
  const empty = writeNote(own, '  ');
  const missing = newNoteId();
  await until(() => own.provider.synced, 'the notes to be sent');
  const answer = await bring(ana.token, iceberg, [note, hidden, empty, missing]);
  expect(answer.brought).toEqual([note]);
  expect(answer.refused).toEqual([
    { note: hidden, why: 'private' },
    { note: empty, why: 'empty' },
    { note: missing, why: 'missing' },
  ]);
  await Promise.all([bring(ana.token, iceberg, [note]), bring(ana.token, iceberg, [note])]);
  await until(() => readNotes(shared.doc).length === 1, 'the copy on the group iceberg');
  expect(readNotes(shared.doc)).toMatchObject([
    {
      id: `g:${iceberg}:${note}`,
      text: 'Agua potable',
      operational: true,
      star: true,
      author: null,
      organisation: casa.id,
      origin: { board: iceberg, note },
    },
  ]);
  await until(() => noteAt(own.doc, note)?.brought !== null, 'the mark on the source');
  own.close();
  shared.close();
});

it('keeps what people write on the source while notes are brought', async () => {
  const { ana, iceberg, group, viewer } = await scene();
  const own = await follow(app, ana.token, iceberg);
  const note = writeNote(own, 'uno');
  const bringing = bring(ana.token, iceberg, [note]);
  noteTextAt(own.doc, note)?.insert(3, ' y medio');
  const later = writeNote(own, 'dos');
  await bringing;
  const shared = await follow(app, viewer.token, group);
  await until(() => noteAt(own.doc, note)?.brought !== null, 'the mark on the source');
  expect(texts(own)).toEqual(['dos', 'uno y medio']);
  expect(noteAt(own.doc, later)?.brought).toBeNull();
  await app.restart();
  const again = await follow(app, ana.token, iceberg);
  expect(noteAt(again.doc, note)?.brought?.as).toBe(`g:${iceberg}:${note}`);
  expect(texts(again)).toEqual(['dos', 'uno y medio']);
  for (const follower of [own, shared, again]) follower.close();
});

it('lets nothing of an edit or of a private note reach others by itself', async () => {
  const { ana, viewer, facilitator, berta, made, iceberg, group } = await scene();
  const own = await follow(app, ana.token, iceberg);
  const others = await Promise.all([
    ...[viewer, facilitator, berta].map(({ token }) => follow(app, token, group)),
    follow(app, berta.token, made.cohort.id),
  ]);
  const note = writeNote(own, 'compartida');
  const hidden = writeNote(own, 'SECRETO-UNO', { private: true });
  await bring(ana.token, iceberg, [note, hidden]);
  noteTextAt(own.doc, note)?.insert(0, 'SECRETO-DOS ');
  flagNotes({ doc: own.doc, origin: null }, [note], 'star', true);
  await until(() => readNotes(others[0]?.doc ?? own.doc).length === 1, 'the copy');
  const facing = await post(`/api/boards/${iceberg}/bring`, facilitator.token, { notes: [hidden] });
  expect([facing.status, whyOf(facing)]).toEqual([403, 'no-right']);
  const second = await follow(app, ana.token, iceberg);
  await until(() => texts(second).includes('SECRETO-DOS compartida'), 'the edit on the own board');
  const refreshed = await post(`/api/boards/${iceberg}/refresh`, ana.token, { notes: [hidden] });
  expect(refreshed.body).toEqual({ refreshed: [] });
  for (const other of others) {
    const bytes = Buffer.concat(other.frames);
    expect(bytes.includes('SECRETO')).toBe(false);
    other.close();
  }
  own.close();
  second.close();
});

it('takes over a later edit when asked to', async () => {
  const { ana, viewer, iceberg, group } = await scene();
  const [own, shared] = [await follow(app, ana.token, iceberg), await follow(app, viewer.token, group)];
  const note = writeNote(own, 'antes');
  await bring(ana.token, iceberg, [note]);
  noteTextAt(own.doc, note)?.insert(5, ' y después');
  const second = await follow(app, ana.token, iceberg);
  await until(() => texts(second).includes('antes y después'), 'the edit to be saved');
  const refreshed = await post(`/api/boards/${iceberg}/refresh`, ana.token, { notes: [note] });
  expect(refreshed.body).toEqual({ refreshed: [note] });
  await until(() => texts(shared).includes('antes y después'), 'the refreshed copy');
  for (const follower of [own, shared, second]) follower.close();
});

it('withdraws: the copy is gone for everybody, whoever comes later', async () => {
  const { ana, viewer, iceberg, group } = await scene();
  const own = await follow(app, ana.token, iceberg);
  const note = writeNote(own, 'retirada');
  await bring(ana.token, iceberg, [note], 'name');
  const shared = await follow(app, viewer.token, group);
  expect(texts(shared)).toEqual(['retirada']);
  const withdrawn = await post(`/api/boards/${iceberg}/withdraw`, ana.token, { notes: [note] });
  expect(withdrawn.body).toEqual({ withdrawn: [note] });
  await until(() => readNotes(shared.doc).length === 0, 'the copy to go');
  const again = await post(`/api/boards/${iceberg}/withdraw`, ana.token, { notes: [note] });
  expect(again.body).toEqual({ withdrawn: [] });
  const newcomer = await follow(app, viewer.token, group);
  expect(JSON.stringify(newcomer.doc.getMap('notes').toJSON())).not.toContain('retirada');
  for (const follower of [own, shared, newcomer]) follower.close();
});

it('does not tell whose an anonymous note is', async () => {
  const { ana, casa, viewer, iceberg, group } = await scene();
  const own = await follow(app, ana.token, iceberg);
  const note = writeNote(own, 'sin nombre', { author: ana.person.id });
  await bring(ana.token, iceberg, [note], 'organisation');
  await bring(ana.token, iceberg, [note], 'anonymous');
  await bring(ana.token, iceberg, [note], 'anonymous');
  const shared = await follow(app, viewer.token, group);
  const [copy, ...more] = readNotes(shared.doc);
  expect(more).toEqual([]);
  expect(copy).toMatchObject({ text: 'sin nombre', author: null, organisation: null, origin: null, createdAt: 0 });
  const frames = Buffer.concat(shared.frames);
  for (const trace of [note, ana.person.id, iceberg]) expect(copy?.id.includes(trace)).toBe(false);
  expect(frames.includes(ana.person.id)).toBe(false);
  expect(readColumns(shared.doc).map(({ kind, id }) => `${kind} ${id}`)).toContain('anonymous ');
  expect(readColumns(shared.doc).filter(({ id }) => id === casa.id)).toHaveLength(1);
  own.close();
  shared.close();
});

it('refuses to bring from a board of others, from a value board and what is no list of notes', async () => {
  const { ana, berta, viewer, iceberg, value, group } = await scene();
  const note = newNoteId();
  const attempts = [
    await post(`/api/boards/${iceberg}/bring`, berta.token, { notes: [note] }),
    await post(`/api/boards/${iceberg}/bring`, viewer.token, { notes: [note] }),
    await post(`/api/boards/${value}/bring`, ana.token, { notes: [note] }),
    await post(`/api/boards/${group}/withdraw`, ana.token, { notes: [note] }),
    await post(`/api/boards/${iceberg}/bring`, ana.token, { notes: [] }),
    await post(`/api/boards/${iceberg}/bring`, ana.token, { notes: ['../x'] }),
    await post(`/api/boards/${iceberg}/bring`, ana.token, { notes: [note], attribution: 'me' }),
    await post('/api/boards/nothing/bring', ana.token, { notes: [note] }),
    await post(`/api/boards/${'A'.repeat(21)}/bring`, ana.token, { notes: [note] }),
  ];
  expect(attempts.map((answer) => `${answer.status} ${whyOf(answer)}`)).toEqual([
    '403 no-right',
    '403 no-right',
    '409 wrong-kind',
    '403 no-right',
    '400 bad-request',
    '400 bad-request',
    '400 bad-request',
    '404 board-unknown',
    '404 board-unknown',
  ]);
});

it('makes a theme of notes for facilitation, and for everybody once it is open', async () => {
  const { made, ana, facilitator, iceberg, group } = await scene();
  const own = await follow(app, ana.token, iceberg);
  const note = writeNote(own, 'Personal');
  await bring(ana.token, iceberg, [note]);
  const copy = `g:${iceberg}:${note}`;
  const body = { title: 'Gente', notes: [copy, 'missing'] };
  const path = `/api/boards/${group}/themes`;
  expect(whyOf(await post(path, ana.token, body))).toBe('no-right');
  const { theme } = ok(await post(path, facilitator.token, body), themeAnswer);
  expect(theme).toMatchObject({ title: 'Gente', notes: [copy] });
  const shared = await follow(app, facilitator.token, group);
  expect(readThemes(shared.doc).map(({ id, title }) => [id, title])).toEqual([[theme.id, 'Gente']]);
  expect(readNotes(shared.doc)[0]?.theme).toBe(theme.id);
  expect(whyOf(await post(`/api/boards/${iceberg}/themes`, ana.token, body))).toBe('wrong-kind');
  const watching = await follow(app, ana.token, group);
  await app.ask('PATCH', `/api/cohorts/${made.cohort.id}`, { token: facilitator.token, body: { themesOpen: true } });
  expect((await post(path, ana.token, { title: 'Otro', notes: [copy] })).status).toBe(201);
  writeNote(watching, 'ahora sí');
  await until(() => texts(shared).includes('ahora sí'), 'a write over the connection that was read-only');
  for (const follower of [own, shared, watching]) follower.close();
});
