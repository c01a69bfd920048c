/** The form of a new cohort. Checks what people can put right; the server checks again. */
import { type FormEvent, useState } from 'react';
import type { CreateCohortRequest } from '../../shared/api.ts';
import { isLanguage } from '../../shared/language.ts';
import { COUNT, TEXT } from '../../shared/limits.ts';
import { PresetChoice } from '../call/agenda/PresetChoice.tsx';
import { presetOptions } from '../call/agenda/preset-options.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import type { Why } from '../sync/request.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { BoardPerChoice } from './BoardPerChoice.tsx';
import { OrganisationsField } from './OrganisationsField.tsx';
import { organisationLines } from './organisation-lines.ts';

interface CreateFormProps {
  readonly busy: boolean;
  readonly why: Why | null;
  readonly onCreate: (body: CreateCohortRequest, yourName: string) => Promise<void>;
}

export function CreateForm({ busy, why, onCreate }: CreateFormProps) {
  const t = useText();
  const [mine] = useLanguage();
  const [form, setForm] = useState({ name: '', date: '', time: '', language: mine, pasted: '', yourName: '' });
  const [boardPer, setBoardPer] = useState<CreateCohortRequest['boardPer']>('organisation');
  const [agenda, setAgenda] = useState<CreateCohortRequest['agenda']>('full');
  const [tried, setTried] = useState(false);
  const set = (field: keyof typeof form) => (value: string) => setForm((now) => ({ ...now, [field]: value }));
  const organisations = organisationLines(form.pasted).names;
  const missing = (is: boolean, key: TextKey): string | null => (tried && is ? t(key) : null);
  const wrong = organisationsTrouble(organisations);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    const { name, date, time, language, yourName } = form;
    if (!name.trim() || !date || !yourName.trim() || wrong) {
      focusFirstInvalid(event.currentTarget);
      return;
    }
    void onCreate({ name, date, time, language, organisations: [...organisations], boardPer, agenda }, yourName);
  };

  return (
    <form className="form card" onSubmit={submit} noValidate aria-labelledby="create-title">
      <header>
        <h1 id="create-title">{t('pages.create.title')}</h1>
        <p className="lead">{t('pages.create.lead')}</p>
      </header>
      <div className="form__row form__row--wide">
        <TextField
          label={t('pages.create.name')}
          value={form.name}
          onChange={set('name')}
          maxLength={TEXT.cohortName}
          placeholder={t('pages.create.namePlaceholder')}
          error={missing(!form.name.trim(), 'pages.create.needName')}
          autoComplete="off"
        />
        <TextField
          label={t('pages.create.yourName')}
          hint={t('pages.create.yourNameHint')}
          value={form.yourName}
          onChange={set('yourName')}
          maxLength={TEXT.personName}
          error={missing(!form.yourName.trim(), 'pages.create.needName')}
          autoComplete="name"
        />
      </div>
      <div className="form__row">
        <TextField
          label={t('pages.create.date')}
          type="date"
          value={form.date}
          onChange={set('date')}
          error={missing(!form.date, 'pages.create.needDate')}
        />
        <TextField
          label={t('pages.create.time')}
          hint={t('pages.create.timeHint')}
          optional
          type="time"
          value={form.time}
          onChange={set('time')}
        />
        <Select
          label={t('pages.create.language')}
          hint={t('pages.create.languageHint')}
          value={form.language}
          onChange={(value) => isLanguage(value) && set('language')(value)}
          options={[
            { value: 'es', label: t('common.spanish') },
            { value: 'en', label: t('common.english') },
          ]}
        />
      </div>
      <OrganisationsField value={form.pasted} onChange={set('pasted')} showTrouble={tried} />
      <BoardPerChoice value={boardPer} onChange={setBoardPer} />
      <PresetChoice value={agenda} onChange={setAgenda} options={presetOptions(mine, t)} />
      {why && (
        <p className="banner banner--bad" role="alert">
          <Icon name="warning" /> {t(`errors.${why}`)}
        </p>
      )}
      <Button type="submit" look="primary" big wide disabled={busy}>
        {busy ? t('pages.create.submitting') : t('pages.create.submit')}
      </Button>
    </form>
  );
}

const organisationsTrouble = (names: readonly string[]): boolean =>
  names.length === 0 || names.length > COUNT.organisations || names.some((name) => name.length > TEXT.organisationName);

/** After the fields have been marked. */
function focusFirstInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
