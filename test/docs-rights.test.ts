/** docs/rights.md and docs/api.md say what the code does: the table of rights cell by cell, and every route there is. Judges no sentence. */
import { readFileSync } from 'node:fs';
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

const ROUTES = [
  ['/api/cohorts', 'server/http/cohort-routes.ts'],
  ['/api/cohorts', 'server/http/call-routes.ts'],
  ['/api/boards', 'server/http/board-routes.ts'],
  ['/api/boards', 'server/http/method-routes.ts'],
] as const;
/** What a parameter is called makes no difference. */
const nameless = (path: string): string => path.replace(/:[a-zA-Z]+/g, ':');

it.each(ROUTES)('describes every route of %s in %s', (base, file) => {
  const source = read(file);
  // What is mounted elsewhere than under a cohort or a board begins with a word.
  const routes = [...source.matchAll(/app\.(get|post|put|patch|delete)\(\s*'(\/:id[^']*)'/g)];
  expect(routes.length).toBeGreaterThan(0);
  const page = nameless(read('docs/api.md'));
  const missing = routes
    .map(([, method = '', path = '']) => `${method.toUpperCase()} ${nameless(base + path)}`)
    .filter((route) => !new RegExp(`${route}(?![\\w/:-])`).test(page));
  expect(missing).toEqual([]);
});
