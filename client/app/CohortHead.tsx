/** Name and day of the cohort, who I am in it, and whether a call will work from here. */
import type { Cohort } from '../../shared/cohort/document.ts';
import { dayInWords } from '../../shared/days.ts';
import { hourInWords } from '../i18n/dates.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import { ConnectionButton } from './ConnectionButton.tsx';

const ROLE = {
  facilitator: 'pages.home.asFacilitator',
  participant: 'pages.home.asParticipant',
  viewer: 'pages.home.asViewer',
  projector: 'pages.home.asProjector',
} as const;

export function CohortHead({ cohort, seat, isOffline }: { cohort: Cohort; seat: Seat; isOffline: boolean }) {
  const t = useText();
  const [language] = useLanguage();
  const { meta } = cohort;
  const mine = cohort.organisations.find((one) => one.id === seat.person.organisation);
  const date = dayInWords(meta.date, language);
  return (
    <header className="cohort__head">
      <h1>{meta.name}</h1>
      <p className="cohort__facts">
        <span>
          <Icon name="calendar" />
          {meta.time ? t('pages.door.when', { date, time: hourInWords(meta.time, language) }) : date}
        </span>
        <span>
          <Icon name="person" />
          {[seat.person.name, mine?.name ?? t(ROLE[seat.person.role])].join(' · ')}
        </span>
        {meta.rehearsal && <Chip tone="sun">{t('pages.cohort.rehearsal')}</Chip>}
      </p>
      {isOffline && (
        <p className="banner banner--warn" role="status">
          <Icon name="cloud-off" /> {t('pages.cohort.offline')}
        </p>
      )}
      <ConnectionButton seat={seat} cohort={cohort} />
    </header>
  );
}
