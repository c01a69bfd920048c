/** The menu of a note: short deeds first, long choices as a step of their own, and a way back from deleting. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import type { BoardSession } from '../../../client/board/session.ts';
import { NoticeToast } from '../../../client/panels/NoticeToast.tsx';
import { readLinks } from '../../../shared/board/links.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { DrawnList } from './drawn-list.tsx';
import { at, composer, draw, part, two, writingIn, written } from './two-people.tsx';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
const words = (): string[] => rows().map((row) => row.textContent ?? '');
const row = (drawn: DrawnList, name: string | RegExp): HTMLElement => drawn.named('[role^="menuitem"]', name);

/** The notices of a board beside its list, as a page draws them. */
function notices(session: BoardSession): { words(): string; press(name: string): void; close(): void } {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  act(() => root.render(<NoticeToast session={session} />));
  return {
    words: () => page.querySelector('[role=status] span')?.textContent ?? '',
    press(name) {
      const button = [...page.querySelectorAll('button')].find((one) => one.textContent === name);
      if (!button) throw new Error(`no button ${name}`);
      button.focus();
      act(() => button.click());
    },
    close() {
      act(() => root.unmount());
      page.remove();
    },
  };
}

it('has one row for what a note sustains, however many notes there are above', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  for (let i = 0; i < 12; i += 1) written(ana, `Resultado ${i}`, 'results');
  const id = written(ana, 'Creemos que no se puede', 'beliefs');
  drawn.press(part(drawn, id, 'menu'));
  expect(words()).toEqual([
    'Resultados visibles',
    'Hábitos y patrones',
    'Sistemas y estructuras',
    'Solo mi tablero',
    'Sostiene a…',
    'Duplicar',
    'Borrar',
  ]);
  drawn.press(row(drawn, 'Sostiene a…'));
  expect(rows()).toHaveLength(12);
  expect(document.activeElement).toBe(rows()[0]);
  drawn.press(row(drawn, /^Resultado 7/));
  expect(rows()).toEqual([]);
  expect(document.activeElement).toBe(part(drawn, id, 'menu'));
  const links = readLinks(ana.doc, () => true);
  expect(links.map(({ from, to }) => [from, at(ana, to).text])).toEqual([[id, 'Resultado 7']]);
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(row(drawn, 'Sostiene a…'));
  expect(row(drawn, /^Resultado 7/).getAttribute('aria-checked')).toBe('true');
  expect(row(drawn, /^Resultado 8/).getAttribute('aria-checked')).toBe('false');
});

it('has no such row where nothing lies above', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  written(ana, 'Otra', 'results');
  drawn.press(part(drawn, written(ana, 'Una', 'results'), 'menu'));
  expect(words()).not.toContain('Sostiene a…');
  expect(words().at(-1)).toBe('Borrar');
});

it('tells that a note is deleted, and brings back this note whatever was done since', () => {
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const shown = notices(ana);
  const [una, otra] = [written(ana, 'Una'), written(ana, 'Otra')];
  drawn.press(part(drawn, una, 'menu'));
  drawn.press(row(drawn, 'Borrar'));
  expect(noteAt(ana.doc, una)).toBeNull();
  expect(shown.words()).toBe('Nota borrada');
  drawn.press(part(drawn, otra, 'star'));
  // Whoever goes to the notice and back is where they were.
  const field = composer(drawn, 'results');
  if (field instanceof HTMLElement) field.focus();
  shown.press('Deshacer');
  expect(at(ana, una).text).toBe('Una');
  expect(at(ana, otra).star).toBe(true);
  expect(shown.words()).toBe('');
  expect(document.activeElement).toBe(field);
  shown.close();
});

it('takes the notice away after a while', () => {
  vi.useFakeTimers();
  const { ana } = two('iceberg');
  const drawn = draw(ana);
  const shown = notices(ana);
  drawn.press(part(drawn, written(ana, 'Una'), 'menu'));
  drawn.press(row(drawn, 'Borrar'));
  expect(shown.words()).toBe('Nota borrada');
  act(() => void vi.runOnlyPendingTimers());
  expect(shown.words()).toBe('');
  shown.close();
});

it('says what stays, and not that it is deleted, when somebody writes in it', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const shown = notices(ana);
  const id = written(ana, 'Una');
  const writing = writingIn(luis, id);
  drawn.press(part(drawn, id, 'menu'));
  drawn.press(row(drawn, 'Borrar'));
  expect(shown.words()).toBe('Luis Soto está escribiendo en esa nota; se queda.');
  act(() => writing.end());
  shown.close();
});
