/** The agenda on the cohort's page, for facilitation: how long it is, to be edited, and the way to the panel. */
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { phaseTexts } from '../../shared/cohort/agenda.ts';
import type { Cohort } from '../../shared/cohort/document.ts';
import { Totals } from '../call/agenda/Totals.tsx';
import { useLanguage, useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

const AgendaDialog = lazy(() => import('../call/agenda/AgendaDialog.tsx'));

export function AgendaCard({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const [language] = useLanguage();
  const [isEditing, setEditing] = useState(false);
  const { agenda } = cohort.call;
  return (
    <section className="card agenda-card" aria-labelledby="agenda-card-title">
      <h2 id="agenda-card-title">{t('panel.agenda.title')}</h2>
      <p className="field__hint">{agenda.map((phase) => phaseTexts(phase, language).title).join(' · ')}</p>
      <Totals draft={agenda} cohort={cohort} />
      <div className="actions">
        <Button icon="calendar" onClick={() => setEditing(true)}>
          {t('panel.agenda.edit')}
        </Button>
        <Link href={`/panel/${seat.cohort.id}`} className={buttonClass({ look: 'quiet' })}>
          <Icon name="panel" />
          {t('panel.open')}
        </Link>
      </div>
      {isEditing && (
        <Suspense>
          <AgendaDialog cohort={cohort} seat={seat} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </section>
  );
}
