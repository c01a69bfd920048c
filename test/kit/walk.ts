/**
 * A server, a browser and a small cohort for a walk that begins at a board: people with windows, and witnesses of what
 * the server has. Knows how to get there, not what is tried there.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { BoardSummary, CreatedCohortAnswer } from '../../shared/api.ts';
import type { BoardId, OrgId } from '../../shared/ids.ts';
import type { BoardKind, CanvasKind } from '../../shared/template/kinds.ts';
import { walkBrowser } from './browser.ts';
import { boardReady } from './pages/board-page.ts';
import { keepPictures, openWindow, type Window, type Worker } from './pages/window.ts';
import { boardOf, createCohort, join, type RunningApp, startRunningApp } from './running-app.ts';
import { sitDown } from './sit-down.ts';
import { type Witness, witness } from './witness.ts';

export const CASA = 'Casa Añasco';
export const RED = 'Red de Huertos';

/** Boards of the whole cohort. */
const SHARED: ReadonlySet<BoardKind> = new Set(['group-iceberg', 'practice', 'closing', 'panel']);

type Seat = 'facilitator' | 'viewer' | typeof CASA | typeof RED;

export class Walk {
  app!: RunningApp;
  browser!: Browser;
  cohort!: CreatedCohortAnswer;
  #open: { close(): unknown }[] = [];
  #windows: Window[] = [];
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  get windows(): readonly Window[] {
    return this.#windows;
  }

  async begin(): Promise<void> {
    this.app = await startRunningApp();
    this.browser = await walkBrowser();
    this.cohort = await createCohort(this.app, { organisations: [CASA, RED] });
  }
  async end(): Promise<void> {
    await this.rest();
    await this.app?.close();
  }
  /** Closes windows and witnesses. */
  async rest(): Promise<void> {
    for (const one of this.#open.splice(0).reverse()) await one.close();
    this.#windows = [];
  }

  /** A window with nobody in it. */
  async window(size: 'desktop' | 'phone' = 'desktop', address = this.app.url): Promise<Window> {
    const window = await openWindow(this.browser, address, size, this.#worker);
    this.#windows.push(window);
    this.#open.push(window);
    return window;
  }
  /** Somebody who has been here before and opens a board of theirs. */
  async person(
    name: string,
    seat: Seat,
    kind: Exclude<CanvasKind, 'practice'>,
    size?: 'desktop' | 'phone',
  ): Promise<Window> {
    const window = await this.window(size);
    const boards = await this.sitDown(window, name, seat);
    const board = boards.find(
      (one) => one.kind === kind && one.right !== 'none' && one.person === null && one.title === '',
    );
    if (!board) throw new Error(`no board ${kind} for ${name}`);
    await window.page.goto(`/tablero/${board.id}`);
    await boardReady(window.page);
    return window;
  }
  /** Somebody gets a seat in a window without opening a link in it; returns their boards. */
  sitDown(window: Window, name: string, seat: Seat): Promise<readonly BoardSummary[]> {
    return sitDown(window, this.app, this.linkOf(seat), name, seat === CASA || seat === RED ? this.orgOf(seat) : null);
  }
  /** What the server has of a board. May write like a script. */
  async witness(kind: CanvasKind, owner: typeof CASA | typeof RED = CASA): Promise<Witness> {
    const seat = kind === 'group-iceberg' ? 'facilitator' : owner;
    const organisation = kind === 'group-iceberg' ? null : this.orgOf(owner);
    const board = await this.board(kind, owner);
    const one = await witness(this.app, this.linkOf(seat), organisation, board, kind);
    this.#open.push(one);
    return one;
  }
  async board(kind: BoardKind, owner: typeof CASA | typeof RED = CASA): Promise<BoardId> {
    const { token } = await this.seat('facilitator', 'Testigo');
    return boardOf(this.app, token, kind, SHARED.has(kind) ? null : this.orgOf(owner));
  }
  /** A session without a window. */
  seat(seat: Seat, name: string) {
    return join(this.app, this.linkOf(seat), name, seat === CASA || seat === RED ? this.orgOf(seat) : null);
  }
  linkOf(seat: Seat): string {
    const { facilitation, participation, viewing } = this.cohort.links;
    return seat === 'facilitator' ? facilitation : seat === 'viewer' ? viewing : participation;
  }
  orgOf(name: string): OrgId {
    const found = this.cohort.cohort.organisations.find((one) => one.name === name);
    if (!found) throw new Error(`the cohort has no ${name}`);
    return found.id;
  }
}

/** For as long as the tests around this call run; windows and witnesses are closed after each. */
export function beginWalk(name: string, worker: Worker = 'without worker'): Walk {
  const walk = new Walk(worker);
  beforeAll(() => walk.begin());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(name, walk.windows);
    await walk.rest();
  });
  afterAll(() => walk.end());
  return walk;
}
