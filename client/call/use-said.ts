/** What a phase says aloud: its beginning, two minutes before the end, and the end. Knows no voice: the words go into a live region. */
import { useEffect, useRef, useState } from 'react';
import { leftOf } from '../../shared/cohort/clock.ts';
import { useText } from '../i18n/text.ts';
import { turnOf } from './clock-words.ts';
import type { PhaseOn } from './phase-view.ts';

export function useSaid(phase: PhaseOn, now: number): string {
  const t = useText();
  const [said, setSaid] = useState('');
  const before = useRef<{ readonly id: string; readonly left: number } | null>(null);
  const left = phase.clock ? leftOf(phase.clock, now) : null;
  useEffect(() => {
    const last = before.current;
    before.current = { id: phase.id, left: left ?? Number.POSITIVE_INFINITY };
    if (last?.id !== phase.id) {
      const { number, of, title, task } = phase;
      setSaid(t('call.started', { number, of, title, task }));
      return;
    }
    const turn = left === null ? null : turnOf(last.left, left);
    if (turn) setSaid(t(turn.key, turn.values));
  }, [phase, left, t]);
  return said;
}
