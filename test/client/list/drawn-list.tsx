/** Draws a list on joined boards and presses its keys as a person would. Knows no server. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { BoardSession } from '../../../client/board/session.ts';
import { List, type ListProps } from '../../../client/list/List.tsx';
import type { NoteId } from '../../../shared/ids.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface DrawnList {
  readonly page: HTMLElement;
  card(id: NoteId): HTMLElement;
  /** The only element of this role or tag with this name. */
  named(selector: string, name: string | RegExp): HTMLElement;
  press(element: Element): void;
  type(field: Element, text: string): void;
  key(field: Element, key: string, keys?: KeyboardEventInit): void;
  close(): void;
}

export function drawList(session: BoardSession, props: Partial<ListProps> = {}): DrawnList {
  const page = document.createElement('div');
  document.body.append(page);
  const root: Root = createRoot(page);
  act(() => root.render(<List session={session} language="es" {...props} />));
  const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent ?? '';
  const drawn: DrawnList = {
    page,
    card(id) {
      const found = [...page.querySelectorAll<HTMLElement>('[data-note]')].find((card) => card.dataset.note === id);
      if (!found) throw new Error(`no row for note ${id}`);
      return found;
    },
    named(selector, name) {
      const all = [...document.querySelectorAll<HTMLElement>(selector)];
      const found = all.filter((one) => (typeof name === 'string' ? nameOf(one) === name : name.test(nameOf(one))));
      const [only] = found;
      if (!only || found.length > 1)
        throw new Error(`${found.length} of ${selector} named ${name}: ${all.map(nameOf)}`);
      return only;
    },
    press: (element) =>
      act(() => {
        element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      }),
    type: (field, text) =>
      act(() => {
        if (!(field instanceof HTMLTextAreaElement)) throw new Error('not a field');
        field.focus();
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }),
    key: (field, key, keys = {}) =>
      act(() => {
        field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys }));
      }),
    close() {
      act(() => root.unmount());
      page.remove();
    },
  };
  return drawn;
}
