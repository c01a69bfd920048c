/** The cohorts this device has a seat in; each can be opened again or taken off the list. */
import { useState } from 'react';
import { Link } from 'wouter';
import { dayInWords } from '../../shared/days.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { keepSeat, type Seat } from '../sync/seats.ts';
import { useUnsentCount } from '../sync/unsent-hooks.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { leaveSeat } from './leave-seat.ts';

const ROLES = {
  facilitator: ['pages.home.asFacilitator', 'violet'],
  participant: ['pages.home.asParticipant', 'blue'],
  viewer: ['pages.home.asViewer', 'plain'],
  projector: ['pages.home.asProjector', 'plain'],
} as const satisfies Record<Seat['person']['role'], readonly [string, ChipTone]>;

export function HomeSeats({ seats, onChange }: { seats: readonly Seat[]; onChange: () => void }) {
  const t = useText();
  const [leaving, setLeaving] = useState<Seat | null>(null);
  const forget = (seat: Seat): void => {
    leaveSeat(seat);
    setLeaving(null);
    onChange();
  };
  return (
    <section className="card" aria-labelledby="seats-title">
      <h2 id="seats-title">{t('pages.home.seats')}</h2>
      <ul className="seats">
        {seats.map((seat) => (
          <SeatRow key={`${seat.cohort.id} ${seat.person.id}`} seat={seat} onForget={() => setLeaving(seat)} />
        ))}
      </ul>
      <p className="field__hint">{t('pages.home.seatsHint')}</p>
      {leaving && <LeaveDialog seat={leaving} onClose={() => setLeaving(null)} onLeave={() => forget(leaving)} />}
    </section>
  );
}

/** Two seats may be in one cohort: this tab goes on with the one that was pressed. */
const choose = (seat: Seat): void => keepSeat(browserStorage, { ...seat, openedAt: Date.now() });

function SeatRow({ seat, onForget }: { seat: Seat; onForget: () => void }) {
  const t = useText();
  const [language] = useLanguage();
  const unsent = useUnsentCount(seat);
  const [role, tone] = ROLES[seat.person.role];
  const organisation = seat.cohort.organisations.find((one) => one.id === seat.person.organisation);
  return (
    <li className="seats__one">
      <Link href={`/cohorte/${seat.cohort.id}`} className="seats__link" onClick={() => choose(seat)}>
        <strong>{seat.cohort.name}</strong>
        <span className="seats__more">
          {[seat.person.name, organisation?.name, dayInWords(seat.cohort.date, language)].filter(Boolean).join(' · ')}
        </span>
      </Link>
      <Chip tone={tone}>{t(role)}</Chip>
      <IconButton icon="close" label={t('pages.home.forget', { cohort: seat.cohort.name })} onClick={onForget} />
      {unsent !== null && unsent > 0 && (
        <span className="seats__unsent">
          <Chip icon="device" tone="sun">
            {t('sync.left.waiting')}
          </Chip>
        </span>
      )}
    </li>
  );
}
