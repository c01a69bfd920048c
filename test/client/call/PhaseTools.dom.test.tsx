/** Who may group is decided in the panel, in the phase in which it is done. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { PhaseTools } from '../../../client/call/panel/PhaseTools.tsx';
import { type Panel, PanelContext } from '../../../client/call/panel/panel-context.ts';
import { seatApi } from '../../../client/sync/seat-api.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { type Asked, answerWith } from '../../kit/drawn-page.tsx';
import { inPhase, seat, twelve } from './panel-facts.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(() => vi.unstubAllGlobals());

it('lets everybody group, or facilitation alone, where the grouping is', async () => {
  const asked: Asked[] = answerWith(() => ({ why: 'not-now' }));
  const page = document.createElement('div');
  const root = createRoot(page);
  const draw = (cohort: Cohort): void => {
    const panel: Panel = {
      ...{ seat, cohort, attendance: new Map(), writers: new Map(), brought: 0, language: 'es' },
      deeds: {
        ...{ api: seatApi(seat.token), busy: false, told: null, tell: () => undefined },
        conduct: async () => true,
        ask: async () => null,
      },
      landing: { place: null, go: () => undefined },
      open: () => undefined,
      titleOf: ({ kind }) => kind,
      copyText: async () => true,
    };
    act(() => root.render(<PanelContext.Provider value={panel}>{<PhaseTools />}</PanelContext.Provider>));
  };
  const letGroup = (): HTMLInputElement | null | undefined =>
    [...page.querySelectorAll('label')]
      .find((one) => one.textContent?.includes('Todas las personas pueden agrupar'))
      ?.querySelector('input');
  const cohort = twelve(inPhase('cluster', 5));
  draw(cohort);
  expect(letGroup()?.checked).toBe(false);
  await act(async () => letGroup()?.click());
  expect(asked.at(-1)).toMatchObject({ path: `/api/cohorts/${seat.cohort.id}`, body: { themesOpen: true } });
  draw({ ...cohort, meta: { ...cohort.meta, themesOpen: true } });
  expect(letGroup()?.checked).toBe(true);
  draw(twelve(inPhase('value', 5)));
  expect(letGroup()).toBeUndefined();
  act(() => root.unmount());
});
