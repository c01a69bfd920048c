/** The settings of Node and of the C library: however the server is started, it runs with them. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const settings = new URL('../../server/own-settings.mjs', import.meta.url).href;
const tell = 'process.pid, process.execArgv, process.env.MALLOC_MMAP_THRESHOLD_';
const script = `
  import { runWithOwnSettings } from ${JSON.stringify(settings)};
  process.env.FIRST_PID ??= String(process.pid);
  runWithOwnSettings();
  console.log(JSON.stringify([process.env.FIRST_PID, ${tell}]));
`;
const file = `data:text/javascript,${encodeURIComponent(script)}`;

/** What a process says of itself that is started so. */
function start(flags: readonly string[], env: Record<string, string> = {}) {
  const said = execFileSync(process.execPath, [...flags, '--import', file, '-e', '0'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    encoding: 'utf8',
    // One that begins again without end is ended.
    timeout: 10_000,
    killSignal: 'SIGKILL',
  });
  const [firstPid, pid, execArgv, threshold] = JSON.parse(said);
  const given = execArgv.slice(0, execArgv.indexOf('--import'));
  return { isSameProcess: String(pid) === firstPid, given, threshold };
}

it('begins again as the same process, with what is missing', () => {
  expect(start([])).toEqual({
    isSameProcess: true,
    given: ['--max-semi-space-size=4', '--heap-growing-percent=50'],
    threshold: '131072',
  });
});

it('keeps what somebody set otherwise', () => {
  const { given, threshold } = start(['--max-semi-space-size=16'], { MALLOC_MMAP_THRESHOLD_: '65536' });
  expect(given).toEqual(['--heap-growing-percent=50', '--max-semi-space-size=16']);
  expect(threshold).toBe('65536');
});
