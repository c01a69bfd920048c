/** Stacking in the list: choosing notes, reading what lies in a stack, and separating it, by keyboard and without the canvas. */
import { act } from 'react';
import { expect, it } from 'vitest';
import type { NoteId } from '../../../shared/ids.ts';
import { at, draw, two, written } from './two-people.tsx';
import '../../kit/dialogs.ts';

/** What is fetched when it is asked for comes in a later task. */
const fetched = () => act(async () => void (await import('../../../client/list/stack-chosen.ts')));

function scene(kind: 'group-iceberg' | 'iceberg' = 'group-iceberg') {
  const { ana, luis } = two(kind);
  const [short, long, other] = ['Se van', 'Se van las maestras', 'Otra cosa'].map((text) => written(luis, text));
  if (!short || !long || !other) throw new Error('three notes');
  const list = draw(ana);
  const choose = (ids: readonly NoteId[]): void => act(() => ana.selection.set(ids));
  const actions = (): string[] => {
    list.press(list.named('section button', 'Más opciones'));
    return [...document.querySelectorAll('[role="menu"] [role^="menuitem"]')].map((one) => one.textContent ?? '');
  };
  return { ana, list, short, long, other, choose, actions };
}

it('puts chosen notes under the one that says most, says so, and lets go of the choice', async () => {
  const { ana, list, short, long, other, choose, actions } = scene();
  choose([short, long]);
  expect(actions()).toContain('Apilar');
  list.press(list.named('button', 'Apilar'));
  await fetched();
  expect([at(ana, short).under, at(ana, long).under, at(ana, other).under]).toEqual([long, null, null]);
  expect(ana.selection.get()).toEqual([]);
  expect(ana.notice.get()).toEqual({ key: 'canvas.stack.made', values: { count: 2 } });
  expect(list.card(short).textContent).toContain('En una pila');
});

it.each([
  ['one note', 'group-iceberg'],
  ['a board of a team', 'iceberg'],
] as const)('offers no stacking for %s', (_, kind) => {
  const { short, long, choose, actions } = scene(kind);
  choose(kind === 'iceberg' ? [short, long] : [short]);
  expect(actions()).not.toContain('Apilar');
});

it('opens a stack from the row of a note in it, top first, and separates it', async () => {
  const { ana, list, short, long, choose, actions } = scene();
  choose([short, long]);
  actions();
  list.press(list.named('button', 'Apilar'));
  await fetched();
  list.press(list.named('button', 'En una pila'));
  await act(async () => void (await import('../../../client/list/StackSheet.tsx')));
  const window = list.named('dialog', /./);
  expect(window.querySelector('h2')?.textContent).toBe('Pila de 2 notas');
  expect([...window.querySelectorAll('li')].map((one) => one.firstChild?.textContent)).toEqual([
    'Se van las maestras',
    'Se van',
  ]);
  list.press(list.named('dialog button', 'Separar la pila'));
  expect(at(ana, short).under).toBeNull();
  expect(list.page.querySelector('dialog')).toBeNull();
});
