/** The first page: the cohorts opened on this device, if any; what this is, a new cohort, a rehearsal, a code. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { openRehearsal } from '../sync/create-api.ts';
import type { Why } from '../sync/request.ts';
import { readSeats } from '../sync/seats.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { CodeForm } from './CodeForm.tsx';
import { Frame } from './Frame.tsx';
import { HomeSeats } from './HomeSeats.tsx';
import ice from './ice.svg';
import { secretOf } from './secret.ts';
import { takeSeat } from './take-seat.ts';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function HomePage() {
  const t = useText();
  const [seats, setSeats] = useState(() => readSeats(browserStorage));
  useTitle('');
  const comesBack = seats.length > 0;
  return (
    <Frame className="home">
      <img className="home__ice" src={ice} alt="" />
      <div className="home__words">
        <h1>{t('pages.home.title')}</h1>
        {!comesBack && <Begin />}
      </div>
      <div className="home__cards">
        {comesBack && <HomeSeats seats={seats} onChange={() => setSeats(readSeats(browserStorage))} />}
        <section className="card" aria-labelledby="code-title">
          <h2 id="code-title">{t('pages.home.codeTitle')}</h2>
          <CodeForm />
        </section>
        {comesBack && (
          <section className="card" aria-label={t('pages.home.create')}>
            <Begin />
          </section>
        )}
        <p className="home__promise">{t('pages.home.promise')}</p>
      </div>
    </Frame>
  );
}

/** What this is, and the ways to begin: first for whoever is new here, last for whoever comes back. */
function Begin() {
  const t = useText();
  return (
    <>
      <p className="home__lead">{t('pages.home.lead')}</p>
      <div className="actions">
        <Link href="/nueva" className={buttonClass({ look: 'primary', big: true })}>
          <Icon name="plus" />
          {t('pages.home.create')}
        </Link>
        <RehearsalButton />
      </div>
    </>
  );
}

function RehearsalButton() {
  const t = useText();
  const [language] = useLanguage();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const rehearse = async (): Promise<void> => {
    setBusy(true);
    const made = await openRehearsal(language);
    const name = t('pages.home.rehearsalName');
    const seat = made.ok
      ? await takeSeat({ secret: secretOf(made.value.links.facilitation), name, organisation: null })
      : made;
    setBusy(false);
    if (seat.ok) navigate(`/cohorte/${seat.value.cohort.id}`);
    else setWhy(seat.why);
  };
  return (
    <div className="home__rehearse">
      <Button big icon="iceberg" disabled={busy} onClick={() => void rehearse()}>
        {busy ? t('pages.home.rehearsing') : t('pages.home.rehearse')}
      </Button>
      <span className={why ? 'field__error' : 'home__hint'} role="status">
        {why ? t(`errors.${why}`) : t('pages.home.rehearseHint')}
      </span>
    </div>
  );
}
