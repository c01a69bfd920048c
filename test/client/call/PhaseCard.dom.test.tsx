/** The card on the screen: what is read, what is said aloud, what can be pressed. */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WritableStore, writable } from '../../../client/board/store.ts';
import { PhaseCard, type PhaseCardProps } from '../../../client/call/PhaseCard.tsx';
import type { PhaseOn } from '../../../client/call/phase-view.ts';
import type { Seat } from '../../../client/sync/seats.ts';
import type { Role } from '../../../shared/cohort/roles.ts';
import { newCohortId, newOrgId, newPersonId } from '../../../shared/ids.ts';
import { COHORT_META } from '../../kit/cohort-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const NOW = 1_700_000_000_000;
const phase: PhaseOn = {
  kind: 'phase',
  id: 'iceberg',
  number: 3,
  of: 11,
  title: 'Iceberg de cada organización',
  task: 'Una idea por nota.',
  clock: { kind: 'running', endsAt: NOW + 125_000 },
  whole: null,
  now: { key: 'call.now.layer', values: { layer: 'Resultados visibles' } },
  next: 'Pausa',
};
const seatOf = (role: Role): Seat => ({
  token: 't',
  openedAt: 0,
  boards: [],
  person: { id: newPersonId(), name: 'Ana', role, organisation: role === 'participant' ? newOrgId() : null },
  cohort: {
    id: newCohortId(),
    ...COHORT_META,
    organisations: [],
  },
});

let page: HTMLElement;
let root: Root;
let hand: WritableStore<number | null>;
let seat: Seat;
let isNarrow: boolean;

beforeEach(() => {
  sessionStorage.clear();
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  hand = writable<number | null>(null);
  seat = seatOf('participant');
  isNarrow = false;
  vi.stubGlobal('matchMedia', () => ({
    matches: isNarrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

const draw = (change: Partial<PhaseCardProps> = {}): void =>
  act(() =>
    root.render(
      <PhaseCard
        seat={seat}
        phase={phase}
        now={NOW}
        audience={{ text: 'pages.audience.team', icon: 'lock', tone: 'sun' }}
        hand={hand}
        goTo={null}
        {...change}
      />,
    ),
  );
const said = (): string => [...page.querySelectorAll('[role=status]')].at(-1)?.textContent ?? '';
const button = (name: string): HTMLButtonElement => {
  const all = [...page.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (!found) throw new Error(`no button ${name} among ${all.map((one) => one.textContent)}`);
  return found;
};
const press = (name: string): void => act(() => button(name).click());

it('says where we are, what to do, how long, and who can see this', () => {
  draw();
  for (const words of ['Fase 3 de 11', phase.title, phase.task, 'Ahora: Resultados visibles', 'Solo tu equipo ve esto'])
    expect(page.textContent).toContain(words);
  expect(page.querySelector('[data-clock] [aria-hidden]')?.textContent).toBe('2:05');
  expect(page.textContent).toContain('Quedan 2 minutos');
});

it('says aloud the beginning, two minutes before the end, and the end, and nothing in between', () => {
  draw();
  expect(said()).toBe(`Fase 3 de 11: ${phase.title}. ${phase.task}`);
  draw({ now: NOW + 4000 });
  expect(said()).toMatch(/^Fase 3/);
  draw({ now: NOW + 5000 });
  expect(said()).toBe('Quedan 2 minutos');
  draw({ now: NOW + 60_000 });
  expect(said()).toBe('Quedan 2 minutos');
  draw({ now: NOW + 125_000 });
  expect(said()).toBe('Se acabó el tiempo');
  draw({ now: NOW + 126_000, phase: { ...phase, id: 'break1', number: 4, title: 'Pausa' } });
  expect(said()).toMatch(/^Fase 4 de 11: Pausa/);
});

it('tells that time is over in words, not by its colour alone', () => {
  draw({ now: NOW + 190_000 });
  expect(page.querySelector('[data-clock]')?.textContent).toBe('+1:05Se acabó el tiempo');
  draw({ phase: { ...phase, clock: { kind: 'paused', leftMs: 61_000 } } });
  expect(page.querySelector('[data-clock]')?.textContent).toContain('1:01Reloj en pausa');
});

it('raises and lowers a hand', () => {
  draw();
  press('Levantar la mano');
  expect(hand.get()).toBeGreaterThan(0);
  expect(page.textContent).toContain('Quien facilita lo ve');
  press('Bajar la mano');
  expect(hand.get()).toBeNull();
});

it('offers the way to where everybody is', () => {
  const go = vi.fn();
  draw({ goTo: { label: 'Ir a: Propuesta de valor', go } });
  press('Ir a: Propuesta de valor');
  expect(go).toHaveBeenCalledOnce();
});

it('says so when facilitation has lowered it', () => {
  draw();
  press('Levantar la mano');
  act(() => hand.set(0));
  expect(button('Levantar la mano')).toBeDefined();
  expect(page.textContent).toContain('Quien facilita vio tu mano y la bajó.');
  press('Levantar la mano');
  expect(hand.get()).toBeGreaterThan(0);
});

it('asks facilitation whether to go on, and nobody else', async () => {
  const late = { now: NOW + 126_000 };
  draw(late);
  expect(page.textContent).not.toContain('¿Seguimos');
  seat = seatOf('facilitator');
  draw({ now: NOW });
  await act(async () => void (await import('../../../client/call/ConductDeeds.tsx')));
  expect(page.textContent).not.toContain('¿Seguimos');
  expect(button('Siguiente fase: Pausa')).toBeDefined();
  draw(late);
  expect(page.textContent).toContain('¿Seguimos con: Pausa?');
  expect(button('Añadir 2 min')).toBeDefined();
  expect(page.textContent).not.toContain('Levantar la mano');
});

it('on a phone is unfolded until somebody folds it or writes, for each phase anew', () => {
  isNarrow = true;
  draw();
  expect(page.textContent).toContain(phase.task);
  const line = () => page.querySelector<HTMLButtonElement>('button[aria-expanded]');
  act(() => line()?.click());
  expect(line()?.getAttribute('aria-expanded')).toBe('false');
  expect(page.querySelector('section')?.textContent).not.toContain('Levantar la mano');
  expect(line()?.textContent).toContain('Ahora: Resultados visibles');
  expect(line()?.textContent).toContain('2:05');
  draw({ phase: { ...phase, id: 'value' } });
  expect(line()?.getAttribute('aria-expanded')).toBe('true');
  const field = document.createElement('textarea');
  page.append(field);
  act(() => field.focus());
  expect(line()?.getAttribute('aria-expanded')).toBe('false');
  draw({ phase: { ...phase, id: 'close' } });
  expect(line()?.getAttribute('aria-expanded')).toBe('false');
});

it('on a phone folds when somebody reads on below it, not when a hand is on the card', () => {
  isNarrow = true;
  draw({ phase: { ...phase, now: null } });
  const line = () => page.querySelector<HTMLButtonElement>('button[aria-expanded]');
  const drag = (on: Element): void => void act(() => on.dispatchEvent(new Event('touchmove', { bubbles: true })));
  drag(button('Levantar la mano'));
  expect(line()?.getAttribute('aria-expanded')).toBe('true');
  drag(document.body);
  expect(line()?.getAttribute('aria-expanded')).toBe('false');
  expect(line()?.textContent).toContain(phase.task);
  act(() => line()?.click());
  expect(button('Levantar la mano')).toBeDefined();
});

it('on a phone a round of peers is one line with one clock; of the phase it says only when less is left', () => {
  isNarrow = true;
  const now = { key: 'call.now.round', values: { organisation: 'Casa', step: 'Aportar' } } as const;
  const whole = (seconds: number) => ({ kind: 'running', endsAt: NOW + seconds * 1000 }) as const;
  draw({ phase: { ...phase, now, whole: whole(2_400) } });
  expect(page.textContent).toContain('Casa · Aportar');
  expect(page.textContent).not.toContain('Levantar la mano');
  expect(page.querySelector('[data-clock]')?.textContent).toBe('2:05Quedan 2 minutos');
  draw({ phase: { ...phase, now, whole: whole(60) } });
  expect(page.querySelector('[data-clock]')?.textContent).toContain('A la fase le queda menos');
  isNarrow = false;
  draw({ phase: { ...phase, whole: whole(2_400) } });
  expect(page.querySelector('[data-clock]')?.textContent).toContain('De la fase: 40:00');
});
