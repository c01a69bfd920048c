/** What stands over a board without a connection: true for whoever writes, for whoever reads, and where nothing is to be seen. */
import { afterEach, expect, it } from 'vitest';
import { SyncBanner } from '../../../client/app/SyncBanner.tsx';
import type { SyncState } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { pageWorld } from '../../kit/page-session.ts';
import { textIn } from '../../kit/pages/words.ts';

const world = pageWorld('feedback');
let drawn: DrawnPage;
afterEach(() => drawn.close());

/** The words of the banner. */
function said({ unsent = 0, kept = true, loaded = true, right = 'write' as Right }): string {
  const sync = writable<SyncState>({ kind: 'offline', unsent, kept });
  const session = { ...world.ana, sync, loaded: writable(loaded), right: writable(right) };
  drawn = drawPage(<SyncBanner session={session} retry={() => undefined} />);
  return drawn.text();
}

it('asks whoever writes to go on', () => {
  expect(said({})).toBe(textIn('es', 'sync.offline'));
});

it('asks nobody to write on a board that is not on this device', () => {
  for (const kept of [true, false]) {
    expect(said({ loaded: false, kept })).toBe(textIn('es', 'sync.offlineEmpty'));
    expect(drawn.count('[role=alert]')).toBe(0);
    drawn.close();
  }
});

it('asks nobody to write who only reads, unless something of theirs waits here', () => {
  expect(said({ right: 'read' })).toBe(textIn('es', 'sync.offlineReading'));
  drawn.close();
  expect(said({ right: 'read', unsent: 1 })).toBe(textIn('es', 'sync.offline'));
});

it('warns where this browser keeps nothing', () => {
  expect(said({ kept: false })).toBe(textIn('es', 'sync.offlineUnkept'));
  expect(drawn.count('[role=alert]')).toBe(1);
});
