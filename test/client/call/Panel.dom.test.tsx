/** The panel with twelve organisations: what it counts and says, what a tap and a key ask of the server. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AttentionCard } from '../../../client/call/panel/AttentionCard.tsx';
import { HandsDialog } from '../../../client/call/panel/Hands.tsx';
import { NowCard } from '../../../client/call/panel/NowCard.tsx';
import { PanelGrid } from '../../../client/call/panel/PanelGrid.tsx';
import { PhaseStrip } from '../../../client/call/panel/PhaseStrip.tsx';
import { PhaseTools } from '../../../client/call/panel/PhaseTools.tsx';
import { type Panel, PanelContext } from '../../../client/call/panel/panel-context.ts';
import type { Answer } from '../../../client/sync/request.ts';
import { seatApi } from '../../../client/sync/seat-api.ts';
import type { Call } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { attending, boardId, inPhase, org, person, seat, twelve } from './panel-facts.ts';
import '../../kit/dialogs.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const asked: { path: string; body: unknown }[] = [];
beforeEach(() => {
  asked.length = 0;
  // The clock stands still.
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  // The server's time and every deed: nobody answers, what was asked is kept.
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (typeof init.body === 'string') asked.push({ path, body: JSON.parse(init.body) });
    throw new TypeError('no server');
  });
});
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const api = seatApi(seat.token);
const deedsWith = (more: Partial<Panel['deeds']>): Panel['deeds'] => ({
  ...{ api, busy: false, told: null, tell: () => undefined, conduct: async () => true, ask: async () => null },
  ...more,
});

function panelWith(parts: ReactNode, cohort: Cohort, more: Partial<Panel> = {}) {
  const conduct = vi.fn<Panel['deeds']['conduct']>(async () => true);
  const opened = vi.fn();
  const panel: Panel = {
    seat,
    cohort,
    attendance: new Map(),
    writers: new Map(),
    brought: 0,
    language: 'es',
    deeds: deedsWith({ conduct }),
    landing: { place: null, go: () => undefined },
    open: opened,
    titleOf: ({ kind }) => kind,
    copyText: async () => true,
    ...more,
  };
  const page = document.createElement('div');
  document.body.append(page);
  const root = createRoot(page);
  open.push(() => {
    act(() => root.unmount());
    page.remove();
  });
  const draw = (now: Cohort): void =>
    act(() => root.render(<PanelContext.Provider value={{ ...panel, cohort: now }}>{parts}</PanelContext.Provider>));
  draw(cohort);
  const button = (name: string): HTMLButtonElement => {
    const found = [...page.querySelectorAll('button')].find((one) =>
      [one.getAttribute('aria-label'), one.title, spoken(one)].includes(name),
    );
    if (!found) throw new Error(`no button ${name}`);
    return found;
  };
  return { page, button, conduct, opened, draw };
}
/** Its words without those that are only drawn. */
function spoken(element: Element): string {
  const copy = element.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const drawn of copy.querySelectorAll('[aria-hidden="true"]')) drawn.remove();
  return copy.textContent ?? '';
}
const press = (element: HTMLElement): Promise<void> => act(async () => element.click());
const rowOf = (page: HTMLElement, n: number): HTMLTableRowElement => {
  const row = page.querySelectorAll<HTMLTableRowElement>('tbody tr')[n];
  if (!row) throw new Error(`no row ${n}`);
  return row;
};
const calling = (phase: string, minutes = 5, more: Partial<Call> = {}): Cohort =>
  twelve({ ...inPhase(phase, minutes), ...more });

it('has one line for each organisation with its counts, and their sum', () => {
  const { page } = panelWith(<PanelGrid />, calling('iceberg'));
  expect(page.querySelectorAll('tbody tr')).toHaveLength(12);
  const cells = [...rowOf(page, 4).querySelectorAll('td')].map((cell) => cell.textContent);
  expect(cells.slice(0, 5)).toEqual(['4', '4', '4', '4', '16']);
  const sums = [...page.querySelectorAll('tfoot td')].map((cell) => cell.textContent);
  expect(sums.slice(0, 5)).toEqual(['66', '66', '66', '66', '264']);
});

it('says which organisation has no notes once three minutes are over, not before', () => {
  const { page, draw } = panelWith(<PanelGrid />, calling('iceberg', 26));
  expect(page.textContent).not.toContain('sin notas');
  draw(calling('iceberg', 25));
  expect(rowOf(page, 0).textContent).toContain('sin notas');
  expect(page.textContent?.match(/sin notas/g)).toHaveLength(1);
});

it('marks the cells of the layer of the moment that are empty after three minutes, with words', () => {
  const counts = new Map([
    [boardId('iceberg', 1), { results: 2, patterns: 0 }],
    [boardId('iceberg', 2), { results: 1, patterns: 3 }],
  ]);
  const opened = (minutesAgo: number): Cohort => {
    const since = Date.now() - minutesAgo * 60_000;
    const layers: Call['layers'] = { open: ['results', 'patterns'], current: 'patterns', since };
    return { ...calling('iceberg', 5, { layers }), counts };
  };
  const { page, draw } = panelWith(<PanelGrid />, opened(2));
  const words = 'sin notas tras tres minutos en esta capa';
  expect(page.textContent).not.toContain(words);
  draw(opened(4));
  const cellsOf = (n: number) => [...rowOf(page, n).querySelectorAll('td[data-area]')];
  expect(cellsOf(1).map(spoken)).toEqual(['2', `0, ${words}`, '0', '0']);
  expect(cellsOf(1)[1]?.getAttribute('title')).toBe(`Hábitos y patrones: 0, ${words}`);
  expect(cellsOf(2).map(spoken)).toEqual(['1', '3', '0', '0']);
  expect(page.textContent?.split(words)).toHaveLength(12);
});

it('says in its head which layer is the one of now, the fourth too', () => {
  const layers: Call['layers'] = {
    open: ['results', 'patterns', 'structures', 'beliefs'],
    current: 'beliefs',
    since: 1,
  };
  const { page } = panelWith(<PanelGrid />, calling('iceberg', 5, { layers }));
  expect([...page.querySelectorAll('thead th')].filter((one) => /ahora/.test(one.textContent ?? ''))).toHaveLength(1);
  expect(page.querySelector('thead th:nth-child(5)')?.textContent).toContain('ahora');
});

it('opens only the board of who asks for support, and ends the visit', () => {
  const { page } = panelWith(<PanelGrid />, calling('iceberg'));
  expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    `/tablero/${boardId('iceberg', 3)}`,
  ]);
});

it('shows the way to the board where everybody is, and only where there is one', async () => {
  const go = vi.fn();
  const { button } = panelWith(<NowCard />, calling('cluster'), {
    landing: { place: boardId('group-iceberg', 99), go },
  });
  await press(button('Ir al tablero de esta fase'));
  expect(go).toHaveBeenCalledOnce();
  const place = boardId('closing', 1);
  const called = calling('iceberg', 5, { landing: { at: 9, board: place } });
  expect(
    panelWith(<NowCard />, called, { landing: { place, go } }).button('Ir al tablero donde está la cohorte'),
  ).toBeTruthy();
  const { page } = panelWith(<NowCard />, calling('iceberg'));
  expect(page.textContent).not.toContain('Ir al tablero');
});

it('tells how people are in words, not by colour alone', () => {
  const attendance = new Map([[person(0), attending('writing', 'phone', 5)]]);
  const { button, opened } = panelWith(<PanelGrid />, calling('iceberg'), { attendance });
  const ana = button('Persona 0: escribiendo, en celular, mano levantada');
  expect(button('Persona 1: sin conexión')).toBeTruthy();
  ana.click();
  expect(opened).toHaveBeenCalledWith({ kind: 'message', to: person(0) });
});

it('lowers a raised hand with one press, and says whose', async () => {
  const attendance = new Map([[person(0), attending('here', 'phone', 5)]]);
  const lowerHand = vi.fn(async () => ({ ok: true as const, value: { reached: 1 } }));
  const tell = vi.fn();
  const ask = async <T,>(answer: Promise<Answer<T>>) => {
    const got = await answer;
    return got.ok ? got.value : null;
  };
  const deeds = deedsWith({ api: { ...api, lowerHand }, tell, ask });
  const { button } = panelWith(<AttentionCard />, calling('iceberg'), { attendance, deeds });
  const lower = button('Bajar la mano de Persona 0');
  lower.focus();
  await press(lower);
  expect(document.activeElement?.tagName).toBe('SECTION');
  expect(lowerHand).toHaveBeenCalledWith(seat.cohort.id, person(0));
  expect(tell).toHaveBeenCalledWith('Bajaste la mano de Persona 0.');
});

it('shows the hands that are up longest, and all of them in a window', async () => {
  const up = (count: number) =>
    new Map(Array.from({ length: count }, (_, n) => [person(n), attending('here', 'phone', 100 - n)] as const));
  const namesIn = (page: ParentNode) => [...page.querySelectorAll('[aria-label^="Bajar la mano"]')].length;
  expect(namesIn(panelWith(<AttentionCard />, calling('iceberg'), { attendance: up(4) }).page)).toBe(4);
  const { page, button, opened } = panelWith(<AttentionCard />, calling('iceberg'), { attendance: up(7) });
  expect(namesIn(page)).toBe(3);
  expect(button('Bajar la mano de Persona 6')).toBeTruthy();
  await press(button('y 4 más'));
  expect(opened).toHaveBeenCalledWith({ kind: 'hands' });
  panelWith(<HandsDialog onClose={() => undefined} />, calling('iceberg'), { attendance: up(7) });
  expect(namesIn(document.querySelector('dialog') ?? page)).toBe(7);
});

it('names who has no note yet; a tap asks for help from that person', async () => {
  const ask = vi.fn(async () => null);
  const writers = new Map([[boardId('iceberg', 0), [person(0)]]]);
  const { page } = panelWith(<AttentionCard />, calling('iceberg'), { writers, deeds: deedsWith({ ask }) });
  expect(page.textContent).toContain('1 de 24 con al menos una nota');
  expect(page.textContent).toContain('y 18 más');
  const first = [...page.querySelectorAll('button')].find((one) => one.textContent === 'Persona 1');
  if (!first) throw new Error('nobody is named');
  await press(first);
  expect(asked).toContainEqual({
    path: `/api/cohorts/${seat.cohort.id}/messages`,
    body: { text: '¿Necesitas ayuda?', to: person(1) },
  });
});

it('tells how many organisations have brought something, and not which', () => {
  const { page } = panelWith(<AttentionCard />, calling('transfer'), { brought: 5 });
  expect(page.textContent).toContain('Ya llevaron notas 5 de 12 organizaciones');
  expect(page.textContent).not.toContain('Organización');
});

it('tells only how many answered the self-assessment', () => {
  const cohort = { ...calling('self'), progress: { answered: 3, of: 24 } };
  const { page } = panelWith(<AttentionCard />, cohort);
  expect(page.textContent).toContain('Contestaron 3 de 24');
  expect(page.textContent).not.toContain('Persona');
});

it('goes to the next phase at once and asks before any other', async () => {
  const { page, conduct, opened } = panelWith(<PhaseStrip />, calling('iceberg'));
  const phases = [...page.querySelectorAll('button')];
  expect(phases.find((one) => one.getAttribute('aria-current') === 'step')?.textContent).toContain('Iceberg');
  await press(phases[3] ?? page);
  expect(conduct).toHaveBeenCalledWith({ do: 'go', phase: 'break1' }, 'Fase: Pausa');
  await press(phases[7] ?? page);
  expect(opened).toHaveBeenCalledWith({ kind: 'go', phase: 'break2' });
  expect(conduct).toHaveBeenCalledTimes(1);
});

it('says what to say now, and asks on when time is over', async () => {
  const { page, button, conduct } = panelWith(<NowCard />, calling('iceberg', -1));
  expect(page.textContent).toContain('Solo su equipo ve este tablero.');
  expect(page.textContent).toContain('tiempo cumplido');
  await press(button('Añadir 2 min'));
  await press(button('Seguir el reloj'));
  await press(button('Siguiente fase: Pausa'));
  expect(conduct.mock.calls.map(([deed]) => deed)).toEqual([
    { do: 'add-time', minutes: 2 },
    { do: 'resume-clock' },
    { do: 'go', phase: 'break1' },
  ]);
});

it.each([
  ['iceberg', 'Abrir capa 3: Sistemas y estructuras', { do: 'layer', layer: 'structures' }],
  ['iceberg', 'Abrir todas', { do: 'all-layers' }],
  ['transfer', 'Abrir traslado', { do: 'bringing', on: true }],
  ['value', 'Siguiente zona', { do: 'zone', zone: 'value', minutes: 4 }],
])('has in %s: %s', async (phase, name, deed) => {
  const layers = { open: ['results', 'patterns'], current: 'patterns' } as const;
  const more = { layers: { ...layers, open: [...layers.open] }, bringing: false };
  const { button, conduct } = panelWith(<PhaseTools />, calling(phase, 5, more));
  await press(button(name));
  expect(conduct).toHaveBeenCalledWith(deed);
});

it('shows groups with their round, and turns one of them', async () => {
  const clock = { kind: 'paused', leftMs: 65_000 } as const;
  const groups = [
    { id: 'g1', organisations: [org(5), org(1)], round: { presenter: 0, step: 2, clock }, done: false },
    { id: 'g2', organisations: [org(2)], round: null, done: true },
  ];
  const { page, button } = panelWith(<PanelGrid />, calling('peers', 5, { groups }));
  expect(rowOf(page, 0).textContent).toMatch(/Organización 5.*Presenta.*Grupo 1.*Aportar.*1:05/);
  expect(page.textContent).toContain('Terminó sus rondas');
  await press(button('Siguiente paso del grupo 1'));
  expect(asked).toContainEqual({ path: `/api/cohorts/${seat.cohort.id}/groups/g1/round`, body: { do: 'next' } });
});

it('walks through the grid with arrow keys', () => {
  const { page } = panelWith(<PanelGrid />, calling('iceberg'));
  const [first, second] = rowOf(page, 0).querySelectorAll('button');
  first?.focus();
  const key = (name: string): boolean | undefined =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
  act(() => void key('ArrowRight'));
  expect(document.activeElement).toBe(second);
  act(() => void key('ArrowDown'));
  expect(rowOf(page, 1).contains(document.activeElement)).toBe(true);
});
