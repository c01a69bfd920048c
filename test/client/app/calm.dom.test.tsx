/** *Vista tranquila*: switched on it holds on this device, style sheets and canvas know it, and nothing moves by itself. */
import { afterEach, expect, it, vi } from 'vitest';
import CalmSwitch from '../../../client/app/CalmSwitch.tsx';
import { addNote } from '../../../client/board/actions.ts';
import { isCalm, isStill, onCalm, setCalm } from '../../../client/board/calm.ts';
import { followCarried } from '../../../client/canvas/presence/carrying.ts';
import { drawPage } from '../../kit/drawn-page.tsx';
import { textIn } from '../../kit/pages/words.ts';
import { joinedSessions } from '../../kit/session.ts';

afterEach(() => setCalm(false));

const state = () => [isCalm(), isStill(), document.documentElement.hasAttribute('data-calm')];

it('is off at first, says what it does, and is on at once everywhere', async () => {
  const told = vi.fn();
  const stop = onCalm(told);
  const { page, press, text, close } = drawPage(<CalmSwitch />);
  const shown = page.querySelector('[role=switch]');
  if (!(shown instanceof HTMLElement)) throw new Error('no switch');
  expect(text()).toContain(textIn('es', 'common.calmHint'));
  expect([shown.getAttribute('aria-checked'), ...state()]).toEqual(['false', false, false, false]);
  await press(shown);
  expect([shown.getAttribute('aria-checked'), ...state()]).toEqual(['true', true, true, true]);
  expect([localStorage.getItem('tempano.calm'), told.mock.calls.length]).toEqual(['on', 1]);
  stop();
  await press(shown);
  expect([localStorage.getItem('tempano.calm'), told.mock.calls.length, ...state()]).toEqual([
    'off',
    1,
    false,
    false,
    false,
  ]);
  close();
});

it('is as it was when the page is opened again', async () => {
  setCalm(true);
  vi.resetModules();
  const again = await import('../../../client/board/calm.ts');
  expect(again.isCalm()).toBe(true);
});

it('has notes that others carry jump to the hand', () => {
  const [a, b] = joinedSessions('iceberg', 2);
  const id = a && addNote(a, 'results');
  if (!a || !b || !id) throw new Error('no two sessions with a note');
  const steps: (() => void)[] = [];
  const carrying = followCarried(b, () => undefined, { request: (step) => steps.push(step), cancel: () => undefined });
  setCalm(true);
  a.setPresence('dragging', { [id]: [1000, 1000] });
  steps.shift()?.();
  expect([carrying.places.get(id), steps]).toEqual([[1000, 1000], []]);
  carrying.close();
  for (const one of [a, b]) one.close();
});
