/** The menu of a note: short deeds first, long choices as a step of their own, and a way back from deleting. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, onTestFinished, vi } from 'vitest';
import * as Y from 'yjs';
import { toggleLink } from '../../../client/board/links.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { NoticeToast } from '../../../client/panels/NoticeToast.tsx';
import { notesOf } from '../../../shared/board/document.ts';
import { readLinks } from '../../../shared/board/links.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import { textSum } from '../../../shared/board/text-sum.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { NoteId } from '../../../shared/ids.ts';
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

it('says on both notes that they are linked, as long as they are', () => {
  const { ana, luis } = two('iceberg');
  const drawn = draw(ana);
  const [above, other, below] = [
    written(ana, 'Se ve', 'results'),
    written(ana, 'Se ve también', 'results'),
    written(ana, 'Se repite', 'patterns'),
  ];
  const signs = (): (string | undefined)[] =>
    [above, other, below].map((id) => /Unida con \d notas?/.exec(drawn.card(id).textContent ?? '')?.[0]);
  expect(signs()).toEqual([undefined, undefined, undefined]);
  act(() => void toggleLink(luis, below, above));
  expect(signs()).toEqual(['Unida con 1 nota', undefined, 'Unida con 1 nota']);
  act(() => void toggleLink(ana, below, other));
  expect(signs()).toEqual(['Unida con 1 nota', 'Unida con 1 nota', 'Unida con 2 notas']);
  act(() => void toggleLink(luis, below, above));
  expect(signs()).toEqual([undefined, 'Unida con 1 nota', 'Unida con 1 nota']);
});

/** As the server leaves a note that was brought. */
function broughtNote({ doc }: BoardSession, id: NoteId): NoteId {
  const map = notesOf(doc).get(id);
  if (map instanceof Y.Map) map.set('brought', { as: 'g:una', attribution: 'organisation', sum: textSum('Una') });
  return id;
}

it.each([
  ['those it belongs to', () => undefined, ['Retirar del grupal']],
  ['nobody else', undefined, []],
] as const)('offers to take back what was brought where nothing may be written, to %s', (_, onBring, offered) => {
  const { ana } = two('iceberg');
  const id = broughtNote(ana, written(ana, 'Una'));
  const withdraw = vi.fn<BoardSession['commands']['withdraw']>(async (notes) => ({ ok: true, withdrawn: notes }));
  const session = { ...ana, right: writable<Right>('read'), commands: { ...ana.commands, withdraw } };
  const drawn = draw(session, { onBring, onOpenNote: () => undefined });
  drawn.press(part(drawn, id, 'menu'));
  expect(words()).toEqual(offered);
  for (const one of rows()) drawn.press(one);
  expect(withdraw.mock.calls).toEqual(offered.map(() => [[id]]));
});

it('takes back while the way to the group is closed', () => {
  const { ana } = two('iceberg');
  const id = broughtNote(ana, written(ana, 'Una'));
  const cohort = ana.cohort.get();
  const call = { ...cohort.call, status: 'running', bringing: false } as const;
  const drawn = draw({ ...ana, cohort: writable({ ...cohort, call }) }, { onBring: () => undefined });
  drawn.press(part(drawn, id, 'menu'));
  expect(row(drawn, 'Retirar del grupal')).toHaveProperty('disabled', false);
  expect(row(drawn, 'Retirar del grupal').getAttribute('aria-disabled')).not.toBe('true');
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
  onTestFinished(() => void vi.useRealTimers());
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
