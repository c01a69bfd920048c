/** What was asked for on the command line. Reads nothing else. */
import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenarios/all.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { CONTENDERS, type ContenderName, isContender } from './servers/contender.ts';

export interface Options {
  readonly scenarios: readonly Scenario[];
  readonly contenders: readonly ContenderName[];
  /** How long each measured stretch is. */
  readonly seconds: number;
  /** So often each scenario is gone through, all servers in turns; what is shown is the middle. */
  readonly rounds: number;
  /** Where to leave the figures; null for nowhere. */
  readonly json: string | null;
  readonly port: number;
}

const DEFAULT_SECONDS = 8;
const MOST_SECONDS = 120;
const MOST_ROUNDS = 9;
const DEFAULT_PORT = 4200;

export const USAGE = `npm run bench -- [scenario …] [--only=server,…] [--seconds=${DEFAULT_SECONDS}] [--rounds=1] [--json=file] [--port=${DEFAULT_PORT}]
scenarios: ${SCENARIOS.map(({ name }) => name).join(' ')}
servers: ${CONTENDERS.join(' ')}`;

/** Null when the arguments make no sense. */
export function readOptions(args: readonly string[]): Options | null {
  const asked = parse(args);
  if (asked === null) return null;
  const names = asked.positionals.map((name) => name.toLowerCase());
  const scenarios = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name.toLowerCase()));
  const only = asked.values.only?.split(',') ?? [...CONTENDERS];
  const seconds = Number(asked.values.seconds ?? DEFAULT_SECONDS);
  const rounds = Number(asked.values.rounds ?? 1);
  const port = Number(asked.values.port ?? DEFAULT_PORT);
  const sound =
    (names.length === 0 || scenarios.length === new Set(names).size) &&
    only.every(isContender) &&
    seconds >= 1 &&
    seconds <= MOST_SECONDS &&
    Number.isInteger(rounds) &&
    rounds >= 1 &&
    rounds <= MOST_ROUNDS &&
    Number.isInteger(port);
  return sound
    ? { scenarios, contenders: only.filter(isContender), seconds, rounds, json: asked.values.json ?? null, port }
    : null;
}

function parse(args: readonly string[]) {
  const options = {
    only: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    json: { type: 'string' },
    port: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    // parseArgs throws on options it does not know.
    return null;
  }
}
