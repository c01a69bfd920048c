/** Taking a seat: name, organisation, *Entrar*; and who can read what. Somebody who was here before goes on with one press. */
import { useState } from 'react';
import { useLocation } from 'wouter';
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

export function JoinCard({ door }: { door: OpenDoor }) {
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
