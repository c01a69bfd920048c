/** *Leer tema*: whoever may write names the theme in its large title; others read it there. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { addNote, makeTheme } from '../../../client/board/actions.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { ThemesPanel } from '../../../client/panels/ThemesPanel.tsx';
import type { Right } from '../../../shared/cohort/roles.ts';
import { joinedSessions } from '../../kit/session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

/** A theme with one note, read in large type by somebody with this right. */
function reading(title: string, right: Right) {
  const [one] = joinedSessions('group-iceberg', 1);
  if (!one) throw new Error('a session was asked for');
  const note = addNote(one, 'results', { text: 'Se van las maestras' });
  const theme = note && makeTheme(one, title, [note]);
  if (!theme) throw new Error('a theme was asked for');
  const session: BoardSession = { ...one, right: writable(right) };
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(
    one.close,
    () => page.remove(),
    () => act(() => root.unmount()),
  );
  act(() => root.render(<ThemesPanel session={session} language="es" reading={theme} onRead={() => undefined} />));
  const titleNow = (): string | undefined => one.themes.get().find(({ id }) => id === theme)?.title;
  return { page, titleNow };
}

it('is named where it is read by whoever may write', () => {
  const { page, titleNow } = reading('', 'write');
  const field = page.querySelector('textarea');
  if (!field) throw new Error('no field');
  expect(field.getAttribute('aria-label')).toBe('Nombre del tema 1');
  expect(page.querySelector('h2')?.textContent).toBe('1 Tema sin nombre');
  act(() => {
    field.focus();
    field.value = 'Quien cuida se agota';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  expect(titleNow()).toBe('Quien cuida se agota');
  expect(page.querySelector('h2')?.textContent).toBe('1 Quien cuida se agota');
  act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })));
  expect(document.activeElement).not.toBe(field);
  expect(field.value).toBe('Quien cuida se agota');
});

it('is only read by who may not write', () => {
  const { page } = reading('Rotación', 'read');
  expect(page.querySelector('textarea')).toBeNull();
  expect(page.querySelector('h2')?.textContent).toBe('1 Rotación');
  expect(page.textContent).toContain('Se van las maestras');
});

it('goes from theme to theme with the keyboard, keeps the focus and says where it is', async () => {
  const [one] = joinedSessions('group-iceberg', 1);
  if (!one) throw new Error('a session was asked for');
  for (const title of ['Rotación', '', 'Relevo']) {
    const note = addNote(one, 'results', { text: 'x' });
    if (note) makeTheme(one, title, [note]);
  }
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(
    one.close,
    () => page.remove(),
    () => act(() => root.unmount()),
  );
  const [first] = one.themes.get();
  let reading = first?.id ?? null;
  const draw = (): void =>
    root.render(
      <ThemesPanel
        session={one}
        language="es"
        reading={reading}
        onRead={(theme) => {
          reading = theme;
          draw();
        }}
      />,
    );
  act(draw);
  const button = (name: string): HTMLButtonElement => {
    const found = page.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
    if (!found) throw new Error(`no ${name}`);
    return found;
  };
  const status = () => page.querySelector('[role="status"]')?.textContent;
  const next = button('Tema siguiente');
  expect(status()).toBe('');
  act(() => next.focus());
  act(() => next.click());
  expect([page.querySelector('h2')?.textContent, document.activeElement]).toEqual(['2 Tema sin nombre', next]);
  expect(status()).toBe('2 Tema sin nombre');
  expect(page.querySelector('textarea')?.value).toBe('');
  act(() => next.click());
  expect(page.querySelector('textarea')?.value).toBe('Relevo');
  expect([next.disabled, document.activeElement]).toEqual([true, button('Tema anterior')]);
  act(() => button('Tema anterior').click());
  act(() => button('Tema anterior').click());
  expect([status(), document.activeElement]).toEqual(['1 Rotación', next]);
});
