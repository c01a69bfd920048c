/** A cohort, as the role of this device's seat sees it. */
import { lazy, Suspense } from 'react';
import type { CohortId } from '../../shared/ids.ts';
import { useLanding } from '../call/use-landing.ts';
import { useText } from '../i18n/text.ts';
import { isSeatLost, useCohort, useSeat } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { useSending } from '../sync/sending-hook.ts';
import { Spinner } from '../ui/Spinner.tsx';
import CalmSwitch from './CalmSwitch.tsx';
import { CohortHead } from './CohortHead.tsx';
import { FacilitatorView } from './FacilitatorView.tsx';
import { Frame } from './Frame.tsx';
import { NoSeat } from './NoSeat.tsx';
import { ParticipantView } from './ParticipantView.tsx';
import { UnsentContext } from './unsent-context.ts';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

const CallStrip = lazy(() => import('../call/CallStrip.tsx'));

export default function CohortPage({ id }: { id: CohortId }) {
  const t = useText();
  const [found, change] = useSeat(id);
  if (found.kind === 'none')
    return <NoSeat id={id} isGone={isSeatLost(found.why) && found.why !== 'session-unknown'} />;
  return (
    <Frame>
      {found.kind === 'looking' ? (
        <Spinner label={t('pages.cohort.opening')} />
      ) : (
        <Cohort seat={found.seat} onSeat={change} />
      )}
    </Frame>
  );
}

function Cohort({ seat, onSeat }: { seat: Seat; onSeat: (change: Partial<Seat>) => void }) {
  const { cohort, sync } = useCohort(seat);
  const landing = useLanding(seat, null);
  const unsent = useSending(seat, cohort, sync.kind === 'synced');
  useTitle(cohort.meta.name);
  if (sync.kind === 'refused')
    return <NoSeat id={seat.cohort.id} isGone={sync.why === 'gone' || sync.why === 'deleted'} inside />;
  return (
    <div className="cohort">
      <CohortHead cohort={cohort} seat={seat} isOffline={sync.kind === 'offline' || sync.kind === 'server-trouble'} />
      <Suspense>
        <CallStrip seat={seat} landing={landing} audience={null} onPage />
      </Suspense>
      <UnsentContext.Provider value={unsent}>
        {seat.person.role === 'facilitator' ? (
          <FacilitatorView cohort={cohort} seat={seat} onSeat={onSeat} />
        ) : (
          <ParticipantView cohort={cohort} seat={seat} />
        )}
      </UnsentContext.Provider>
      <div className="card">
        <CalmSwitch />
      </div>
    </div>
  );
}
