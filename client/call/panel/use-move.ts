/** From phase to phase, and its clock. A phase is always named: pressed twice, or by two people, it is still one step. */
import { type Phase, phaseTexts } from '../../../shared/cohort/agenda.ts';
import { phaseAfter, phaseBefore } from '../../../shared/cohort/call.ts';
import { useText } from '../../i18n/text.ts';
import { usePanel } from './panel-context.ts';

export interface Move {
  /** *Empezar* before the call, else *Siguiente fase*. */
  next(): void;
  back(): void;
  go(phase: Phase): void;
  /** *Traer a todas* to the board of the phase. */
  gather(): void;
  addTime(minutes: number): void;
  /** Stops the clock, or lets it go on. */
  turnClock(): void;
}

export function useMove(): Move {
  const t = useText();
  const { cohort, deeds, language } = usePanel();
  const { call } = cohort;
  const go = (phase: Phase): void => {
    const done = t('panel.nowIn', { title: phaseTexts(phase, language).title });
    void deeds.conduct({ do: 'go', phase: phase.id }, done);
  };
  const to = (phase: Phase | null): void => {
    if (phase && call.status !== 'closed' && !deeds.busy) go(phase);
  };
  return {
    go,
    next: () => to(phaseAfter(call)),
    back: () => {
      if (call.status === 'running') to(phaseBefore(call));
    },
    gather: () => void deeds.conduct({ do: 'gather', board: null }, t('panel.brought')),
    addTime(minutes) {
      if (call.clock && call.status === 'running') void deeds.conduct({ do: 'add-time', minutes });
    },
    turnClock() {
      if (!call.clock || call.status !== 'running') return;
      void deeds.conduct({ do: call.clock.kind === 'paused' ? 'resume-clock' : 'pause-clock' });
    },
  };
}
