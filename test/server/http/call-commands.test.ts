/** What conducting a call asks of the API beside its deeds: rounds, words, people at a table, quick notes; and who is refused. */

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { callAnswer } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { RATE, TEXT } from '../../../shared/limits.ts';
import { messageAnswer, quickNoteAnswer } from '../../../shared/page-api.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
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
let scene: CallScene;
/** Facilitation of another cohort. */
let stranger: Seated;
beforeAll(async () => {
  app = await startRunningApp();
  scene = await callScene(app, 3);
  stranger = (await callScene(app, 1)).facilitator;
});
afterAll(() => app.close());

describe('whoever asks', () => {
  it.each<[string, string, unknown, unknown[]]>([
    ['POST', '/call', { do: 'next' }, [{}, { do: 'fly' }, { do: 'go' }, { do: 'add-time', minutes: 1e9 }, []]],
    [
      'POST',
      '/messages',
      { text: 'Hola', to: null },
      [{}, { text: '', to: null }, { text: 'x'.repeat(TEXT.message + 1), to: null }, { text: 'x', to: 7 }],
    ],
    [
      'POST',
      '/groups/g1/round',
      { do: 'start' },
      [{}, { do: 'stop' }, { do: 'add-time' }, { do: 'add-time', minutes: 1.5 }],
    ],
    [
      'POST',
      '/table',
      { name: 'Doña Carmen' },
      [{}, { name: ' ' }, { name: 'x'.repeat(TEXT.personName + 1) }, { name: null }],
    ],
    ['DELETE', '/table/nobody', undefined, []],
    ['DELETE', '/people/nobody/hand', undefined, []],
  ])(
    '%s %s: nobody without a session, nobody of another cohort, nothing that is garbage',
    async (method, rest, body, garbage) => {
      const asked = body === undefined ? {} : { body };
      expect(whyOf(await app.ask(method, scene.path + rest, asked))).toBe('session-unknown');
      expect(whyOf(await app.ask(method, scene.path + rest, { token: stranger.token, ...asked }))).toBe(
        'cohort-unknown',
      );
      for (const sent of garbage) {
        expect(whyOf(await scene.ask(scene.facilitator, method, rest, sent)), JSON.stringify(sent)).toBe('bad-request');
      }
    },
  );

  it('is named where everybody is sent somewhere, and not for what sends nobody anywhere', async () => {
    const one = await callScene(app, 1);
    expect((await one.conduct({ do: 'bringing', on: true })).landing).toEqual({ at: 0, board: null });
    const { landing } = await one.conduct({ do: 'start' });
    expect(landing.by).toBe(one.facilitator.person.id);
    const helper = await join(app, one.links.facilitation, 'Carmen');
    await one.ask(helper, 'POST', '/call', { do: 'add-time', minutes: 2 });
    expect((await one.conduct({ do: 'bringing', on: true })).landing).toEqual(landing);
    await one.ask(helper, 'POST', '/call', { do: 'next' });
    expect((await one.conduct({ do: 'bringing', on: true })).landing.by).toBe(helper.person.id);
  });

  it.each([
    ['/call', { do: 'start' }],
    ['/messages', { text: 'Hola', to: null }],
  ])('%s is for facilitation alone', async (rest, body) => {
    const viewer = await join(app, scene.links.viewing, 'Fondo');
    for (const who of [at(scene.members, 0), viewer]) {
      expect(whyOf(await scene.ask(who, 'POST', rest, body))).toBe('facilitator-only');
    }
  });

  it('may be a second facilitator, with the same rights', async () => {
    const other = await callScene(app, 1);
    const second = await join(app, other.links.facilitation, 'Yari');
    expect((await other.ask(second, 'POST', '/call', { do: 'start' })).status).toBe(200);
    expect((await other.ask(second, 'POST', '/messages', { text: 'Hola', to: null })).status).toBe(200);
  });

  it.each([
    ['a deed of the call', 'POST', () => '/call'],
    ['a change of the cohort', 'PATCH', () => ''],
    ['letting facilitation in', 'POST', () => '/let-in'],
    ['a commitment', 'PUT', (board: string) => `/api/boards/${board}/commitments/none`],
  ])('is slowed down when there is no end to it: %s', async (_what, method, rest) => {
    const { facilitator, ask, path, board, organisations } = await callScene(app, 1);
    await ask(facilitator, 'POST', '/call', { do: 'start' });
    const to = rest(await board(facilitator, 'feedback', at(organisations, 0)));
    const token = facilitator.token;
    const one = () =>
      app.ask(method, to.startsWith('/api') ? to : path + to, { token, body: { do: 'fly' } }).then(whyOf);
    const twenty = (): Promise<(string | null)[]> => Promise.all(Array.from({ length: 20 }, one));
    const first = await twenty();
    let last = first;
    for (let asked = 20; asked < 5 * RATE.changesPerMinute && !last.includes('too-many-tries'); asked += 20) {
      last = await twenty();
    }
    expect([first.includes('too-many-tries'), last.includes('too-many-tries')]).toEqual([false, true]);
    expect((await ask(facilitator, 'GET', '/groups/proposal')).status).toBe(200);
  });
});

describe('the round of a group', () => {
  it('is turned by the group itself and by facilitation, in the phase of peers alone', async () => {
    const { conduct, organisations, members, facilitator, ask } = await callScene(app, 3);
    const [one, two, three] = [at(organisations, 0), at(organisations, 1), at(organisations, 2)];
    await conduct({ do: 'start' });
    await conduct({ do: 'groups', groups: [[one, two], [three]] });
    const round = (who: Seated, body: unknown, group = 'g1') => ask(who, 'POST', `/groups/${group}/round`, body);
    expect(whyOf(await round(at(members, 0), { do: 'start' }))).toBe('not-now');
    await conduct({ do: 'go', phase: 'peers' });
    expect(whyOf(await round(at(members, 2), { do: 'start' }))).toBe('no-right');
    expect(whyOf(await round(at(members, 0), { do: 'start' }, 'g9'))).toBe('not-found');
    const before = Date.now();
    const { call } = ok(await round(at(members, 0), { do: 'start' }), callAnswer);
    const clock = call.groups[0]?.round?.clock;
    expect(call.groups.map((group) => group.round?.step ?? null)).toEqual([0, null]);
    expect(clock?.kind === 'running' && clock.endsAt - before).toBeGreaterThanOrEqual(3 * 60_000);
    const turned = ok(await round(facilitator, { do: 'next' }), callAnswer).call;
    expect(turned.groups[0]?.round?.step).toBe(1);
    await conduct({ do: 'go', phase: 'close' });
    expect(whyOf(await round(facilitator, { do: 'next' }))).toBe('not-now');
    await conduct({ do: 'go', phase: 'peers' });
    await conduct({ do: 'close' });
    expect(whyOf(await round(facilitator, { do: 'next' }))).toBe('not-now');
  });
});

describe('a raised hand', () => {
  it('is lowered in all windows of that person by facilitation alone', async () => {
    const { facilitator, cohort, members, ask } = scene;
    const [ana, luis] = [at(members, 0), at(members, 1)];
    const hers = [await follow(app, ana.token, cohort), await follow(app, ana.token, cohort)];
    const path = `/people/${ana.person.id}/hand`;
    for (const who of [ana, luis, await join(app, scene.links.viewing, 'Fondo')])
      expect(whyOf(await ask(who, 'DELETE', path))).toBe('facilitator-only');
    for (const nobody of ['nadie', stranger.person.id])
      expect(whyOf(await ask(facilitator, 'DELETE', `/people/${nobody}/hand`))).toBe('person-unknown');
    const lowered = ({ frames }: Follower) =>
      frames.filter((frame) => Buffer.from(frame).includes('"text":"","from"')).length;
    expect(hers.map(lowered)).toEqual([0, 0]);
    expect(ok(await ask(facilitator, 'DELETE', path), messageAnswer).reached).toBe(2);
    await until(() => hers.every((window) => lowered(window) === 1), 'the hand to be lowered in both windows');
    expect(ok(await ask(facilitator, 'DELETE', `/people/${luis.person.id}/hand`), messageAnswer).reached).toBe(0);
    for (const window of hers) window.close();
  });
});

describe('a word of facilitation', () => {
  it('to all stays in the call until the next one', async () => {
    const { facilitator, cohort, members, ask } = scene;
    const hall = await follow(app, at(members, 0).token, cohort);
    const first = ok(
      await ask(facilitator, 'POST', '/messages', { text: 'Cinco minutos más', to: null }),
      messageAnswer,
    );
    await until(() => readCohort(hall.doc).call.message?.text === 'Cinco minutos más', 'the word');
    await ask(facilitator, 'POST', '/messages', { text: 'Volvemos', to: null });
    await until(() => readCohort(hall.doc).call.message?.text === 'Volvemos', 'the next word');
    expect([first.reached, readCohort(hall.doc).call.message?.from]).toEqual([null, facilitator.person.id]);
    hall.close();
  });

  it('to one reaches all their windows, and no byte of it anybody else', async () => {
    const { facilitator, cohort, members, ask } = scene;
    const [ana, luis] = [at(members, 0), at(members, 1)];
    const hers = [await follow(app, ana.token, cohort), await follow(app, ana.token, cohort)];
    const others = [await follow(app, luis.token, cohort), await follow(app, facilitator.token, cohort)];
    const text = 'MARCA-DE-LA-PALABRA ¿Necesitas ayuda?';
    const { reached } = ok(await ask(facilitator, 'POST', '/messages', { text, to: ana.person.id }), messageAnswer);
    expect(reached).toBe(2);
    const heard = (frames: readonly Uint8Array[]) =>
      frames.filter((frame) => Buffer.from(frame).includes('MARCA-DE-LA'));
    await until(() => hers.every(({ frames }) => heard(frames).length === 1), 'the word in both windows');
    // A word to all comes after it on the same lines: whatever was to be heard has been heard.
    await ask(facilitator, 'POST', '/messages', { text: 'a todas las personas', to: null });
    await until(
      () => others.every(({ doc }) => readCohort(doc).call.message?.text.startsWith('a todas') ?? false),
      'the word to all',
    );
    expect(others.flatMap(({ frames }) => heard(frames))).toEqual([]);
    expect(hers.map(({ frames }) => heard(frames)[0]?.slice(0, 2))).toEqual([
      new Uint8Array([2, 2]),
      new Uint8Array([2, 2]),
    ]);
    // Stock clients go on as if nothing had been said.
    expect(hers.map(({ closed, provider }) => [closed, provider.wsconnected, provider.synced])).toEqual([
      [[], true, true],
      [[], true, true],
    ]);
    expect(app.log.filter((line) => line.includes('MARCA-DE-LA'))).toEqual([]);
    for (const end of [...hers, ...others]) end.close();
  });

  it('to one who is not there reaches nobody, and nobody of another cohort can be spoken to', async () => {
    const { facilitator, members, ask } = scene;
    const to = (person: unknown) => ask(facilitator, 'POST', '/messages', { text: 'Hola', to: person });
    expect(ok(await to(at(members, 2).person.id), messageAnswer).reached).toBe(0);
    expect(whyOf(await to(stranger.person.id))).toBe('person-unknown');
    expect(whyOf(await to('nobody'))).toBe('person-unknown');
  });
});

describe('a quick note', () => {
  const put = (who: Seated, board: string, body: unknown) =>
    app.ask('POST', `/api/boards/${board}/notes`, { token: who.token, body });

  it('lands in its layer, signed by facilitation, and never on another note', async () => {
    const { facilitator, board } = scene;
    const group = await board(facilitator, 'group-iceberg');
    for (const text of ['una', 'dos', 'tres']) {
      expect((await put(facilitator, group, { text, area: 'structures' })).status).toBe(201);
    }
    const shared = await follow(app, facilitator.token, group);
    const notes = readNotes(shared.doc);
    expect(notes.map(({ id, text }) => id.slice(0, 2) + text).sort()).toEqual(['q:dos', 'q:tres', 'q:una']);
    expect(new Set(notes.map(({ pos }) => areaOf('group-iceberg', pos)))).toEqual(new Set(['structures']));
    expect(new Set(notes.map(({ author, organisation }) => `${author} ${organisation}`))).toEqual(
      new Set([`${facilitator.person.id} null`]),
    );
    expect(new Set(notes.map(({ pos }) => pos.join())).size).toBe(3);
    shared.close();
  });

  it('goes to boards everybody shares, into an area they have, by facilitation', async () => {
    const { facilitator, members, board, organisations, ask } = scene;
    const group = await board(facilitator, 'group-iceberg');
    const iceberg = await board(at(members, 0), 'iceberg', at(organisations, 0));
    const note = { text: 'hola', area: 'results' };
    expect(whyOf(await put(at(members, 0), group, note))).toBe('facilitator-only');
    expect(whyOf(await put(stranger, group, note))).toBe('board-unknown');
    expect(whyOf(await put(facilitator, 'nothing', note))).toBe('board-unknown');
    expect(whyOf(await put(facilitator, iceberg, note))).toBe('no-right');
    await ask(at(members, 0), 'POST', '/let-in', { organisation: organisations[0], open: true });
    expect(whyOf(await put(facilitator, iceberg, note))).toBe('wrong-kind');
    for (const wrong of [
      { ...note, area: 'practice' },
      { ...note, area: 'value' },
      { ...note, text: '' },
      { text: 'x'.repeat(TEXT.note + 1), area: 'results' },
      {},
    ]) {
      expect(whyOf(await put(facilitator, group, wrong))).toBe('bad-request');
    }
  });

  it('is there while people practise', async () => {
    const { conduct, facilitator, board } = await callScene(app, 1);
    await conduct({ do: 'start' });
    const practice = await board(facilitator, 'practice');
    const { note } = ok(await put(facilitator, practice, { text: 'así', area: 'practice' }), quickNoteAnswer);
    const shared = await follow(app, facilitator.token, practice);
    expect(readNotes(shared.doc).map(({ id }) => id)).toEqual([note]);
    shared.close();
  });
});

describe('the way to the group iceberg', () => {
  it('is open before a call, and during one only while facilitation has it open', async () => {
    const { conduct, members, organisations, board } = await callScene(app, 1);
    const ana = at(members, 0);
    const iceberg = await board(ana, 'iceberg', at(organisations, 0));
    const own = await follow(app, ana.token, iceberg);
    addNotes({ doc: own.doc, origin: null }, [{ id: 'n1' as NoteId, pos: [700, 200], createdAt: 1, text: 'una' }]);
    const move = (which: string) =>
      app.ask('POST', `/api/boards/${iceberg}/${which}`, { token: ana.token, body: { notes: ['n1'] } });
    const brought = v.object({ brought: v.array(v.string()) });
    await conduct({ do: 'start' });
    expect(whyOf(await move('bring'))).toBe('bringing-closed');
    await conduct({ do: 'go', phase: 'transfer' });
    expect(ok(await move('bring'), brought).brought).toEqual(['n1']);
    await conduct({ do: 'bringing', on: false });
    expect(whyOf(await move('bring'))).toBe('bringing-closed');
    own.close();
  });
});
