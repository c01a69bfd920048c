/** A labelled line or block of text, with a hint and an error that screen readers tell. Checks nothing. */
import { type ReactNode, useId } from 'react';
import { useText } from '../i18n/text.ts';
import { Icon } from './Icon.tsx';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly optional?: boolean;
  readonly children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** The frame of any field: label above, hint and error below. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const t = useText();
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional && <span className="field__optional">({t('common.optional')})</span>}
      </label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': Boolean(error) })}
      {hint && (
        <div className="field__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="field__error" id={`${id}-error`} role="alert" hidden={!error}>
        {error && <Icon name="warning" size={16} />}
        {error}
      </div>
    </div>
  );
}

interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'time';
  /** More than one makes it a block of text. */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly name?: string;
}

export function TextField({ label, hint, error, optional, value, onChange, rows, type, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(ids) =>
        rows ? (
          <textarea
            className="input"
            rows={rows}
            value={value}
            onChange={(e) => onChange(e.target.value)}
            {...ids}
            {...rest}
          />
        ) : (
          <input
            className="input"
            type={type ?? 'text'}
            value={value}
            onChange={(e) => onChange(e.target.value)}
            {...ids}
            {...rest}
          />
        )
      }
    </Field>
  );
}
