/** *Quitar de la cohorte*: asked once more; what keeps an organisation there is said, with what to do instead. */
import { useState } from 'react';
import type { Organisation } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';

interface RemoveOrganisationProps {
  readonly organisation: Organisation;
  readonly seat: Seat;
  readonly onClose: () => void;
}

export function RemoveOrganisation({ organisation, seat, onClose }: RemoveOrganisationProps) {
  const t = useText();
  const [why, setWhy] = useState<Why | null>(null);
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await seatApi(seat.token).removeOrganisation(seat.cohort.id, organisation.id);
    setBusy(false);
    if (answer.ok) onClose();
    else setWhy(answer.why);
  };
  return (
    <Dialog title={t('organisations.removeTitle', { organisation: organisation.name })} onClose={onClose}>
      <p>{t('organisations.removeBody')}</p>
      {why && (
        <p className="banner banner--bad" role="alert">
          <Icon name="warning" /> {t(`errors.${why}`)}
        </p>
      )}
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          {t('organisations.removeDo')}
        </Button>
      </div>
    </Dialog>
  );
}
