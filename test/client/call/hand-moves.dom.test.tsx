/** Who is at something: an open sheet alone holds nobody back, what was pressed or written in it does. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isBusyNow, watchMoves } from '../../../client/call/hand-moves.ts';

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  stop = watchMoves();
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function openSheet(inside: string): HTMLDialogElement {
  const sheet = document.createElement('dialog');
  sheet.setAttribute('open', '');
  sheet.innerHTML = inside;
  document.body.append(sheet);
  vi.advanceTimersByTime(60_000);
  return sheet;
}

it('is not somebody who left a sheet open', () => {
  const sheet = openSheet('<button>PNG</button><input type="checkbox" checked><input placeholder="Nombre">');
  expect(isBusyNow()).toBeFalsy();
  sheet.querySelector('button')?.click();
  expect(isBusyNow()).toBe(true);
  vi.advanceTimersByTime(20_000);
  expect(isBusyNow()).toBeFalsy();
  sheet.querySelector('button')?.click();
  sheet.removeAttribute('open');
  expect(isBusyNow()).toBeFalsy();
});

it.each(['<input value="Copia">', '<textarea>A medias</textarea>'])('is who wrote something in it: %s', (field) => {
  openSheet(field);
  expect(isBusyNow()).toBe(true);
});
