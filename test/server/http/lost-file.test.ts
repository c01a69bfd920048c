/** A file that is taken away under the running server: nothing is said to be kept that is gone with it. */

import { renameSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databasePath } from '../../../server/storage/database.ts';
import { boardOf, createCohort, join, type RunningApp, startRunningApp, whyOf } from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('is 503 for whoever wants something kept, and all is as it was once the file is back', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const { token } = await join(app, made.links.participation, 'Ana', casa);
  const iceberg = await boardOf(app, token, 'iceberg', casa);
  const asked: [string, string, object?][] = [
    ['POST', '/api/cohorts', { name: 'Otra', date: '2026-12-20', organisations: ['Casa'] }],
    ['POST', '/api/sessions', { code: made.code, name: 'Berta', organisation: casa }],
    ['POST', `/api/boards/${iceberg}/copies`, { name: 'Antes de la pausa' }],
    ['DELETE', '/api/sessions/current'],
  ];
  const file = databasePath(app.dataDir);
  renameSync(file, `${file}.away`);
  for (const [method, path, body] of asked) {
    const refused = await app.ask(method, path, { token, ...(body && { body }) });
    expect([path, refused.status, whyOf(refused)]).toEqual([path, 503, 'storage-failed']);
  }
  renameSync(`${file}.away`, file);
  const taken: number[] = [];
  for (const [method, path, body] of asked)
    taken.push((await app.ask(method, path, { token, ...(body && { body }) })).status);
  expect(taken).toEqual([201, 201, 201, 204]);
});
