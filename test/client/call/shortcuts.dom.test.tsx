/** The keys of the panel. */
import { afterEach, expect, it } from 'vitest';
import { shortcutOf } from '../../../client/call/panel/use-shortcuts.ts';

afterEach(() => document.body.replaceChildren());

it('hears one-key shortcuts, but not in a field, with a modifier, or behind a window', () => {
  const field = document.createElement('input');
  const dialog = document.createElement('dialog');
  document.body.append(field);
  const heard = (init: KeyboardEventInit, target: EventTarget = document.body) => {
    const event = new KeyboardEvent('keydown', init);
    Object.defineProperty(event, 'target', { value: target });
    return shortcutOf(event);
  };
  expect(heard({ key: 'N' })).toBe('next');
  expect(heard({ key: 'h' })).toBe('hand');
  expect(heard({ key: '=' })).toBe('more');
  expect(heard({ key: 'n' }, field)).toBeNull();
  expect(heard({ key: 'n', ctrlKey: true })).toBeNull();
  expect(heard({ key: 'z' })).toBeNull();
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  expect(heard({ key: 'n' })).toBeNull();
});
