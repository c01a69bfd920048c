/** The gallery over a board: it stays open while the phase lasts, and no longer. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { GallerySheet } from '../../../client/panels/GallerySheet.tsx';
import '../../../client/i18n/later.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { EMPTY_COHORT } from '../../kit/cohort-facts.ts';
import '../../kit/dialogs.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const inPhase = (phase: string, name = 'Cohorte'): Cohort => ({
  ...EMPTY_COHORT,
  meta: { ...EMPTY_COHORT.meta, name },
  call: { ...EMPTY_COHORT.call, status: 'running', phase },
});

it('closes when the call goes on, and not when something else changes', () => {
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  const onClose = vi.fn();
  const show = (cohort: Cohort): void =>
    act(() => root.render(<GallerySheet cohort={cohort} language="es" onClose={onClose} />));
  show(inPhase('value'));
  show(inPhase('value', 'Otro nombre'));
  expect(onClose).not.toHaveBeenCalled();
  show(inPhase('peers'));
  expect(onClose).toHaveBeenCalledOnce();
  act(() => root.unmount());
  page.remove();
});
