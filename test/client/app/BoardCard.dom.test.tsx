/** The number of notes on the card of a board: unknown is not none. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { BoardCard } from '../../../client/app/BoardCard.tsx';
import '../../../client/i18n/later.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { newPersonId } from '../../../shared/ids.ts';
import { boardEntry, EMPTY_COHORT } from '../../kit/cohort-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function notesLine(createdAt: number, results: number): Element {
  const board = boardEntry('group-iceberg', { createdAt });
  const cohort: Cohort = {
    ...EMPTY_COHORT,
    boards: [board],
    counts: results > 0 ? new Map([[board.id, { results }]]) : new Map(),
  };
  const page = document.createElement('div');
  const root = createRoot(page);
  const me = { id: newPersonId(), name: 'Ana', role: 'participant', organisation: null } as const;
  act(() => root.render(<BoardCard board={board} cohort={cohort} me={me} />));
  closers.push(() => act(() => root.unmount()));
  const line = page.querySelector('.board-card__notes');
  if (!line) throw new Error('no line for the number of notes');
  return line;
}

it('says nothing, and keeps the line, while only the seat is known', () => {
  expect(notesLine(0, 0).textContent).toBe('');
});

it('says how many notes there are once the document of the cohort is there', () => {
  expect(notesLine(1, 0).textContent).toBe('Aún sin notas');
  expect(notesLine(1, 3).textContent).toBe('3 notas');
});
