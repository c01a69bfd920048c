/** The server as a process: what it says, how it refuses to start, how it stops. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../kit/running-app.ts';

const main = fileURLToPath(new URL('../../server/main.mjs', import.meta.url));
let dataDir: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tempano-main-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  chmodSync(dataDir, 0o755);
  rmSync(dataDir, { recursive: true, force: true });
});

interface Server {
  readonly child: ChildProcess;
  said(): string;
  readonly ended: Promise<number | null>;
}

function run(environment: Readonly<Record<string, string>>, ...args: string[]): Server {
  const { npm_lifecycle_event: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...inherited, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...environment },
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  return { child, said: () => said, ended: new Promise((resolve) => child.on('close', resolve)) };
}

const READY = /Témpano está listo: (http:\/\/localhost:\d+)/;
async function ready(server: Server): Promise<string> {
  await until(() => READY.test(server.said()), 'the server to be ready');
  const port = Number(new URL(READY.exec(server.said())?.[1] ?? '').port);
  return `http://127.0.0.1:${port}`;
}

it('says where it is, answers, and stops cleanly when asked', async () => {
  const server = run({});
  const url = await ready(server);
  expect(server.said()).toContain(`Témpano arranca… datos en ${dataDir}`);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

it('opens a rehearsal with --demo and shows its links', async () => {
  const server = run({}, '--demo');
  const url = await ready(server);
  const secret = /unirse +\S+#(\S+)/.exec(server.said())?.[1];
  const opened = await fetch(`${url}/api/links/open`, { method: 'POST', body: JSON.stringify({ secret }) });
  expect(await opened.json()).toMatchObject({
    role: 'participant',
    cohort: { name: expect.stringContaining('Ensayo') },
  });
  server.child.kill('SIGINT');
  expect(await server.ended).toBe(0);
});

it('names the busy port and what to do', async () => {
  const busy = createServer();
  const port = await new Promise<number>((resolve) => {
    busy.listen(0, '127.0.0.1', () => {
      const address = busy.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const server = run({ PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain(`El puerto ${port} está ocupado`);
  expect(server.said()).toContain(`PORT=${port + 1} npm start`);
  busy.close();
});

it('names an address that is none of this machine', async () => {
  // Of those that stand in documentation, so nobody has it.
  const server = run({ HOST: '203.0.113.7' });
  expect(await server.ended).toBe(1);
  expect(server.said()).toMatch(/no tiene la dirección HOST=203\.0\.113\.7.*\n.*no address HOST=203\.0\.113\.7/);
});

it('names the variable with garbage in it', async () => {
  const server = run({ PUBLIC_URL: 'not a url' });
  expect(await server.ended).toBe(1);
  expect(server.said()).toMatch(/La variable PUBLIC_URL .*\n.*variable PUBLIC_URL/);
});

it('names a data folder that cannot be used', async () => {
  const file = join(dataDir, 'a-file');
  writeFileSync(file, '');
  const server = run({ DATA_DIR: join(file, 'data') });
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain(join(file, 'data'));
  expect(server.said()).toContain('DATA_DIR');
});

it('does not share its data folder with another server, and takes it over from a dead one', async () => {
  const first = run({});
  await ready(first);
  const second = run({});
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`ya usa la carpeta de datos ${dataDir}`);
  first.child.kill('SIGKILL');
  await first.ended;
  await ready(run({}));
});

it.runIf(existsSync('/proc'))('names a data folder that cannot be made', async () => {
  const server = run({ DATA_DIR: '/proc/nowhere/data' });
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain('/proc/nowhere');
});

it('refuses options it does not know', async () => {
  const server = run({}, '--port=80');
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain('--demo');
});

it('does not outlive the shell that npm started it from', async () => {
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${main}" && true`], {
    env: { ...process.env, npm_lifecycle_event: 'start', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
  });
  started.push(shell);
  let said = '';
  shell.stdout.on('data', (bytes) => {
    said += bytes;
  });
  const outputEnded = new Promise((resolve) => shell.stdout.on('close', resolve));
  await until(() => READY.test(said), 'the server to be ready');
  shell.kill('SIGKILL');
  await outputEnded;
  expect(said).toContain('Témpano se está cerrando');
});
