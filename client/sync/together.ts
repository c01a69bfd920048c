/**
 * The lines of one window come back together: each waits its own time for a server that is gone, and the first one that gets
 * in calls the others. Without that a board is saved again while the card above it still shows the phase before.
 */
const away = new Set<() => void>();

/** `comeBack` is called once when the server has answered on another line, unless it stops waiting before. */
export const waitForOthers = (comeBack: () => void): void => void away.add(comeBack);
export const stopWaiting = (comeBack: () => void): void => void away.delete(comeBack);

/** The server has answered on a line. */
export function callOthers(): void {
  const waiting = [...away];
  away.clear();
  for (const comeBack of waiting) comeBack();
}
