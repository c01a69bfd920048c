/** A labelled choice from a list, the browser's own. */
import { Field } from './TextField.tsx';

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  /** First entry while nothing is chosen. */
  readonly placeholder?: string;
  readonly hint?: string;
  readonly error?: string | null;
}

export function Select({ label, value, onChange, options, placeholder, hint, error }: SelectProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <select className="input" value={value} onChange={(e) => onChange(e.target.value)} {...ids}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
