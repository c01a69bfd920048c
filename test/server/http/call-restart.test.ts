/** The server stops in the middle of a call and comes back: everything of the call is as it was, and nobody is thrown out. */
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { callAnswer } from '../../../shared/call-api.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { at, callScene } from '../../kit/call-scene.ts';
import { follow, ok, type RunningApp, startRunningApp, until } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('keeps phase, clocks, round and words to the letter, in the middle of a round', async () => {
  const { conduct, ask, members, facilitator, organisations, cohort, board } = await callScene(app, 3);
  await conduct({ do: 'start' });
  await conduct({ do: 'groups', groups: [[...organisations]] });
  await conduct({ do: 'go', phase: 'peers' });
  await conduct({ do: 'add-time', minutes: 2 });
  await ask(facilitator, 'POST', '/messages', { text: 'Tres minutos', to: null });
  await ask(at(members, 0), 'POST', '/groups/g1/round', { do: 'start' });
  await ask(at(members, 0), 'POST', '/groups/g1/round', { do: 'next' });
  const before = ok(await ask(at(members, 1), 'POST', '/groups/g1/round', { do: 'pause' }), callAnswer).call;
  expect(before.groups[0]?.round).toMatchObject({ presenter: 0, step: 1, clock: { kind: 'paused' } });
  const feedback = await board(at(members, 0), 'feedback', at(organisations, 0));
  const iceberg = await board(at(members, 0), 'iceberg', at(organisations, 0));
  const [hall, page, own] = [
    await follow(app, at(members, 1).token, cohort),
    await follow(app, at(members, 1).token, feedback),
    await follow(app, at(members, 0).token, iceberg),
  ];
  await app.restart();
  addNotes({ doc: own.doc, origin: null }, [
    { id: newNoteId(), pos: [700, 200], createdAt: 1, text: 'mientras volvía' },
  ]);
  await until(() => [hall, page, own].every(({ provider }) => provider.synced), 'everybody to come back by themselves');
  const late = await follow(app, at(members, 2).token, cohort);
  expect([readCohort(hall.doc).call, readCohort(late.doc).call]).toEqual([before, before]);
  // What goes on, goes on from there.
  const after = ok(await ask(at(members, 2), 'POST', '/groups/g1/round', { do: 'resume' }), callAnswer).call;
  expect(after.clock).toEqual(before.clock);
  expect(after.groups[0]?.round).toMatchObject({ presenter: 0, step: 1, clock: { kind: 'running' } });
  const again = await follow(app, at(members, 0).token, iceberg);
  await until(() => readNotes(again.doc).some(({ text }) => text === 'mientras volvía'), 'what was written meanwhile');
  for (const end of [hall, page, own, late, again]) end.close();
});

it('tells what it had kept before it died, and takes the practice board away', async () => {
  const { conduct, members, cohort, board, organisations } = await callScene(app, 1);
  const ana = at(members, 0);
  await conduct({ do: 'start' });
  const practice = await board(ana, 'practice');
  const call = await conduct({ do: 'pause-clock' });
  const database = new DatabaseSync(joinPath(app.dataDir, 'tempano.sqlite'));
  const next = call.agenda.find(({ kind }) => kind === 'iceberg')?.id;
  const state = JSON.stringify({ ...call, phase: next });
  database.prepare('update calls set state = ? where cohort = ?').run(state, cohort);
  database.prepare('update organisations set name = ? where id = ?').run('Casa Otra', at(organisations, 0));
  database.close();
  await app.restart();
  const hall = await follow(app, ana.token, cohort);
  await until(() => readCohort(hall.doc).call.phase === next, 'the phase to be told');
  await until(() => readCohort(hall.doc).boards.every(({ id }) => id !== practice), 'practice to go from the list');
  expect(readCohort(hall.doc).organisations.map(({ name }) => name)).toEqual(['Casa Otra']);
  expect((await app.ask('GET', `/api/boards/${practice}/export`, { token: ana.token })).status).toBe(404);
  hall.close();
});
