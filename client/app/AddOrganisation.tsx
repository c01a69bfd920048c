/** *Añadir organización*: it comes with its boards and its column, also while a call is on. */
import { type FormEvent, useState } from 'react';
import { TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';

export function AddOrganisation({ seat }: { seat: Seat }) {
  const t = useText();
  const [name, setName] = useState('');
  const [why, setWhy] = useState<Why | null>(null);
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const answer = await seatApi(seat.token).addOrganisation(seat.cohort.id, name);
    setWhy(answer.ok ? null : answer.why);
    if (answer.ok) setName('');
  };
  return (
    <details className="aside">
      <summary>{t('pages.cohort.addOrganisation')}</summary>
      <form className="inline-form" onSubmit={(event) => void add(event)}>
        <TextField
          label={t('pages.cohort.addOrganisationName')}
          value={name}
          onChange={setName}
          maxLength={TEXT.organisationName}
          error={why && t(`errors.${why}`)}
          autoComplete="off"
        />
        <Button type="submit" icon="plus">
          {t('pages.cohort.add')}
        </Button>
      </form>
    </details>
  );
}
