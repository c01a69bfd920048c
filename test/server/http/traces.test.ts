/** What a whole run leaves behind: no secret in a log line, an address or a file; no name and no text in a log line; of a deleted cohort nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { addNotes } from '../../../shared/board/notes.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { ending } from '../../kit/relay-world.ts';
import {
  type Answer,
  type Ask,
  boardOf,
  createCohort,
  follow,
  join,
  type RunningApp,
  startRunningApp,
} from '../../kit/running-app.ts';

/** Everything in an answer that opens something: tokens, codes, and what follows the # of a link. */
function secretsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    if (value.includes('#')) return [value.slice(value.indexOf('#') + 1)];
    return ['token', 'code'].includes(key) ? [value, value.replace('-', '')] : [];
  }
  if (Array.isArray(value)) return key === 'protocols' ? [String(value[1])] : value.flatMap((part) => secretsIn(part));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => secretsIn(part, name));
}

/** The same server, and every secret it hands out. */
function listening(app: RunningApp): { readonly app: RunningApp; readonly secrets: Set<string> } {
  const secrets = new Set<string>();
  const ask = async (method: string, path: string, options?: Ask): Promise<Answer> => {
    const answer = await app.ask(method, path, options);
    for (const secret of secretsIn(answer.body)) secrets.add(secret);
    return answer;
  };
  return { app: { ...app, url: app.url, ask }, secrets };
}

const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(joinPath(parentPath, name))),
  );

/** Gives back how to delete its cohort. */
async function liveACall(app: RunningApp): Promise<() => Promise<Answer>> {
  const made = await createCohort(app, { name: 'Cohorte-Nombrada', organisations: ['Casa-Nombrada'] });
  const casa = made.cohort.organisations[0]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Maribel-Nombrada');
  const ana = await join(app, made.code, 'Ana-Nombrada', casa);
  const viewer = await join(app, made.links.viewing, 'Fondo-Nombrado');
  const iceberg = await boardOf(app, ana.token, 'iceberg', casa);
  const group = await boardOf(app, ana.token, 'group-iceberg');
  const boards = [await follow(app, ana.token, iceberg), await follow(app, viewer.token, group)];
  const note = newNoteId();
  const [own] = boards;
  if (own)
    addNotes({ doc: own.doc, origin: null }, [{ id: note, pos: [700, 200], createdAt: 1, text: 'Texto-Secreto' }]);
  const post = (path: string, body: object, token = ana.token) => app.ask('POST', path, { token, body });
  await expect
    .poll(async () => (await post(`/api/boards/${iceberg}/bring`, { notes: [note] })).body)
    .toMatchObject({ brought: [note] });
  await post(`/api/boards/${iceberg}/copies`, { name: 'Copia-Nombrada' });
  const { body: file } = await app.ask('GET', `/api/boards/${iceberg}/export`, { token: ana.token });
  await post(`/api/boards/${iceberg}/import`, { snapshot: file, as: 'new-board' });
  await post(`/api/boards/${iceberg}/import`, { snapshot: 'Texto-Secreto', as: 'in-place' });
  await app.ask('GET', `/api/me?token=${ana.token}`, { token: ana.token });
  await app.ask('POST', '/api/links/open', { body: { secret: 'x'.repeat(24) } });
  await post(`/api/cohorts/${made.cohort.id}/links/participation/rotate`, { closeSessions: true }, facilitator.token);
  for (const board of boards) board.close();
  return () => app.ask('DELETE', `/api/cohorts/${made.cohort.id}`, { token: facilitator.token });
}

/** Knocks at the relay in every wrong way there is. */
async function knock(app: RunningApp): Promise<void> {
  const made = await createCohort(app);
  const viewer = await join(app, made.links.viewing, 'Otra-Nombrada');
  const group = await boardOf(app, viewer.token, 'group-iceberg');
  const { body } = await app.ask('POST', `/api/boards/${group}/connection`, { token: viewer.token });
  const { url, protocols } = body as { url: string; protocols: [string, string] };
  const attempts: Array<[string, string[], string?]> = [
    [`${url}/${group}?token=${protocols[1]}`, protocols],
    [`${url}/${made.cohort.id}`, protocols],
    [`${url}/${group}`, ['tempano', viewer.token]],
    [`${url}/${group}`, protocols, 'https://evil.example'],
    [`${url}/${protocols[1]}`, protocols],
  ];
  for (const [address, offered, origin] of attempts) {
    const socket = new WebSocket(address, offered, origin === undefined ? {} : { origin });
    socket.on('error', () => undefined);
    // A text frame ends those that are let in.
    socket.on('open', () => socket.send('Texto-Secreto'));
    await ending(socket);
  }
}

it('leaves no secret anywhere, and no name and no text in the log', async () => {
  const running = await startRunningApp();
  const { app, secrets } = listening(running);
  await liveACall(app);
  await knock(app);
  await running.restart();
  expect(secrets.size).toBeGreaterThan(15);
  const stored = bytesIn(running.dataDir);
  const log = running.log.join('\n');
  expect([stored.includes('Ana-Nombrada'), stored.includes('Texto-Secreto'), running.log.length > 20]).toEqual([
    true,
    true,
    true,
  ]);
  for (const secret of secrets) expect([log.includes(secret), stored.includes(secret)]).toEqual([false, false]);
  expect(log).not.toMatch(/Nombrad|Secreto/);
  await running.close();
});

it('leaves no byte of a deleted cohort in the file once the server was stopped', async () => {
  const app = await startRunningApp();
  const remove = await liveACall(app);
  await app.restart();
  const isThere = (): boolean => /Nombrad|Texto-Secreto/.test(bytesIn(app.dataDir).toString('latin1'));
  expect(isThere()).toBe(true);
  expect((await remove()).status).toBe(204);
  await app.restart();
  expect(isThere()).toBe(false);
  await app.close();
});
