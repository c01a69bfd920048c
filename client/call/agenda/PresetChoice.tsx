/** One agenda of several: its name with minutes, and its phases underneath. */
import type { PresetId } from '../../../shared/cohort/agenda.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';

interface PresetChoiceProps {
  readonly value: PresetId | null;
  readonly onChange: (preset: PresetId) => void;
  readonly options: ReadonlyArray<{ readonly id: PresetId; readonly label: string; readonly hint: string }>;
}

export function PresetChoice({ value, onChange, options }: PresetChoiceProps) {
  const t = useText();
  return (
    <fieldset className="field">
      <legend className="field__label">{t('panel.agenda.choose')}</legend>
      <div className="choices">
        {options.map(({ id, label, hint }) => (
          <label key={id} className="choice">
            <input type="radio" name="agenda-preset" checked={value === id} onChange={() => onChange(id)} />
            <Icon name="calendar" size={24} />
            <span>
              <span className="choice__label">{label}</span>
              <span className="field__hint">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
