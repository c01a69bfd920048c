/** An organisation of the cohort, by facilitation: another name for it, or out of the cohort while it is empty. */
import { type FormEvent, useState } from 'react';
import type { Organisation } from '../../shared/cohort/document.ts';
import { TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { RemoveOrganisation } from './RemoveOrganisation.tsx';

interface OrganisationDialogProps {
  readonly organisation: Organisation;
  readonly seat: Seat;
  readonly onClose: () => void;
}

export function OrganisationDialog({ organisation, seat, onClose }: OrganisationDialogProps) {
  const t = useText();
  // The name it had when this was opened: somebody else may change it meanwhile.
  const [{ id, name: before }] = useState(organisation);
  const [name, setName] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wrong = (): string | null => {
    if (name.trim() === '') return t('pages.create.needName');
    return name.trim().length > TEXT.organisationName
      ? t('organisations.tooLong', { most: TEXT.organisationName })
      : null;
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const refusal = wrong();
    setError(refusal);
    if (refusal) return;
    setBusy(true);
    const answer = await seatApi(seat.token).renameOrganisation(seat.cohort.id, id, name);
    setBusy(false);
    if (answer.ok) onClose();
    else setError(t(`errors.${answer.why}`));
  };
  const [isLeaving, setLeaving] = useState(false);
  if (isLeaving) return <RemoveOrganisation organisation={organisation} seat={seat} onClose={onClose} />;
  return (
    <Dialog title={before} onClose={onClose}>
      <form className="form__fields" onSubmit={(event) => void save(event)} noValidate>
        <TextField
          label={t('pages.cohort.addOrganisationName')}
          hint={t('organisations.renameHint')}
          value={name}
          onChange={setName}
          error={error}
          autoComplete="off"
        />
        <div className="dialog__actions">
          <Button look="quiet" icon="trash" className="button--warn" onClick={() => setLeaving(true)}>
            {t('organisations.remove')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="primary" disabled={busy}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
