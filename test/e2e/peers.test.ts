/** Two organisations from the issue to the closing, one of them on a phone: who writes when, and what is left on the board. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readCommitments } from '../../shared/board/commitments.ts';
import { readGifts } from '../../shared/board/feedback.ts';
import { textAt } from '../../shared/board/texts.ts';
import type { CallRequest } from '../../shared/call-api.ts';
import type { BoardId } from '../../shared/ids.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { syncBadge } from '../kit/pages/board-page.ts';
import { conduct } from '../kit/pages/call.ts';
import { enter } from '../kit/pages/door.ts';
import { ask, deed, field, give, startGiving, stepReached, takeaway, zone } from '../kit/pages/feedback.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { boardOf, createCohort, follow } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

const inTime = { timeout: 45_000 };
const t = textIn.bind(null, 'es');

async function expectNoFault(page: Page, where: string): Promise<void> {
  expect(await faultsIn(page), where).toEqual([]);
}

/** A call of its own in the phase of choosing an issue; Ana on a laptop and Luis on a phone, both in. */
async function scene(walk: Walk) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const { token } = await walk.seat('facilitator', 'Maribel');
  const { id } = walk.cohort.cohort;
  const does = (deedOfCall: CallRequest) => conduct(walk.app, token, id, deedOfCall);
  await does({ do: 'start' });
  await does({ do: 'go', phase: 'issue' });
  const ana = await walk.window('desktop');
  const luis = await walk.window('phone');
  await enter(ana.page, walk.linkOf(CASA), 'Ana Colón', CASA);
  await enter(luis.page, walk.linkOf(RED), 'Luis Vélez', RED);
  const own = await boardOf(walk.app, (await walk.seat(CASA, 'Testigo')).token, 'feedback', walk.orgOf(CASA));
  const closing = await boardOf(walk.app, token, 'closing');
  return { does, token, own, closing, ana: ana.page, luis: luis.page };
}

const open = async (page: Page, board: BoardId): Promise<void> => {
  await page.goto(`/tablero/${board}`);
  await syncBadge(page, 'synced').waitFor(inTime);
};

/** Both groups' organisations meet; Ana's presents first. */
async function meet(walk: Walk, { does }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  await does({ do: 'groups', groups: [[walk.orgOf(CASA), walk.orgOf(RED)]] });
  await does({ do: 'go', phase: 'peers' });
}
const next = (page: Page): Promise<void> => deed(page, t('peers.round.next')).click();

describeInBrowser('peers', () => {
  const walk = beginWalk('peers');

  it('goes from the issue through all five steps to the closing', async () => {
    const made = await scene(walk);
    const { ana, luis, own, closing, does } = made;
    await open(ana, own);
    await ana.getByRole('button', { name: /^Necesidad de un sistema formal/ }).click();
    await field(ana, 'Contexto').fill('Tenemos nueve chats y ninguna persona responsable.');
    await field(ana, 'Pregunta').fill('¿Cuál sistema usaríamos todas las semanas?');
    await expectNoFault(ana, 'issue');
    await deed(ana, t('peers.issue.choose')).click();
    await ana.getByText(t('peers.issue.told')).waitFor();

    await meet(walk, made);
    await deed(ana, t('peers.round.start')).click();
    await open(luis, own);
    await luis.getByText('¿Cuál sistema usaríamos todas las semanas?').waitFor();
    await next(luis);
    await stepReached(luis, 'Aclarar');
    await ask(luis, '¿Quién publica hoy?');
    await ana.getByRole('textbox', { name: /^Respuesta en una frase/ }).fill('Cualquiera.');
    await luis.getByText('Cualquiera.').waitFor();
    await expectNoFault(luis, 'clarify on a phone');

    await next(ana);
    await ana.getByText(t('peers.now.own.offer')).waitFor();
    await expect.poll(() => ana.getByRole('textbox').count()).toBe(0);
    await give(luis, 'experience', 'Una reunión de 15 minutos los lunes');
    await give(luis, 'idea', 'Un solo canal');
    await give(luis, 'contact', 'Brunilda, de Ponce');
    for (const [kind, words] of [
      ['experience', 'Una reunión de 15 minutos los lunes'],
      ['idea', 'Un solo canal'],
      ['contact', 'Brunilda, de Ponce'],
    ] as const) {
      const note = zone(ana, kind).getByRole('listitem').filter({ hasText: words });
      await note.getByText(RED).waitFor();
    }
    await expectNoFault(ana, 'offer');
    await expectNoFault(luis, 'offer on a phone');
    await keepPictures('peers-offer', walk.windows);

    await next(ana);
    await takeaway(ana).fill('Un canal y una persona que aprueba.');
    await next(ana);
    await deed(ana, t('peers.commitment.add')).click();
    await field(ana, 'Qué').fill('Nombrar a una persona portavoz');
    await field(ana, 'Quién').fill('Brunilda Osorio');
    await ana.getByLabel('Para cuándo').fill('2026-12-07');
    await deed(ana, t('peers.commitment.tell')).click();
    await ana.getByText(t('peers.commitment.told'), { exact: true }).first().waitFor();
    await expectNoFault(ana, 'commit');
    await luis.getByText('7 de diciembre de 2026').waitFor();

    await does({ do: 'go', phase: 'close' });
    await open(luis, closing);
    await field(luis, t('peers.closing.word')).fill('esperanza');
    await deed(luis, t('peers.closing.put')).click();
    await open(ana, closing);
    await ana.getByRole('listitem').filter({ hasText: 'esperanza' }).waitFor();
    const row = ana.getByRole('row').filter({ hasText: 'Nombrar a una persona portavoz' });
    await row.getByText('7 de diciembre de 2026').waitFor();
    await expectNoFault(ana, 'closing');
    await expectNoFault(luis, 'closing on a phone');
    await does({ do: 'close' });
    await luis.getByText(t('peers.closing.thanks')).waitFor();
    await expect.poll(() => luis.getByRole('textbox').count()).toBe(0);
    await keepPictures('peers-closed', walk.windows);

    await open(ana, own);
    await zone(ana, 'contact').getByText('Brunilda, de Ponce').waitFor();
    for (const window of walk.windows) expect(window.elsewhere).toEqual([]);
  });

  it('refuses what the presenter writes while the peers offer', async () => {
    const made = await scene(walk);
    await meet(walk, made);
    const { token } = await walk.seat(CASA, 'Guion');
    const turn = (body: object) =>
      walk.app.ask('POST', `/api/cohorts/${walk.cohort.cohort.id}/groups/g1/round`, { token, body });
    for (const body of [{ do: 'start' }, { do: 'next' }, { do: 'next' }]) expect((await turn(body)).status).toBe(200);
    const presenter = await follow(walk.app, token, made.own);
    textAt(presenter.doc, 'takeaway')?.insert(0, 'No debe llegar');
    await open(made.luis, made.own);
    await give(made.luis, 'idea', 'Un solo canal');
    await expect.poll(() => readGifts(presenter.doc).length).toBe(1);
    presenter.close();
    await expect(made.luis.getByText('No debe llegar').count()).resolves.toBe(0);
  });

  it('keeps every contribution, the step and the clock when the server goes in the middle of a round', async () => {
    const made = await scene(walk);
    const { luis, ana, own } = made;
    await open(ana, own);
    await meet(walk, made);
    await deed(ana, t('peers.round.start')).click();
    await stepReached(ana, 'Presentar');
    await next(ana);
    await stepReached(ana, 'Aclarar');
    await next(ana);
    await open(luis, own);
    await give(luis, 'experience', 'Antes del corte');
    await zone(ana, 'experience').getByText('Antes del corte').waitFor();
    await startGiving(luis, 'idea');
    await luis.keyboard.type('Durante');
    const restarted = walk.app.restart();
    await luis.keyboard.type(' el corte');
    await deed(luis, t('peers.gift.send')).click();
    await give(luis, 'contact', 'Sin conexión');
    await restarted;
    await syncBadge(luis, 'synced').waitFor(inTime);
    await zone(ana, 'idea').getByText('Durante el corte').waitFor(inTime);
    await zone(ana, 'contact').getByText('Sin conexión').waitFor(inTime);
    for (const page of [ana, luis]) await stepReached(page, 'Aportar');
    const witness = await follow(walk.app, (await walk.seat(CASA, 'Testigo')).token, own);
    expect(readGifts(witness.doc)).toHaveLength(3);
    expect(readCommitments(witness.doc)).toEqual([]);
    witness.close();
  });
});
