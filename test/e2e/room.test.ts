/** Vista de sala, phase by phase: everything a room is shown can be read from the last row, and follows facilitation. */
import { expect, it } from 'vitest';
import rehearsal from '../../server/demo/cohort.es.json' with { type: 'json' };
import { addWord } from '../../shared/board/closing.ts';
import { addCommitment, commitmentText, setWhen } from '../../shared/board/commitments.ts';
import { addNotes } from '../../shared/board/notes.ts';
import { STATEMENT, textAt } from '../../shared/board/texts.ts';
import type { Slide } from '../../shared/cohort/slide.ts';
import { type BoardId, newEntryId, newNoteId, type OrgId, type PersonId } from '../../shared/ids.ts';
import { GROUP_BANDS } from '../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../shared/template/kinds.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { conduct, landedOn } from '../kit/pages/call.ts';
import { enter } from '../kit/pages/door.ts';
import { notesRead, shownSlide, unreadable } from '../kit/pages/room.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort, follow } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

interface Written {
  readonly text: string;
  readonly layer: string;
  readonly share: boolean;
}
const NOTES = rehearsal.organizations
  .flatMap(({ iceberg }): readonly Written[] => iceberg)
  .filter(({ share }) => share);
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const NEXT = textIn('es', 'call.room.next');

/** A call with its room open on a projector, at a phase. */
async function room(walk: Walk) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const { id } = walk.cohort.cohort;
  const { token } = await walk.seat('facilitator', 'Marisol');
  const does = (deed: Parameters<typeof conduct>[3]) => conduct(walk.app, token, id, deed);
  const { page } = await walk.window();
  await page.goto(walk.cohort.links.projection ?? '');
  await page.waitForURL(/\/sala\/[\w-]{21}$/);
  const show = (slide: Slide, at = 0) => does({ do: 'show', shown: { slide, page: at } });
  /** At both sizes of projectors, and by the rules for everybody. */
  const isReadable = async (what: string): Promise<void> => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect.poll(() => unreadable(page), { message: `${what} at ${size.width}` }).toEqual([]);
    }
    await page.setViewportSize(SIZES[0]);
    expect(await faultsIn(page)).toEqual([]);
  };
  return { id, token, does, show, page, isReadable };
}

/** Notes of the rehearsal on the group iceberg, and its first two themes. */
async function withNotes(walk: Walk, token: string) {
  const group = await walk.witness('group-iceberg');
  const notes = NOTES.map(({ text, layer }, i) => {
    const at = LAYER_IDS.find((one) => one === layer) ?? 'results';
    const pos = [1000 + 220 * i, GROUP_BANDS[at].top + 140] as const;
    return { id: newNoteId(), text, pos, operational: i % 2 === 0, createdAt: i, organisation: walk.orgOf(CASA) };
  });
  addNotes({ doc: group.doc, origin: null }, notes);
  const board = await walk.board('group-iceberg');
  const makeTheme = async (title: string, from: number, to: number) => {
    const body = { title, notes: notes.slice(from, to).map((note) => note.id) };
    await expect
      .poll(() => walk.app.ask('POST', `/api/boards/${board}/themes`, { token, body }))
      .toMatchObject({ status: 201 });
  };
  return { makeTheme, texts: notes.map(({ text }) => text.trim()) };
}

describeInBrowser('the screen of a room', () => {
  const walk = beginWalk('room');

  it('can be read in every phase that has the screen to itself', async () => {
    const { does, page, isReadable } = await room(walk);
    for (const phase of ['self', 'iceberg', 'value', 'issue', 'peers', 'close'] as const) {
      await does({ do: 'go', phase });
      await page.locator(`[data-phase-card="${phase}"]`).waitFor();
      expect(await page.locator('[data-slide]').count()).toBe(0);
      await isReadable(phase);
    }
  });

  it('shows what was brought last, then a layer to read in silence, all of it page by page', async () => {
    const { does, show, token, page, isReadable } = await room(walk);
    const own = await walk.witness('iceberg');
    own.write([{ text: 'Solo de Casa Añasco', pos: [1000, 300] }]);
    await does({ do: 'go', phase: 'transfer' });
    await shownSlide(page, 'board').waitFor();
    const { texts } = await withNotes(walk, token);
    await page.getByText(texts.at(-1) ?? '', { exact: false }).waitFor();
    await isReadable('notes as they come');
    await does({ do: 'go', phase: 'cluster' });
    await shownSlide(page, 'results').waitFor();
    const read: string[] = [];
    for (const layer of LAYER_IDS) {
      await show(layer);
      await shownSlide(page, layer).waitFor();
      const of = Number(/ (\d+)$/.exec(await page.locator('[data-slide] header').innerText())?.[1] ?? 1);
      for (let at = 0; at < of; at += 1) {
        await show(layer, at);
        await shownSlide(page, layer, at).waitFor();
        await isReadable(`${layer} ${at}`);
        read.push(...(await notesRead(page)));
      }
    }
    expect(read.sort()).toEqual([...texts].sort());
    expect(await page.getByText('Solo de Casa Añasco').count()).toBe(0);
    await keepPictures('room-reading', walk.windows);
  });

  it('goes theme by theme with facilitation, from the board and from the panel, until it is left to the phase', async () => {
    const { id, does, token, page, isReadable } = await room(walk);
    const { makeTheme } = await withNotes(walk, token);
    await makeTheme('Personal: plazas, horas y permanencia en equipo', 0, 30);
    await makeTheme('Junta y gobernanza', 30, 38);
    await does({ do: 'go', phase: 'cluster' });
    await does({ do: 'reading', on: false });
    await shownSlide(page, 'themes').waitFor();
    await isReadable('themes');
    const mari = await walk.window();
    await enter(mari.page, walk.linkOf('facilitator'), 'Marisol');
    await landedOn(mari.page, 'cluster');
    await mari.page
      .getByRole('button', { name: new RegExp(textIn('es', 'panels.themes.read')) })
      .first()
      .click();
    await mari.page.getByRole('button', { name: textIn('es', 'call.room.show') }).click();
    const title = page.locator('[data-slide^="theme:"] h2');
    await expect.poll(() => title.innerText()).toBe('Personal: plazas, horas y permanencia en equipo');
    await isReadable('a theme');
    await mari.page.getByRole('button', { name: textIn('es', 'panels.themes.next') }).click();
    await expect.poll(() => title.innerText()).toBe('Junta y gobernanza');
    await isReadable('the next theme');
    await keepPictures('room-theme', [...walk.windows]);

    await mari.page.goto(`/panel/${id}`);
    const turn = async (name: string): Promise<void> => mari.page.getByRole('button', { name, exact: true }).click();
    await turn(textIn('es', 'call.room.previous'));
    await expect.poll(() => title.innerText()).toBe('Personal: plazas, horas y permanencia en equipo');
    await turn(NEXT);
    await expect.poll(() => title.innerText()).toBe('Junta y gobernanza');
    await turn(textIn('es', 'call.room.stop'));
    await shownSlide(page, 'themes').waitFor();
    await turn(textIn('es', 'panel.room'));
    // It begins with what the room shows anyway.
    await turn(textIn('es', 'call.room.show'));
    await mari.page.getByRole('button', { name: textIn('es', 'call.room.stop') }).waitFor();
    await shownSlide(page, 'themes').waitFor();
    await turn(NEXT);
    await expect.poll(() => title.innerText()).toBe('Personal: plazas, horas y permanencia en equipo');
    await turn(textIn('es', 'call.room.stop'));
    await shownSlide(page, 'themes').waitFor();
    // A word to all takes its place and hides nothing.
    const body = {
      text: 'Quedan cinco minutos para nombrar; luego pasamos a la propuesta de valor. '.repeat(3),
      to: null,
    };
    await walk.app.ask('POST', `/api/cohorts/${id}/messages`, { token, body });
    await page.getByText('Quedan cinco minutos', { exact: false }).waitFor();
    await isReadable('with a word to all');
  });

  it('shows the gallery, and each organisation with its zones', async () => {
    const { does, show, page, isReadable } = await room(walk);
    const zone = rehearsal.organizations[1]?.valueProposition;
    const value = await walk.witness('value');
    value.write((zone?.value ?? []).map((text, i) => ({ text, pos: [800, 280 + 10 * i] as const })));
    const { token } = await walk.seat(CASA, 'Ana');
    await does({ do: 'go', phase: 'value' });
    const board = await walk.board('value');
    const publish = () =>
      walk.app.ask('POST', `/api/boards/${board}/publish`, { token, body: { parts: ['value'], on: true } });
    await expect.poll(publish).toMatchObject({ status: 200 });
    await shownSlide(page, 'gallery').waitFor();
    await isReadable('the gallery');
    await show(`organisation:${walk.orgOf(CASA)}`);
    await page.getByRole('heading', { name: CASA, exact: true }).waitFor();
    await isReadable('an organisation');
  });

  it('shows the longest sentences whole, whatever their words', async () => {
    const { does, show, page, isReadable } = await room(walk);
    await does({ do: 'go', phase: 'value' });
    const long = 'Con Ponce logramos techo seguro y agua que no se acaba para cada familia. '.repeat(4).slice(0, 280);
    const sentences = { [CASA]: 'm'.repeat(280), [RED]: long } as const;
    for (const owner of [CASA, RED] as const) {
      const value = await walk.witness('value', owner);
      textAt(value.doc, STATEMENT)?.insert(0, sentences[owner]);
      const { token } = await walk.seat(owner, 'Ana');
      const path = `/api/boards/${await walk.board('value', owner)}/publish`;
      const publish = () => walk.app.ask('POST', path, { token, body: { parts: ['statement'], on: true } });
      await expect.poll(publish).toMatchObject({ status: 200 });
    }
    const read: string[] = [];
    for (let at = 0; at < 2; at += 1) {
      await show('gallery', at);
      await shownSlide(page, 'gallery', at).waitFor();
      await isReadable(`sentences ${at}`);
      read.push(...(await page.locator('[data-slide] blockquote').allTextContents()));
    }
    await keepPictures('room-sentences', walk.windows);
    expect(read.join('').replaceAll(' ', '')).toBe(`${sentences[CASA]}${long}`.replaceAll(' ', ''));
  });

  it('reads the words and the commitments of the closing aloud', async () => {
    const { does, show, page, isReadable } = await room(walk);
    await does({ do: 'go', phase: 'close' });
    const closing = await walk.board('closing');
    await saysWords(walk, closing);
    await shownSlide(page, 'words').waitFor();
    await page.getByText('palabra 23', { exact: true }).waitFor();
    await isReadable('words');
    await keepPictures('room-words', walk.windows);
    await show('commitments');
    await page.getByText(textIn('es', 'peers.closing.tableEmpty')).waitFor();
    await commits(walk);
    await page
      .getByText(/^Compromiso \d/)
      .first()
      .waitFor();
    await isReadable('commitments');
    const mari = await walk.window();
    await enter(mari.page, walk.linkOf('facilitator'), 'Marisol');
    await landedOn(mari.page, 'close');
    await mari.page.getByRole('button', { name: NEXT }).click();
    await shownSlide(page, 'commitments', 1).waitFor();
    await isReadable('the next page of commitments');
  });
});

/** More words than people of a small cohort say. */
async function saysWords(walk: Walk, closing: BoardId): Promise<void> {
  const { token } = await walk.seat(CASA, 'Ana');
  const { doc, close } = await follow(walk.app, token, closing);
  const organisation: OrgId = walk.orgOf(CASA);
  for (let n = 0; n < 24; n += 1) {
    const person = `p${n}` as PersonId;
    const text = n === 7 ? 'seguir, aunque falte mucho y haya cansancio, con la gente' : `palabra ${n}`;
    addWord({ doc, origin: null }, { session: 1, person, organisation, text });
  }
  await expect.poll(() => doc.getMap('words').size).toBe(24);
  close();
}

/** A team decides to read twelve commitments of some length. */
async function commits(walk: Walk): Promise<void> {
  const { token, person } = await walk.seat(CASA, 'Ana');
  const board = await walk.board('feedback');
  const { doc, close } = await follow(walk.app, token, board);
  const writer = { doc, origin: null };
  const commitments = Array.from({ length: 12 }, () => newEntryId());
  commitments.forEach((id, n) => {
    addCommitment(writer, { id, createdAt: n, session: 1 });
    const what = `Compromiso ${n}: acordar con la junta de directores el plan de relevo y contarlo a las demás`;
    commitmentText(doc, id, 'what')?.insert(0, what);
    commitmentText(doc, id, 'who')?.insert(0, `${person.name} y Brunilda Osorio Pizarro`);
    setWhen(writer, id, '2026-12-15');
  });
  const show = () =>
    walk.app.ask('POST', `/api/boards/${board}/commitments`, { token, body: { commitments, on: true } });
  await expect.poll(async () => JSON.stringify((await show()).body).split(',').length).toBe(commitments.length);
  close();
}
