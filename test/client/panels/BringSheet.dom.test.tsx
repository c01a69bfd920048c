/** The sheet: its live title, locked notes, and what it asks of the server. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { addNote, setPrivate } from '../../../client/board/actions.ts';
import type { BoardCommands, BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { BringSheet } from '../../../client/panels/BringSheet.tsx';
import { notesOf } from '../../../shared/board/document.ts';
import { deleteNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import { textSum } from '../../../shared/board/text-sum.ts';
import type { Call } from '../../../shared/cohort/call.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { joinedSessions } from '../../kit/session.ts';
import '../../kit/dialogs.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

function sheet(
  bring: BoardCommands['bring'] = async (notes) => ({ ok: true, brought: notes, refused: [] }),
  call: Partial<Call> = {},
  more: Partial<BoardSession> & { withdraw?: BoardCommands['withdraw'] } = {},
) {
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
  const cohort = ana.cohort.get();
  const { withdraw = ana.commands.withdraw, ...parts } = more;
  const session: BoardSession = {
    ...ana,
    commands: { ...ana.commands, bring, withdraw },
    cohort: writable({ ...cohort, call: { ...cohort.call, status: 'running', bringing: true, ...call } }),
    ...parts,
  };
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(() => {
    act(() => root.unmount());
    page.remove();
  });
  const show = (): void =>
    act(() => root.render(<BringSheet session={session} language="es" onClose={() => undefined} />));
  show();
  const reopen = (): void => {
    act(() => root.render(null));
    show();
  };
  const button = (name: RegExp): HTMLElement => {
    const found = [...page.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  const boxes = (): HTMLInputElement[] => [...page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const textOf = (box: HTMLInputElement): string => box.closest('label')?.textContent ?? '';
  const ticked = (): string[] =>
    boxes()
      .filter(({ checked }) => checked)
      .map(textOf)
      .sort();
  const tick = (text: string): Promise<void> => {
    const found = boxes().find((box) => textOf(box) === text);
    if (!found) throw new Error(`nothing to tick: ${text}`);
    return press(found);
  };
  return {
    ana,
    luis,
    ids,
    page,
    button,
    added,
    reopen,
    ticked,
    tick,
    title: () => page.querySelector('h2')?.textContent,
  };
}

/** As the server leaves a note that was brought, or withdrawn. */
function markBrought({ doc }: BoardSession, id: NoteId, on = true, text?: string): void {
  const note = noteAt(doc, id);
  const map = notesOf(doc).get(id);
  if (!note || !(map instanceof Y.Map)) throw new Error('no such note');
  if (on) map.set('brought', { as: `g:${id}`, attribution: 'organisation', sum: textSum(text ?? note.text) });
  else map.delete('brought');
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

it('ticks again neither what the team left out nor what is new, once something was brought', async () => {
  const { ana, luis, ids, page, button, added, reopen, ticked, title } = sheet();
  act(() => {
    markBrought(luis, ids.mine);
    added(luis, 'De después');
  });
  reopen();
  expect(title()).toBe('0 de 3 notas más van al grupal');
  expect(page.textContent).toContain('1 nota ya está en el grupal. Otras 3 son nuevas o no las llevaron.');
  expect(ticked()).toEqual([]);
  act(() => markBrought(luis, ids.mine, false));
  expect(ticked()).toEqual([]);
  act(() => markBrought(luis, ids.mine));
  await press(button(/^Todas/));
  expect(title()).toBe('2 de 3 notas más van al grupal');
  expect(button(/^Llevar 2 notas/)).toHaveProperty('disabled', false);
  act(() => {
    setPrivate(luis, [ids.locked], false);
    for (const { id } of readNotes(ana.doc)) markBrought(luis, id);
  });
  expect(title()).toBe('Todas las notas están en el grupal');
});

it('takes back what it proposed when a team mate brings meanwhile, and keeps what a hand ticked', async () => {
  const { luis, ids, added, ticked, tick } = sheet();
  act(() => {
    added(luis, 'De después');
  });
  expect(ticked()).toEqual(['De Luis', 'Mía']);
  await tick('De después');
  act(() => markBrought(luis, ids.mine));
  expect(ticked()).toEqual(['De después']);
});

it('leaves ticked what did not get there', async () => {
  const answers = [true, false];
  const made = sheet(async (notes) => {
    if (!answers.shift()) return { ok: false, why: 'offline' };
    for (const id of notes) markBrought(made.luis, id);
    return { ok: true, brought: notes, refused: [] };
  });
  const withName = made.page.querySelector('input[value="name"]');
  if (!withName) throw new Error('no choice of a name');
  await press(withName);
  await press(made.button(/^Llevar 2 notas/));
  expect(made.ticked()).toEqual(['De Luis']);
});

it('promises nothing while the transfer is closed, nor once it is done', async () => {
  const { button, title } = sheet();
  await press(button(/^Llevar 2 notas/));
  expect(title()).toBe('Llevar al iceberg grupal');
  const shut = sheet(undefined, { bringing: false });
  expect(shut.title()).toBe('Llevar al iceberg grupal');
  expect(shut.page.textContent).toContain('El traslado está cerrado');
});

const READ = { right: writable<Right>('read') };
it.each([
  ['El traslado está cerrado', { bringing: false }, {}],
  ['La sesión terminó', { status: 'closed' }, READ],
  ['Ahora no se lleva ninguna nota', { reading: true }, {}],
  ['Ahora no se lleva ninguna nota', {}, READ],
] as const)('while nothing goes there is only what was brought, to be taken back: %s', async (why, call, more) => {
  const withdraw = vi.fn<BoardCommands['withdraw']>(async (notes) => {
    for (const id of notes) markBrought(made.luis, id, false);
    return { ok: true, withdrawn: notes };
  });
  const made = sheet(undefined, call, { ...more, withdraw });
  const { page, luis, ids, title } = made;
  expect(title()).toBe('Llevar al iceberg grupal');
  expect(page.textContent).toContain('Ninguna nota de este tablero está en el grupal.');
  act(() => markBrought(luis, ids.his));
  expect(title()).toBe('Retirar del grupal');
  expect(page.textContent).toContain(`${why}.`);
  expect(page.textContent).toContain('Lo que llevaron lo pueden retirar cuando quieran.');
  expect(page.textContent?.includes('no vuelve al grupal')).toBe('status' in call);
  expect(page.querySelectorAll('input')).toHaveLength(0);
  const [back, ...others] = [...page.querySelectorAll('li button')];
  expect([back?.getAttribute('aria-label'), others]).toEqual(['Retirar del grupal: De Luis', []]);
  if (back) await press(back);
  expect(withdraw.mock.calls).toEqual([[[ids.his]]]);
  expect(page.querySelectorAll('li')).toHaveLength(0);
  expect(document.activeElement?.textContent).toBe('Nota retirada del grupal');
});

it('says that a note could not be taken back, and leaves the button', async () => {
  const { page, luis, ids } = sheet(undefined, { status: 'closed' }, READ);
  act(() => markBrought(luis, ids.his));
  const back = page.querySelector('li button');
  if (back) await press(back);
  expect(page.querySelector('[role="alert"]')?.textContent).toMatch(/No hay conexión/);
  expect(page.querySelectorAll('li button')).toHaveLength(1);
});

it('updates what was brought while the way is closed, and not on a board that is only read', () => {
  for (const [more, buttons] of [
    [{}, ['Actualizar en el grupal: De Luis', 'Retirar del grupal: De Luis']],
    [READ, ['Retirar del grupal: De Luis']],
  ] as const) {
    const { page, luis, ids } = sheet(undefined, { bringing: false }, more);
    act(() => markBrought(luis, ids.his, true, 'Antes'));
    expect([...page.querySelectorAll('li button')].map((one) => one.getAttribute('aria-label'))).toEqual(buttons);
  }
});

it.each([
  ['while notes go', {}, {}],
  ['after the end', { status: 'closed' }, READ],
] as const)('has a row for what was deleted here after it was brought, %s', async (_, call, more) => {
  const withdraw = vi.fn<BoardCommands['withdraw']>(async (notes) => {
    const map = notesOf(made.luis.doc).get(notes[0] ?? '');
    if (map instanceof Y.Map) map.delete('brought');
    return { ok: true, withdrawn: notes };
  });
  const made = sheet(undefined, call, { ...more, withdraw });
  const { luis, ids, page, reopen, ticked } = made;
  act(() => {
    markBrought(luis, ids.his);
    deleteNotes(luis.writer, [ids.his], 5);
  });
  reopen();
  expect(page.textContent).not.toContain('Ninguna nota de este tablero está en el grupal');
  expect(ticked()).toEqual([]);
  const [row, ...others] = [...page.querySelectorAll('section li')];
  expect([row?.textContent, others]).toEqual(['De LuisYa está en el grupalRetirar', []]);
  const back = row?.querySelector('button');
  expect(back?.getAttribute('aria-label')).toBe('Retirar del grupal: De Luis');
  if (back) await press(back);
  expect(withdraw.mock.calls).toEqual([[[ids.his]]]);
  expect(page.querySelectorAll('section li')).toHaveLength(0);
  expect(document.activeElement?.textContent).toBe('Nota retirada del grupal');
});
