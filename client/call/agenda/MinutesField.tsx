/** A number of minutes. May be empty while it is typed; what is no number is not told, and gone when the field is left. */
import { useState } from 'react';
import styles from './Agenda.module.css';

interface MinutesFieldProps {
  readonly label: string;
  /** The label is read aloud only; «min» stands behind the field. */
  readonly isShort?: boolean;
  readonly minutes: number;
  readonly most: number;
  readonly onChange: (minutes: number) => void;
}

export function MinutesField({ label, isShort = false, minutes, most, onChange }: MinutesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <label className={styles.minutes}>
      <span className={isShort ? 'visually-hidden' : undefined}>{label}</span>
      <input
        className="input"
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        value={typed ?? minutes}
        onChange={({ target }) => {
          setTyped(target.value);
          const wanted = Math.round(target.valueAsNumber);
          if (Number.isFinite(wanted)) onChange(Math.min(most, Math.max(1, wanted)));
        }}
        onBlur={() => setTyped(null)}
      />
      {isShort && <span aria-hidden="true">min</span>}
    </label>
  );
}
