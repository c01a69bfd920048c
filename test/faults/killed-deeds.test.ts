/**
 * kill -9 in the middle of what people and facilitation do, from making a cohort to deleting it: after the restart each
 * deed is there whole or not at all, and doing it again ends where it ends without a kill.
 */
import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { ATTEMPT_HEADER, createdCohortAnswer, sessionAnswer } from '../../shared/api.ts';
import { readCohort } from '../../shared/cohort/document.ts';
import { newRequestKey } from '../../shared/ids.ts';
import { readColumns } from '../../shared/synthesis/columns.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { type Answer, boardOf, follow, ok, secretOf, until } from '../kit/running-app.ts';
import { type ServerProcess, startServerProcess } from '../kit/server-process.ts';
import { seeds } from '../kit/soak.ts';

/** A failing seed is added here for ever. */
const PINNED: number[] = [];

let server: ServerProcess;
afterEach(() => server.end());

/** Turns of this process until the kill: at once, while the server is at work, or when it has answered. */
const TURNS = [300, 3_000, 30_000];

/** Asks, kills the server at a moment of its own, and asks again; the answer nobody waited for is lost. */
async function killedInTheMiddle(random: Random, ask: () => Promise<Answer>): Promise<Answer> {
  const first = ask().catch(() => null);
  const moment = random.int(random.pick(TURNS));
  for (let i = 0; i < moment; i += 1) await turn();
  await server.stop('SIGKILL');
  const known = await first;
  await server.start();
  const again = await ask();
  // What was acknowledged is there; asking for it once more may be refused.
  return known !== null && known.status < 300 ? known : again;
}

/** Boards without a document and documents of nothing; how many cohorts there are. */
function stored(): { readonly unnamed: readonly string[]; readonly cohorts: number } {
  const database = new DatabaseSync(joinPath(server.dataDir, 'tempano.sqlite'), { readOnly: true });
  const names = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(({ id }) => String(id));
  const documents = names('select board as id from documents');
  const cohorts = names('select id from cohorts');
  const named = new Set([...names('select id from cohort_boards'), ...cohorts]);
  database.close();
  const lost = [...named].filter((id) => !documents.includes(id));
  return { unnamed: [...documents.filter((id) => !named.has(id)), ...lost], cohorts: cohorts.length };
}

it.each(seeds(PINNED, 1, 20))('leaves nothing half done, seed %i', async (seed) => {
  const random = createRandom(seed);
  server = await startServerProcess();
  const headers = () => ({ [ATTEMPT_HEADER]: newRequestKey() });
  let isDeleted = false;
  const deed = async (method: string, path: string, body: unknown, more: object = {}): Promise<Answer> => {
    const done = await killedInTheMiddle(random, () => server.ask(method, path, { body, ...more }));
    expect(stored()).toEqual({ unnamed: [], cohorts: isDeleted ? 0 : 1 });
    return done;
  };
  const plan = { name: 'Marea', date: '2026-11-20', organisations: ['Casa Ana'], boardPer: 'person' };
  const { cohort, links } = ok(await deed('POST', '/api/cohorts', plan, { headers: headers() }), createdCohortAnswer);
  const path = `/api/cohorts/${cohort.id}`;
  const casa = cohort.organisations[0]?.id ?? null;
  const enter = async (link: string, name: string, organisation: typeof casa) =>
    ok(await deed('POST', '/api/sessions', { secret: secretOf(link), name, organisation }), sessionAnswer);
  const { token } = await enter(links.facilitation, 'Mari', null);
  const ana = await enter(links.participation, 'Ana', casa);
  /** What everybody reads, once it is so. */
  const reads = async (isSo: (cohort: ReturnType<typeof readCohort>) => boolean, what: string): Promise<void> => {
    const hall = await follow(server, token, cohort.id);
    await until(() => isSo(readCohort(hall.doc)), what);
    hall.close();
  };
  const conduct = (body: object) => deed('POST', `${path}/call`, body, { token });
  const kinds = ({ boards }: ReturnType<typeof readCohort>, of: string | null = null) =>
    boards.flatMap(({ kind, organisation }) => (organisation === of ? [kind] : [])).sort();

  await reads(({ people }) => people.map(({ name }) => name).join() === 'Mari,Ana', 'two people, each once');
  await conduct({ do: 'start' });
  const ofAll = ['closing', 'group-iceberg', 'panel', 'practice'];
  await reads((now) => now.call.status === 'running' && kinds(now).join() === ofAll.join(), 'the boards of the call');
  const added = { name: 'Red Nueva' };
  expect((await deed('POST', `${path}/organisations`, added, { token, headers: headers() })).status).toBe(201);
  await reads(({ organisations }) => organisations.length === 2, 'another organisation, once');
  const group = await follow(server, token, await boardOf(server, token, 'group-iceberg'));
  await until(() => readColumns(group.doc).length === 2, 'its column');
  group.close();
  await conduct({ do: 'go', phase: 'iceberg' });
  await reads((now) => now.call.phase === 'iceberg' && !kinds(now).includes('practice'), 'practice to be over');
  await conduct({ do: 'close' });
  await conduct({ do: 'new-session', preset: 'full', date: '2027-01-20' });
  await reads(({ call, meta }) => call.session === 2 && meta.date === '2027-01-20', 'the next session');
  await deed('DELETE', `${path}/people/${ana.person.id}`, undefined, { token });
  await reads(({ people }) => people.length === 1, 'Ana to be gone');
  isDeleted = true;
  await deed('DELETE', path, undefined, { token });
  expect((await server.ask('GET', `${path}/there`)).body).toEqual({ there: false });
});
