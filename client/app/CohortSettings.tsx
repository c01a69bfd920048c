/** Name, day and hour; who may group; deleting the cohort. */
import { type FormEvent, useState } from 'react';
import type { ChangeCohortRequest } from '../../shared/api.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DeleteCohort } from './DeleteCohort.tsx';

export function CohortSettings({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const { meta } = cohort;
  const [form, setForm] = useState({ name: meta.name, date: meta.date, time: meta.time });
  const [told, setTold] = useState<'saved' | Why | null>(null);
  const change = async (body: ChangeCohortRequest): Promise<void> => {
    const answer = await seatApi(seat.token).changeCohort(seat.cohort.id, body);
    setTold(answer.ok ? 'saved' : answer.why);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void change(form);
  };
  return (
    <section className="card settings" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('pages.cohort.settings')}</h2>
      <Switch
        label={t('pages.cohort.themesOpen')}
        hint={t('pages.cohort.themesOpenHint')}
        on={meta.themesOpen}
        onChange={(on) => void change({ themesOpen: on })}
      />
      <details className="aside">
        <summary>{t('pages.cohort.rename')}</summary>
        <form className="form__fields" onSubmit={submit}>
          <TextField
            label={t('pages.create.name')}
            value={form.name}
            maxLength={TEXT.cohortName}
            onChange={(name) => setForm({ ...form, name })}
          />
          <TextField
            label={t('pages.create.date')}
            type="date"
            value={form.date}
            onChange={(date) => setForm({ ...form, date })}
          />
          <TextField
            label={t('pages.create.time')}
            type="time"
            value={form.time}
            onChange={(time) => setForm({ ...form, time })}
          />
          <Button type="submit">{t('common.save')}</Button>
        </form>
      </details>
      <p role="status" className={told === null || told === 'saved' ? 'field__hint' : 'field__error'}>
        {told === 'saved' && t('pages.cohort.saved')}
        {told !== null && told !== 'saved' && t(`errors.${told}`)}
      </p>
      <DeleteCohort name={meta.name} seat={seat} />
    </section>
  );
}
