/** A number of minutes. May be empty while it is typed; what is no number is not told, and gone when the field is left. */
import { useState } from 'react';

interface MinutesFieldProps {
  readonly minutes: number;
  readonly most: number;
  readonly onChange: (minutes: number) => void;
}

/** Stands in a label of its own. */
export function MinutesField({ minutes, most, onChange }: MinutesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
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
  );
}
