/** A button with a picture, or a picture and a word of its name; the whole name is read aloud, and shown on hover. */
import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  readonly label: string;
  /** Under the picture, where there is room. Part of the name, so that who speaks to the machine can say it. */
  readonly word?: string;
  readonly size?: number;
}

export function IconButton({ icon, label, word, size, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      className={className ? `icon-button ${className}` : 'icon-button'}
      aria-label={label}
      title={word ? undefined : label}
      {...rest}
    >
      <Icon name={icon} size={size} />
      {word && <span className="icon-button__word">{word}</span>}
    </button>
  );
}
