/** The figures of one scenario as text: a table, the ratios of ours to each other server, and the goals. Knows no run. */
import type { Goal, Outcome, Scenario } from '../scenarios/scenario.ts';
import { type ContenderName, LABELS } from '../servers/contender.ts';

export type Results = ReadonlyMap<ContenderName, Outcome>;

/** A Markdown table, so that a report can be kept as it is printed. */
export function tableOf(scenario: Scenario, results: Results): string {
  const columns = scenario.columns.filter(({ key }) => [...results.values()].some(({ figures }) => key in figures));
  const head = [
    'server',
    ...columns.map(({ title }) => title),
    ...scenario.ratios.map((key) => ratioTitle(scenario, key)),
  ];
  const rows = [...results].map(([name, { figures }]) => [
    LABELS[name],
    ...columns.map(({ key, digits }) => shown(figures[key], digits)),
    ...scenario.ratios.map((key) => (name === 'ours' ? '' : shown(ratio(results, key, name), 2))),
  ]);
  const faults = [...results].flatMap(([name, outcome]) =>
    outcome.faults.map((fault) => `✗ ${LABELS[name]}: ${fault}`),
  );
  return [
    `## ${scenario.name} · ${scenario.title}`,
    '',
    ...grid([head, ...rows]),
    '',
    ...faults,
    ...goalLines(scenario, results),
  ].join('\n');
}

function goalLines(scenario: Scenario, results: Results): string[] {
  return scenario.goals.flatMap((goal) => {
    const reached = reachedBy(goal, results);
    if (Number.isNaN(reached)) return [];
    const title = scenario.columns.find(({ key }) => key === goal.figure)?.title ?? goal.figure;
    const against = goal.against === null ? '' : ` of ${LABELS[goal.against]}`;
    const ok = goal.atMost ? reached <= goal.limit : reached >= goal.limit;
    return [
      `- ${ok ? 'ok  ' : 'MISS'} ${title} ${goal.atMost ? '≤' : '≥'} ${goal.limit}${against}: ${shown(reached, 2)}`,
    ];
  });
}

const reachedBy = ({ figure, against }: Goal, results: Results): number =>
  against === null ? (results.get('ours')?.figures[figure] ?? Number.NaN) : ratio(results, figure, against);

function ratio(results: Results, key: string, name: ContenderName): number {
  const ours = results.get('ours')?.figures[key] ?? Number.NaN;
  return ours / (results.get(name)?.figures[key] ?? Number.NaN);
}

const ratioTitle = ({ columns }: Scenario, key: string): string =>
  `ours ÷ it, ${columns.find((column) => column.key === key)?.title ?? key}`;

const shown = (value: number | undefined, digits: number): string =>
  value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

function grid(rows: ReadonlyArray<readonly string[]>): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(head), rule, ...rest.map(line)];
}
