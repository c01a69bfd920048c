/**
 * The load: one scenario on one server, in a process of its own on a core of its own. Starts the server on the other
 * core, drives it, and hands the figures to its parent. Prints nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCENARIOS } from './scenarios/all.ts';
import type { Outcome } from './scenarios/scenario.ts';
import { type ContenderName, isContender } from './servers/contender.ts';
import { createOurs } from './servers/ours.ts';
import { createPeer } from './servers/peer.ts';
import { killAll } from './servers/server-process.ts';

const [scenarioName = '', contenderName = '', port = '', seconds = ''] = process.argv.slice(2);
const scenario = SCENARIOS.find(({ name }) => name === scenarioName);
if (scenario === undefined || !isContender(contenderName)) throw new Error('which scenario, which server?');

const storage = mkdtempSync(join(tmpdir(), 'tempano-bench-'));
process.on('exit', () => {
  killAll();
  rmSync(storage, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
process.on('disconnect', () => process.exit(1));

const outcome = await measure(contenderName);
// It must have left before this process ends.
await new Promise<void>((resolve) => process.send?.(outcome, () => resolve()));
process.exit(0);

async function measure(name: ContenderName): Promise<Outcome> {
  const contender = name === 'ours' ? createOurs(Number(port), storage) : createPeer(name, Number(port), storage);
  try {
    await contender.start();
    return (await scenario?.run({ contender, seconds: Number(seconds) })) ?? { figures: {}, faults: ['no scenario'] };
  } catch (error) {
    // A server that fails is a result as well.
    return { figures: {}, faults: [error instanceof Error ? error.message : 'unknown'] };
  } finally {
    await contender.stop();
  }
}
