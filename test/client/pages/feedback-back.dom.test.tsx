/** Taking back on the feedback page what the cohort was told, also once nothing may be written any more. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import FeedbackPage from '../../../client/pages/FeedbackPage.tsx';
import {
  addCommitment,
  commitmentsOf,
  commitmentText,
  deleteCommitment,
  markShown,
} from '../../../shared/board/commitments.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { newPhase } from '../../../shared/cohort/agenda.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { CASA, type PageWorld, pageWorld, RED } from '../../kit/page-session.ts';

let world: PageWorld;
let asked: Asked[];
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('feedback');
  asked = answerWith(({ path }) => (path.endsWith('/issue') ? { issue: null } : { shown: [], themes: [] }));
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

async function draw(who: 'ana' | 'berta' | 'mari'): Promise<DrawnPage> {
  const page = drawPage(<FeedbackPage seat={world.seatOf(world[who])} session={world[who]} />);
  drawn.push(page);
  await act(async () => undefined);
  return page;
}
const FIRST = 'c1' as EntryId;
const SECOND = 'c2' as EntryId;

/** The issue and two commitments are told; then the session ends. */
function toldAndEnded(): void {
  const { writer, doc } = world.ana;
  const issue = textAt(doc, 'issue');
  if (issue) rewriteText(writer, issue, 'Lo nuestro');
  for (const [id, what, session] of [
    [FIRST, 'Nombrar portavoz', 1],
    [SECOND, 'Un solo canal', 2],
  ] as const) {
    addCommitment(writer, { id, createdAt: 1, session });
    commitmentText(doc, id, 'what')?.insert(0, what);
    markShown(writer, id, true);
  }
  act(() => world.change({ issues: [{ organisation: CASA, title: 'Lo nuestro', theme: null, at: 1 }] }));
  act(() => world.call({ status: 'closed', session: 2, agenda: [newPhase('peers')], phase: 'peers' }));
}

it('takes back the issue and what is in the closing after the end, and offers nothing else', async () => {
  toldAndEnded();
  const ana = await draw('ana');
  expect(ana.text()).toContain('La cohorte ve este asunto.');
  expect(ana.count('button', 'Actualizar')).toBe(0);
  expect(ana.count('textarea')).toBe(0);
  await ana.press(ana.named('button', 'Retirar'));
  expect(asked.at(-1)?.body).toEqual({ on: false, theme: null });
  for (const [id, what] of [
    [FIRST, 'Nombrar portavoz'],
    [SECOND, 'Un solo canal'],
  ] as const) {
    await ana.press(ana.named('button', `Quitar del cierre: ${what}`));
    expect(asked.at(-1)?.body).toEqual({ commitments: [id], on: false });
  }
  expect(ana.count('button', /^(Borrar|Leer|Añadir)/)).toBe(0);
  act(() => commitmentText(world.ana.doc, SECOND, 'what')?.insert(0, 'Ya '));
  expect(ana.count('button', 'Actualizar')).toBe(0);
  act(() => world.change({ issues: [] }));
  expect(ana.count('button', 'Retirar')).toBe(0);
});

it('gives none of it to others', async () => {
  toldAndEnded();
  for (const who of ['berta', 'mari'] as const) {
    const page = await draw(who);
    expect([page.count('button', 'Retirar'), page.count('button', /^Quitar/)]).toEqual([0, 0]);
  }
});

it('says in a round nothing of the issue that was told', async () => {
  toldAndEnded();
  const round = { presenter: 0, step: 1, clock: { kind: 'paused', leftMs: 61_000 } } as const;
  const groups = [{ id: 'g1', organisations: [CASA, RED], round, done: false }];
  act(() => world.call({ status: 'running', phase: world.cohort.get().call.agenda[0]?.id ?? null, groups }));
  const ana = await draw('ana');
  expect(ana.text()).not.toContain('La cohorte ve este asunto.');
  act(() => world.call({ groups: [] }));
  expect(ana.count('button', 'Retirar')).toBe(1);
});

it('has a row for a deleted commitment that may still be in the closing', async () => {
  toldAndEnded();
  deleteCommitment(world.ana.writer, SECOND, 5);
  const ana = await draw('ana');
  expect(ana.text()).toContain('Borrados de este tableroUn solo canal');
  await ana.press(ana.named('button', 'Quitar del cierre: Un solo canal'));
  expect(asked.at(-1)?.body).toEqual({ commitments: [SECOND], on: false });
  const map = commitmentsOf(world.ana.doc).get(SECOND);
  act(() => {
    if (map instanceof Y.Map) map.delete('shown');
  });
  expect(ana.text()).not.toContain('Borrados de este tablero');
});
