import type { RoomSession } from '../board/session.ts';
import type { Seat } from '../sync/seats.ts';

export default function ClosingPage({ session }: { seat: Seat; session: RoomSession }) {
  return <p>{session.board.kind}</p>;
}
