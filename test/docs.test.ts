/**
 * What docs/protocol.md and docs/security.md say of the code is so: tests they name exist and have the titles they quote,
 * every close code is there, and the numbers of their tables are those of the code. Judges no sentence.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { DESK_LIMITS } from '../server/commands/desk.ts';
import { HTTP_LIMITS } from '../server/http/listener.ts';
import { UNREAD_LIMITS } from '../server/http/unread.ts';
import { RELAY_LIMITS } from '../server/sync/limits.ts';
import { WIRE_LIMITS } from '../server/ws/limits.ts';
import { CLOSE } from '../shared/protocol.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const PAGES = ['docs/protocol.md', 'docs/security.md'];
const protocol = read('docs/protocol.md');

/** `server/ws/relay`, without an ending, is a test or a folder; with one it is a file. */
const PATH = /`((?:client|e2e|faults|server|shared|test)\/[a-zA-Z0-9_/.-]+)`(?:: ([^`|·;()\n]+))?/g;
const namedIn = (page: string) =>
  [...read(page).matchAll(PATH)].map(([, path = '', title = '']) => ({ path, title: title.trim().replace(/\.$/, '') }));
const fileOf = (path: string): string | null =>
  [`test/${path}.test.ts`, `test/${path}.test.tsx`, path, `test/${path}`].find((known) => existsSync(root + known)) ??
  null;

it.each(PAGES)('%s names only files and tests that are there, by titles they have', (page) => {
  const named = namedIn(page);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path }) => fileOf(path) === null)).toEqual([]);
  const quoted = named.filter(({ path, title }) => title !== '' && fileOf(path)?.includes('.test.ts'));
  const unknown = quoted.filter(({ path, title }) => {
    const source = read(fileOf(path) ?? '');
    return !title.split(', ').every((part) => source.includes(part)) && !source.includes(title);
  });
  expect(unknown).toEqual([]);
});

it('lists every close code, and none that is not sent', () => {
  const table = protocol.slice(protocol.indexOf('## Close codes'), protocol.indexOf('## Limits of connections'));
  const listed = [...table.matchAll(/^\| (\d{4}(?:, \d{4})*) \|/gm)].flatMap(([, codes = '']) => codes.split(', '));
  const fromTheLibrary = ['1002', '1007'];
  expect(listed.sort()).toEqual([...Object.values(CLOSE).map(String), ...fromTheLibrary].sort());
});

const LIMITS: Record<string, object> = {
  'Limits of connections': { ...WIRE_LIMITS },
  'Limits of a board': { ...RELAY_LIMITS },
  'Limits of HTTP': {
    ...HTTP_LIMITS,
    ...DESK_LIMITS,
    ...UNREAD_LIMITS,
    idleMs: HTTP_LIMITS.idleMs,
    desk: { idleMs: DESK_LIMITS.idleMs },
  },
};
/** `person.connections` and so on, with their numbers. */
function flat(numbers: object, above = ''): Array<readonly [string, number]> {
  return Object.entries(numbers).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'number') return [[`${above}${name}`, value] as const];
    return typeof value === 'object' && value !== null ? flat(value, `${name}.`) : [];
  });
}

/** A number as the page writes it. */
function written(name: string, value: number): string {
  const [KB, MB] = [1024, 1024 * 1024];
  if (/bytes|byteBurst/i.test(name)) return value >= MB ? `${value / MB} MB` : `${value / KB} KB`;
  if (name.endsWith('Mb')) return `${value} MB`;
  if (name.endsWith('MsPerSecond')) return `${value} ms`;
  if (name.endsWith('Ms')) return value % 1000 === 0 ? `${value / 1000} s` : `${value} ms`;
  return value.toLocaleString('en-US');
}

it.each(Object.entries(LIMITS))('%s: every number of the code, and the same', (heading, limits) => {
  const from = protocol.indexOf(`## ${heading}`);
  const section = protocol.slice(from, protocol.indexOf('\n## ', from + 1));
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  const wrong = flat(limits).filter(([name, value]) => {
    const row = rows.find((line) => line.split('|').at(-2)?.includes(`\`${name}\``));
    const said = new RegExp(`(^|[^\\d.,])${written(name, value)}\\b`);
    return row === undefined || !said.test(row.split('|').slice(1, -2).join('|'));
  });
  expect(wrong).toEqual([]);
  const known = new Set(flat(limits).map(([name]) => name));
  const named = rows.flatMap((row) =>
    [...(row.split('|').at(-2) ?? '').matchAll(/`([\w.]+)`/g)].map(([, name = '']) => name),
  );
  expect(named.filter((name) => !known.has(name))).toEqual([]);
});

it('keeps what stock providers need: a sign of life in time, and pings that find the silent', () => {
  const stockGivesUpMs = 30_000;
  const { signOfLifeMs, beatMs, pingMs, silentMs, longestPauseMs } = WIRE_LIMITS;
  expect(signOfLifeMs + beatMs).toBeLessThan(stockGivesUpMs);
  expect(2 * (pingMs + beatMs)).toBeLessThanOrEqual(50_000);
  expect(silentMs).toBeGreaterThan(pingMs + beatMs + longestPauseMs);
  expect(silentMs + beatMs).toBeLessThanOrEqual(60_000);
});
