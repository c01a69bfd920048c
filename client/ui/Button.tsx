/** A button with a word on it. Knows nothing of what it does. */
import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly big?: boolean;
  readonly wide?: boolean;
}

export function Button({ look = 'secondary', icon, big, wide, className, children, type, ...rest }: ButtonProps) {
  return (
    <button type={type ?? 'button'} className={buttonClass({ look, big, wide, className })} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass(of: Pick<ButtonProps, 'look' | 'big' | 'wide' | 'className'>): string {
  const { look = 'secondary', big, wide, className } = of;
  return ['button', `button--${look}`, big && 'button--big', wide && 'button--wide', className]
    .filter(Boolean)
    .join(' ');
}
