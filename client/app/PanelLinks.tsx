/** The ways to conduct the call from the cohort's page: the panel, and the agenda before it begins. */
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const AgendaDialog = lazy(() => import('../call/agenda/AgendaDialog.tsx'));

export function PanelLinks({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const [isEditing, setEditing] = useState(false);
  return (
    <section className="card panel-links" aria-labelledby="panel-links-title">
      <h2 id="panel-links-title">{t('panel.title')}</h2>
      <p className="field__hint">{t('panel.openHint')}</p>
      <div className="actions">
        <Link href={`/panel/${seat.cohort.id}`} className={buttonClass({ look: 'primary' })}>
          <Icon name="panel" />
          {t('panel.open')}
        </Link>
        <Button icon="calendar" onClick={() => setEditing(true)}>
          {t('panel.agenda.edit')}
        </Button>
      </div>
      {isEditing && (
        <Suspense>
          <AgendaDialog cohort={cohort} seat={seat} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </section>
  );
}
