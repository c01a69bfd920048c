/** One board for each organisation, or one for each person. */
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';

type Per = 'organisation' | 'person';
const CHOICES = [
  {
    per: 'organisation',
    icon: 'people',
    label: 'pages.create.perOrganisation',
    hint: 'pages.create.perOrganisationHint',
  },
  { per: 'person', icon: 'person', label: 'pages.create.perPerson', hint: 'pages.create.perPersonHint' },
] as const;

export function BoardPerChoice({ value, onChange }: { value: Per; onChange: (per: Per) => void }) {
  const t = useText();
  return (
    <fieldset className="field">
      <legend className="field__label">{t('pages.create.boardPer')}</legend>
      <div className="choices">
        {CHOICES.map(({ per, icon, label, hint }) => (
          <label key={per} className="choice">
            <input type="radio" name="board-per" checked={value === per} onChange={() => onChange(per)} />
            <Icon name={icon} size={24} />
            <span>
              <span className="choice__label">{t(label)}</span>
              <span className="field__hint">{t(hint)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
