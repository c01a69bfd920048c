/** Deletes a cohort for ever, after its name has been typed. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import { forgetSeat, type Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { isSameName } from './same-name.ts';

export function DeleteCohort({ name, seat }: { name: string; seat: Seat }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [why, setWhy] = useState<Why | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await seatApi(seat.token).deleteCohort(seat.cohort.id);
    if (!answer.ok) {
      setWhy(answer.why);
      return;
    }
    forgetSeat(browserStorage, seat);
    navigate('/');
  };
  return (
    <>
      <Button look="quiet" icon="trash" className="button--warn" onClick={() => setAsking(true)}>
        {t('pages.cohort.delete')}
      </Button>
      {asking && (
        <Dialog title={t('pages.cohort.deleteTitle', { cohort: name })} onClose={() => setAsking(false)}>
          <div className="form__fields">
            <p>{t('pages.cohort.deleteBody')}</p>
            <TextField
              label={t('pages.cohort.deleteType')}
              value={typed}
              onChange={setTyped}
              autoComplete="off"
              error={why && t(`errors.${why}`)}
            />
          </div>
          <div className="dialog__actions">
            <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
            <Button look="danger" disabled={!isSameName(typed, name)} onClick={() => void remove()}>
              {t('pages.cohort.deleteDo')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
