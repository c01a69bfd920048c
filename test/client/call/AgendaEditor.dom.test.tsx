/** The agenda's editor: what is changed stays changed until it is saved whole. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { AgendaEditor } from '../../../client/call/agenda/AgendaEditor.tsx';
import type { Seat } from '../../../client/sync/seats.ts';
import { agendaOf } from '../../../shared/cohort/agenda.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { newCohortId } from '../../../shared/ids.ts';
import { inPhase, person, twelve } from './panel-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const seat: Seat = {
  token: 'token',
  openedAt: 0,
  boards: [],
  person: { id: person(99), name: 'Maribel', role: 'facilitator', organisation: null },
  cohort: { id: newCohortId(), ...twelve().meta, organisations: [] },
};

function editor(cohort: Cohort) {
  const asked: unknown[] = [];
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    if (typeof init.body === 'string') asked.push(JSON.parse(init.body));
    throw new TypeError('no server');
  });
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(() => {
    act(() => root.unmount());
    page.remove();
  });
  const draw = (now: Cohort): void => act(() => root.render(<AgendaEditor cohort={now} seat={seat} />));
  draw(cohort);
  const button = (name: string): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].find((one) =>
      [one.getAttribute('aria-label'), one.textContent].includes(name),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  const field = (label: string): HTMLInputElement => {
    const of = [...page.querySelectorAll('label')].find((one) => one.textContent?.trim().startsWith(label));
    const found = of?.querySelector('input') ?? page.querySelector<HTMLInputElement>(`[id="${of?.htmlFor}"]`);
    if (!found) throw new Error(`no field ${label}`);
    return found;
  };
  const type = (label: string, text: string): void =>
    act(() => {
      const input = field(label);
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  const press = (name: string): Promise<void> => act(async () => button(name).click());
  return { page, asked, draw, button, field, type, press };
}

it('saves minutes, texts and the order in one', async () => {
  const { asked, field, type, press, button } = editor(twelve(inPhase('iceberg', 5)));
  type('Minutos de Cierre', '');
  expect(field('Minutos de Cierre').value).toBe('');
  type('Minutos de Cierre', '15');
  await press('Textos de Cierre');
  type('Título', 'Despedida');
  await press('Subir Despedida');
  expect(document.activeElement).toBe(button('Subir Despedida'));
  await press('Guardar la agenda');
  const [saved] = asked;
  expect(saved).toMatchObject({ do: 'agenda' });
  expect(JSON.stringify(saved)).toContain('"id":"close","kind":"close","minutes":15,"title":"Despedida"');
});

it('never removes the phase that is on, and goes back to the original text', async () => {
  const { button, type, press, page } = editor(twelve(inPhase('iceberg', 5)));
  expect(button('La fase en curso no se puede quitar.').disabled).toBe(true);
  await press('Textos de Pausa');
  type('Título', 'Café');
  expect(page.textContent).toContain('texto propio');
  await press('Volver al texto original');
  expect(page.textContent).not.toContain('texto propio');
});

it('shows what somebody else saves at once, but says so while something is being changed here', () => {
  const cohort = twelve(inPhase('iceberg', 5));
  const { draw, field, type, page } = editor(cohort);
  const other = (minutes: number): Cohort => ({
    ...cohort,
    call: { ...cohort.call, agenda: agendaOf('full').map((one) => (one.id === 'close' ? { ...one, minutes } : one)) },
  });
  draw(other(12));
  expect(field('Minutos de Cierre').value).toBe('12');
  type('Minutos de Cierre', '20');
  draw(other(8));
  expect(field('Minutos de Cierre').value).toBe('20');
  expect(page.textContent).toContain('Otra persona cambió la agenda');
});
