/** *Dejar entrar a la facilitación*: the team's own switch. */
import { useState } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { OrgId } from '../../shared/ids.ts';
import { useText } from '../i18n/text.ts';
import type { Why } from '../sync/request.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Switch } from '../ui/Switch.tsx';

export function LetInSwitch({ cohort, seat, organisation }: { cohort: Cohort; seat: Seat; organisation: OrgId }) {
  const t = useText();
  const [why, setWhy] = useState<Why | null>(null);
  const [busy, setBusy] = useState(false);
  const isOpen = cohort.organisations.find((one) => one.id === organisation)?.letIn ?? false;
  const set = async (open: boolean): Promise<void> => {
    setBusy(true);
    const answer = await seatApi(seat.token).letIn(seat.cohort.id, organisation, open);
    setBusy(false);
    setWhy(answer.ok ? null : answer.why);
  };
  return (
    <div className="card">
      <Switch
        label={t('pages.cohort.letIn')}
        hint={t('pages.cohort.letInHint')}
        on={isOpen}
        disabled={busy}
        onChange={(on) => void set(on)}
      />
      {why && (
        <p className="field__error" role="alert">
          {t(`errors.${why}`)}
        </p>
      )}
    </div>
  );
}
