/**
 * Loaded into a server before its own code, on request: says how much memory is held, after a collection. Knows nothing
 * of the server.
 */
process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
// The server may stop when it wants to; its own threads, which load this as well, have no channel.
process.channel?.unref();
