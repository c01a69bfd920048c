/** The window of the next call: it suggests today, wants a day, and asks the server for that one. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NewSessionDialog } from '../../../client/call/panel/NewSessionDialog.tsx';
import { type Panel, PanelContext } from '../../../client/call/panel/panel-context.ts';
import { dayOf } from '../../../client/panels/file-name.ts';
import { twelve } from './panel-facts.ts';
import '../../kit/dialogs.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let page: HTMLElement;
const conduct = vi.fn(async () => true);
const closed = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  const cohort = twelve({ status: 'closed', session: 1 });
  const panel = { cohort, language: 'es', deeds: { busy: false, conduct } } as unknown as Panel;
  act(() =>
    root.render(
      <PanelContext.Provider value={panel}>
        <NewSessionDialog onClose={closed} />
      </PanelContext.Provider>,
    ),
  );
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

const field = (type: 'date' | 'time'): HTMLInputElement => {
  const found = page.querySelector<HTMLInputElement>(`input[type="${type}"]`);
  if (!found) throw new Error(`no ${type}`);
  return found;
};
const write = (input: HTMLInputElement, value: string): void =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = (): Promise<void> => act(async () => page.querySelector('form')?.requestSubmit());

it('suggests today and the hour of the last call', async () => {
  expect([field('date').value, field('time').value]).toEqual([dayOf(new Date()), '09:00']);
  await submit();
  expect(conduct).toHaveBeenCalledWith({ do: 'new-session', preset: 'full', date: dayOf(new Date()), time: '09:00' });
  expect(closed).toHaveBeenCalledOnce();
});

it('asks for no session without a day, and says what is missing', async () => {
  write(field('date'), '');
  await submit();
  expect(conduct).not.toHaveBeenCalled();
  expect(page.textContent).toContain('Escoge la fecha.');
  write(field('date'), '2027-02-20');
  write(field('time'), '');
  await submit();
  expect(conduct).toHaveBeenCalledWith({ do: 'new-session', preset: 'full', date: '2027-02-20', time: '' });
});
