/** Doors that stay closed, and the kind words on them. Knows what people see; what travels is tested without a browser. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { openPanel, sheet, showView } from '../kit/pages/board-page.ts';
import { conduct } from '../kit/pages/call.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { enter } from '../kit/pages/door.ts';
import { BoardList } from '../kit/pages/list.ts';
import { textIn } from '../kit/pages/words.ts';
import { beginWalk, CASA, RED } from '../kit/walk.ts';

describeInBrowser('privacy', () => {
  const walk = beginWalk('privacy', 'with worker');
  const heading = (key: Parameters<typeof textIn>[1]) => ({ name: textIn('es', key) });

  it('shows a kind page to somebody who never came in', async () => {
    const { page } = await walk.window();
    await page.goto(`/tablero/${await walk.board('iceberg')}`);
    await page.getByRole('heading', heading('pages.board.unknownTitle')).waitFor();
    await page.goto(`/cohorte/${walk.cohort.cohort.id}`);
    await page.getByRole('heading', heading('pages.cohort.noSeatTitle')).waitFor();
    await page.goto('/no/existe');
    await page.getByRole('heading', heading('pages.notFound.title')).waitFor();
  });

  it("shows a kind page instead of another organisation's board", async () => {
    const { page, troubles } = await walk.person('Ana Colón', CASA, 'iceberg');
    (await walk.witness('iceberg', RED)).write([{ text: 'Secreto de la red', pos: [800, 300] }]);
    for (const kind of ['iceberg', 'value'] as const) {
      await page.goto(`/tablero/${await walk.board(kind, RED)}`);
      await page.getByRole('heading', heading('refused.forbiddenTitle')).waitFor();
      await page.getByRole('link', { name: textIn('es', 'pages.badLink.home') }).waitFor();
      expect(await page.locator('body').innerText()).not.toContain('Secreto');
    }
    expect(troubles).toEqual([]);
  });

  it('shows the facilitator counts only, until the organisation lets her in', async () => {
    const board = await walk.board('iceberg', CASA);
    (await walk.witness('iceberg', CASA)).write([{ text: 'Entre nosotras', pos: [800, 300] }]);
    const maribel = await walk.person('Maribel', 'facilitator', 'group-iceberg');
    await maribel.page.getByText(textIn('es', 'panels.dock.closed')).first().waitFor();
    await maribel.page.goto(`/tablero/${board}`);
    await maribel.page.getByRole('heading', heading('refused.forbiddenTitle')).waitFor();
    const ana = await walk.window();
    await enter(ana.page, walk.linkOf(CASA), 'Ana Colón', CASA);
    const letIn = ana.page.getByRole('switch', { name: textIn('es', 'pages.cohort.letIn') });
    await letIn.click();
    await expect.poll(() => letIn.isChecked()).toBe(true);
    await maribel.page.reload();
    await new BoardCanvas(maribel.page).ready();
    await showView(maribel.page, 'list');
    await new BoardList(maribel.page).card('Entre nosotras').waitFor();
    await letIn.click();
    await maribel.page.getByText(textIn('es', 'refused.forbiddenTitle')).waitFor();
    // Coming back to the closed door, or trying it again, is no fault of the page.
    await maribel.page.getByRole('button', { name: textIn('es', 'pages.board.tryAgain') }).click();
    await maribel.page.goBack();
    await maribel.page.goForward();
    await maribel.page.getByText(textIn('es', 'refused.forbiddenTitle')).waitFor();
    expect(maribel.troubles).toEqual([]);
  });

  it('lets a viewer read the group iceberg and nothing else', async () => {
    (await walk.witness('group-iceberg')).write([{ text: 'A la vista', pos: [900, 400] }]);
    const { page } = await walk.person('Fondo', 'viewer', 'group-iceberg');
    const canvas = await new BoardCanvas(page).ready();
    await expect.poll(() => canvas.notes.count()).toBe(1);
    await page.getByText(textIn('es', 'pages.board.readOnly')).waitFor();
    expect(await canvas.tools.getByRole('button', { name: textIn('es', 'canvas.add') }).count()).toBe(0);
    const { x, y } = await canvas.screenOf([1000, 500]);
    await page.mouse.dblclick(x, y);
    await page.keyboard.press('n');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    expect(await canvas.field.count()).toBe(0);
    expect(await canvas.notes.count()).toBe(1);
    await showView(page, 'list');
    const list = await new BoardList(page).ready();
    await list.card('A la vista').waitFor();
    expect(await list.root.getByRole('textbox').count()).toBe(0);
    expect(await list.root.getByRole('checkbox').count()).toBe(0);
    await page.goto(`/tablero/${await walk.board('iceberg', CASA)}`);
    await page.getByRole('heading', heading('refused.forbiddenTitle')).waitFor();
  });

  it('says kindly that a link does not open, and never keeps its secret in the address', async () => {
    const { page } = await walk.window();
    await page.goto('/unirse#BCDFGHJKLMNPQRSTVWXYZ');
    await page.getByRole('heading', heading('pages.badLink.unknownTitle')).waitFor();
    await page.goto('/facilitar');
    await page.getByRole('heading', heading('pages.badLink.missingTitle')).waitFor();
    const old = walk.linkOf('viewer');
    await page.goto(old);
    await page.getByLabel(textIn('es', 'pages.door.name'), { exact: true }).waitFor();
    expect(page.url()).not.toContain('#');
    const { token } = await walk.seat('facilitator', 'Maribel');
    const path = `/api/cohorts/${walk.cohort.cohort.id}/links/viewing/rotate`;
    expect((await walk.app.ask('POST', path, { token, body: {} })).status).toBe(200);
    await page.goto('about:blank');
    await page.goto(old);
    await page.getByRole('heading', heading('pages.badLink.revokedTitle')).waitFor();
    await page.getByRole('button', { name: textIn('es', 'pages.badLink.withCode') }).click();
    await page.getByLabel(textIn('es', 'pages.home.codeLabel')).fill('XXXX-0000');
    await page.getByRole('button', { name: textIn('es', 'pages.home.codeGo') }).click();
    await page.getByText(textIn('es', 'errors.link-unknown')).waitFor();
  });

  it('takes a person out of the cohort at once', async () => {
    const ana = await walk.person('Ana que se va', CASA, 'iceberg');
    const { person } = await walk.seat(CASA, 'Ana que se va');
    const { token } = await walk.seat('facilitator', 'Maribel');
    await new BoardCanvas(ana.page).ready();
    const path = `/api/cohorts/${walk.cohort.cohort.id}/people/${person.id}`;
    expect((await walk.app.ask('DELETE', path, { token })).status).toBe(204);
    await ana.page.getByText(textIn('es', 'refused.expiredTitle')).waitFor();
    await new BoardCanvas(ana.page).ready();
    await ana.page.keyboard.press('n');
    expect(await new BoardCanvas(ana.page).field.count()).toBe(0);
  });

  it('gives a team back what it brought once the session has ended, on the canvas and on a phone', async () => {
    const [casa, group] = [await walk.witness('iceberg', CASA), await walk.witness('group-iceberg')];
    const texts = ['De la junta', 'Del personal'];
    casa.write(texts.map((text, i) => ({ text, pos: [800 + 300 * i, 300] })));
    await expect.poll(async () => (await walk.witness('iceberg', CASA)).texts()).toEqual(expect.arrayContaining(texts));
    const { token } = await walk.seat(CASA, 'Rosa');
    const body = { notes: texts.map((text) => casa.note(text).id) };
    const path = `/api/boards/${await walk.board('iceberg', CASA)}/bring`;
    expect((await walk.app.ask('POST', path, { token, body })).status).toBe(200);
    const boss = await walk.seat('facilitator', 'Maribel');
    for (const does of ['start', 'close'] as const)
      await conduct(walk.app, boss.token, walk.cohort.cohort.id, { do: does });

    const ana = await walk.person('Ana Colón', CASA, 'iceberg');
    await new BoardCanvas(ana.page).ready();
    await openPanel(ana.page, 'list.note.withdraw');
    await sheet(ana.page).getByText(textIn('es', 'panels.bring.shut.ended')).waitFor();
    const back = (text: string) => ({ name: textIn('es', 'panels.bring.withdrawOf', { text }) });
    await sheet(ana.page).getByRole('button', back('De la junta')).click();
    await sheet(ana.page).getByText(textIn('es', 'panels.bring.withdrawn')).waitFor();
    await expect.poll(() => texts.filter((text) => group.has(text))).toEqual(['Del personal']);

    const luis = await walk.person('Luis Soto', CASA, 'iceberg', 'phone');
    const card = (await new BoardList(luis.page).ready()).card('Del personal');
    await card.getByRole('button', { name: textIn('es', 'list.note.menu', { text: 'Del personal' }) }).click();
    await luis.page.getByRole('menuitem', { name: textIn('es', 'list.note.withdraw') }).click();
    await expect.poll(() => texts.filter((text) => group.has(text))).toEqual([]);
    await openPanel(luis.page, 'list.note.withdraw');
    await sheet(luis.page).getByText(textIn('es', 'panels.bring.noneThere')).waitFor();
  });
});
