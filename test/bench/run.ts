/**
 * `npm run bench`: our relay and its peers under the same load, one after another, in as many rounds as asked for, and a
 * table of ratios for each scenario. Ends with 1 when documents differ; how fast somebody is never decides. Measures nothing itself.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Options, readOptions, USAGE } from './options.ts';
import { middleOf } from './report/middle.ts';
import { tableOf } from './report/table.ts';
import type { Outcome, Scenario } from './scenarios/scenario.ts';
import { type ContenderName, LABELS } from './servers/contender.ts';
import { install } from './servers/peer.ts';
import { canPin, onCore } from './servers/server-process.ts';

const LOAD = fileURLToPath(new URL('run-one.ts', import.meta.url));
const LONGEST_RUN_MS = 150_000;
/** The core of the load; the server has core 0. */
const LOAD_CORE = 1;
let current: ChildProcess | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    current?.kill('SIGKILL');
    process.exit(130);
  });

const options = readOptions(process.argv.slice(2));
if (options === null) {
  console.error(USAGE);
  process.exit(2);
}
process.exitCode = (await runAll(options)) ? 0 : 1;

async function runAll({ scenarios, contenders, seconds, rounds, json, port }: Options): Promise<boolean> {
  for (const name of contenders) if (name !== 'ours') install(name);
  if (!canPin) console.log('no taskset here: server and load share all cores, so the figures are noisier');
  const all: Record<string, Record<string, Outcome>> = {};
  let faults = 0;
  for (const scenario of scenarios) {
    const runs = new Map<ContenderName, Outcome[]>(contenders.filter(scenario.takesPart).map((name) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, outcomes] of runs) {
        process.stderr.write(`${scenario.name} ${LABELS[name]} …\n`);
        outcomes.push(await runOne(scenario, name, port, seconds));
      }
    }
    const results = new Map([...runs].map(([name, outcomes]) => [name, middleOf(outcomes)]));
    console.log(`\n${tableOf(scenario, results)}\n  load average ${loadavg()[0]?.toFixed(1)}`);
    for (const outcome of results.values()) faults += outcome.faults.length;
    all[scenario.name] = Object.fromEntries(results);
    if (json !== null) writeFileSync(json, JSON.stringify(all, null, 2));
  }
  return faults === 0;
}

function runOne(scenario: Scenario, name: ContenderName, port: number, seconds: number): Promise<Outcome> {
  const [file, args] = onCore(LOAD_CORE, [LOAD, scenario.name, name, String(port), String(seconds)]);
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' });
  current = child;
  return new Promise((resolve) => {
    let outcome: Outcome = { figures: {}, faults: ['ended without a result'] };
    // Not asked but killed: it may be in the middle of a long reckoning. The server notices and ends as well.
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
    // What arrives is what run-one.ts sends, of the same sources.
    child.on('message', (message) => {
      outcome = message as Outcome;
    });
    child.on('close', () => {
      clearTimeout(late);
      current = null;
      resolve(outcome);
    });
  });
}
