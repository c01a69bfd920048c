/** The server stops in the middle of a call and comes back: everything of the call is as it was, and nobody is thrown out. */
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
