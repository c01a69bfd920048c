/** One phase of the agenda: its minutes and place at hand, its texts one tap away. */
import { useState } from 'react';
import { AGENDA, type Phase, phaseTexts } from '../../../shared/cohort/agenda.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Agenda.module.css';
import { asTemplate, isEdited, reworded, timed, type Wording } from './draft.ts';
import { MinutesField } from './MinutesField.tsx';

interface PhaseRowProps {
  readonly phase: Phase;
  readonly number: number;
  readonly isOn: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly mayRemove: boolean;
  readonly onChange: (change: (draft: readonly Phase[]) => readonly Phase[]) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function PhaseRow(props: PhaseRowProps) {
  const { phase, number, isOn, isFirst, isLast, mayRemove, onChange, onMove, onRemove } = props;
  const t = useText();
  const [language] = useLanguage();
  const [isUnfolded, setUnfolded] = useState(false);
  const { title } = phaseTexts(phase, language);
  return (
    <li className={styles.phase} data-on={isOn || undefined} data-phase={phase.id}>
      <div className={styles.line}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.title}>
          {title}
          {isOn && <Chip tone="sun">{t('panel.agenda.now')}</Chip>}
          {isEdited(phase) && <Chip tone="blue">{t('panel.agenda.edited')}</Chip>}
        </span>
        <MinutesField
          label={t('panel.agenda.minutesOf', { title })}
          isShort
          minutes={phase.minutes}
          most={AGENDA.minutes}
          onChange={(minutes) => onChange((draft) => timed(draft, phase.id, minutes))}
        />
        <span className={styles.moves}>
          <IconButton
            icon="pen"
            label={t('panel.agenda.texts', { title })}
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          />
          <IconButton
            icon="up"
            label={t('panel.agenda.up', { title })}
            disabled={isFirst}
            data-by="-1"
            onClick={() => onMove(-1)}
          />
          <IconButton
            icon="down"
            label={t('panel.agenda.down', { title })}
            disabled={isLast}
            data-by="1"
            onClick={() => onMove(1)}
          />
          <IconButton
            icon="trash"
            label={isOn ? t('panel.agenda.keepsPhase') : t('panel.agenda.remove', { title })}
            disabled={!mayRemove}
            onClick={onRemove}
          />
        </span>
      </div>
      {isUnfolded && <Wordings phase={phase} onChange={onChange} />}
    </li>
  );
}

const WORDINGS: ReadonlyArray<{
  readonly what: Wording;
  readonly label: 'name' | 'task' | 'say';
  readonly rows?: number;
}> = [
  { what: 'title', label: 'name' },
  { what: 'task', label: 'task', rows: 2 },
  { what: 'say', label: 'say', rows: 3 },
];

function Wordings({ phase, onChange }: Pick<PhaseRowProps, 'phase' | 'onChange'>) {
  const t = useText();
  const [language] = useLanguage();
  const template = phaseTexts({ ...phase, title: null, task: null, say: null }, language);
  return (
    <div className={styles.wordings}>
      {WORDINGS.map(({ what, label, rows }) => (
        <TextField
          key={what}
          label={t(`panel.agenda.${label}`)}
          value={phase[what] ?? template[what]}
          maxLength={AGENDA[what]}
          {...(rows !== undefined && { rows })}
          onChange={(text) => onChange((draft) => reworded(draft, phase.id, what, text, template[what]))}
        />
      ))}
      {isEdited(phase) && (
        <Button look="quiet" icon="undo" onClick={() => onChange((draft) => asTemplate(draft, phase.id))}>
          {t('panel.agenda.original')}
        </Button>
      )}
    </div>
  );
}
