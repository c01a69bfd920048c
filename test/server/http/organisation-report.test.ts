/** The report of an organisation through the running server: what is in it, and that it is for whoever may open its boards. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCommitment, commitmentText } from '../../../shared/board/commitments.ts';
import { addGift, giftText } from '../../../shared/board/feedback.ts';
import { addNotes, flagNotes, readNotes } from '../../../shared/board/notes.ts';
import { textAt } from '../../../shared/board/texts.ts';
import type { BoardId, EntryId, NoteId, OrgId, PersonId } from '../../../shared/ids.ts';
import { outputsAnswer } from '../../../shared/page-api.ts';
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

interface Seated {
  readonly token: string;
  readonly person: { readonly id: PersonId };
}

/** A call that runs: Ana and Luis of the first organisation, Berta of the second, facilitation, somebody who looks on, a screen. */
async function scene(changes: Readonly<Record<string, unknown>> = {}) {
  const made = await createCohort(app, changes);
  const [casa, red] = made.cohort.organisations.map(({ id }) => id);
  if (!casa || !red) throw new Error('two organisations');
  const [ana, luis, berta] = [
    await join(app, made.links.participation, 'Ana', casa),
    await join(app, made.links.participation, 'Luis', casa),
    await join(app, made.links.participation, 'Berta', red),
  ];
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const viewer = await join(app, made.links.viewing, 'Fondo');
  const room = await join(app, made.links.projection, 'Pantalla');
  const path = `/api/cohorts/${made.cohort.id}`;
  const call = async (body: object): Promise<void> => {
    expect((await app.ask('POST', `${path}/call`, { token: facilitator.token, body })).status).toBe(200);
  };
  await call({ do: 'start' });
  const report = (who: Seated, organisation: string = casa) =>
    app.ask('GET', `${path}/organisations/${organisation}/report`, { token: who.token });
  const letIn = (open: boolean) =>
    app.ask('POST', `${path}/let-in`, { token: ana.token, body: { organisation: casa, open } });
  return { made, casa, red, ana, luis, berta, facilitator, viewer, room, path, call, report, letIn };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** Writes on a board of somebody's, and waits until the server has it. */
async function writing(who: Seated, board: BoardId, write: (doc: Follower['doc']) => void): Promise<void> {
  const [writer, reader] = [await follow(app, who.token, board), await follow(app, who.token, board)];
  let isThere = false;
  reader.doc.on('update', () => {
    isThere = true;
  });
  writer.doc.transact(() => write(writer.doc));
  await until(() => isThere, 'what was written');
  for (const one of [writer, reader]) one.close();
}

/** Two notes on the team's iceberg, one of them to be brought without a name, and one of Berta's on the group iceberg. */
async function written({ ana, casa, berta, red, facilitator, call }: Scene): Promise<void> {
  await call({ do: 'go', phase: 'transfer' });
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  await writing(ana, iceberg, (doc) => {
    addNotes({ doc, origin: null }, [
      { id: 'told' as NoteId, pos: [700, 200], createdAt: 1, text: 'Nota que se llevó', tag: 'operational' },
      { id: 'kept' as NoteId, pos: [900, 2000], createdAt: 2, text: 'MARCA-PRIVADA del equipo' },
      { id: 'blank' as NoteId, pos: [1200, 2000], createdAt: 3, text: ' \n' },
    ]);
    flagNotes({ doc, origin: null }, ['kept' as NoteId], 'private', true);
  });
  const theirs = await boardOf(app, berta.token, 'iceberg', red);
  await writing(berta, theirs, (doc) =>
    addNotes({ doc, origin: null }, [{ id: 'b' as NoteId, pos: [700, 200], createdAt: 1, text: 'NOTA-DE-BERTA' }]),
  );
  const bring = (who: Seated, board: BoardId, body: object) =>
    app.ask('POST', `/api/boards/${board}/bring`, { token: who.token, body });
  expect((await bring(ana, iceberg, { notes: ['told'], attribution: 'anonymous' })).status).toBe(200);
  expect((await bring(berta, theirs, { notes: ['b'] })).status).toBe(200);
  const group = await follow(app, facilitator.token, await boardOf(app, facilitator.token, 'group-iceberg'));
  await until(() => readNotes(group.doc).length === 2, 'both copies');
  const notes = readNotes(group.doc).map(({ id }) => id);
  const theme = await app.ask('POST', `/api/boards/${await boardOf(app, facilitator.token, 'group-iceberg')}/themes`, {
    token: facilitator.token,
    body: { title: 'Gente y cansancio', notes },
  });
  expect(theme.status).toBe(201);
  group.close();
}

const words = (body: unknown): string =>
  String(body)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const typed = (doc: Follower['doc'], key: string, text: string): void => textAt(doc, key)?.insert(0, text);

it('holds all the team wrote, private notes too, and of others only what they gave', async () => {
  const it = await scene();
  const { ana, casa, red, berta, report } = it;
  await written(it);
  await writing(ana, await boardOf(app, ana.token, 'value', casa), (doc) => {
    typed(doc, 'statement', 'Con la comunidad, techamos.');
    addNotes({ doc, origin: null }, [{ id: 'v' as NoteId, pos: [100, 400], createdAt: 1, text: 'Jefas de familia' }]);
  });
  await writing(ana, await boardOf(app, ana.token, 'feedback', casa), (doc) => {
    const w = { doc, origin: null };
    typed(doc, 'issue', 'Pocas manos');
    typed(doc, 'takeaway', 'Pedirlo con números');
    addGift(w, { id: 'g' as EntryId, kind: 'idea', author: berta.person.id, organisation: red as OrgId, createdAt: 1 });
    giftText(doc, 'g' as EntryId)?.insert(0, 'Compartir una plaza');
    addGift(w, { id: 'h' as EntryId, kind: 'idea', author: berta.person.id, organisation: red as OrgId, createdAt: 2 });
    addCommitment(w, { id: 'c' as EntryId, createdAt: 1, session: 1 });
    commitmentText(doc, 'c' as EntryId, 'what')?.insert(0, 'Llamar a las vecinas');
    addCommitment(w, { id: 'd' as EntryId, createdAt: 2, session: 1 });
  });
  const { status, headers, body } = await report(ana);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="tempano_cohorte-de-prueba_casa-anasco_2026-11-20.html"',
  );
  expect(headers.get('cache-control')).toBe('no-store');
  const said = words(body);
  for (const part of [
    'Casa Añasco Cohorte de prueba · Sesión 1 · 20 de noviembre de 2026',
    'Resultados visibles (1) Nota que se llevó ⚙\uFE0E Operativo En el iceberg grupal, sin nombre',
    'Creencias e historias (1) MARCA-PRIVADA del equipo Solo mi tablero',
    'Gente y cansancio De nuestro equipo: 1. De toda la cohorte: 2. Nota que se llevó Resultados visibles',
    'Personas y comunidades (1) Jefas de familia',
    'Con la comunidad, techamos.',
    'Idea para probar Compartir una plaza De Red de Huertos Lo que me llevo Pedirlo con números',
    'Llamar a las vecinas Para cuándo: sin fecha',
    'Sin nada escrito: Crecimiento del equipo en tres años.',
  ])
    expect(said).toContain(part);
  expect(said).not.toContain('NOTA-DE-BERTA');
  expect(String(body).match(/<li>/g)).toHaveLength(7);
  // Nothing of it is in the log.
  expect(app.log.join('\n')).not.toMatch(/MARCA|Pocas manos|Casa A/);
});

it('is for the people of the organisation, and for facilitation only while it is let in', async () => {
  const it = await scene();
  const { ana, luis, berta, facilitator, viewer, room, red, report, letIn, path, call } = it;
  await written(it);
  const refusals = async (who: readonly Seated[]) => Promise.all(who.map(async (one) => whyOf(await report(one))));
  const others = [berta, facilitator, viewer, room];
  expect(await refusals(others)).toEqual(['no-right', 'no-right', 'no-right', 'no-right']);
  expect(await refusals([ana, luis])).toEqual([null, null]);
  expect(whyOf(await report(ana, red))).toBe('no-right');
  expect(whyOf(await report(ana, 'nobody'))).toBe('organisation-unknown');
  expect(whyOf(await app.ask('GET', `${path}/organisations/${red}/report`))).toBe('session-unknown');
  const stranger = (await scene()).ana;
  expect(whyOf(await report(stranger))).toBe('cohort-unknown');
  // Peers and facilitation read its feedback board for a while: that opens no report.
  await call({ do: 'groups', groups: [it.made.cohort.organisations.map(({ id }) => id)] });
  await call({ do: 'go', phase: 'peers' });
  expect(await refusals(others)).toEqual(['no-right', 'no-right', 'no-right', 'no-right']);
  expect((await letIn(true)).status).toBe(200);
  const guest = words((await report(facilitator)).body);
  expect(guest).toContain('MARCA-PRIVADA del equipo');
  expect(guest).toContain('El crecimiento del equipo no está en esta copia');
  expect(whyOf(await report(facilitator, red))).toBe('no-right');
  expect((await letIn(false)).status).toBe(200);
  await call({ do: 'close' });
  expect(await refusals([ana, ...others])).toEqual([null, 'no-right', 'no-right', 'no-right', 'no-right']);
});

it('is listed among what its people take home, at the top, and for nobody else', async () => {
  const { ana, facilitator, casa, path, call } = await scene();
  await call({ do: 'close' });
  const listed = async ({ token }: Seated) =>
    ok(await app.ask('GET', `${path}/outputs`, { token }), outputsAnswer).files;
  const [first] = await listed(ana);
  expect(first).toEqual({
    kind: 'organisation',
    name: 'tempano_cohorte-de-prueba_casa-anasco_2026-11-20.html',
    path: `${path}/organisations/${casa}/report`,
    session: 1,
    date: '2026-11-20',
  });
  expect((await listed(facilitator)).filter(({ kind }) => kind === 'organisation')).toEqual([]);
});

it('has of personal icebergs only that of whoever asks', async () => {
  const { ana, luis, facilitator, report, letIn } = await scene({ boardPer: 'person' });
  const own = async (who: Seated, text: string): Promise<void> => {
    const board = (await boardsOf(app, who.token)).find(
      (one) => one.person === who.person.id && one.kind === 'iceberg',
    );
    if (!board) throw new Error('no iceberg of their own');
    await writing(who, board.id, (doc) =>
      addNotes({ doc, origin: null }, [{ id: 'mine' as NoteId, pos: [700, 200], createdAt: 1, text }]),
    );
  };
  await own(ana, 'LO-DE-ANA');
  await own(luis, 'LO-DE-LUIS');
  await letIn(true);
  const said = async (who: Seated) => words((await report(who)).body);
  const [anas, luises, guest] = [await said(ana), await said(luis), await said(facilitator)];
  expect(anas).toContain('Iceberg personal de Ana Resultados visibles (1) LO-DE-ANA');
  expect(anas).toContain('el iceberg personal de Ana, que el resto del equipo no puede abrir');
  expect(luises).toContain('Iceberg personal de Luis Resultados visibles (1) LO-DE-LUIS');
  expect([anas.includes('LO-DE-LUIS'), luises.includes('LO-DE-ANA')]).toEqual([false, false]);
  expect(guest).not.toMatch(/LO-DE|Iceberg personal/);
  expect(guest).toContain('El de las demás personas no está aquí.');
});
