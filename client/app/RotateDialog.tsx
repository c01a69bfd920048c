/** Asks before a link is replaced, and whether those who came in with it must leave. */
import { useState } from 'react';
import type { LinkName } from '../../shared/api.ts';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';

interface RotateDialogProps {
  readonly which: LinkName;
  readonly seat: Seat;
  readonly onClose: () => void;
  readonly onRotated: (made: { link: string; code?: string | undefined }) => void;
}

export function RotateDialog({ which, seat, onClose, onRotated }: RotateDialogProps) {
  const t = useText();
  const [closeSessions, setCloseSessions] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const rotate = async (): Promise<void> => {
    const answer = await seatApi(seat.token).rotateLink(seat.cohort.id, which, closeSessions);
    if (answer.ok) onRotated(answer.value);
    else setWhy(answer.why);
  };
  return (
    <Dialog title={t('pages.links.rotateTitle')} onClose={onClose}>
      <p>
        <strong>{t(`pages.links.${which}`)}.</strong> {t('pages.links.rotateBody')}
      </p>
      <Switch label={t('pages.links.rotateClose')} on={closeSessions} onChange={setCloseSessions} />
      {why && (
        <p className="field__error" role="alert">
          {t(`errors.${why}`)}
        </p>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" icon="refresh" onClick={() => void rotate()}>
          {t('pages.links.rotateDo')}
        </Button>
      </div>
    </Dialog>
  );
}
