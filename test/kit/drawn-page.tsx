/** Draws a page of the method, with a server that answers what the test says, and presses and types as a person would. */
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface DrawnPage {
  readonly page: HTMLElement;
  /** All words of the page. */
  text(): string;
  /** The only element of this kind with this name; throws when there is none or more. */
  named(selector: string, name: string | RegExp): HTMLElement;
  count(selector: string, name?: string | RegExp): number;
  press(element: Element): Promise<void>;
  type(field: Element, text: string): void;
  key(field: Element, key: string): void;
  close(): void;
}

export function drawPage(element: ReactElement): DrawnPage {
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  act(() => root.render(element));
  const found = (selector: string, name: string | RegExp = /^/): HTMLElement[] =>
    [...page.querySelectorAll<HTMLElement>(selector)].filter((one) => {
      const own = nameOf(one);
      return typeof name === 'string' ? own === name : name.test(own);
    });
  return {
    page,
    text: () => page.textContent ?? '',
    named(selector, name) {
      const [only, ...others] = found(selector, name);
      if (!only || others.length > 0)
        throw new Error(`${only ? others.length + 1 : 0} of ${selector} named ${name}: ${found(selector).map(nameOf)}`);
      return only;
    },
    count: (selector, name) => found(selector, name).length,
    press: (one) =>
      act(async () => {
        one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }),
    type: (field, text) => act(() => typeInto(field, text)),
    key: (field, key) =>
      act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))),
    close() {
      act(() => root.unmount());
      page.remove();
    },
  };
}

const nameOf = (element: Element): string => {
  const label = element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null;
  return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
};

function typeInto(field: Element, text: string): void {
  if (field instanceof HTMLTextAreaElement) {
    field.focus();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  } else if (field instanceof HTMLInputElement) {
    field.focus();
    // React listens for what the field's own setter does not tell.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  } else throw new Error('not a field');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers each request with what `answer` gives: null is 204, `{ status }` a refusal. Gives back what was asked. */
export function answerWith(answer: (asked: Asked) => object | null): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: { method?: string; body?: string } = {}) => {
    if (path === '/api/time') return Response.json({ now: Date.now() });
    const asked = { method, path, body: body ? JSON.parse(body) : null };
    all.push(asked);
    const said = answer(asked);
    if (said === null) return new Response(null, { status: 204 });
    const why = 'why' in said ? String(said.why) : null;
    return why === null ? Response.json(said) : Response.json({ error: { why, message: '' } }, { status: 409 });
  });
  return all;
}
