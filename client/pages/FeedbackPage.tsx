import type { RoomSession } from '../board/session.ts';
import type { Seat } from '../sync/seats.ts';

export default function FeedbackPage({ session }: { seat: Seat; session: RoomSession }) {
  return <p>{session.board.kind}</p>;
}
