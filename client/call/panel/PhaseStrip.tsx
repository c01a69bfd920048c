/** The phases of the call in a row, with their minutes: the one that is on stands out, a tap on another goes there. */
import { useEffect, useRef } from 'react';
import { phaseTexts } from '../../../shared/cohort/agenda.ts';
import { phaseAfter } from '../../../shared/cohort/call.ts';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import styles from './Phases.module.css';
import { usePanel } from './panel-context.ts';
import { useMove } from './use-move.ts';

export function PhaseStrip() {
  const t = useText();
  const { cohort, language, deeds, open } = usePanel();
  const { call } = cohort;
  const { next } = useMove();
  const on = call.agenda.findIndex(({ id }) => id === call.phase);
  const after = phaseAfter(call);
  const row = useRef<HTMLOListElement>(null);
  // Where the row does not fit it begins with the phase that is on, the one before it in sight.
  useEffect(() => {
    const before = row.current?.children[on - 1];
    if (row.current) row.current.scrollLeft = before instanceof HTMLElement ? before.offsetLeft : 0;
  }, [on]);
  const choose = (id: string): void => {
    if (id === call.phase) return;
    if (id === after?.id) next();
    else open({ kind: 'go', phase: id });
  };
  return (
    <nav aria-label={t('panel.phases')} className={styles.phases}>
      <ol ref={row}>
        {call.agenda.map((phase, i) => {
          const state = i === on && call.status === 'running' ? t('panel.on') : i < on ? t('panel.past') : null;
          return (
            <li key={phase.id} data-phase={phase.id}>
              <button
                type="button"
                className={classes(styles.phase, i < on && styles.past)}
                aria-current={i === on ? 'step' : undefined}
                disabled={call.status === 'closed' || deeds.busy}
                onClick={() => choose(phase.id)}
              >
                <span className={styles.phaseTitle}>{phaseTexts(phase, language).title}</span>
                <span className={styles.phaseMinutes}>
                  {t('panel.min', { minutes: phase.minutes })}
                  {state && <span className={i === on ? undefined : 'visually-hidden'}> · {state}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
