/** What is told keeps off the field somebody writes in. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toast } from '../../client/ui/Toast.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: Root;

/** Where things lie on this screen: the toast where it says it is, fields where a test puts them. */
const places = new Map<Element, DOMRect>();
const rect = (x: number, y: number, w: number, h: number) =>
  ({ left: x, top: y, right: x + w, bottom: y + h }) as DOMRect;

beforeEach(() => {
  page = document.createElement('div');
  document.body.append(page);
  const host = document.createElement('div');
  page.append(host);
  root = createRoot(host);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    if (this.className === 'toast') return rect(300, this.dataset.aside === 'true' ? 12 : 640, 560, 52);
    return places.get(this) ?? rect(0, 0, 0, 0);
  });
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const fieldAt = (x: number, y: number): HTMLTextAreaElement => {
  const field = document.createElement('textarea');
  page.append(field);
  places.set(field, rect(x, y, 200, 60));
  return field;
};
const show = (): void => act(() => root.render(<Toast text="Algo" onClose={() => undefined} />));
const isAside = (): boolean => page.querySelector<HTMLElement>('.toast')?.dataset.aside === 'true';

it('is at its own edge while nobody writes there', () => {
  fieldAt(400, 620);
  show();
  expect(isAside()).toBe(false);
  act(() => fieldAt(400, 300).focus());
  expect(isAside()).toBe(false);
});

it('goes to the other edge where somebody writes, or has their buttons', () => {
  fieldAt(400, 620).focus();
  show();
  expect(isAside()).toBe(true);
  act(() => fieldAt(400, 20).focus());
  expect(isAside()).toBe(false);
  act(() => fieldAt(400, 540).focus());
  expect(isAside()).toBe(true);
});
