/** The end of a call: boards are read, reports hold what was shared and nothing else, and the next call starts anew. */
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copiesAnswer } from '../../../shared/api.ts';
import { addWord, readTold, readWords, wordsOf } from '../../../shared/board/closing.ts';
import { addCommitment, commitmentText, readCommitments } from '../../../shared/board/commitments.ts';
import { addGift, giftText, readGifts } from '../../../shared/board/feedback.ts';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import type { EntryId, NoteId, OrgId, PersonId } from '../../../shared/ids.ts';
import { outputsAnswer } from '../../../shared/page-api.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import {
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

const outputsOf = async (scene: CallScene, who: Seated) => ok(await scene.ask(who, 'GET', '/outputs'), outputsAnswer);
const textOf = async (scene: CallScene, who: Seated, report: string): Promise<string> =>
  String((await scene.ask(who, 'GET', `/outputs/${report}`)).body);
const promise = 'promise-1' as EntryId;

/** A call in its last phase, with something of every kind on its boards. */
async function atTheEnd() {
  const scene = await callScene(app, 2);
  const { conduct, members, organisations, board, facilitator } = scene;
  const [ana, casa] = [at(members, 0), at(organisations, 0)];
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'transfer' });
  const iceberg = await follow(app, ana.token, await board(ana, 'iceberg', casa));
  addNotes({ doc: iceberg.doc, origin: null }, [
    { id: 'shown' as NoteId, pos: [700, 200], createdAt: 1, text: 'Nota que se llevó' },
    { id: 'kept' as NoteId, pos: [900, 200], createdAt: 2, text: 'MARCA-PRIVADA del equipo' },
  ]);
  const source = await board(ana, 'iceberg', casa);
  for (let tries = 0; tries < 50; tries += 1) {
    const body = { notes: ['shown'] };
    const { body: brought } = await app.ask('POST', `/api/boards/${source}/bring`, { token: ana.token, body });
    if (JSON.stringify(brought).includes('"brought":["shown"]')) break;
  }
  await conduct({ do: 'go', phase: 'close' });
  const feedback = await follow(app, ana.token, await board(ana, 'feedback', casa));
  textAt(feedback.doc, 'issue')?.insert(0, 'MARCA-ASUNTO sin contar');
  const w = { doc: feedback.doc, origin: null };
  addGift(w, {
    id: 'gift-1' as EntryId,
    kind: 'idea',
    author: ana.person.id as PersonId,
    organisation: casa as OrgId,
    createdAt: 1,
  });
  giftText(feedback.doc, 'gift-1' as EntryId)?.insert(0, 'MARCA-REGALO');
  addCommitment(w, { id: promise, createdAt: 1, session: 1 });
  commitmentText(feedback.doc, promise, 'what')?.insert(0, 'Llamar a las vecinas');
  const closing = await follow(app, ana.token, await board(facilitator, 'closing'));
  addWord(
    { doc: closing.doc, origin: null },
    { session: 1, person: ana.person.id as PersonId, organisation: casa, text: 'Juntes' },
  );
  const second = await follow(app, ana.token, await board(ana, 'feedback', casa));
  await until(() => readCommitments(second.doc).some(({ what }) => what.startsWith('Llamar')), 'the commitment');
  second.close();
  return { scene, ana, casa, iceberg, feedback, closing };
}
const close = (...ends: readonly Follower[]): void => {
  for (const end of ends) end.close();
};

describe('what people take home', () => {
  it('lists reports and the boards of whoever asks, and is for those who were at the call', async () => {
    const scene = await callScene(app, 2);
    const { conduct, members, facilitator, organisations, ask, board } = scene;
    await conduct({ do: 'start' });
    const before = await outputsOf(scene, facilitator);
    expect([before.closed, before.session]).toEqual([false, 1]);
    await conduct({ do: 'close' });
    const shared = await outputsOf(scene, facilitator);
    expect(shared.closed).toBe(true);
    expect(shared.files.map(({ kind, name }) => [kind, name])).toEqual([
      ['minutes', 'tempano_acta_cohorte-de-prueba_sesion-1_2026-11-20.html'],
      ['commitments', 'tempano_compromisos_cohorte-de-prueba_sesion-1_2026-11-20.csv'],
      ['summary', 'tempano_resumen_cohorte-de-prueba_2026-11-20.html'],
      ['board', 'tempano_cohorte-de-prueba_iceberg-grupal_2026-11-20.json'],
      ['board', 'tempano_cohorte-de-prueba_cierre_2026-11-20.json'],
    ]);
    const ana = at(members, 0);
    const own = (await outputsOf(scene, ana)).files;
    expect(own.map(({ name }) => name.split('_').at(-2)).sort()).toEqual(
      [
        'autoevaluacion',
        'casa-ana',
        'cierre',
        'crecimiento',
        'iceberg',
        'iceberg-grupal',
        'propuesta-de-valor',
        'retroalimentacion',
        'sesion-1',
        'sesion-1',
      ].sort(),
    );
    for (const { path } of own) expect((await app.ask('GET', path, { token: ana.token })).status).toBe(200);
    // Another organisation's are neither listed nor given.
    const theirs = await board(at(members, 1), 'feedback', at(organisations, 1));
    expect(own.some(({ path }) => path.includes(theirs))).toBe(false);
    expect(whyOf(await app.ask('GET', `/api/boards/${theirs}/export`, { token: ana.token }))).toBe('no-right');
    const viewer = await join(app, scene.links.viewing, 'Fondo');
    for (const rest of ['/outputs', '/outputs/minutes', '/outputs/commitments']) {
      expect(whyOf(await ask(viewer, 'GET', rest))).toBe('no-right');
      expect(whyOf(await app.ask('GET', scene.path + rest))).toBe('session-unknown');
      const stranger = (await callScene(app, 1)).facilitator;
      expect(whyOf(await ask(stranger, 'GET', rest))).toBe('cohort-unknown');
    }
    expect(whyOf(await ask(facilitator, 'GET', '/outputs/passwords'))).toBe('not-found');
  });

  it('holds what was shared, and not a word of what was not', async () => {
    const { scene, ana, iceberg, feedback, closing } = await atTheEnd();
    const source = await scene.board(ana, 'feedback', at(scene.organisations, 0));
    const body = { commitments: [promise], on: true };
    expect((await app.ask('POST', `/api/boards/${source}/commitments`, { token: ana.token, body })).status).toBe(200);
    await scene.conduct({ do: 'close' });
    const minutes = await textOf(scene, scene.facilitator, 'minutes');
    expect(minutes).toContain('<h1>Acta: Cohorte de prueba</h1>');
    expect(minutes).toContain('<li><strong>Casa Ana:</strong> Ana</li>');
    expect(minutes).toMatch(/<tr><td>Sin tema<.td><td>1<.td>(<td>0<.td>){3}<td>1<.td><.tr>/);
    expect(minutes).toContain('Juntes — Casa Ana');
    expect(minutes).toContain('<strong>Resultados visibles:</strong> Nota que se llevó');
    expect(minutes).toContain('Llamar a las vecinas');
    expect(minutes).not.toContain('MARCA');
    const summary = await textOf(scene, scene.facilitator, 'summary');
    expect(summary).toMatch(/<td>Resultados visibles<.td>(<td>0<.td>){3}<td>1<.td><td>1<.td>/);
    for (const word of ['Ana', 'Llamar', 'Juntes', 'Nota que', 'MARCA']) expect(summary).not.toContain(word);
    expect(whyOf(await scene.ask(ana, 'GET', '/outputs/summary'))).toBe('facilitator-only');
    const commitments = await scene.ask(ana, 'GET', '/outputs/commitments');
    expect(commitments.headers.get('content-disposition')).toContain('compromisos');
    expect(String(commitments.body)).toContain('"Casa Ana","Llamar a las vecinas"');
    expect(String(commitments.body)).not.toContain('MARCA');
    close(iceberg, feedback, closing);
  });
});

describe('the next session', () => {
  it('begins after the last one was closed, by facilitation alone', async () => {
    const { conduct, ask, facilitator, members } = await callScene(app, 1);
    await conduct({ do: 'start' });
    const body = { do: 'new-session', preset: 'express' };
    expect(whyOf(await ask(facilitator, 'POST', '/call', body))).toBe('not-now');
    await conduct({ do: 'close' });
    expect(whyOf(await ask(at(members, 0), 'POST', '/call', body))).toBe('facilitator-only');
    const call = await conduct({ do: 'new-session', preset: 'express' });
    expect([call.session, call.status, call.preset, call.groups]).toEqual([2, 'preparing', 'express', []]);
  });

  it('is on a day and at an hour of its own; what is kept of the last one has the day it was on', async () => {
    const { cohort, conduct, ask, facilitator } = await callScene(app, 1);
    const day = async () => {
      const hall = await follow(app, facilitator.token, cohort);
      const { date, time } = readCohort(hall.doc).meta;
      hall.close();
      return { date, time };
    };
    const first = await day();
    await conduct({ do: 'start' });
    await conduct({ do: 'close' });
    for (const wrong of [
      { date: '2027-02-30' },
      { date: '20 de febrero' },
      { date: '' },
      { date: null },
      { time: '25:00' },
    ])
      expect(
        whyOf(await ask(facilitator, 'POST', '/call', { do: 'new-session', preset: 'full', ...wrong })),
        JSON.stringify(wrong),
      ).toBe('bad-request');
    await conduct({ do: 'new-session', preset: 'full', date: '2027-02-20', time: '14:30' });
    const listed = ok(await ask(facilitator, 'GET', '/outputs'), outputsAnswer).files.slice(0, 4);
    expect(listed.map(({ name, session, date }) => [name, session, date])).toEqual([
      ['tempano_acta_cohorte-de-prueba_sesion-2_2027-02-20.html', 2, '2027-02-20'],
      ['tempano_compromisos_cohorte-de-prueba_sesion-2_2027-02-20.csv', 2, '2027-02-20'],
      [`tempano_acta_cohorte-de-prueba_sesion-1_${first.date}.html`, 1, first.date],
      [`tempano_compromisos_cohorte-de-prueba_sesion-1_${first.date}.csv`, 1, first.date],
    ]);
    const { headers } = await ask(facilitator, 'GET', '/outputs/minutes/1');
    expect(headers.get('content-disposition')).toContain(`sesion-1_${first.date}.html`);
    expect(await day()).toEqual({ date: '2027-02-20', time: '14:30' });
    const [kept = '', now = ''] = await Promise.all(
      ['minutes/1', 'minutes'].map(async (file) => String((await ask(facilitator, 'GET', `/outputs/${file}`)).body)),
    );
    expect(first.date.startsWith('2027')).toBe(false);
    expect([kept, now].map((text) => [text.includes(first.date.slice(0, 4)), text.includes('2027')])).toEqual([
      [true, false],
      [false, true],
    ]);
    await conduct({ do: 'start' });
    await conduct({ do: 'close' });
    await conduct({ do: 'new-session', preset: 'full' });
    expect(await day()).toEqual({ date: '2027-02-20', time: '14:30' });
  });

  it('gets its day in the same moment as it begins, or not at all', async () => {
    const { conduct, ask, facilitator } = await callScene(app, 1);
    const me = async () => (await app.ask('GET', '/api/me', { token: facilitator.token })).body;
    await conduct({ do: 'start' });
    await conduct({ do: 'close' });
    const before = await me();
    const database = new DatabaseSync(joinPath(app.dataDir, 'tempano.sqlite'));
    const begin = { do: 'new-session', preset: 'full', date: '2027-02-20', time: '14:30' } as const;
    database.exec("create trigger nothing_fits before insert on calls begin select raise(abort, 'no room'); end");
    try {
      expect(whyOf(await ask(facilitator, 'POST', '/call', begin))).toBe('storage-failed');
    } finally {
      database.exec('drop trigger nothing_fits');
      database.close();
    }
    expect(await me()).toEqual(before);
    expect(await conduct(begin)).toMatchObject({ session: 2, status: 'preparing' });
    expect(await me()).toMatchObject({ cohort: { date: '2027-02-20', time: '14:30' } });
  });

  it('keeps people, boards and commitments, and starts pages, issues and groups anew', async () => {
    const { scene, ana, casa, iceberg, feedback, closing } = await atTheEnd();
    const { conduct, board, facilitator, members } = scene;
    const source = await board(ana, 'feedback', casa);
    await app.ask('POST', `/api/boards/${source}/issue`, { token: ana.token, body: { on: true, theme: null } });
    await app.ask('POST', `/api/boards/${source}/commitments`, {
      token: ana.token,
      body: { commitments: [promise], on: true },
    });
    await conduct({ do: 'groups', groups: [[casa]] });
    await conduct({ do: 'close' });
    const hall = await follow(app, ana.token, scene.cohort);
    await until(() => readCohort(hall.doc).issues.length === 1, 'the issue');
    await conduct({ do: 'new-session', preset: 'full' });
    await until(() => readCohort(hall.doc).call.session === 2, 'the next session');
    const cohort = readCohort(hall.doc);
    expect([cohort.issues, cohort.call.groups, cohort.people.length]).toEqual([[], [], members.length + 1]);
    await until(() => textAt(feedback.doc, 'issue')?.toString() === '', 'an empty page');
    expect([readGifts(feedback.doc), wordsOf(closing.doc).size]).toEqual([[], 0]);
    expect(readCommitments(feedback.doc).map(({ what, session }) => [what, session])).toEqual([
      ['Llamar a las vecinas', 1],
    ]);
    expect(readTold(closing.doc).map(({ what, session }) => [what, session])).toEqual([['Llamar a las vecinas', 1]]);
    // What was there is kept under the name of its session, and the notes are where they were.
    const copies = ok(await app.ask('GET', `/api/boards/${source}/copies`, { token: ana.token }), copiesAnswer).copies;
    expect(copies.map(({ name, by }) => [name, by])).toContainEqual(['Sesión 1', 'Maribel']);
    expect(readNotes(iceberg.doc)).toHaveLength(2);
    const wall = await board(facilitator, 'closing');
    const walls = ok(await app.ask('GET', `/api/boards/${wall}/copies`, { token: ana.token }), copiesAnswer).copies;
    expect(walls.map(({ name }) => name)).toContain('Sesión 1');
    expect(readWords(closing.doc, 1)).toEqual([]);
    // The minutes of the call that is over stay as they were.
    const { files } = await outputsOf(scene, ana);
    expect(files.filter(({ kind }) => kind === 'minutes').map(({ name }) => name)).toEqual([
      'tempano_acta_cohorte-de-prueba_sesion-2_2026-11-20.html',
      'tempano_acta_cohorte-de-prueba_sesion-1_2026-11-20.html',
    ]);
    const [first, second] = [await textOf(scene, ana, 'minutes/1'), await textOf(scene, ana, 'minutes')];
    expect([first.includes('Juntes'), second.includes('Juntes')]).toEqual([true, false]);
    expect(first).toContain('MARCA-ASUNTO');
    expect([first.includes('Nota que se llevó'), second.includes('Nota que se llevó')]).toEqual([false, true]);
    expect(whyOf(await scene.ask(ana, 'GET', '/outputs/minutes/7'))).toBe('not-found');
    close(hall, iceberg, feedback, closing);
  });

  it('shows copies of a feedback board to nobody but its team', async () => {
    const { scene, ana, casa, iceberg, feedback, closing } = await atTheEnd();
    const { conduct, board, facilitator, members, organisations } = scene;
    const source = await board(ana, 'feedback', casa);
    await conduct({ do: 'groups', groups: [[...organisations]] });
    await conduct({ do: 'go', phase: 'peers' });
    for (const who of [at(members, 1), facilitator]) {
      expect((await app.ask('GET', `/api/boards/${source}/export`, { token: who.token })).status).toBe(200);
      expect(whyOf(await app.ask('GET', `/api/boards/${source}/copies`, { token: who.token }))).toBe('no-right');
    }
    expect((await app.ask('GET', `/api/boards/${source}/copies`, { token: ana.token })).status).toBe(200);
    close(iceberg, feedback, closing);
  });
});
