/** Making a theme beside the board: what was selected goes into it, and its title is written next. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { addNote } from '../../../client/board/actions.ts';
import { ThemesPanel } from '../../../client/panels/ThemesPanel.tsx';
import { joinedSessions } from '../../kit/session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

it('has the keyboard in the title of the theme that was just made, and in none before', () => {
  const [session] = joinedSessions('group-iceberg', 1);
  if (!session) throw new Error('a session was asked for');
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(
    session.close,
    () => act(() => root.unmount()),
    () => page.remove(),
  );
  act(() => root.render(<ThemesPanel session={session} language="es" reading={null} onRead={() => undefined} />));
  const make = (): void => {
    const button = [...page.querySelectorAll('button')].find((one) => /^Crear tema/.test(one.textContent ?? ''));
    if (!button) throw new Error('no theme can be made');
    act(() => button.click());
  };
  for (const [made, text] of ['Una', 'Dos'].entries()) {
    act(() => {
      const id = addNote(session, 'results', { text });
      if (id) session.selection.set([id]);
    });
    expect(document.activeElement).not.toBe(page.querySelectorAll('textarea')[made]);
    make();
    expect(session.selection.get()).toEqual([]);
    expect(page.querySelectorAll('textarea')).toHaveLength(made + 1);
    expect(document.activeElement).toBe(page.querySelectorAll('textarea')[made]);
  }
});
