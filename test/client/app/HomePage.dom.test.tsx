/** Whoever comes back finds the own cohorts before everything else; whoever is new finds what this is. */
import { afterEach, expect, it, vi } from 'vitest';
import HomePage from '../../../client/app/HomePage.tsx';
import { browserStorage } from '../../../client/sync/browser-storage.ts';
import { keepSeat } from '../../../client/sync/seats.ts';
import { type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { pageWorld } from '../../kit/page-session.ts';
import { textIn } from '../../kit/pages/words.ts';
import '../../kit/dialogs.ts';

// Nothing waits on this device.
vi.mock('../../../client/sync/unsent-hooks.ts', () => ({ useUnsentCount: () => 0 }));

const world = pageWorld('feedback');
const CREATE = textIn('es', 'pages.home.create');
let drawn: DrawnPage;
afterEach(() => {
  drawn.close();
  localStorage.clear();
  sessionStorage.clear();
});
/** Links and headings of the page, in their order. */
const order = (): string[] =>
  [...drawn.page.querySelectorAll('.frame__main :is(h1, h2, a)')].map((one) => one.textContent ?? '');

it('begins with what this is and how to begin', () => {
  drawn = drawPage(<HomePage />);
  expect(order()).toEqual([textIn('es', 'pages.home.title'), CREATE, textIn('es', 'pages.home.codeTitle')]);
  expect(drawn.count('a', CREATE)).toBe(1);
});

it('begins with the cohorts of this device, and with how to begin once the last is taken off', async () => {
  const seat = world.seatOf(world.ana);
  keepSeat(browserStorage, seat);
  drawn = drawPage(<HomePage />);
  const { name } = seat.cohort;
  expect(order().slice(0, 2)).toEqual([textIn('es', 'pages.home.title'), textIn('es', 'pages.home.seats')]);
  expect(order()[2]).toContain(name);
  expect(order().at(-1)).toBe(CREATE);
  await drawn.press(drawn.named('button', textIn('es', 'pages.home.forget', { cohort: name })));
  await drawn.press(drawn.named('button', textIn('es', 'common.remove')));
  expect(drawn.count('.seats')).toBe(0);
  expect(order()[1]).toBe(CREATE);
});
