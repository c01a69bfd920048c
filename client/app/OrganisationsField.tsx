/** The list of organisations as it is pasted, with what was understood of it told live. */
import { useId } from 'react';
import { COUNT, TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import { TextField } from '../ui/TextField.tsx';
import { organisationLines } from './organisation-lines.ts';

interface OrganisationsFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Also say that the list is empty. */
  readonly showTrouble: boolean;
}

export function OrganisationsField({ value, onChange, showTrouble }: OrganisationsFieldProps) {
  const t = useText();
  const countId = useId();
  const { names, repeated } = organisationLines(value);
  const long = names.find((name) => name.length > TEXT.organisationName);
  const trouble = (): string | null => {
    if (names.length > COUNT.organisations) return t('pages.create.tooMany', { most: COUNT.organisations });
    if (long) return t('pages.create.tooLong', { most: TEXT.organisationName, name: `${long.slice(0, 40)}…` });
    return showTrouble && names.length === 0 ? t('pages.create.needOrganisations') : null;
  };
  return (
    <div className="organisations-field">
      <TextField
        label={t('pages.create.organisations')}
        hint={t('pages.create.organisationsHint')}
        rows={6}
        value={value}
        onChange={onChange}
        placeholder={t('pages.create.organisationsPlaceholder')}
        error={trouble()}
        autoComplete="off"
      />
      <output className="organisations-field__count" id={countId}>
        <strong>
          {names.length === 0 ? t('pages.create.none') : t('pages.create.count', { count: names.length })}
        </strong>
        {repeated > 0 && <span> · {t('pages.create.repeated', { count: repeated })}</span>}
      </output>
    </div>
  );
}
