/** The minutes of an earlier session: how many notes there were, and no word of what they said. */
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { at, type CallScene, callScene } from '../../kit/call-scene.ts';
import { follow, type RunningApp, startRunningApp, until } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

const minutesOf = async ({ ask, facilitator }: CallScene, of = ''): Promise<string> =>
  String((await ask(facilitator, 'GET', `/outputs/minutes${of}`)).body);

/** A session that is over, with a note that got a dot, and the next one begun. */
async function nextSession(): Promise<{ scene: CallScene; before: string }> {
  const scene = await callScene(app, 1);
  const { conduct, facilitator, members, board } = scene;
  const ana = at(members, 0);
  const group = await board(facilitator, 'group-iceberg');
  const writer = await follow(app, facilitator.token, group);
  const note = 'n1' as NoteId;
  addNotes({ doc: writer.doc, origin: null }, [{ id: note, pos: [1000, 200], createdAt: 1, text: 'Nota con puntos' }]);
  await until(() => writer.provider.synced, 'the note to be sent');
  await conduct({ do: 'start' });
  await conduct({ do: 'go', phase: 'cluster' });
  const body = { note, on: true };
  expect((await app.ask('PUT', `/api/boards/${group}/dots`, { token: ana.token, body })).status).toBe(200);
  await conduct({ do: 'dots', open: false, shown: true });
  await conduct({ do: 'close' });
  const before = await minutesOf(scene);
  await conduct({ do: 'new-session', preset: 'full' });
  writer.close();
  return { scene, before };
}

it('say no word of a note with dots', async () => {
  const { scene, before } = await nextSession();
  expect(before).toContain('<li>Nota con puntos (1)</li>');
  const kept = await minutesOf(scene, '/1');
  expect([kept.includes('Nota con puntos'), kept.includes('<th>Me resuena</th>')]).toEqual([false, true]);
});

it('are given out without it when an earlier version kept it', async () => {
  const { scene } = await nextSession();
  const minutes = '# Acta\n\n## Me resuena\n\n- Nota de antes (1)\n\n## Asuntos\n\n- Uno\n';
  const database = new DatabaseSync(joinPath(app.dataDir, 'tempano.sqlite'));
  const put = database.prepare("update call_facts set value = ? where cohort = ? and part = 'reports'");
  expect(put.run(JSON.stringify({ minutes, commitments: '' }), scene.cohort).changes).toBe(1);
  database.close();
  const given = await minutesOf(scene, '/1');
  expect([given.includes('Nota de antes'), given.includes('<li>Uno</li>')]).toEqual([false, true]);
});
