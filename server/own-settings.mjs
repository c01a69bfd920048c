/**
 * What the server wants of Node and of the C library, which both read it before anything runs: so the process begins once
 * more as itself, with the same number. Knows nothing of the server. Why these: docs/decisions.md, docs/performance.md.
 */

/** A young heap of 4 MB, and a heap that grows by half at a time. */
const OF_NODE = ['--max-semi-space-size=4', '--heap-growing-percent=50'];

/** From 128 kB on memory is given back at once; by itself glibc keeps more the larger the boards are that it has seen. */
const OF_GLIBC = { MALLOC_MMAP_THRESHOLD_: '131072' };

/** Returns when the process runs with them. What somebody set otherwise stays; Windows cannot begin again, and goes without. */
export function runWithOwnSettings() {
  if (process.platform === 'win32') return;
  const settings = [...OF_NODE.filter((one) => !isGiven(one)), ...process.execArgv];
  const isMissing = Object.keys(OF_GLIBC).some((name) => process.env[name] === undefined);
  if (settings.length === process.execArgv.length && !isMissing) return;
  const command = [process.execPath, ...settings, ...process.argv.slice(1)];
  process.execve(process.execPath, command, { ...OF_GLIBC, ...process.env });
}

function isGiven(setting) {
  const name = setting.slice(0, setting.indexOf('=') + 1);
  return process.execArgv.some((given) => given.startsWith(name));
}
