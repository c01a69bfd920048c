/** docs/operating.md says what the code does: every event of the log is in its table, and systemd runs what `npm start` runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { serverArguments } from './kit/start-command.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const page = read('docs/operating.md');

/** A line for each request, with `LOG_LEVEL=debug` alone: described above the table. */
const OF_DEBUGGING = 'request';

function loggedBy(source: string): string[] {
  return [...source.matchAll(/\blog\(\s*'([^']+)'/g)].map(([, event = '']) => event);
}

it('lists every event of the log, and none that is not written', () => {
  const files = readdirSync(`${root}server`, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((path) => path.endsWith('.ts')).map((path) => read(`server/${path}`));
  const logged = new Set(sources.flatMap(loggedBy));
  expect(logged.delete(OF_DEBUGGING)).toBe(true);
  const section = page.slice(page.indexOf('## Logs'), page.indexOf('## Backup'));
  const events = section.split('\n').flatMap((line) => (line.startsWith('| `') ? [line.split('|')[1] ?? ''] : []));
  const listed = events.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, event = '']) => event));
  expect(listed.sort()).toEqual([...logged].sort());
});

it('has systemd run what npm start runs', () => {
  const [, program = ''] = /^ExecStart=(.+)$/m.exec(page) ?? [];
  const [, folder = ''] = /^WorkingDirectory=(.+)$/m.exec(page) ?? [];
  const wanted = serverArguments().map((one) => (one.startsWith('--') ? one : relative(root, one)));
  expect(program.split(' ')).toEqual([`${folder}/node_modules/.bin/node`, ...wanted]);
});
