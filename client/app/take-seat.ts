/** Joining, and what follows from it: the seat is kept on this device and knows its boards. Draws nothing. */
import type { JoinRequest } from '../../shared/api.ts';
import { join } from '../sync/api.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { firstApi } from '../sync/first-api.ts';
import type { Answer } from '../sync/request.ts';
import { keepSeat, type Seat } from '../sync/seats.ts';

export async function takeSeat(body: JoinRequest): Promise<Answer<Seat>> {
  const joined = await join(body);
  if (!joined.ok) return joined;
  const { token, person, cohort, links, code } = joined.value;
  // Without an answer the seat is good all the same: the next page asks again.
  const me = await firstApi(token).me();
  const boards = me.ok ? me.value.boards : [];
  const seat: Seat = {
    token,
    person,
    cohort,
    boards,
    openedAt: Date.now(),
    ...(links && { links }),
    ...(code && { code }),
  };
  keepSeat(browserStorage, seat);
  return { ok: true, value: seat };
}
