/** Two or three alternatives side by side, one of them on. */
import { Icon, type IconName } from './Icon.tsx';

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: ReadonlyArray<{ readonly value: T; readonly label: string; readonly icon?: IconName }>;
}

export function Segments<T extends string>({ label, value, onChange, options }: SegmentsProps<T>) {
  return (
    <fieldset className="segments" aria-label={label}>
      {options.map((one) => (
        <button
          key={one.value}
          type="button"
          className="segments__one"
          aria-pressed={one.value === value}
          onClick={() => onChange(one.value)}
        >
          {one.icon && <Icon name={one.icon} size={18} />}
          <span>{one.label}</span>
        </button>
      ))}
    </fieldset>
  );
}
