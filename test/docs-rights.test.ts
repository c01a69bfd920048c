/** docs/rights.md and docs/api.md say what the code does: the table of rights cell by cell, and every route there is. Judges no sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type Cell, RELATIONS, RIGHTS, type Right } from '../shared/cohort/roles.ts';
import { BOARD_KINDS } from '../shared/template/kinds.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

const BEGIN = '<!-- generated from RIGHTS -->';

const shown = (right: Right): string => (right === 'none' ? '–' : right);
function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return shown(cell);
  const { else: otherwise, ...phases } = cell;
  return [shown(otherwise), ...Object.entries(phases).map(([phase, right]) => `*${phase}:* ${shown(right)}`)].join(
    ' · ',
  );
}
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = [
  line(['', ...RELATIONS.map((relation) => `\`${relation}\``)]),
  `|${'---|'.repeat(RELATIONS.length + 1)}`,
  ...BOARD_KINDS.map((kind) => line([`\`${kind}\``, ...RELATIONS.map((relation) => cellOf(RIGHTS[kind][relation]))])),
].join('\n');

it('shows the table of rights as it is in the code', () => {
  const page = read('docs/rights.md');
  const between = page.slice(page.indexOf(BEGIN) + BEGIN.length, page.indexOf('<!-- end -->'));
  expect(between.trim()).toBe(table);
});

/** Where the routes of a file are mounted that begin with an id; the others say it themselves, under `/api`. */
const MOUNTED: Readonly<Record<string, string>> = {
  'board-routes.ts': '/api/boards',
  'call-routes.ts': '/api/cohorts',
  'cohort-routes.ts': '/api/cohorts',
  'feedback-routes.ts': '/api/boards',
  'method-routes.ts': '/api/boards',
  'self-routes.ts': '/api/boards',
  'session-routes.ts': '/api',
};
/** What a parameter is called makes no difference. */
const nameless = (path: string): string => path.replace(/:[a-zA-Z]+/g, ':');

function routesOf(file: string, base: string): string[] {
  const routes = read(`server/http/${file}`).matchAll(/app\.(get|post|put|patch|delete)\(\s*'(\/[^']*)'/g);
  return [...routes].map(([, method = '', path = '']) => {
    const mounted = path.startsWith('/:id') ? base : '/api';
    return `${method.toUpperCase()} ${nameless(mounted + path)}`;
  });
}
const described = (): string[] =>
  [...read('docs/api.md').matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/api\/[\w/:-]+)/g)].map(
    ([, method, path = '']) => `${method} ${nameless(path)}`,
  );

it('knows every file of routes', () => {
  const files = readdirSync(`${root}server/http`).filter((name) => name.endsWith('-routes.ts'));
  expect(files.sort()).toEqual(Object.keys(MOUNTED).sort());
});

it.each(Object.entries(MOUNTED))('describes every route of %s', (file, base) => {
  const routes = routesOf(file, base);
  expect(routes.length).toBeGreaterThan(0);
  const known = new Set(described());
  expect(routes.filter((route) => !known.has(route))).toEqual([]);
});

it('describes no route there is not', () => {
  const routes = new Set(Object.entries(MOUNTED).flatMap(([file, base]) => routesOf(file, base)));
  routes.add('GET /api/time');
  expect(described().filter((route) => !routes.has(route))).toEqual([]);
});
