/** *Sugerir temas* and *Apilar repetidas* beside the board: nothing happens by itself, and each deed is one step of undo. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { addNoteAt } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { stack, stacksNow } from '../../../client/board/stacks.ts';
import { ThemesPanel } from '../../../client/panels/ThemesPanel.tsx';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedSessions } from '../../kit/session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

const MONEY = ['El reembolso tarda meses', 'Nos deben del fondo federal', 'Sin anticipo no hay nómina'];
const SAME = ['Cinco reuniones de junta sin cuórum este año', 'junta sin quorum 5 veces'];

/** Three notes about money, two that say the same, one like nothing else; and the panel, with a view of it open. */
async function panelOf(help: string) {
  const [session] = joinedSessions('group-iceberg', 1);
  if (!session) throw new Error('a session was asked for');
  const notes = [...MONEY, ...SAME, 'prueba'].map((text, i) => {
    const id = addNoteAt(session, [1100 + 220 * i, 300], text);
    if (!id) throw new Error('no note');
    return id;
  });
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(
    session.close,
    () => act(() => root.unmount()),
    () => page.remove(),
  );
  act(() => root.render(<ThemesPanel session={session} language="es" reading={null} onRead={() => undefined} />));
  const named = (name: RegExp): HTMLButtonElement => {
    const button = [...page.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
    if (!button) throw new Error(`no button ${name}`);
    return button;
  };
  const press = (name: RegExp): void => act(() => named(name).click());
  press(new RegExp(`^${help}`));
  await act(() =>
    Promise.all([
      import('../../../client/panels/SuggestThemes.tsx'),
      import('../../../client/panels/RepeatedNotes.tsx'),
    ]),
  );
  return { session, notes, page, named, press };
}
const cards = (page: HTMLElement) => [...page.querySelectorAll('section > ul > li')];
const themed = (session: BoardSession, title: string): NoteId[] => {
  const theme = session.themes.get().find((one) => one.title === title);
  return session.notes.get().flatMap((note) => (theme && note.theme === theme.id ? [note.id] : []));
};

it('proposes, and groups only what is accepted, under the title it was given', async () => {
  const { session, notes, page, press } = await panelOf('Sugerir temas');
  expect(session.themes.get()).toEqual([]);
  const [funds] = cards(page).filter((card) => card.textContent?.includes(MONEY[0] ?? '-'));
  if (!funds) throw new Error('no proposal about money');
  const title = funds.querySelector('textarea');
  const box = funds.querySelectorAll<HTMLInputElement>('input[type="checkbox"]');
  expect([title?.value, box.length]).toEqual(['Fondos restringidos y flujo de efectivo', 3]);
  act(() => box[1]?.click());
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  act(() => {
    set?.call(title, 'La \n espera');
    title?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  press(/^Aceptar 2 notas: La espera/);
  expect(themed(session, 'La espera')).toEqual([notes[0], notes[2]]);
  expect(document.activeElement?.textContent).toBe('Sugerir temas');
  act(() => session.undo.undo());
  expect(session.themes.get()).toEqual([]);
});

it('proposes no more what was discarded, and says how many notes are left', async () => {
  const { session, page, press } = await panelOf('Sugerir temas');
  press(/^Descartar: Fondos restringidos/);
  expect(page.textContent).not.toContain(MONEY[0]);
  expect(page.textContent).toMatch(/Quedan \d notas sueltas/);
  expect(session.themes.get()).toEqual([]);
});

it('adds to a theme that is there what is about it', async () => {
  const { session, notes, press } = await panelOf('Sugerir temas');
  press(/^Aceptar 3 notas: Fondos/);
  act(() => void addNoteAt(session, [1100, 500], 'El fondo no cubre la gasolina'));
  press(/^Aceptar 1 nota: Fondos/);
  expect(themed(session, 'Fondos restringidos y flujo de efectivo')).toHaveLength(4);
  expect(session.themes.get()).toHaveLength(1);
  expect(notes).toHaveLength(6);
});

it('stacks what says the same when told to, and separates it again', async () => {
  const { session, notes, page, press } = await panelOf('Apilar repetidas');
  expect(stacksNow(session).size).toBe(0);
  expect(cards(page)).toHaveLength(1);
  press(/^Apilar$/);
  expect([...stacksNow(session)].map(([top, under]) => [top, under.map(({ id }) => id)])).toEqual([
    [notes[3], [notes[4]]],
  ]);
  expect(page.textContent).toContain('No se ven más notas repetidas.');
  press(/^Separar$/);
  expect(stacksNow(session).size).toBe(0);
  act(() => session.undo.undo());
  expect(stacksNow(session).size).toBe(1);
});

it('proposes a stack as the one note it is, and takes all of it into the theme', async () => {
  const { session, notes, page, press } = await panelOf('Sugerir temas');
  const [first, second] = notes;
  if (!first || !second) throw new Error('no notes');
  act(() => stack(session, [first, second]));
  expect(page.textContent).toContain(MONEY[1]);
  expect(page.textContent).not.toContain(MONEY[0]);
  press(/^Aceptar 2 notas: Fondos/);
  expect(themed(session, 'Fondos restringidos y flujo de efectivo')).toEqual([first, second, notes[2]]);
});

it('proposes no more what is not the same', async () => {
  const { page, press, session } = await panelOf('Apilar repetidas');
  press(/^No son lo mismo$/);
  expect(cards(page)).toHaveLength(0);
  expect(stacksNow(session).size).toBe(0);
});
