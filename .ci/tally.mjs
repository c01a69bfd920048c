/**
 * Says in one last line how many tests passed and failed, from Vitest's JSON report (first argument).
 * Fails when any failed, when none ran in a browser, or when one of those was skipped. Runs no tests.
 */
import { existsSync, readFileSync } from 'node:fs';

const file = process.argv[2] ?? '';
const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { success: false, testResults: [] };
const tests = report.testResults.flatMap((suite) =>
  suite.assertionResults.map(({ status }) => ({ status, inBrowser: suite.name.includes('/test/e2e/') })),
);
const count = (statuses, among = tests) => among.filter(({ status }) => statuses.includes(status)).length;

// A file that cannot even be loaded reports no test of its own: it counts as one failure.
const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0);
const walks = tests.filter(({ inBrowser }) => inBrowser);
const skippedWalks = count(['pending', 'skipped', 'todo', 'disabled'], walks);
let failed = count(['failed']) + broken.length + skippedWalks;
if (skippedWalks > 0) console.log(`${skippedWalks} browser tests were skipped: counted as failed.`);
if (walks.length === 0) console.log('No browser test ran: counted as a failure.');
if (failed === 0 && (walks.length === 0 || !report.success)) failed = 1;

console.log(`${count(['passed'])} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
