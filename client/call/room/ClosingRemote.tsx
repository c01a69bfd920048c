/** On the closing page, for facilitation: which words and commitments the screens of rooms show. */
import type { RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import type { Seat } from '../../sync/seats.ts';
import { roomPlace } from './place.ts';
import { RoomRemote } from './RoomRemote.tsx';
import { useClosingDeck } from './use-deck.ts';
import '../../i18n/later.ts';

export default function ClosingRemote({ seat, session }: { seat: Seat; session: RoomSession }) {
  const cohort = useStore(session.cohort);
  const deck = useClosingDeck(session, cohort);
  const place = roomPlace(cohort, seat.person);
  if (place?.kind !== 'board' || place.board.id !== session.board.id) return null;
  return <RoomRemote seat={seat} cohort={cohort} deck={deck} />;
}
