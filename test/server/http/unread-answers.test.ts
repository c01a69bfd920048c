/** Boards, copies and the report of an organisation are asked for through the running server: each answer is counted, and none made above the limit. */

import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Unread } from '../../../server/http/unread.ts';
import { boardOf, createCohort, join, type RunningApp, startRunningApp, whyOf } from '../../kit/running-app.ts';

const counted: Array<[string, number]> = [];
let full = new Set<string>();
const unread: Unread = {
  hasRoom: (key) => !full.has(key),
  add: (key, bytes) => void counted.push([key, bytes]),
};
vi.mock('../../../server/http/unread.ts', () => ({ createUnread: () => unread }));

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp();
});
afterAll(() => app.close());

it('are 503 for who did not read those before, and for nobody else', async () => {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const berta = await join(app, made.links.participation, 'Berta', casa);
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const ask = (method: string, path: string, { token }: { token: string }, body?: object) =>
    app.ask(method, `/api/boards/${iceberg}${path}`, { token, ...(body && { body }) });
  const taken = await ask('POST', '/copies', ana, { name: 'A mitad' });
  const { copy } = taken.body as { copy: { id: string } };
  const report = `/api/cohorts/${made.cohort.id}/organisations/${casa}/report`;
  const paths = ['/export', `/copies/${copy.id}`].map((path) => `/api/boards/${iceberg}${path}`).concat(report);
  const read = (path: string, { token }: { token: string }) => app.ask('GET', path, { token });
  for (const path of paths) expect((await read(path, ana)).status).toBe(200);
  expect(counted.map(([key]) => key)).toEqual(paths.map(() => ana.person.id));
  expect(Math.min(...counted.map(([, bytes]) => bytes))).toBeGreaterThan(100);
  full = new Set([ana.person.id]);
  for (const path of paths) {
    const refused = await read(path, ana);
    expect([refused.status, whyOf(refused), refused.headers.get('retry-after')]).toEqual([503, 'server-busy', '5']);
    expect((await read(path, berta)).status).toBe(200);
  }
});
