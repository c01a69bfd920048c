/** A small rounded label; with `onToggle` it is a button that is on or off. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type ChipTone = 'sun' | 'blue' | 'green' | 'violet' | 'plain';
interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly tone?: ChipTone;
  /** The whole words, where their place may shorten them. */
  readonly title?: string;
  readonly on?: boolean;
  readonly onToggle?: () => void;
}

export function Chip({ children, icon, tone, title, on, onToggle }: ChipProps) {
  const inside = (
    <>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </>
  );
  if (!onToggle)
    return (
      <span className={`chip chip--${tone ?? 'plain'}`} title={title}>
        {inside}
      </span>
    );
  return (
    <button type="button" className="chip" aria-pressed={on ?? false} onClick={onToggle}>
      {inside}
    </button>
  );
}
