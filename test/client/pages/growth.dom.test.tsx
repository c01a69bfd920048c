/** The team's profile as its people see it: the drawing, its numbers, an earlier assessment and a result for the iceberg. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import GrowthPage from '../../../client/pages/GrowthPage.tsx';
import { levelTyped } from '../../../client/pages/growth/baseline-typed.ts';
import { signed } from '../../../client/pages/growth/growth-words.ts';
import { writeBaseline, writeGrowth } from '../../../shared/board/growth.ts';
import { newBoardId } from '../../../shared/ids.ts';
import { growthOf, type SharedAnswers } from '../../../shared/synthesis/growth.ts';
import { byDimension, byTime, DIMENSION_IDS, type Level } from '../../../shared/template/dimensions.ts';
import { disclaimer } from '../../../shared/template/self-assessment.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { type PageWorld, pageWorld } from '../../kit/page-session.ts';
import '../../kit/dialogs.ts';

let world: PageWorld;
let asked: Asked[];
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('growth');
  asked = answerWith(({ path }) =>
    path.endsWith('/result-note') ? { board: newBoardId(), note: 'n1', isNew: true } : null,
  );
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

function draw(): DrawnPage {
  const page = drawPage(<GrowthPage seat={world.seatOf(world.ana)} session={world.ana} />);
  drawn.push(page);
  return page;
}
const gave = (now: Level, before: Level, more: Partial<SharedAnswers> = {}): SharedAnswers => ({
  ...byTime((time) => byDimension(() => (time === 'now' ? now : before))),
  proudest: null,
  evidence: null,
  at: 1,
  ...more,
});
const team = (...people: SharedAnswers[]): void =>
  act(() => writeGrowth({ doc: world.ana.doc, origin: null }, growthOf(people)));
const row = (page: DrawnPage, name: RegExp): (string | null)[] =>
  [...page.named('tbody tr', name).querySelectorAll('td')].map(({ textContent }) => textContent);

it('shows the averages, their change in words and what they are, in the drawing and in a table', () => {
  team(gave(4, 2, { proudest: 'people' }), gave(3, 1, { evidence: 'Somos siete' }));
  const page = draw();
  expect(row(page, /^Personas y bienestar/).slice(0, 3)).toEqual(['1.5', '3.5', '+2.0subió 2.0']);
  expect(page.text()).toContain('2 respuestas');
  expect(page.text()).toContain('Solo lo ve tu equipo: menos de 5 respuestas');
  expect(page.text()).toContain(disclaimer('es'));
  expect(page.text()).toContain('Somos siete');
  const drawing = page.named('svg[role="img"]', /./);
  expect(drawing.closest('[aria-hidden="true"]')).not.toBeNull();
  // A ring for then and a disc for now, told apart by shape: of each dimension, and in the legend.
  expect(drawing.querySelectorAll('circle').length).toBe(2 * (DIMENSION_IDS.length + 1));
  team(...Array.from({ length: 5 }, () => gave(2, 3)));
  expect(page.text()).toContain('5 respuestas');
  expect(page.text()).not.toContain('menos de 5');
  expect(row(page, /^Personas y bienestar/)[2]).toBe('−1.0bajó 1.0');
});

it('has no number where nobody knew, and nothing to take from there', () => {
  team(gave(0, 2));
  const page = draw();
  expect(row(page, /^Personas y bienestar/)).toEqual(['2.0', 'sin dato', '–sin dato', '']);
});

it('says so while nobody shared, and leads to my own', () => {
  const page = draw();
  expect(page.text()).toContain('Todavía nadie del equipo compartió');
  expect(page.count('table')).toBe(0);
  expect(page.named('a', 'Abrir mi autoevaluación').getAttribute('href')).toMatch(/^\/tablero\//);
});

it('takes an earlier assessment with points or commas, and complains about what is no level', async () => {
  team(gave(4, 2));
  const page = draw();
  await page.press(page.named('button', 'Añadir punto de partida (OMT o 2021)'));
  const submit = (): void =>
    act(
      () =>
        void page.page
          .querySelector('form')
          ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })),
    );
  submit();
  expect(page.named('[role="alert"]', /al menos/).textContent).toContain('al menos un número');
  const field = page.named('input', 'Personas y bienestar');
  page.type(field, '5');
  submit();
  expect([page.count('[role="alert"]', /de 1 a 4/), field.getAttribute('aria-invalid'), asked]).toEqual([
    1,
    'true',
    [],
  ]);
  page.type(field, '1,5');
  await act(async () => submit());
  expect(asked).toMatchObject([
    { method: 'PUT', body: { baseline: { source: 'OMT 2021', values: { people: 1.5, finance: null } } } },
  ]);
  const values = byDimension((dimension) => (dimension === 'people' ? 1.5 : null));
  act(() => writeBaseline({ doc: world.ana.doc, origin: null }, { source: 'OMT 2021', values }));
  expect(row(page, /^Personas y bienestar/)[0]).toBe('1.5');
  expect(page.named('svg[role="img"]', /./).textContent).toContain('OMT 2021');
  expect(page.count('button', 'Cambiar OMT 2021')).toBe(1);
});

it('suggests the words of a result, which stay on the team’s board while it has few answers', async () => {
  team(gave(4, 2));
  const page = draw();
  await page.press(page.named('button', 'Llevar al iceberg: Personas y bienestar'));
  expect(page.named('textarea', 'Texto de la nota')).toHaveProperty(
    'value',
    'Personas y bienestar: de 2.0 a 4.0 (de 4) en tres años',
  );
  expect(page.text()).toContain('sale con candado');
  await page.press(page.named('button', 'Crear la nota'));
  expect(asked).toMatchObject([{ method: 'POST', body: { dimension: 'people' } }]);
  expect(world.ana.notice.get()?.key).toBe('growth.resultDone');
  expect(page.count('dialog')).toBe(0);
});

it('is only read once the call is closed', () => {
  team(gave(4, 2));
  act(() => world.call({ status: 'closed' }));
  const page = draw();
  expect(row(page, /^Personas y bienestar/).slice(0, 2)).toEqual(['2.0', '4.0']);
  expect(page.count('button')).toBe(0);
});

it('reads levels as people type them, and signs changes', () => {
  expect(['2.5', ' 3 ', '2,25', '', ' '].map(levelTyped)).toEqual([2.5, 3, 2.25, null, null]);
  expect(['0.9', '4.1', '-2', 'tres', '1e0', '2.'].map(levelTyped)).toEqual([false, false, false, false, false, false]);
  expect([1.2, -0.3, 0].map(signed)).toEqual(['+1.2', '−0.3', '0.0']);
});
