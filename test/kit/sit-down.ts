/** Seats somebody in a window without the door, and leaves it as it is after coming in by a link. Knows no page. */
import { keepSeat, type TextStorage } from '../../client/sync/seats.ts';
import { type BoardSummary, meAnswer } from '../../shared/api.ts';
import type { OrgId } from '../../shared/ids.ts';
import type { Window } from './pages/window.ts';
import { join, ok, type Reachable } from './running-app.ts';

/** The boards of the new seat. Pages opened in the window from now on have the seat. */
export async function sitDown(
  { context }: Window,
  app: Reachable,
  link: string,
  name: string,
  organisation: OrgId | null,
): Promise<readonly BoardSummary[]> {
  const { token } = await join(app, link, name, organisation);
  const me = ok(await app.ask('GET', '/api/me', { token }), meAnswer);
  const kept = { lasting: new Map<string, string>(), tab: new Map<string, string>() };
  keepSeat({ lasting: storageOf(kept.lasting), tab: storageOf(kept.tab) }, { ...me, token, openedAt: Date.now() });
  await context.addInitScript(
    ({ lasting, tab }) => {
      if (!location.protocol.startsWith('http')) return;
      // Only once: a later page has what the earlier ones made of it.
      for (const [key, value] of lasting) if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
      for (const [key, value] of tab) if (sessionStorage.getItem(key) === null) sessionStorage.setItem(key, value);
    },
    { lasting: [...kept.lasting], tab: [...kept.tab] },
  );
  return me.boards;
}

const storageOf = (kept: Map<string, string>): TextStorage => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => void kept.set(key, value),
  removeItem: (key) => void kept.delete(key),
});
