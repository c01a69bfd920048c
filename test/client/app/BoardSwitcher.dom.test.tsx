/** From board to board: side by side where the names have room, a list where they have not. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { BoardSwitcher } from '../../../client/app/BoardSwitcher.tsx';
import { newPhase } from '../../../shared/cohort/agenda.ts';
import type { BoardEntry } from '../../../shared/cohort/document.ts';
import { boardEntry } from '../../kit/cohort-facts.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { CASA, type PageWorld, pageWorld, RED } from '../../kit/page-session.ts';

let world: PageWorld;
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('feedback');
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

/** Berta of the peers looks at the first of these boards; everything shared and of Casa is open to her in a round. */
function draw(boards: readonly BoardEntry[], isNarrow: boolean): DrawnPage {
  vi.stubGlobal('matchMedia', () => ({ matches: isNarrow, addEventListener() {}, removeEventListener() {} }));
  const round = { presenter: 0, step: 0, clock: { kind: 'paused', leftMs: 61_000 } } as const;
  const groups = [{ id: 'g1', organisations: [CASA, RED], round, done: false }];
  world.change({ boards });
  world.call({ status: 'running', agenda: [newPhase('peers')], phase: 'peers', groups });
  const [first] = boards;
  if (!first) throw new Error('a board was asked for');
  const page = drawPage(<BoardSwitcher board={first} cohort={world.cohort.get()} me={world.berta.me} />);
  drawn.push(page);
  return page;
}

const IN_A_ROUND = [boardEntry('feedback', { organisation: CASA }), boardEntry('group-iceberg'), boardEntry('closing')];

it('is a list on a phone where the names of three boards are longer than its row', async () => {
  const page = draw(IN_A_ROUND, true);
  expect(page.count('a')).toBe(0);
  await page.press(page.named('button', /: Retroalimentación$/));
  expect([...page.page.querySelectorAll('a')].map((one) => one.textContent)).toEqual([
    'Retroalimentación',
    'Grupal',
    'Cierre',
  ]);
});

it('lays three boards side by side where there is room', () => {
  expect(draw(IN_A_ROUND, false).count('a')).toBe(3);
  expect(draw(IN_A_ROUND.slice(0, 2), true).count('a')).toBe(2);
});
