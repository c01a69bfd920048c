/**
 * Loaded into a server before its own code: says on request how much memory is held, after a collection, and ends the
 * server when the load has ended without stopping it. Knows nothing of the server.
 */
process.on('message', (question) => {
  if (question !== 'memory') return;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  process.send(heapUsed + external);
});
// Nobody is left to stop the server.
if (process.channel) process.on('disconnect', () => process.exit(1));
// The server may stop when it wants to; its own threads, which load this as well, have no channel.
process.channel?.unref();
