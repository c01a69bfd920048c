/** The list among others: deleting, private notes, themes, bringing, reading only, hearing what others do. */
import { act } from 'react';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { makeTheme } from '../../../client/board/actions.ts';
import { readNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { at, draw, part, said, two, writingIn, written } from './two-people.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('does not delete a note somebody else is writing', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const id = written(ana, 'Una');
  const writing = writingIn(luis, id);
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Borrar'));
  expect(at(ana, id).text).toBe('Una');
  expect(ana.notice.get()).not.toBeNull();
  act(() => writing.end());
});

it('lets only the author take «Solo mi tablero» away', () => {
  const { ana, luis } = two('iceberg');
  const mine = draw(ana);
  const id = written(luis, 'De Luis');
  mine.press(part(mine, id, 'menu'));
  mine.press(mine.named('[role="menuitemcheckbox"]', /^Solo mi tablero/));
  expect(at(luis, id).private).toBe(true);
  mine.press(part(mine, id, 'menu'));
  const item = mine.named('[role="menuitemcheckbox"]', /^Solo mi tablero/);
  expect(item.getAttribute('aria-disabled')).toBe('true');
  mine.press(item);
  expect(at(luis, id).private).toBe(true);
});

it('makes a theme of the chosen notes and lets its title be written', () => {
  const { ana, luis } = two('group-iceberg');
  const drawn = draw(ana);
  const ids = ['Una', 'Dos'].map((text) => written(ana, text, 'patterns'));
  for (const id of ids) drawn.press(part(drawn, id, 'check'));
  drawn.press(drawn.named('button', 'Crear tema con la selección'));
  drawn.type(drawn.named('textarea', 'Nombre del tema'), 'Personal');
  drawn.key(drawn.named('textarea', 'Nombre del tema'), 'Enter');
  const [theme] = luis.themes.get();
  expect(theme?.title).toBe('Personal');
  expect(ids.map((id) => at(luis, id).theme)).toEqual([theme?.id, theme?.id]);
  expect(
    drawn
      .card(ids[0] ?? ('' as NoteId))
      .closest('section')
      ?.querySelector('h3')?.textContent,
  ).toBe('Personal');
});

it('lets go of the notes of a new theme, so that the next one does not take them', () => {
  const { ana } = two('group-iceberg');
  const drawn = draw(ana);
  const [una, dos, tres, other] = ['Una', 'Dos', 'Tres', 'Otra'].map((text) => written(ana, text, 'patterns'));
  if (!una || !dos || !tres || !other) throw new Error('four notes were added');
  act(() => ana.selection.set([una, other]));
  // As the canvas and the panel of themes do it.
  act(() => void makeTheme(ana, 'Relevo', [una]));
  expect(ana.selection.get()).toEqual([other]);
  drawn.press(part(drawn, other, 'check'));
  for (const id of [dos, tres]) drawn.press(part(drawn, id, 'check'));
  expect(drawn.page.textContent).toContain('2 escogidas');
  drawn.press(drawn.named('button', 'Crear tema con la selección'));
  expect(ana.selection.get()).toEqual([]);
  const [first, second] = ana.themes.get();
  expect([una, dos, tres].map((id) => at(ana, id).theme)).toEqual([first?.id, second?.id, second?.id]);
});

it('asks for the title of a new theme where its first note is, also when a phone shows another layer', () => {
  vi.stubGlobal('matchMedia', (media: string) => ({
    matches: media.includes('max-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { ana } = two('group-iceberg');
  const ids = [written(ana, 'Una', 'patterns'), written(ana, 'Dos', 'results')];
  const drawn = draw(ana);
  act(() => ana.selection.set(ids));
  expect(drawn.page.querySelector('section[data-area]')?.getAttribute('data-area')).toBe('results');
  drawn.press(drawn.named('button', 'Crear tema con la selección'));
  const field = drawn.named('textarea', 'Nombre del tema');
  expect(document.activeElement).toBe(field);
  expect(field.closest('section')?.dataset.area).toBe('patterns');
});

it('takes a note out of its theme, merges and dissolves themes', () => {
  const { ana } = two('group-iceberg');
  const [one, other] = [written(ana, 'Una'), written(ana, 'Dos')];
  makeTheme(ana, 'A', [one]);
  makeTheme(ana, 'B', [other]);
  const drawn = draw(ana);
  drawn.press(drawn.named('button', 'Acciones del tema: B'));
  drawn.press(drawn.named('[role="menuitem"]', 'Unir con “A”'));
  expect(ana.themes.get().map((theme) => theme.title)).toEqual(['A']);
  drawn.press(part(drawn, other, 'menu'));
  drawn.press(drawn.named('[role="menuitem"]', 'Poner en tema'));
  drawn.press(drawn.named('[role="menuitem"]', 'Sacar del tema'));
  expect(at(ana, other).theme).toBeNull();
  drawn.press(drawn.named('button', 'Acciones del tema: A'));
  drawn.press(drawn.named('[role="menuitem"]', 'Disolver el tema'));
  expect(ana.themes.get()).toEqual([]);
  expect(readNotes(ana.doc)).toHaveLength(2);
});

it('arranges by themes, with a part that is fetched when it is asked for', async () => {
  const { ana, luis } = two('group-iceberg');
  const drawn = draw(ana);
  const [one, other] = [written(ana, 'Una'), written(ana, 'Dos')];
  act(() => {
    makeTheme(ana, 'A', [other]);
    makeTheme(ana, 'B', [one]);
  });
  await act(async () => {
    drawn.press(drawn.named('button', 'Ordenar por temas'));
    await vi.waitFor(() => expect(luis.columns.get().map(({ kind }) => kind)).toEqual(['theme', 'theme']));
  });
  expect(said(drawn)).toBe('Notas ordenadas');
  expect(at(luis, other).pos[0]).toBeLessThan(at(luis, one).pos[0]);
});

it('offers nothing to write to those who only read', () => {
  const { ana } = two('iceberg');
  const id = written(ana, 'Una');
  const drawn = draw({ ...ana, right: { get: () => 'read', subscribe: () => () => undefined } });
  expect(drawn.card(id).textContent).toContain('Una');
  expect(drawn.page.querySelectorAll('button, textarea, input')).toHaveLength(0);
});

it('tells the notes of others together, after a pause', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  written(luis, 'Una', 'patterns');
  act(() => vi.advanceTimersByTime(1000));
  written(luis, 'Dos', 'patterns');
  written(ana, 'Mía', 'patterns');
  expect(said(drawn)).toBe('');
  act(() => vi.advanceTimersByTime(10_000));
  expect(said(drawn)).toBe('2 notas nuevas en Hábitos y patrones');
});

it('brings the chosen notes', () => {
  const { ana } = two('iceberg');
  const onBring = vi.fn();
  const drawn = draw(ana, { onBring });
  const id = written(ana, 'Una');
  drawn.press(part(drawn, id, 'check'));
  const bar = drawn.named('section', 'Notas escogidas');
  const bring = [...bar.querySelectorAll('button')].find((one) => one.textContent === 'Llevar al iceberg grupal');
  if (!bring) throw new Error('no button to bring');
  drawn.press(bring);
  expect(onBring).toHaveBeenCalledWith([id]);
});
