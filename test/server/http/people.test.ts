/** Links, seats, people and sessions through the running server. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openedLinkAnswer, rotatedLinkAnswer, sessionAnswer } from '../../../shared/api.ts';
import {
  boardOf,
  boardsOf,
  createCohort,
  follow,
  join,
  ok,
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

it('says what a link opens before anybody joins, and tells unknown from revoked', async () => {
  const made = await createCohort(app);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const open = (body: object) => app.ask('POST', '/api/links/open', { body });
  const roles = await Promise.all(
    Object.values(made.links).map(async (link) => ok(await open({ secret: secretOf(link) }), openedLinkAnswer).role),
  );
  expect(roles).toEqual(['facilitator', 'participant', 'viewer', 'projector']);
  const byCode = ok(await open({ code: ` ${made.code.toLowerCase().replace('-', ' ')}` }), openedLinkAnswer);
  expect(byCode).toMatchObject({
    role: 'participant',
    cohort: { name: 'Cohorte de prueba', boardPer: 'organisation' },
  });
  const unknown = await open({ secret: 'A'.repeat(24) });
  expect([unknown.status, whyOf(unknown)]).toEqual([404, 'link-unknown']);
  expect([404, 'link-unknown']).toEqual([
    (await open({ code: 'AAAA-2222' })).status,
    whyOf(await open({ code: 'ZZZ' })),
  ]);
  const path = `/api/cohorts/${made.cohort.id}/links/participation/rotate`;
  const rotated = ok(await app.ask('POST', path, { token: facilitator.token }), rotatedLinkAnswer);
  for (const body of [{ secret: secretOf(made.links.participation) }, { code: made.code }]) {
    const revoked = await open(body);
    expect([revoked.status, whyOf(revoked)]).toEqual([410, 'link-revoked']);
  }
  expect(ok(await open({ secret: secretOf(rotated.link) }), openedLinkAnswer).role).toBe('participant');
  expect(ok(await open({ code: rotated.code ?? '' }), openedLinkAnswer).role).toBe('participant');
});

it('seats the same person once, on any device and however the name is written', async () => {
  const made = await createCohort(app);
  const [casa, red] = made.cohort.organisations;
  if (!casa || !red) throw new Error('two organisations');
  const first = await join(app, made.links.participation, 'Inés  Colón', casa.id);
  const again = await join(app, made.code, ' ines colon ', casa.id);
  const namesake = await join(app, made.links.participation, 'Inés Colón', red.id);
  expect([first.returning, again.returning, namesake.returning]).toEqual([false, true, false]);
  expect(again.person).toEqual({ ...first.person, name: 'Inés Colón' });
  expect(namesake.person.id).not.toBe(first.person.id);
  expect(again.token).not.toBe(first.token);
  expect([first.links, first.code]).toEqual([undefined, undefined]);
});

it('wants an organisation of the list from participants', async () => {
  const made = await createCohort(app);
  for (const organisation of [null, 'other']) {
    const body = { secret: secretOf(made.links.participation), name: 'Ana', organisation };
    const answer = await app.ask('POST', '/api/sessions', { body });
    expect([answer.status, whyOf(answer)]).toEqual([400, 'organisation-unknown']);
  }
});

it('gives each participant an own iceberg where the cohort works so, once', async () => {
  const made = await createCohort(app, { boardPer: 'person' });
  const casa = made.cohort.organisations[0]?.id ?? null;
  const [one, two] = await Promise.all([
    join(app, made.links.participation, 'Ana', casa),
    join(app, made.links.participation, 'ANA', casa),
  ]);
  const berta = await join(app, made.links.participation, 'Berta', casa);
  expect(one.person.id).toBe(two.person.id);
  const own = (await boardsOf(app, one.token)).filter(({ person }) => person === one.person.id);
  expect(own.map(({ kind, right }) => [kind, right])).toEqual([['iceberg', 'write']]);
  const seenByBerta = (await boardsOf(app, berta.token)).find(({ id }) => id === own[0]?.id);
  expect(seenByBerta?.right).toBe('none');
  const asked = { token: berta.token, body: { organisation: casa, open: true } };
  await app.ask('POST', `/api/cohorts/${made.cohort.id}/let-in`, asked);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const icebergs = (await boardsOf(app, facilitator.token)).filter(({ kind }) => kind === 'iceberg');
  const rightOf = (person: string | null) => icebergs.find((one) => one.person === person)?.right;
  expect([rightOf(null), rightOf(one.person.id), rightOf(berta.person.id)]).toEqual(['write', 'none', 'none']);
});

it('removes a person: connections end with 4403 and the token with 401; the seat can be taken again', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const board = await follow(app, ana.token, await boardOf(app, ana.token, 'iceberg', casa));
  const path = `/api/cohorts/${made.cohort.id}/people`;
  const token = facilitator.token;
  expect((await app.ask('DELETE', `${path}/${ana.person.id}`, { token })).status).toBe(204);
  await until(() => board.closed.includes(4403), 'the removed person to be closed out');
  expect((await app.ask('GET', '/api/me', { token: ana.token })).status).toBe(401);
  expect(whyOf(await app.ask('DELETE', `${path}/${ana.person.id}`, { token }))).toBe('person-unknown');
  expect(whyOf(await app.ask('DELETE', `${path}/${facilitator.person.id}`, { token }))).toBe('not-yourself');
  const back = await join(app, made.links.participation, 'ana', casa);
  expect(back.person.id).toBe(ana.person.id);
  board.close();
});

it('rotates links: sessions go on unless they shall end, and the new facilitation link shows all links', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Maribel');
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const board = await follow(app, ana.token, await boardOf(app, ana.token, 'iceberg', casa));
  const rotate = async (which: string, body?: object) =>
    ok(
      await app.ask('POST', `/api/cohorts/${made.cohort.id}/links/${which}/rotate`, {
        token: facilitator.token,
        ...(body && { body }),
      }),
      rotatedLinkAnswer,
    );
  await rotate('participation');
  expect((await app.ask('GET', '/api/me', { token: ana.token })).status).toBe(200);
  const participation = await rotate('participation', { closeSessions: true });
  await until(() => board.closed.includes(4403), 'the session to end');
  expect((await app.ask('GET', '/api/me', { token: ana.token })).status).toBe(401);
  const facilitation = await rotate('facilitation', { closeSessions: true });
  expect((await app.ask('GET', '/api/me', { token: facilitator.token })).status).toBe(200);
  const again = await join(app, facilitation.link, 'Orlando');
  expect(again.links).toEqual({ ...made.links, participation: participation.link, facilitation: facilitation.link });
  expect(again.code).toBe(participation.code);
  board.close();
});

it('ends a session', async () => {
  const made = await createCohort(app);
  const { token } = await join(app, made.links.viewing, 'Fondo');
  expect((await app.ask('DELETE', '/api/sessions/current', { token })).status).toBe(204);
  expect((await app.ask('GET', '/api/me', { token })).status).toBe(401);
});

it('takes a whole cohort of 120 people from one address at once', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const bodies = Array.from({ length: 120 }, (_, i) => ({ code: made.code, name: `Persona ${i}`, organisation: casa }));
  const answers = await Promise.all(bodies.map((body) => app.ask('POST', '/api/sessions', { body })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => ok(answer, sessionAnswer).person.id)).size).toBe(120);
});

it('takes two names that look the same for one, and none for a name of nothing to be seen', async () => {
  const made = await createCohort(app);
  const [organisation] = made.cohort.organisations;
  const code = made.code;
  const comes = (name: string) =>
    app.ask('POST', '/api/sessions', { body: { code, name, organisation: organisation?.id ?? null } });
  const ana = ok(await comes('Ana'), sessionAnswer).person;
  for (const same of ['Ana\u200b', '\ufeffAna', 'A\u200bna\u2060', 'Ana \u200d'])
    expect(ok(await comes(same), sessionAnswer).person.id, JSON.stringify(same)).toBe(ana.id);
  for (const nothing of ['\u200b\u200b', '\u200d', ' \u2060 ']) expect(whyOf(await comes(nothing))).toBe('bad-request');
});
