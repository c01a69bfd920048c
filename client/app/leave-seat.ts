/** Leaving a cohort on this device: the seat, its session on the server and the boards kept here. Asks nothing. */
import { browserStorage } from '../sync/browser-storage.ts';
import { firstApi } from '../sync/first-api.ts';
import { forgetSeat, type Seat } from '../sync/seats.ts';
import { clearShelf } from '../sync/shelf-name.ts';

/** The seat goes at once. Without a connection the server keeps the session until it expires; its token is gone from here. */
export function leaveSeat(seat: Seat): void {
  forgetSeat(browserStorage, seat);
  for (const id of [seat.cohort.id, ...seat.boards.map((board) => board.id)]) clearShelf(id, seat.person.id);
  void firstApi(seat.token).leave();
}
