/** Asks once more before everybody is moved: Enter does it, Esc does not. */
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { IconName } from '../../ui/Icon.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly body: string;
  /** What the button says that does it. */
  readonly label: string;
  readonly icon: IconName;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function ConfirmDialog({ title, body, label, icon, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useText();
  const actions = useRef<HTMLDivElement>(null);
  // After the window has opened, which puts the focus on its first button.
  useEffect(() => actions.current?.querySelector<HTMLElement>('button:last-child')?.focus(), []);
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{body}</p>
      <div className="dialog__actions" ref={actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="primary"
          icon={icon}
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {label}
        </Button>
      </div>
    </Dialog>
  );
}
