/** The word of facilitation to all on a screen: for who did not say it, until it is read. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MessageBanner } from '../../../client/call/MessageBanner.tsx';
import type { PersonId } from '../../../shared/ids.ts';
import { inPhase, person, seat, twelve } from './panel-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: Root;
beforeEach(() => {
  localStorage.clear();
  page = document.createElement('div');
  root = createRoot(page);
});
afterEach(() => act(() => root.unmount()));

const show = (reader: PersonId, from: PersonId): void => {
  const message = { id: 'm', text: 'Quedan dos minutos.', from, at: 10 };
  const cohort = twelve({ ...inPhase('iceberg', 2), message });
  act(() => root.render(<MessageBanner seat={{ ...seat, person: { ...seat.person, id: reader } }} cohort={cohort} />));
};

it('is shown to everybody else, also who else facilitates, until it is read', () => {
  show(person(1), seat.person.id);
  expect(page.textContent).toContain('Quedan dos minutos.');
  act(() => page.querySelector('button')?.click());
  expect(page.textContent).toBe('');
});

it('is not shown to who said it', () => {
  show(seat.person.id, seat.person.id);
  expect(page.textContent).toBe('');
});
