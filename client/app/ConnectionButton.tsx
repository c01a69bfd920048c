/**
 * Opens *Probar mi conexión*. The part that tries is fetched once the page stands, so that it is here when the connection
 * is not; where it did not come, that is a finding too.
 */
import { useEffect, useState } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const fetchDialog = async () => (await import('./ConnectionDialog.tsx')).default;
type Dialog = Awaited<ReturnType<typeof fetchDialog>>;

export function ConnectionButton({ seat, cohort }: { seat: Seat; cohort: Cohort }) {
  const t = useText();
  const [shown, setShown] = useState<{ readonly dialog: Dialog | null } | null>(null);
  useEffect(() => void fetchDialog().catch(() => undefined), []);
  const open = (): void =>
    void fetchDialog().then(
      (dialog) => setShown({ dialog }),
      () => setShown({ dialog: null }),
    );
  return (
    <>
      <Button className="cohort__check" icon="cloud" onClick={open}>
        {t('check.title')}
      </Button>
      {shown?.dialog && <shown.dialog seat={seat} cohort={cohort} onClose={() => setShown(null)} />}
      {shown && !shown.dialog && (
        <p className="banner banner--bad" role="alert">
          <Icon name="cloud-off" /> {t('check.server.bad')}
        </p>
      )}
    </>
  );
}
