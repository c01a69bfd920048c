/** Name and organisation; no account. */
import { type FormEvent, useState } from 'react';
import { isOrgId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import { useText } from '../i18n/text.ts';
import { openLink } from '../sync/api.ts';
import type { Why } from '../sync/request.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { OpenDoor } from './open-door.ts';
import { takeSeat } from './take-seat.ts';

export function JoinForm({ door, onSeat }: { door: OpenDoor; onSeat: () => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const { role } = door.opened;
  const [organisations, setOrganisations] = useState(door.opened.cohort.organisations);
  const needsOrganisation = role === 'participant';

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const chosen = needsOrganisation && isOrgId(organisation) ? organisation : null;
    if (name.trim() === '' || (needsOrganisation && chosen === null)) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setBusy(true);
    const seat = await takeSeat({ ...door.key, name, organisation: chosen });
    setBusy(false);
    if (seat.ok) onSeat();
    else setWhy(seat.why);
    if (!seat.ok && seat.why === 'organisation-unknown') await listAgain();
  };
  /** What was chosen is gone: so is its line. */
  const listAgain = async (): Promise<void> => {
    setOrganisation('');
    const opened = await openLink(door.key);
    if (opened.ok) setOrganisations(opened.value.cohort.organisations);
  };

  return (
    <form className="form__fields" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('pages.door.name')}
        {...(needsOrganisation && { hint: t('pages.door.nameHint') })}
        value={name}
        onChange={setName}
        maxLength={TEXT.personName}
        autoComplete="name"
        error={tried && name.trim() === '' ? t('pages.door.needName') : null}
      />
      {needsOrganisation && (
        <div>
          <Select
            label={t('pages.door.organisation')}
            value={organisation}
            onChange={setOrganisation}
            placeholder={t('pages.door.choose')}
            options={organisations.map((one) => ({ value: one.id, label: one.name }))}
            error={
              tried && why !== 'organisation-unknown' && organisation === '' ? t('pages.door.needOrganisation') : null
            }
          />
          <details className="aside">
            <summary>{t('pages.door.noOrganisation')}</summary>
            <p>{t('pages.door.noOrganisationHelp')}</p>
          </details>
        </div>
      )}
      {why && (
        <p className="banner banner--bad" role="alert">
          <Icon name="warning" /> {t(why === 'organisation-unknown' ? 'pages.door.organisationGone' : `errors.${why}`)}
        </p>
      )}
      <Button type="submit" look="primary" big wide disabled={busy}>
        {busy ? t('pages.door.entering') : t('pages.door.enter')}
      </Button>
      <p className="field__hint join__no-account">{t('pages.door.noAccount')}</p>
    </form>
  );
}
