/** One tool of the canvas: a picture with a name, pressed while it is in hand. Knows no editor. */
import type { ReactNode } from 'react';

interface ToolButtonProps {
  readonly label: string;
  /** Key that does the same, for the hint. */
  readonly shortcut?: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function ToolButton({ label, shortcut, isPressed, isDisabled, onPress, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${label} (${shortcut})` : label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
