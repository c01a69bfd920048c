/** The self-assessment as one person uses it: two pages that do not show each other, saved at each choice, shared on purpose. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import SelfPage from '../../../client/pages/SelfPage.tsx';
import { EVIDENCE, putShared, readAnswers, setAnswer } from '../../../shared/board/answers.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import { DIMENSION_IDS, TIME_IDS } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, levelLabel } from '../../../shared/template/self-assessment.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { type PageWorld, pageWorld } from '../../kit/page-session.ts';

let world: PageWorld;
let asked: Asked[];
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('self-assessment');
  asked = answerWith(({ path }) => (path.endsWith('/share') ? null : { why: 'session-unknown' }));
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

function draw(): DrawnPage {
  const page = drawPage(<SelfPage seat={world.seatOf(world.ana)} session={world.ana} />);
  drawn.push(page);
  return page;
}
const mine = () => readAnswers(world.ana.doc);
const radio = (page: DrawnPage, dimension: string, value: number): HTMLInputElement => {
  const found = page.page.querySelector<HTMLInputElement>(`[data-dimension="${dimension}"] input[value="${value}"]`);
  if (!found) throw new Error(`no level ${value} of ${dimension}`);
  return found;
};
const checked = (page: DrawnPage): number => page.page.querySelectorAll('input:checked').length;
const answerAll = (): void =>
  act(() => {
    for (const time of TIME_IDS)
      for (const dimension of DIMENSION_IDS) setAnswer(world.ana.writer, time, dimension, time === 'now' ? 3 : 1);
  });
const step = (page: DrawnPage, name: RegExp): HTMLElement => page.named('nav button', name);

it('asks all eight dimensions of today, with four described levels and not to know, and saves each choice', async () => {
  const page = draw();
  expect(page.text()).toContain('Solo tú ves esto');
  expect(page.count('fieldset')).toBe(DIMENSION_IDS.length);
  const { title, levels } = dimensionTexts('people', 'es');
  const people = page.named('fieldset', new RegExp(title));
  for (const words of [...levels, levelLabel(0, 'es'), levelLabel(1, 'es')])
    expect(people.textContent).toContain(words);
  const names = new Set([...people.querySelectorAll('input')].map(({ name, type }) => `${type} ${name}`));
  expect([names.size, people.querySelectorAll('input').length]).toEqual([1, 5]);
  await page.press(radio(page, 'people', 2));
  await page.press(radio(page, 'finance', 0));
  expect(mine().now).toEqual({ people: 2, finance: 0 });
  await page.press(radio(page, 'people', 4));
  expect(mine().now.people).toBe(4);
  expect(page.named('progress', /./).getAttribute('aria-label')).toBe('Contestaste 2 de 8');
});

it('shows nothing of today on the page of three years ago', async () => {
  const page = draw();
  await page.press(radio(page, 'people', 2));
  await page.press(page.named('button', 'Seguir: hace tres años'));
  expect([page.named('h2', /./).textContent, checked(page)]).toEqual(['Hace tres años', 0]);
  expect(page.text()).toContain('Piensa en noviembre de 2023.');
  expect(document.activeElement).toBe(page.named('h2', /./));
  await page.press(radio(page, 'people', 1));
  expect([mine().now.people, mine().then.people]).toEqual([2, 1]);
  await page.press(step(page, /Hoy/));
  expect(checked(page)).toBe(1);
});

it('goes on where somebody stopped, and shows what another device of theirs answers', () => {
  answerAll();
  const page = draw();
  expect(page.named('h2', /./).textContent).toBe('La evidencia');
  expect(page.named('label', /Personas y bienestar/).textContent).toContain('De Inicial a Establecido');
  act(() => setAnswer(world.ana.writer, 'then', 'people', 3));
  expect(page.named('label', /Personas y bienestar/).textContent).toContain('Sigue en Establecido');
});

it('shares on purpose, without the sentence unless that is wanted too', async () => {
  answerAll();
  const page = draw();
  await page.press(step(page, /Compartir/));
  expect(page.text()).toContain('Si comparten solo una o dos personas');
  expect(page.count('[role="switch"]')).toBe(0);
  await page.press(step(page, /evidencia/));
  page.type(page.named('textarea', 'Un hecho que lo muestre'), 'Somos siete');
  await page.press(step(page, /Compartir/));
  await page.press(page.named('button', 'Compartir con mi equipo'));
  const shares = (): unknown[] => asked.filter(({ path }) => path.endsWith('/share')).map(({ body }) => body);
  expect(shares()).toEqual([{ on: true, evidence: false }]);
  act(() => void putShared(world.ana.writer, false, Date.UTC(2026, 10, 20, 18)));
  expect(page.text()).toMatch(/Compartido el 20 de noviembre de 2026, 2:00\sp\.\sm\./);
  await page.press(page.named('[role="switch"]', /^/));
  await page.press(page.named('button', 'Actualizar lo compartido'));
  await page.press(page.named('button', 'Dejar de compartir'));
  expect(shares().slice(1)).toEqual([
    { on: true, evidence: true },
    { on: false, evidence: false },
  ]);
});

it('says when what was shared is not what is answered now', async () => {
  answerAll();
  act(() => {
    const text = textAt(world.ana.doc, EVIDENCE);
    if (text) rewriteText(world.ana.writer, text, 'Somos siete');
    putShared(world.ana.writer, true, 1);
  });
  const page = draw();
  // The number of people who share is asked for meanwhile.
  await act(async () => undefined);
  expect(page.text()).not.toContain('Cambiaste algo');
  act(() => setAnswer(world.ana.writer, 'now', 'people', 1));
  expect(page.text()).toContain('Cambiaste algo después de compartir');
  expect(page.count('button', 'Actualizar lo compartido')).toBe(1);
});

it('can be read but not changed once the call is closed; what is shared can still be taken back', async () => {
  answerAll();
  act(() => void putShared(world.ana.writer, false, 1));
  act(() => world.call({ status: 'closed' }));
  const page = draw();
  expect(page.text()).toContain('La sesión terminó');
  await page.press(page.named('button', 'Dejar de compartir'));
  expect(asked.at(-1)).toMatchObject({ method: 'POST', body: { on: false } });
  await page.press(step(page, /Hoy/));
  expect(page.page.querySelectorAll('fieldset:disabled').length).toBe(DIMENSION_IDS.length);
  await page.press(radio(page, 'people', 1));
  expect(mine().now.people).toBe(3);
});
