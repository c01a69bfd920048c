/** Modo mesa: people without a device, who writes for them, and what becomes of a seat. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dotsAnswer } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { COUNT } from '../../../shared/limits.ts';
import { messageAnswer, quickNoteAnswer, tableAnswer } from '../../../shared/page-api.ts';
import { at, type CallScene, callScene, type Seated } from '../../kit/call-scene.ts';
import { follow, join, ok, type RunningApp, startRunningApp, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
let scene: CallScene;
beforeAll(async () => {
  app = await startRunningApp();
  scene = await callScene(app, 3);
});
afterAll(() => app.close());

const statusOf = async (who: Seated, method: string, rest: string, body: unknown) =>
  (await scene.ask(who, method, rest, body)).status;

describe('a table', () => {
  const seat = (who: Seated, name: string) => scene.ask(who, 'POST', '/table', { name });
  const peopleOf = async (who: Seated) => {
    const hall = await follow(app, who.token, scene.cohort);
    const { people } = readCohort(hall.doc);
    hall.close();
    return people;
  };

  it('seats somebody once, beside whoever writes for them', async () => {
    const ana = at(scene.members, 0);
    const first = ok(await seat(ana, 'Doña Carmen'), tableAnswer).person;
    expect(ok(await seat(ana, '  doña  CARMEN '), tableAnswer).person).toEqual(first);
    const seated = (await peopleOf(ana)).filter(({ host }) => host === ana.person.id);
    expect(seated.map(({ id, name, organisation, role }) => [id, name, organisation, role])).toEqual([
      [first.id, 'Doña Carmen', at(scene.organisations, 0), 'participant'],
    ]);
    // The same name in another organisation is somebody else.
    expect(ok(await seat(at(scene.members, 1), 'Doña Carmen'), tableAnswer).person.id).not.toBe(first.id);
  });

  it('takes nobody who sits elsewhere or has a device, and is for participants', async () => {
    const [ana, luis] = [at(scene.members, 0), at(scene.members, 1)];
    const eva = await join(app, scene.links.participation, 'Eva', at(scene.organisations, 0));
    await seat(ana, 'Don Pepe');
    expect(whyOf(await seat(eva, 'Don Pepe'))).toBe('name-taken');
    expect(whyOf(await seat(ana, 'Eva'))).toBe('name-taken');
    expect(whyOf(await seat(ana, 'Ana'))).toBe('name-taken');
    expect((await seat(luis, 'Don Pepe')).status).toBe(201);
    expect(whyOf(await seat(scene.facilitator, 'Don Pepe'))).toBe('no-right');
  });

  it('is full at some point, and a seat taken away makes room', async () => {
    const mari = at(scene.members, 2);
    const ids: string[] = [];
    for (let i = 0; i < COUNT.peopleAtTable; i += 1) ids.push(ok(await seat(mari, `P${i}`), tableAnswer).person.id);
    expect(whyOf(await seat(mari, 'una más'))).toBe('table-full');
    expect(await statusOf(mari, 'DELETE', `/table/${ids[0]}`, undefined)).toBe(204);
    expect((await seat(mari, 'una más')).status).toBe(201);
    expect((await peopleOf(mari)).some(({ id }) => id === ids[0])).toBe(false);
    expect(whyOf(await scene.ask(mari, 'DELETE', `/table/${ids[0]}`))).toBe('person-unknown');
  });

  it('is left only by the word of who writes there, or of facilitation', async () => {
    const [ana, luis] = [at(scene.members, 0), at(scene.members, 1)];
    const [one, two] = [
      ok(await seat(ana, 'Tito'), tableAnswer).person,
      ok(await seat(ana, 'Nilda'), tableAnswer).person,
    ];
    expect(whyOf(await scene.ask(luis, 'DELETE', `/table/${one.id}`))).toBe('no-right');
    expect(await statusOf(ana, 'DELETE', `/table/${one.id}`, undefined)).toBe(204);
    expect(await statusOf(scene.facilitator, 'DELETE', `/table/${two.id}`, undefined)).toBe(204);
    // Somebody with a device sits at nobody's table.
    expect(whyOf(await scene.ask(scene.facilitator, 'DELETE', `/table/${ana.person.id}`))).toBe('person-unknown');
  });

  it('gives the seat to its person when they come with a device', async () => {
    const ana = at(scene.members, 0);
    const seated = ok(await seat(ana, 'Rosa'), tableAnswer).person;
    const rosa = await join(app, scene.links.participation, 'ROSA', at(scene.organisations, 0));
    expect([rosa.person.id, rosa.returning]).toEqual([seated.id, true]);
    expect((await peopleOf(ana)).find(({ id }) => id === seated.id)?.host).toBe(null);
    expect(whyOf(await seat(ana, 'Rosa'))).toBe('name-taken');
    expect(whyOf(await scene.ask(ana, 'DELETE', `/table/${seated.id}`))).toBe('person-unknown');
  });

  it('reads words to its people on its own screen', async () => {
    const ana = at(scene.members, 0);
    const seated = ok(await seat(ana, 'Cuca'), tableAnswer).person;
    const hall = await follow(app, ana.token, scene.cohort);
    const told = await scene.ask(scene.facilitator, 'POST', '/messages', { text: 'Hola, Cuca', to: seated.id });
    expect(ok(told, messageAnswer).reached).toBe(1);
    hall.close();
  });

  it('takes over from somebody who was removed, and keeps a device of their own from being seated', async () => {
    const luis = at(scene.members, 1);
    const gone = await join(app, scene.links.participation, 'Gil', at(scene.organisations, 1));
    const seated = ok(await seat(gone, 'Abuela'), tableAnswer).person;
    expect(whyOf(await seat(luis, 'Abuela'))).toBe('name-taken');
    await scene.ask(scene.facilitator, 'DELETE', `/people/${gone.person.id}`);
    expect(ok(await seat(luis, 'Abuela'), tableAnswer).person).toEqual(seated);
    expect((await peopleOf(luis)).find(({ id }) => id === seated.id)?.host).toBe(luis.person.id);
  });

  it('takes the dots of a seat along, so that no seat votes twice', async () => {
    const { conduct, members, facilitator, board, ask } = await callScene(app, 1);
    const ana = at(members, 0);
    await conduct({ do: 'start' });
    const group = await board(facilitator, 'group-iceberg');
    const body = { text: 'Faltan manos', area: 'results' };
    const made = await app.ask('POST', `/api/boards/${group}/notes`, { token: facilitator.token, body });
    const { note } = ok(made, quickNoteAnswer);
    await conduct({ do: 'go', phase: 'cluster' });
    const person = ok(await ask(ana, 'POST', '/table', { name: 'Carmen' }), tableAnswer).person.id;
    const dots = async (on?: boolean) =>
      ok(
        on === undefined
          ? await app.ask('GET', `/api/boards/${group}/dots`, { token: ana.token })
          : await app.ask('PUT', `/api/boards/${group}/dots`, { token: ana.token, body: { note, on, person } }),
        dotsAnswer,
      ).dots;
    expect(await dots(true)).toEqual([{ person, note }]);
    expect((await ask(ana, 'DELETE', `/table/${person}`)).status).toBe(204);
    expect(await dots()).toEqual([]);
    // The same seat again is the same person, with nothing left of before.
    expect(ok(await ask(ana, 'POST', '/table', { name: 'Carmen' }), tableAnswer).person.id).toBe(person);
    expect(await dots()).toEqual([]);
  });
});
