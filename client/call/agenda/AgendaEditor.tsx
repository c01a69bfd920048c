/** Every phase of the agenda, its minutes and its texts, to change before and during the call. Saved whole. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { agendaOf, type Phase, type PresetId, phaseTexts } from '../../../shared/cohort/agenda.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import type { Why } from '../../sync/request.ts';
import { seatApi } from '../../sync/seat-api.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { AddPhase } from './AddPhase.tsx';
import styles from './Agenda.module.css';
import { moved, without } from './draft.ts';
import { PhaseRow } from './PhaseRow.tsx';
import { PresetChoice } from './PresetChoice.tsx';
import { presetOptionsFor } from './preset-options.ts';
import { Totals } from './Totals.tsx';

interface AgendaEditorProps {
  readonly cohort: Cohort;
  readonly seat: Seat;
  readonly onSaved?: () => void;
}

const same = (a: readonly Phase[], b: readonly Phase[]): boolean => JSON.stringify(a) === JSON.stringify(b);

export function AgendaEditor({ cohort, seat, onSaved }: AgendaEditorProps) {
  const t = useText();
  const [language] = useLanguage();
  const { call } = cohort;
  const [draft, setDraft] = useState<readonly Phase[]>(call.agenda);
  const [preset, setPreset] = useState<PresetId>(call.preset);
  const [from, setFrom] = useState<readonly Phase[]>(call.agenda);
  const [told, setTold] = useState('');
  const [why, setWhy] = useState<Why | null>(null);
  const isChanged = !same(draft, from);
  const isOvertaken = isChanged && !same(from, call.agenda);
  // What others save is shown at once, unless something is being changed here.
  useEffect(() => {
    if (isChanged || same(from, call.agenda)) return;
    setDraft(call.agenda);
    setFrom(call.agenda);
    setPreset(call.preset);
  }, [call.agenda, call.preset, from, isChanged]);
  const title = (phase: Phase): string => phaseTexts(phase, language).title;
  const save = async (): Promise<void> => {
    const answer = await seatApi(seat.token).conduct(seat.cohort.id, { do: 'agenda', agenda: [...draft], preset });
    setWhy(answer.ok ? null : answer.why);
    if (!answer.ok) return;
    setFrom(draft);
    setTold(t('panel.agenda.saved'));
    onSaved?.();
  };
  const list = useRef<HTMLOListElement>(null);
  const move = (phase: Phase, by: -1 | 1): void => {
    const next = moved(draft, phase.id, by);
    flushSync(() => setDraft(next));
    focusMove(list.current, phase.id, by);
    setTold(t('panel.agenda.movedTo', { title: title(phase), number: next.indexOf(phase) + 1, count: next.length }));
  };
  const usePreset = (id: PresetId): void => {
    setPreset(id);
    const wanted = agendaOf(id, call.session);
    // The phase that is on stays, wherever the preset does not have it.
    const on = call.agenda.find((phase) => phase.id === call.phase);
    setDraft(on && !wanted.some(({ id: one }) => one === on.id) ? [on, ...wanted] : wanted);
  };
  return (
    <div className={styles.editor}>
      <p className={styles.hint}>{t('panel.agenda.lead')}</p>
      {call.status !== 'running' && (
        <details className={styles.presets}>
          <summary>{t('panel.agenda.otherPreset')}</summary>
          <PresetChoice value={preset} onChange={usePreset} options={presetOptionsFor(call.session, language, t)} />
        </details>
      )}
      <Totals draft={draft} cohort={cohort} />
      <ol className={styles.phases} ref={list}>
        {draft.map((phase, i) => (
          <PhaseRow
            key={phase.id}
            phase={phase}
            number={i + 1}
            isOn={phase.id === call.phase}
            isFirst={i === 0}
            isLast={i === draft.length - 1}
            mayRemove={draft.length > 1 && phase.id !== call.phase}
            onChange={(change) => setDraft(change(draft))}
            onMove={(by) => move(phase, by)}
            onRemove={() => {
              setDraft(without(draft, phase.id));
              setTold(t('panel.agenda.removed', { title: title(phase) }));
            }}
          />
        ))}
      </ol>
      <AddPhase draft={draft} onChange={setDraft} />
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {isOvertaken && <p className="banner banner--warn">{t('panel.agenda.othersChanged')}</p>}
      {why && (
        <p className="banner banner--bad" role="alert">
          <Icon name="warning" /> {t(`errors.${why}`)}
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.hint}>{isChanged ? t('panel.agenda.unsaved') : told}</p>
        <Button look="quiet" disabled={!isChanged} onClick={() => setDraft(from)}>
          {t('panel.agenda.discard')}
        </Button>
        <Button look="primary" disabled={!isChanged && preset === call.preset} onClick={() => void save()}>
          {t('panel.agenda.save')}
        </Button>
      </div>
    </div>
  );
}

/** The line has moved, and with it the button that was pressed; at the end of the list the other one is left. */
function focusMove(list: HTMLElement | null, phase: string, by: -1 | 1): void {
  const buttons = list?.querySelectorAll<HTMLButtonElement>(`[data-phase="${phase}"] [data-by]`) ?? [];
  const [pressed, other] = [...buttons].sort((a) => (a.dataset.by === String(by) ? -1 : 1));
  (pressed?.disabled ? other : pressed)?.focus();
}
