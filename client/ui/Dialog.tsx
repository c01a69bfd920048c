/** A modal window on the browser's own <dialog>: focus stays inside, Esc closes, focus returns. `Sheet` is its tall sibling. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { rememberFocus } from './focus-return.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Shown while it is mounted. */
export function Dialog({ title, onClose, children, className = 'dialog' }: DialogProps) {
  const t = useText();
  const titleId = useId();
  const box = useRef<HTMLDialogElement>(null);
  // Asked while this is drawn for the first time: what opened it may go away in the same moment.
  const [giveBackAtOnce] = useState(rememberFocus);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    giveBackAtOnce();
    // The browser gives it back only when a window closes that is still on the page; ours is gone by then.
    const giveBack = rememberFocus();
    if (!dialog.open) dialog.showModal();
    return () => {
      dialog.close();
      giveBack();
    };
  }, [giveBackAtOnce]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes; the click is the one outside the window
    <dialog
      ref={box}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === box.current) onClose();
      }}
    >
      <header className="dialog__head">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        <IconButton icon="close" label={t('common.close')} onClick={onClose} />
      </header>
      <div className="dialog__body">{children}</div>
    </dialog>
  );
}
