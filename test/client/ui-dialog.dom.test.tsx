/** Whatever opened a window has the focus again when it is closed. */
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Dialog } from '../../client/ui/Dialog.tsx';
import { Menu } from '../../client/ui/Menu.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: Root;

beforeEach(() => {
  // As a browser does it: an open window takes the focus; a closing one gives it back only while it is on the page.
  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
      this.querySelector('button')?.focus();
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const button = (name: string): HTMLButtonElement => {
  const found = [...page.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.getAttribute('aria-label') === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const press = (name: string): void => {
  const pressed = button(name);
  pressed.focus();
  act(() => pressed.click());
};
const focused = (): string | null => document.activeElement?.textContent ?? null;

/** A button that opens a window, among others; `stays` is whether it is there while the window is open. */
function Openers({ stays }: { stays: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <button type="button">Primero</button>
      <section>
        <button type="button">Vecino</button>
        {(stays || !isOpen) && (
          <button type="button" onClick={() => setOpen(true)}>
            Abrir
          </button>
        )}
      </section>
      {isOpen && (
        <Dialog title="Una ventana" onClose={() => setOpen(false)}>
          <button type="button" onClick={() => setOpen(false)}>
            Hecho
          </button>
        </Dialog>
      )}
    </main>
  );
}

it.each(['Cerrar', 'Hecho'])('gives the focus back to its opener after %s', (way) => {
  act(() => root.render(<Openers stays />));
  press('Abrir');
  expect(page.querySelector('dialog')?.contains(document.activeElement)).toBe(true);
  press(way);
  expect(page.querySelector('dialog')).toBeNull();
  expect(focused()).toBe('Abrir');
});

it('gives it back after Esc, which the browser tells as a cancel', () => {
  act(() => root.render(<Openers stays />));
  press('Abrir');
  act(() => {
    page.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
  });
  expect(focused()).toBe('Abrir');
});

it('gives it to what stands nearest when its opener is gone', () => {
  act(() => root.render(<Openers stays={false} />));
  press('Abrir');
  expect(page.querySelector('section')?.textContent).toBe('Vecino');
  press('Hecho');
  expect(focused()).toBe('Vecino');
});

function FromMenu() {
  const [isOpen, setOpen] = useState(false);
  return (
    <main>
      <button type="button">Primero</button>
      <Menu label="Más" button="Más">
        {(close) => (
          <button
            type="button"
            className="menu__one"
            onClick={() => {
              close();
              setOpen(true);
            }}
          >
            Descargar
          </button>
        )}
      </Menu>
      {isOpen && (
        <Dialog title="Una ventana" onClose={() => setOpen(false)}>
          <p>Algo</p>
        </Dialog>
      )}
    </main>
  );
}

it('gives it to the button of the menu when an entry of it opened the window', () => {
  act(() => root.render(<FromMenu />));
  press('Más');
  press('Descargar');
  press('Cerrar');
  expect(focused()).toBe('Más');
});

function Twice() {
  const [step, setStep] = useState<'none' | 'first' | 'second'>('none');
  return (
    <main>
      <button type="button" onClick={() => setStep('first')}>
        Abrir
      </button>
      {step === 'first' && (
        <Dialog key="1" title="Primera" onClose={() => setStep('none')}>
          <button type="button" onClick={() => setStep('second')}>
            Seguir
          </button>
        </Dialog>
      )}
      {step === 'second' && (
        <Dialog key="2" title="Segunda" onClose={() => setStep('none')}>
          <p>Algo</p>
        </Dialog>
      )}
    </main>
  );
}

it('gives it to who opened the first of two windows that follow each other', () => {
  act(() => root.render(<Twice />));
  press('Abrir');
  press('Seguir');
  press('Cerrar');
  expect(focused()).toBe('Abrir');
});
