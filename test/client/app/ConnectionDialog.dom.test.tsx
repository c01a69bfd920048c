/** *Probar mi conexión* on the screen: a line for each that was tried, what to do where it failed, and once more. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import ConnectionDialog from '../../../client/app/ConnectionDialog.tsx';
import { answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { pageWorld } from '../../kit/page-session.ts';
import { textIn } from '../../kit/pages/words.ts';
import '../../kit/dialogs.ts';

/** What trying comes to, and which documents were tried over a live connection. */
const device = vi.hoisted(() => ({
  trips: [40] as number[] | null,
  opens: Promise.resolve(),
  notes: true,
  rooms: [] as string[],
}));
vi.mock('../../../client/sync/try-live.ts', () => ({
  tryLive: async (_api: unknown, room: string) => {
    device.rooms.push(room);
    await device.opens;
    return device.trips;
  },
}));
vi.mock('../../../client/sync/try-device.ts', () => ({
  keepsNotes: async () => device.notes,
  keepsWords: () => true,
  keepsForLong: async () => true,
  keepsThePage: async () => true,
}));

const world = pageWorld('feedback');
let drawn: DrawnPage;
beforeEach(() => {
  Object.assign(device, { trips: [40], notes: true, rooms: [] });
  answerWith(() => null);
});
afterEach(() => {
  drawn.close();
  vi.unstubAllGlobals();
});
function draw(): void {
  const seat = world.seatOf(world.ana);
  drawn = drawPage(<ConnectionDialog seat={seat} cohort={world.cohort.get()} onClose={() => undefined} />);
}
async function open(): Promise<void> {
  draw();
  await isDone();
}
const again = (): HTMLButtonElement => drawn.named('button', textIn('es', 'check.again')) as HTMLButtonElement;
const isDone = (): Promise<void> =>
  vi.waitFor(async () => {
    await act(async () => undefined);
    expect(again().disabled).toBe(false);
  });
const lines = (): string[] => [...drawn.page.querySelectorAll('li')].map((line) => line.textContent ?? '');
const said = (): string[] => [...drawn.page.querySelectorAll('[role=status]')].map((one) => one.textContent ?? '');

it('has a line for each, in words, and says what they come to', async () => {
  await open();
  expect(lines()).toHaveLength(8);
  expect(lines()[0]).toContain('Servidor: bien');
  expect(lines()[2]).toContain('Rápida. (40 ms de ida y vuelta)');
  expect(said().join()).toContain(textIn('es', 'check.whole.well'));
  // Without a practice board it is the cohort's own document.
  expect(device.rooms).toEqual([world.seatOf(world.ana).cohort.id]);
});

it('says what is safe and what to do where something fails, and tries again when it is asked to', async () => {
  Object.assign(device, { trips: null, notes: false });
  await open();
  expect(lines()[1]).toContain(textIn('es', 'check.live.bad'));
  expect(lines()[2]).toContain('sin probar');
  expect(lines()[3]).toContain('Notas en este dispositivo: falla');
  expect(said().join()).toContain(textIn('es', 'check.whole.bad'));
  Object.assign(device, { trips: [900], notes: true });
  await drawn.press(again());
  await isDone();
  expect(lines()[2]).toContain('Lenta, pero sirve');
  expect(said().join()).toContain(textIn('es', 'check.whole.fair'));
});

it('reads a line as soon as it is known', async () => {
  let open = (): void => undefined;
  device.opens = new Promise((resolve) => {
    open = resolve;
  });
  draw();
  await act(async () => vi.waitFor(() => expect(device.rooms).toHaveLength(1)));
  expect(said().join('')).toBe('Servidor: bien');
  expect(lines()).toEqual(['Servidor: bienEl servidor contesta.', 'Conexión en vivo: probando…']);
  open();
  await isDone();
});
