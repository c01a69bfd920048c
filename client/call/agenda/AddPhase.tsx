/** A phase more, of any kind, at the end of the agenda. */
import { useState } from 'react';
import {
  AGENDA,
  newPhase,
  PHASE_KINDS,
  type Phase,
  type PhaseKind,
  phaseTexts,
} from '../../../shared/cohort/agenda.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './Agenda.module.css';
import { isFull, withNew } from './draft.ts';

export function AddPhase({
  draft,
  onChange,
}: {
  draft: readonly Phase[];
  onChange: (draft: readonly Phase[]) => void;
}) {
  const t = useText();
  const [language] = useLanguage();
  const [kind, setKind] = useState<PhaseKind>('break');
  if (isFull(draft)) return <p className={styles.hint}>{t('panel.agenda.full', { count: AGENDA.phases })}</p>;
  return (
    <div className={styles.add}>
      <Select
        label={t('panel.agenda.add')}
        value={kind}
        onChange={(value) => setKind(PHASE_KINDS.find((one) => one === value) ?? kind)}
        options={PHASE_KINDS.map((one) => ({ value: one, label: phaseTexts(newPhase(one), language).title }))}
      />
      <Button icon="plus" onClick={() => onChange(withNew(draft, kind))}>
        {t('panel.agenda.addDo')}
      </Button>
    </div>
  );
}
