/** What keeps this process awake: sockets, timers, threads. Knows nobody who made them. */

/** Files and the runner's own pipes come and go; these do not by themselves. */
const KINDS = ['TCPServerWrap', 'TCPSocketWrap', 'Timeout', 'MessagePort', 'Worker'];
/** A stock provider that was cut off thinks for up to 2.5 s before it notices that it was destroyed. */
const LONGEST_WAIT_MS = 10_000;

export type Awake = Readonly<Record<string, number>>;

export function awakeNow(): Awake {
  const all = process.getActiveResourcesInfo();
  return Object.fromEntries(KINDS.map((kind) => [kind, all.filter((found) => found === kind).length]));
}

/** Waits until nothing is open that was not open before. Throws with what is left. */
export async function nothingLeftOpen(before: Awake): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  for (;;) {
    const now = awakeNow();
    const left = KINDS.filter((kind) => (now[kind] ?? 0) > (before[kind] ?? 0));
    if (left.length === 0) return;
    if (performance.now() > until) {
      throw new Error(`left open: ${left.map((kind) => `${kind} ${before[kind]} → ${now[kind]}`).join(', ')}`);
    }
    // Turn by turn, without a timer of its own that it would count.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
