/** *Informe de mi organización*: what the team wrote as one page, for its people. The server makes it; this fetches and keeps it. */
import { useState } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { fetchFile } from '../sync/fetch-file.ts';
import type { Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { saveFile } from './board-file.ts';
import { fileName } from './file-name.ts';
import { refusalKey } from './refusal-key.ts';

interface OwnReportProps {
  readonly seat: Seat;
  readonly cohort: Cohort;
  readonly className?: string | undefined;
}

export function OwnReport({ seat, cohort, className }: OwnReportProps) {
  const t = useText();
  const [told, setTold] = useState<TextKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const own = cohort.organisations.find(({ id }) => id === seat.person.organisation);
  if (!own) return null;
  const get = async (): Promise<void> => {
    setBusy(true);
    setTold(null);
    const answer = await fetchFile(seat.token, `/api/cohorts/${seat.cohort.id}/organisations/${own.id}/report`);
    const { name, date } = cohort.meta;
    if (answer.ok) saveFile(fileName({ cohort: name, organisation: own.name, date, extension: 'html' }), answer.value);
    setTold(answer.ok ? 'pages.cohort.reportGot' : refusalKey(answer.why));
    setBusy(false);
  };
  return (
    <section className={className} aria-labelledby="own-report">
      <h2 id="own-report">{t('pages.cohort.report')}</h2>
      <p>{t('pages.cohort.reportHint')}</p>
      <div>
        <Button icon="download" disabled={isBusy} onClick={() => void get()}>
          {t('pages.cohort.reportGet')}
        </Button>
      </div>
      <p role="status">{told && t(told)}</p>
    </section>
  );
}
