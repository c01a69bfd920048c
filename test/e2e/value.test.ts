/** The value phase: zone by zone for everybody, publishing, the gallery on somebody else's screen, and taking back. */
import { expect, it } from 'vitest';
import { rewriteText, STATEMENT, textAt } from '../../shared/board/texts.ts';
import type { ValuePart } from '../../shared/cohort/call.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { faultsIn } from '../kit/pages/axe.ts';
import { closeSheet, openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { conduct, landedOn } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { createCohort } from '../kit/running-app.ts';
import { beginWalk, CASA, RED, type Walk } from '../kit/walk.ts';

const SENTENCE = 'Con familias sin título logramos techo seguro.';

async function inValuePhase(walk: Walk) {
  walk.cohort = await createCohort(walk.app, { organisations: [CASA, RED] });
  const { id } = walk.cohort.cohort;
  const { token } = await walk.seat('facilitator', 'Marisol');
  const does = (deed: Parameters<typeof conduct>[3]) => conduct(walk.app, token, id, deed);
  await does({ do: 'start' });
  await does({ do: 'go', phase: 'value' });
  const comesIn = async (name: string, seat: typeof CASA | typeof RED, size: 'desktop' | 'phone' = 'desktop') => {
    const window = await walk.window(size);
    await enter(window.page, walk.linkOf(seat), name, seat);
    await landedOn(window.page, 'value');
    return window;
  };
  return { id, does, comesIn, zone: (zone: ValuePart) => does({ do: 'zone', zone, minutes: 4 }) };
}

const addTo = (area: Parameters<typeof areaTitle>[0]): string =>
  textIn('es', 'canvas.addTo', { area: areaTitle(area, 'es') });

describeInBrowser('the value phase', () => {
  const walk = beginWalk('value');

  it('shows everybody the zone of the moment, and asks first who moved by hand', async () => {
    const { zone, comesIn } = await inValuePhase(walk);
    await zone('beneficiaries');
    const ana = await comesIn('Ana Colón', CASA);
    const luis = await comesIn('Luis Soto', RED, 'phone');
    const canvas = new BoardCanvas(ana.page);
    await showView(ana.page, 'canvas');
    await canvas.ready();
    await canvas.root.getByRole('button', { name: addTo('beneficiaries'), exact: true }).waitFor();
    expect(await canvas.root.getByRole('button', { name: addTo('alliances'), exact: true }).count()).toBe(0);
    await showView(luis.page, 'list');
    const list = await new BoardList(luis.page).ready();
    await zone('alliances');
    await canvas.root.getByRole('button', { name: addTo('alliances'), exact: true }).waitFor();
    await list.section('alliances').waitFor();
    // A zone that is not its turn takes notes all the same.
    await list.turnTo('impact');
    await list.add('impact', 'Antes de tiempo');
    // Luis has just moved: he is asked.
    await zone('resources');
    await luis.page.getByRole('button', { name: textIn('es', 'value.zone.go') }).click();
    await list.section('resources').waitFor();
    await canvas.showArea('value');
    await zone('statement');
    await ana.page.getByRole('button', { name: textIn('es', 'value.zone.go') }).waitFor();
  });

  it('brings a phone to the sentence, in the list and on the canvas, where it is written within the screen', async () => {
    const { zone, comesIn } = await inValuePhase(walk);
    await zone('statement');
    const { page } = await comesIn('Ana Colón', CASA, 'phone');
    const list = await new BoardList(page).ready();
    await list.section('statement').waitFor();
    expect(await list.root.locator('[data-composer]').count()).toBe(0);
    await list.turnTo('impact');
    await list.composer('impact').waitFor();
    await showView(page, 'canvas');
    const canvas = await new BoardCanvas(page).ready();
    await canvas.showArea(null);
    await canvas.root.getByRole('button', { name: /^En una oración/ }).tap();
    const box = await canvas.root.getByRole('textbox', { name: 'En una oración' }).boundingBox();
    if (!box) throw new Error('there is no field for the sentence');
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    // Large enough to be read, and over the keyboard of a phone.
    expect(box.height).toBeGreaterThan(100);
    expect(box.y + box.height).toBeLessThan(500);
  });

  it.each(['desktop', 'phone'] as const)(
    'publishes from a %s, shows it to another team and takes it back',
    async (size) => {
      const { id, does, comesIn } = await inValuePhase(walk);
      const value = await walk.witness('value');
      value.write([
        { text: 'Brigadas del pueblo', pos: [800, 366] },
        { text: 'Vecinas del barrio', pos: [80, 366] },
      ]);
      const statement = textAt(value.doc, STATEMENT);
      if (!statement) throw new Error('a value board has its sentence');
      rewriteText({ doc: value.doc, origin: null }, statement, SENTENCE);
      const ana = await comesIn('Ana Colón', CASA, size);
      const luis = await comesIn('Luis Soto', RED);
      await luis.page.goto(`/galeria/${id}`);
      await luis.page.getByText(textIn('es', 'value.gallery.none')).waitFor();
      await openPanel(ana.page, 'value.publish.title');
      const part = (key: 'oneOf' | 'backOf' | 'againOf', title: string) =>
        sheet(ana.page).getByRole('button', { name: textIn('es', `value.publish.${key}`, { part: title }) });
      await part('oneOf', areaTitle('value', 'es')).click();
      await luis.page.getByText('Brigadas del pueblo').waitFor();
      expect(await luis.page.getByText('Vecinas del barrio').count()).toBe(0);
      expect(await luis.page.getByText(SENTENCE).count()).toBe(0);
      expect(await faultsIn(ana.page, 'beside-canvas')).toEqual([]);
      await sheet(ana.page)
        .getByRole('button', { name: textIn('es', 'value.publish.all') })
        .click();
      await luis.page.getByText(SENTENCE).waitFor();
      await luis.page.getByText(textIn('es', 'value.gallery.more')).click();
      await luis.page.getByText('Vecinas del barrio').waitFor();
      expect(await faultsIn(luis.page, 'beside-canvas')).toEqual([]);

      // What is written afterwards stays with the team until it is published again.
      rewriteText({ doc: value.doc, origin: null }, statement, 'Otra oración.');
      await part('againOf', 'En una oración').waitFor();
      expect(await luis.page.getByText(SENTENCE).count()).toBe(1);
      await part('againOf', 'En una oración').click();
      await luis.page.getByText('Otra oración.').waitFor();
      await part('backOf', 'En una oración').click();
      await luis.page.getByText('Otra oración.').waitFor({ state: 'detached' });
      await sheet(ana.page)
        .getByRole('button', { name: textIn('es', 'value.publish.openGallery') })
        .click();
      await sheet(ana.page).getByText('Brigadas del pueblo').waitFor();
      expect(await faultsIn(ana.page, 'beside-canvas')).toEqual([]);
      await closeSheet(ana.page);
      await luis.page.goto(`/cohorte/${id}`);
      await luis.page.locator(`a[href="/galeria/${id}"]`).click();
      await luis.page.getByText('Brigadas del pueblo').waitFor();

      // What is theirs they can take back after the end as well.
      await does({ do: 'close' });
      await openPanel(ana.page, 'value.publish.takeBack');
      await sheet(ana.page).getByText(textIn('es', 'value.publish.forGood')).waitFor();
      expect(await faultsIn(ana.page, 'beside-canvas')).toEqual([]);
      await part('backOf', areaTitle('value', 'es')).click();
      await luis.page.getByText('Brigadas del pueblo').waitFor({ state: 'detached' });
    },
  );

  it('puts the gallery on the screen of the room', async () => {
    const { id, comesIn } = await inValuePhase(walk);
    (await walk.witness('value')).write([{ text: 'Brigadas del pueblo', pos: [800, 366] }]);
    const ana = await comesIn('Ana Colón', CASA);
    await openPanel(ana.page, 'value.publish.title');
    await sheet(ana.page)
      .getByRole('button', { name: textIn('es', 'value.publish.all') })
      .click();
    const room = await walk.window();
    await walk.sitDown(room, 'Pantalla', 'viewer');
    await room.page.goto(`/sala/${id}`);
    await room.page.getByText('Brigadas del pueblo').waitFor();
  });
});
