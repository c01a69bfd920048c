/** Turning the pages of the screens of rooms: what is asked of the server, and what stands on the buttons. */
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { groupDeck } from '../../../client/call/room/group-deck.ts';
import { RoomRemote } from '../../../client/call/room/RoomRemote.tsx';
import { textIn } from '../../../client/i18n/text.ts';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import type { ThemeId } from '../../../shared/ids.ts';
import { type Asked, answerWith, type DrawnPage, drawPage } from '../../kit/drawn-page.tsx';
import { type PageWorld, pageWorld } from '../../kit/page-session.ts';
import { inPhase, twelve } from './panel-facts.ts';

let world: PageWorld;
let asked: Asked[];
let answer: object;
const drawn: DrawnPage[] = [];
beforeEach(() => {
  world = pageWorld('closing');
  answer = { call: newCall() };
  asked = answerWith(() => answer);
});
afterEach(() => {
  for (const one of drawn.splice(0)) one.close();
  world.close();
  vi.unstubAllGlobals();
});

const THEMES = ['t1', 't2'].map((id, i) => ({ id: id as ThemeId, title: `Tema ${id}`, order: i, createdAt: i }));

function remote(call: Partial<Call>, reading: ThemeId | null = null) {
  const cohort = twelve({ ...inPhase('cluster', 5), ...call });
  const t = (key: Parameters<typeof textIn>[1], values?: Parameters<typeof textIn>[2]) => textIn('es', key, values);
  const deck = groupDeck({ kind: 'group-iceberg', notes: [], themes: THEMES }, { cohort, language: 'es', t });
  const onTheme = vi.fn();
  const page = drawPage(
    <RoomRemote seat={world.seatOf(world.mari)} cohort={cohort} deck={deck} reading={reading} onTheme={onTheme} />,
  );
  drawn.push(page);
  return { page, onTheme };
}
const bodies = (): unknown[] => asked.map(({ body }) => body);

it('shows the theme that is read with one press', async () => {
  const { page, onTheme } = remote({}, 't2' as ThemeId);
  await page.press(page.named('button', 'Mostrar en la sala'));
  expect(asked.map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([['POST', 'call']]);
  expect(bodies()).toEqual([{ do: 'show', shown: { slide: 'theme:t2', page: 0 } }]);
  expect(onTheme.mock.calls).toEqual([['t2']]);
});

it('goes to the slide before and after, from what the phase shows too, and not over the ends', async () => {
  const from = remote({ reading: false });
  await from.page.press(from.page.named('button', 'Página siguiente en la sala'));
  await from.page.press(from.page.named('button', 'Página anterior en la sala'));
  const last = remote({ shown: { slide: 'theme:t2', page: 0 } });
  expect((last.page.named('button', 'Página siguiente en la sala') as HTMLButtonElement).disabled).toBe(true);
  expect(bodies()).toEqual([
    { do: 'show', shown: { slide: 'theme:t1', page: 0 } },
    { do: 'show', shown: { slide: 'beliefs', page: 0 } },
  ]);
});

it('chooses a slide, and leaves it to the phase again', async () => {
  const { page } = remote({ shown: { slide: 'theme:t1', page: 0 } });
  const choice = page.page.querySelector('select') as HTMLSelectElement;
  expect([...choice.options].map(({ text }) => text).slice(-3)).toEqual(['Temas', '1. Tema t1', '2. Tema t2']);
  expect(choice.closest('label')?.firstChild?.textContent).toBe('En la sala');
  expect(choice.value).toBe('theme:t1');
  const choose = (value: string): Promise<void> =>
    act(async () => {
      choice.value = value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await choose('beliefs');
  await choose('');
  await page.press(page.named('button', 'Dejar de mostrar'));
  expect(bodies()).toEqual([
    { do: 'show', shown: { slide: 'beliefs', page: 0 } },
    { do: 'show', shown: null },
    { do: 'show', shown: null },
  ]);
});

it('says why the server did not', async () => {
  answer = { why: 'not-now' };
  const { page } = remote({ shown: { slide: 'theme:t1', page: 0 } });
  await page.press(page.named('button', 'Dejar de mostrar'));
  expect(page.count('[role="alert"]')).toBe(1);
});

it('offers the theme that is read while the room shows something else, and not what it shows already', () => {
  const other = remote({ shown: { slide: 'board', page: 0 } }, 't1' as ThemeId);
  const same = remote({ shown: { slide: 'theme:t1', page: 0 } }, 't1' as ThemeId);
  expect([other, same].map(({ page }) => page.count('button', 'Mostrar en la sala'))).toEqual([1, 0]);
});
