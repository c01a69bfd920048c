/** Who takes part in the main walk: a facilitator, two people of one organisation, one of another on a phone, and who watches the server. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { OrgId } from '../../../shared/ids.ts';
import { walkBrowser } from '../../kit/browser.ts';
import { keepPictures, openWindow, type Window } from '../../kit/pages/window.ts';
import { type RunningApp, startRunningApp } from '../../kit/running-app.ts';
import type { Witness } from '../../kit/witness.ts';

export const COHORT = 'Cohorte Marea Adentro';
export const CASA = 'Casa Añasco';
export const RED = 'Red de Huertos';

/** Filled in as the walk goes on. */
export class Meeting {
  app!: RunningApp;
  links!: { readonly facilitation: string; readonly participation: string };
  /** Those of `CASA` and `RED`. */
  orgs: readonly OrgId[] = [];
  maribel!: Window;
  ana!: Window;
  luis!: Window;
  rosa!: Window;
  /** The boards as the server has them. */
  casa!: Witness;
  red!: Witness;
  group!: Witness;

  get windows(): Window[] {
    return [this.maribel, this.ana, this.luis, this.rosa];
  }
}

/** A server and four windows, for as long as the tests around this call run. */
export function meet(): Meeting {
  const meeting = new Meeting();
  beforeAll(async () => {
    meeting.app = await startRunningApp();
    const browser = await walkBrowser();
    for (const name of ['maribel', 'ana', 'luis', 'rosa'] as const)
      meeting[name] = await openWindow(browser, meeting.app.url, name === 'rosa' ? 'phone' : 'desktop', 'with worker');
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures('main-walk', meeting.windows);
  });
  afterAll(async () => {
    for (const one of [meeting.casa, meeting.red, meeting.group]) one?.close();
    for (const one of meeting.windows) await one?.close();
    await meeting.app?.close();
  });
  return meeting;
}
