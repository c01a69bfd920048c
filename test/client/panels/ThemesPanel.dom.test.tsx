/** What the list of themes says while there are none: what this person can do, and nothing they cannot. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { ThemesPanel } from '../../../client/panels/ThemesPanel.tsx';
import { type Call, newCall } from '../../../shared/cohort/call.ts';
import { conduct } from '../../../shared/cohort/conduct.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import { joinedSessions } from '../../kit/session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0).reverse()) close();
});

const MAKE = 'Escoge notas y usa «Crear tema con la selección».';
const GUIDED = 'Agrupa la facilitación. Di en voz alta tu idea.';

/** What the panel of Ana (0) or of Mari Cruz, who facilitates (2), says. */
function said(who: 0 | 2, right: Right, phase: string, change: Partial<Call> = {}): string {
  const sessions = joinedSessions('group-iceberg', 3);
  for (const { close } of sessions) open.push(close);
  const one = sessions[who];
  const call = conduct(newCall(), { do: 'go', phase }, 1000);
  if (!one || !call) throw new Error('there is nobody, or no such phase');
  const session: BoardSession = {
    ...one,
    right: writable(right),
    cohort: writable({ ...one.cohort.get(), call: { ...call, reading: false, ...change } }),
  };
  const page = document.createElement('div');
  const root = createRoot(page);
  open.push(() => act(() => root.unmount()));
  act(() => root.render(<ThemesPanel session={session} language="es" reading={null} onRead={() => undefined} />));
  return page.textContent ?? '';
}

it('says how a theme is made to who may make one', () => {
  for (const who of [0, 2] as const) {
    expect(said(who, 'write', 'cluster')).toContain(MAKE);
    expect(said(who, 'write', 'cluster')).not.toContain(GUIDED);
  }
});

it('says to participants who only read that facilitation groups, and that their voice counts', () => {
  expect(said(0, 'read', 'cluster')).toContain(`Todavía no hay temas.${GUIDED}`);
  expect(said(0, 'read', 'cluster')).not.toContain(MAKE);
});

it('says only that there are none while nobody groups', () => {
  expect(said(0, 'read', 'cluster', { reading: true })).not.toContain(GUIDED);
  expect(said(2, 'read', 'cluster', { reading: true })).not.toContain(MAKE);
  expect(said(0, 'read', 'value')).not.toContain(GUIDED);
  expect(said(0, 'read', 'cluster', { status: 'closed' })).not.toContain(GUIDED);
});
