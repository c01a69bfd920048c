/** Taking a seat: name, organisation, *Entrar*; and who can read what. Somebody who was here before goes on with one press. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayInWords } from '../../shared/days.ts';
import { JOINED } from '../call/arrival.ts';
import { hourInWords } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { keepSeat, readSeats, type Seat } from '../sync/seats.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { JoinForm } from './JoinForm.tsx';
import type { OpenDoor } from './open-door.ts';
import { WhoReads } from './WhoReads.tsx';

const TITLES = {
  participant: 'pages.door.join',
  facilitator: 'pages.door.facilitate',
  viewer: 'pages.door.observe',
  projector: 'pages.door.project',
} as const;

export function JoinCard({ door, onCode }: { door: OpenDoor; onCode: () => void }) {
  const t = useText();
  const [language] = useLanguage();
  const [, navigate] = useLocation();
  const { cohort, role } = door.opened;
  const [known, setKnown] = useState(() =>
    readSeats(browserStorage).find((seat) => seat.cohort.id === cohort.id && seat.person.role === role),
  );
  const goOn = (seat: Seat): void => {
    keepSeat(browserStorage, { ...seat, openedAt: Date.now() });
    navigate(`/cohorte/${cohort.id}`, { state: JOINED });
  };
  const date = dayInWords(cohort.date, language);
  return (
    <div className="card form join">
      <header>
        <h1>{t(TITLES[role], { cohort: cohort.name })}</h1>
        <p className="lead join__when">
          <Icon name="calendar" />
          {cohort.time ? t('pages.door.when', { date, time: hourInWords(cohort.time, language) }) : date}
        </p>
        {role === 'facilitator' && <ForFacilitation onCode={onCode} />}
      </header>
      {known ? (
        <div className="join__known">
          <p>{t('pages.door.notYou', { name: known.person.name })}</p>
          <Button look="primary" big wide icon="door" onClick={() => goOn(known)}>
            {t('pages.door.continueAs', { name: known.person.name })}
          </Button>
          <Button wide onClick={() => setKnown(undefined)}>
            {t('pages.door.someoneElse')}
          </Button>
        </div>
      ) : (
        <JoinForm door={door} onSeat={() => navigate(`/cohorte/${cohort.id}`, { state: JOINED })} />
      )}
      <WhoReads role={role} boardPer={cohort.boardPer} />
    </div>
  );
}

/** One link looks like the other: whoever was sent the wrong one would come in as facilitation without noticing. */
function ForFacilitation({ onCode }: { onCode: () => void }) {
  const t = useText();
  return (
    <p className="join__whom">
      <strong>{t('pages.door.forFacilitation')}</strong> {t('pages.door.notFacilitating')}{' '}
      <Link href="/unirse" onClick={onCode}>
        {t('pages.door.typeTheCode')}
      </Link>
      .
    </p>
  );
}
