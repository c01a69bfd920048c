/** Who takes part in the whole call: facilitation at her panel, two organisations, one of them on a phone, and who comes late. */
import { expect } from 'vitest';
import { boardReady, syncBadge } from '../../kit/pages/board-page.ts';
import { landedOn, phaseCard } from '../../kit/pages/call.ts';
import { enter } from '../../kit/pages/door.ts';
import { BoardList } from '../../kit/pages/list.ts';
import type { Window } from '../../kit/pages/window.ts';
import { textIn } from '../../kit/pages/words.ts';
import { CASA, RED, type Walk } from '../../kit/walk.ts';

/** Coming back after the server was away takes as long as it takes. */
const IN_TIME = { timeout: 45_000 };

export class People {
  readonly walk: Walk;
  maribel!: Window;
  ana!: Window;
  luis!: Window;
  rosa!: Window;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  async arrive(): Promise<void> {
    this.maribel = await this.walk.window();
    await this.walk.sitDown(this.maribel, 'Maribel', 'facilitator');
    await this.maribel.page.goto(`/panel/${this.walk.cohort.cohort.id}`);
    this.ana = await this.#comes('Ana', CASA, 'desktop');
    this.luis = await this.#comes('Luis', RED, 'phone');
  }
  async comesLate(): Promise<void> {
    this.rosa = await this.#comes('Rosa', CASA, 'phone');
  }
  async #comes(name: string, organisation: typeof CASA | typeof RED, size: 'desktop' | 'phone'): Promise<Window> {
    const window = await this.walk.window(size);
    await enter(window.page, this.walk.linkOf(organisation), name, organisation);
    return window;
  }

  get participants(): Window[] {
    return [this.ana, this.luis, this.rosa].filter((one) => one !== undefined);
  }
  get windows(): Window[] {
    return [this.maribel, ...this.participants];
  }

  /** *Siguiente fase* at the panel: everybody lands on its board. */
  async nextPhase(title: string, phase: string, { lands = true } = {}): Promise<void> {
    const { page } = this.maribel;
    if (!/\/panel\//.test(page.url())) await page.goto(`/panel/${this.walk.cohort.cohort.id}`);
    await page
      .getByRole('button', { name: textIn('es', 'panel.nextIs', { title }) })
      .first()
      .click();
    for (const one of this.participants) {
      if (lands) await goesAlong(one, phase);
      else await phaseCard(one.page, phase).waitFor();
    }
  }

  /** The server goes and comes back while people write: they stay where they are, and all of it arrives. */
  async restartWhile(writing: () => Promise<void>): Promise<void> {
    const places = this.windows.map(({ page }) => page.url());
    const restarted = this.walk.app.restart();
    await writing();
    await restarted;
    for (const { page } of this.participants) await syncBadge(page, 'synced').waitFor(IN_TIME);
    expect(this.windows.map(({ page }) => page.url())).toEqual(places);
  }
}

/** Taken along, or, when this person was moving by hand just now, by the button that is offered then. */
async function goesAlong({ page }: Window, phase: string): Promise<void> {
  await phaseCard(page, phase).waitFor();
  const button = page.getByRole('button', { name: /^Ir a: / });
  const before = page.url();
  await Promise.race([
    page.waitForURL((url) => url.href !== before, { timeout: 4000 }).catch(() => undefined),
    button.click({ timeout: 4000 }).catch(() => undefined),
  ]);
  await landedOn(page, phase);
}

/** The list of the board somebody is on, whatever the size of the window. */
export async function listOf({ page }: Window): Promise<BoardList> {
  await boardReady(page);
  const list = new BoardList(page);
  if (!(await list.root.isVisible()))
    await page.getByRole('button', { name: textIn('es', 'pages.board.list'), exact: true }).click();
  return list.ready();
}
