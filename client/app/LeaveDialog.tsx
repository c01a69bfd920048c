/** Asks before a cohort is taken off this device, and says what would be lost with it. Removes nothing itself. */
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { useUnsentCount } from '../sync/unsent-hooks.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

interface LeaveDialogProps {
  readonly seat: Seat;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ seat, onClose, onLeave }: LeaveDialogProps) {
  const t = useText();
  const unsent = useUnsentCount(seat, true);
  return (
    <Dialog title={t('pages.home.forgetTitle')} onClose={onClose}>
      <p>{t('pages.home.forgetBody')}</p>
      {unsent !== null && unsent > 0 && (
        <p className="banner banner--bad" role="alert">
          <Icon name="warning" /> {t('pages.home.forgetUnsent', { count: unsent })}
        </p>
      )}
      {seat.person.role === 'facilitator' && (
        <p className="banner banner--warn">
          <Icon name="key" /> {t('pages.home.forgetFacilitator')}
        </p>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="danger" disabled={unsent === null} onClick={onLeave}>
          {t('common.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
