/**
 * The whole *Completa* agenda as people live it: facilitation at the panel, one team at a laptop, one on a phone, somebody
 * who comes late; the server restarts in the middle of three phases. Each step builds on the one before.
 */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readCommitments } from '../../shared/board/commitments.ts';
import { readGifts } from '../../shared/board/feedback.ts';
import { readCohort } from '../../shared/cohort/document.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { boardIn, boardReady, openPanel, sheet, syncBadge } from '../kit/pages/board-page.ts';
import { conduct, landedOn, phaseCard, secondsLeft } from '../kit/pages/call.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort, type Follower, follow, until } from '../kit/running-app.ts';
import { CASA, RED, Walk } from '../kit/walk.ts';
import { listOf, People } from './whole-call/people.ts';

describeInBrowser('the whole call', () => {
  const walk = new Walk('with worker');
  const people = new People(walk);
  let cohort: Follower;
  let facilitation: string;
  let presented: Follower | null = null;

  beforeAll(async () => {
    await walk.begin();
    walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
    await people.arrive();
    facilitation = (await walk.seat('facilitator', 'Testigo')).token;
    cohort = await follow(walk.app, facilitation, walk.cohort.cohort.id);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures('whole-call', walk.windows);
  });
  afterAll(async () => {
    presented?.close();
    cohort?.close();
    await walk.end();
  });
  const call = () => readCohort(cohort.doc).call;

  it('1 · arrives and practises', async () => {
    await people.maribel.page
      .getByRole('button', { name: textIn('es', 'panel.start') })
      .first()
      .click();
    for (const { page } of people.participants) await landedOn(page, 'welcome');
    for (const [i, one] of people.participants.entries()) {
      const list = await listOf(one);
      await list.add('practice', i === 0 ? 'Desde Añasco' : 'Desde Vieques');
    }
    await (await listOf(people.ana)).card('Desde Vieques').waitFor();
    await people.maribel.page.getByText(textIn('es', 'panel.progress', { done: 2, total: 2 })).waitFor();
    await keepPictures('whole-1', walk.windows);
  });

  it('2 · answers for oneself, and facilitation sees only how many did', async () => {
    await people.nextPhase('Autoevaluación', 'self');
    for (const { page } of people.participants) {
      await page
        .getByRole('radio', { name: /Robusto/ })
        .first()
        .check({ force: true });
      await syncBadge(page, 'synced').waitFor();
    }
    await people.maribel.page.getByText(textIn('es', 'panel.answered', { done: 2, total: 2 })).waitFor();
    expect(boardIn(people.ana.page)).not.toBe(boardIn(people.luis.page));
    await keepPictures('whole-2', walk.windows);
  });

  it('3 · writes layer by layer, with a restart in the middle and somebody who comes at minute forty', async () => {
    await people.nextPhase('Iceberg de cada organización', 'iceberg');
    const ana = await listOf(people.ana);
    const luis = await listOf(people.luis);
    await ana.add('results', 'Perdimos dos personas');
    await luis.add('results', 'Nos quedamos sin fondos');
    await people.restartWhile(async () => {
      await ana.add('results', 'Escrita mientras se reiniciaba');
      await luis.add('results', 'También esta');
    });
    expect(call()).toMatchObject({ status: 'running', phase: 'iceberg' });
    await people.maribel.page.getByRole('button', { name: textIn('es', 'panel.openAll') }).click();
    await expect.poll(() => call().layers.open.length).toBe(4);

    // Twelve and fifteen minutes have gone, and thirteen of this phase: minute forty.
    await conduct(walk.app, facilitation, walk.cohort.cohort.id, { do: 'add-time', minutes: -13 });
    const arrived = Date.now();
    await people.comesLate();
    expect(await secondsLeft(people.rosa.page)).toBeLessThanOrEqual(15 * 60);
    await landedOn(people.rosa.page, 'iceberg');
    const late = textIn('es', 'call.late', { phase: 'Iceberg de cada organización' });
    await people.rosa.page.getByText(late).waitFor();
    const rosa = await listOf(people.rosa);
    await rosa.card('Escrita mientras se reiniciaba').waitFor();
    await rosa.turnTo('beliefs');
    await rosa.add('beliefs', 'Llegué tarde y ya escribí');
    expect(Date.now() - arrived).toBeLessThan(60_000);
    await keepPictures('whole-3', walk.windows);
  });

  it('– · takes a break where everybody is', async () => {
    await people.nextPhase('Pausa', 'break1', { lands: false });
    await keepPictures('whole-pause', walk.windows);
  });

  it('4 · brings notes to the group iceberg', async () => {
    await people.nextPhase('Llevar al iceberg grupal', 'transfer', { lands: false });
    for (const [one, count] of [
      [people.ana, 3],
      [people.luis, 2],
    ] as const) {
      await boardReady(one.page);
      await openPanel(one.page, 'pages.board.bring');
      await sheet(one.page)
        .getByRole('button', { name: /^Llevar/ })
        .last()
        .click();
      await sheet(one.page)
        .getByText(new RegExp(`${count}`))
        .first()
        .waitFor();
      await one.page.keyboard.press('Escape');
    }
    await keepPictures('whole-4', walk.windows);
  });

  it('5 · reads in silence and puts dots, with a restart in the middle', async () => {
    await people.nextPhase('Agrupar y nombrar', 'cluster');
    const ana = await listOf(people.ana);
    const luis = await listOf(people.luis);
    const dot = (list: typeof ana, text: string) =>
      list.root.getByRole('button', { name: textIn('es', 'value.dots.on', { text }) });
    await dot(ana, 'Nos quedamos sin fondos').click();
    await people.restartWhile(async () => {
      await dot(luis, 'Perdimos dos personas').click();
      await dot(ana, 'Perdimos dos personas').click();
    });
    const { page } = people.maribel;
    // Who was there before the server went is seen again at once, not after the protocol's next sign of life.
    await page.getByText(textIn('es', 'panel.here', { here: 3, count: 3 })).waitFor();
    await page.getByRole('switch', { name: new RegExp(textIn('es', 'panel.dotsShown')) }).click();
    await until(() => [...readCohort(cohort.doc).dots.values()].reduce((sum, n) => sum + n, 0) === 3, 'three dots');
    await page.getByRole('switch', { name: new RegExp(textIn('es', 'panel.reading')) }).click();
    await expect.poll(() => call().reading).toBe(false);
    await keepPictures('whole-5', walk.windows);
  });

  it('6 · writes the value proposition and publishes a sentence', async () => {
    await people.nextPhase('Propuesta de valor', 'value');
    const ana = await listOf(people.ana);
    await ana.add('beneficiaries', 'Familias de la montaña');
    await openPanel(people.ana.page, 'value.publish.title');
    await sheet(people.ana.page)
      .getByRole('button', { name: textIn('es', 'value.publish.all') })
      .click();
    await until(() => readCohort(cohort.doc).gallery.length === 1, 'the gallery');
    await keepPictures('whole-6', walk.windows);
    await people.ana.page.keyboard.press('Escape');
    await people.nextPhase('Pausa corta', 'break2', { lands: false });
  });

  it('7 · chooses an issue, and groups are formed', async () => {
    await people.nextPhase('Escoger un asunto', 'issue');
    for (const [i, { page }] of [people.ana, people.luis].entries()) {
      await page
        .getByPlaceholder(textIn('es', 'peers.issue.placeholder'))
        .fill(i === 0 ? 'Falta de personal' : 'Fondos');
      await syncBadge(page, 'synced').waitFor();
      await page.getByRole('button', { name: textIn('es', 'peers.issue.choose') }).click();
    }
    await until(() => readCohort(cohort.doc).issues.length === 2, 'both issues');
    const { page } = people.maribel;
    await page
      .getByRole('button', { name: textIn('es', 'panel.formGroups') })
      .first()
      .click();
    await sheet(page)
      .getByRole('button', { name: /Guardar/ })
      .click();
    await expect.poll(() => call().groups.length).toBe(1);
    await page.keyboard.press('Escape');
    await keepPictures('whole-7', walk.windows);
  });

  it('8 · gives feedback in rounds, with a restart in the middle of one', async () => {
    await people.nextPhase('Retroalimentación entre pares', 'peers', { lands: false });
    const { page } = people.luis;
    await people.ana.page
      .getByRole('button', { name: textIn('es', 'peers.round.start') })
      .first()
      .click();
    const presenting = boardIn(people.ana.page);
    await page.waitForURL((url) => url.pathname.endsWith(presenting));
    for (const step of ['clarify', 'offer']) {
      await page
        .getByRole('button', { name: textIn('es', 'peers.round.next') })
        .first()
        .click();
      await expect.poll(() => call().groups[0]?.round?.step).toBe(step === 'clarify' ? 1 : 2);
    }
    const { round } = call().groups[0] ?? {};
    await people.restartWhile(async () => {
      await page.getByRole('button', { name: 'Idea para probar' }).click();
      await page.keyboard.type('Compartir una persona entre las dos');
    });
    await page.getByRole('button', { name: textIn('es', 'peers.gift.send') }).click();
    expect(call().groups[0]?.round).toEqual(round);
    const { token } = await walk.seat(CASA, 'Ana');
    presented = await follow(walk.app, token, presenting);
    const { doc } = presented;
    await until(() => readGifts(doc).some(({ text }) => text.includes('Compartir una persona')), 'the idea');
    expect(readGifts(doc).map(({ organisation }) => organisation)).toEqual([walk.orgOf(RED)]);
    await people.ana.page.getByText('Compartir una persona entre las dos').waitFor();
    for (const step of [3, 4]) {
      await page
        .getByRole('button', { name: textIn('es', 'peers.round.next') })
        .first()
        .click();
      await expect.poll(() => call().groups[0]?.round?.step).toBe(step);
    }
    const ana = people.ana.page;
    await ana.getByRole('button', { name: textIn('es', 'peers.commitment.add') }).click();
    await ana.getByLabel('Qué', { exact: true }).fill('Escribir el acuerdo');
    await until(() => readCommitments(doc).some(({ what }) => what === 'Escribir el acuerdo'), 'a commitment');
    await ana.getByRole('button', { name: textIn('es', 'peers.commitment.tell') }).click();
    await ana.getByText(textIn('es', 'peers.commitment.told')).first().waitFor();
    await keepPictures('whole-8', walk.windows);
  });

  it('9 · closes with a word each, and everything is there to read', async () => {
    await people.nextPhase('Cierre', 'close');
    for (const [i, { page }] of people.participants.entries()) {
      await page
        .getByLabel(textIn('es', 'peers.closing.word'), { exact: true })
        .fill(['Calma', 'Fuerza', 'Gracias'][i] ?? '');
      await page.getByRole('button', { name: textIn('es', 'peers.closing.put') }).click();
    }
    await people.ana.page.getByText('Fuerza').waitFor();
    await people.luis.page.getByText('Escribir el acuerdo').first().waitFor();
    const { page } = people.maribel;
    expect(await secondsLeft(people.luis.page)).toBeGreaterThan(0);
    await page
      .getByRole('button', { name: textIn('es', 'panel.closeCall') })
      .first()
      .click();
    await sheet(page)
      .getByRole('button', { name: textIn('es', 'panel.closeCall') })
      .click();
    await expect.poll(() => call().status).toBe('closed');
    for (const one of people.participants) await one.page.getByText(textIn('es', 'call.closed')).first().waitFor();
    await keepPictures('whole-9', walk.windows);
    for (const { troubles } of walk.windows)
      expect(troubles.filter((line) => !/WebSocket|Failed to load/.test(line))).toEqual([]);
    expect(phaseCard(page, 'close')).toBeDefined();
  });
});
