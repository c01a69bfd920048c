/** The sheet: its live title, locked notes, and what it asks of the server. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { addNote, setPrivate } from '../../../client/board/actions.ts';
import type { BoardCommands, BoardSession } from '../../../client/board/session.ts';
import { BringSheet } from '../../../client/panels/BringSheet.tsx';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedSessions } from '../../kit/session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function open(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

function sheet(bring: BoardCommands['bring'] = async (notes) => ({ ok: true, brought: notes, refused: [] })) {
  const [ana, luis] = joinedSessions('iceberg', 2);
  if (!ana || !luis) throw new Error('two sessions were asked for');
  open.push(ana.close, luis.close);
  const added = (session: BoardSession, text: string): NoteId => {
    const id = addNote(session, 'results', { text });
    if (!id) throw new Error('no note was added');
    return id;
  };
  const ids = { mine: added(ana, 'Mía'), his: added(luis, 'De Luis'), locked: added(luis, 'Secreta') };
  setPrivate(luis, [ids.locked], true);
  const session: BoardSession = { ...ana, commands: { ...ana.commands, bring } };
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(() => {
    act(() => root.unmount());
    page.remove();
  });
  act(() => root.render(<BringSheet session={session} language="es" onClose={() => undefined} />));
  const button = (name: RegExp): HTMLElement => {
    const found = [...page.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  return { ana, luis, ids, page, button, title: () => page.querySelector('h2')?.textContent };
}

const press = async (element: Element): Promise<void> => {
  await act(async () => {
    element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
};

it('counts live what goes; a note that becomes private is out at once', async () => {
  const { luis, ids, page, title } = sheet();
  expect(title()).toBe('2 de 3 notas van al grupal');
  act(() => setPrivate(luis, [ids.his], true));
  expect(title()).toBe('1 de 3 notas van al grupal');
  expect(page.querySelectorAll('input[type="checkbox"]')).toHaveLength(1);
  expect(page.textContent).toContain('Solo quien la escribió puede quitar esta marca.');
});

it('asks for the ticked notes, with a name for the own ones only, and tells the result', async () => {
  const bring = vi.fn<BoardCommands['bring']>(async (notes) => ({ ok: true, brought: notes, refused: [] }));
  const { ids, page, button } = sheet(bring);
  const withName = page.querySelector('input[value="name"]');
  if (!withName) throw new Error('no choice of a name');
  await press(withName);
  await press(button(/^Llevar 2 notas/));
  expect(bring.mock.calls).toEqual([
    [[ids.mine], 'name'],
    [[ids.his], 'organisation'],
  ]);
  expect(page.textContent).toContain('2 notas llegaron al iceberg grupal');
});

it('says why a note did not go, and why nothing went', async () => {
  const refusing = sheet(async ([first]) => ({
    ok: true,
    brought: [],
    refused: first ? [{ note: first, why: 'private' }] : [],
  }));
  await press(refusing.button(/^Llevar 2/));
  expect(refusing.page.textContent).toContain('está marcada Solo mi tablero');
  const failing = sheet(async () => ({ ok: false, why: 'offline' }));
  await press(failing.button(/^Llevar 2/));
  expect(failing.page.querySelector('[role="alert"]')?.textContent).toMatch(/No hay conexión/);
  expect(failing.button(/^Llevar 2/)).toHaveProperty('disabled', false);
});
