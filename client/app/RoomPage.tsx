/**
 * Vista de sala: the phase, and below it what everybody may see of its board, or of what was published, in slides that
 * follow facilitation. Read-only whoever opens it, and nothing on it can be pressed but the way out.
 */
import type { CohortId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { isBlank, stopNow } from '../call/room/deck.ts';
import { Glance } from '../call/room/Glance.tsx';
import { roomPlace } from '../call/room/place.ts';
import { RoomScreen } from '../call/room/RoomScreen.tsx';
import { SlideView } from '../call/room/SlideView.tsx';
import { WithDeck } from '../call/room/WithDeck.tsx';
import { useText } from '../i18n/text.ts';
import { isSeatLost, useCohort, useSeat } from '../sync/hooks.ts';
import type { Seat } from '../sync/seats.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { NoSeat } from './NoSeat.tsx';
import { useTitle } from './use-title.ts';
import '../i18n/later.ts';

export default function RoomPage({ id }: { id: CohortId }) {
  const t = useText();
  const [found] = useSeat(id);
  useTitle(t('call.room.title'));
  if (found.kind === 'none')
    return <NoSeat id={id} isGone={isSeatLost(found.why) && found.why !== 'session-unknown'} />;
  if (found.kind === 'looking') return <Spinner label={t('call.room.entering')} />;
  return <Room seat={found.seat} />;
}

function Room({ seat }: { seat: Seat }) {
  const t = useText();
  const { cohort, sync } = useCohort(seat);
  if (sync.kind === 'refused')
    return <NoSeat id={seat.cohort.id} isGone={sync.why === 'gone' || sync.why === 'deleted'} />;
  const place = roomPlace(cohort, seat.person);
  const isOffline = sync.kind === 'offline' || sync.kind === 'server-trouble';
  const screen = { seat, cohort, isOffline };
  if (!place) return <RoomScreen {...screen} below={null} />;
  return (
    <WithDeck place={place} cohort={cohort}>
      {(deck, session) => {
        const stop = deck && stopNow(deck, cohort);
        const opening = { head: 'slim', shown: <Spinner label={t('pages.board.opening')} /> } as const;
        if (!stop) return <RoomScreen {...screen} below={deck ? null : opening} />;
        const picture = session?.board.kind === 'group-iceberg' ? <PictureOf session={session} /> : null;
        // What to do is all there is to say while nobody has written and nothing is shown.
        if (!picture && !cohort.call.shown && isBlank(stop)) return <RoomScreen {...screen} below={null} />;
        const shown = <SlideView stop={stop} picture={picture} />;
        return <RoomScreen {...screen} below={{ head: stop.slide.head, shown }} />;
      }}
    </WithDeck>
  );
}

function PictureOf({ session }: { session: BoardSession }) {
  const cohort = useStore(session.cohort);
  const notes = useStore(session.notes);
  const columns = useStore(session.columns);
  return <Glance notes={notes} columns={columns} cohort={cohort} />;
}
