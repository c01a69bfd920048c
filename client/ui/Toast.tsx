/** Something to tell, at the bottom in the middle (on phones a strip of its own, over nothing), with at most one thing to do about it. Stays until whoever shows it takes it away. */
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useAside } from './use-aside.ts';

interface ToastProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly onClose: () => void;
}

export function Toast({ text, action, onClose }: ToastProps) {
  const t = useText();
  const [box, isAside] = useAside(text);
  const before = useRef<EventTarget | null>(null);
  // Who pressed something here goes on where they were.
  useLayoutEffect(
    () => () => {
      if (box.current?.contains(document.activeElement) && before.current instanceof HTMLElement)
        before.current.focus();
    },
    [box],
  );
  return (
    <div
      ref={box}
      className="toast"
      role="status"
      data-aside={isAside}
      onFocus={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      <span>{text}</span>
      {action && (
        <Button look="quiet" onClick={action.run}>
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('common.close')} onClick={onClose} />
    </div>
  );
}
