/**
 * Loaded into a server before its own code: says on request how much memory is held, after a collection, and ends the
 * server when the load has ended without stopping it. Asked and answered over stdin and stdout, which stay when a server
 * begins once more as itself. Knows nothing of the server.
 */
import { isMainThread } from 'node:worker_threads';

// The server's own threads load this as well.
if (isMainThread) {
  process.stdin.on('data', () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    process.stdout.write(`held ${heapUsed + external}\n`);
  });
  // Nobody is left to stop the server.
  process.stdin.on('end', () => process.exit(1));
  // The server may stop when it wants to.
  process.stdin.unref();
}
