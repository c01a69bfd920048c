/** Doing something through the server, one thing after the other, and telling how it went. Draws nothing. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CallRequest } from '../../../shared/call-api.ts';
import { useText } from '../../i18n/text.ts';
import type { Answer } from '../../sync/request.ts';
import { type SeatApi, seatApi } from '../../sync/seat-api.ts';
import type { Seat } from '../../sync/seats.ts';

export interface Deeds {
  readonly api: SeatApi;
  /** Something is on its way. */
  readonly busy: boolean;
  /** The last thing to tell, or null. */
  readonly told: string | null;
  tell(text: string | null): void;
  /** A deed of the call. Resolves with whether it was done; `done` is told then. */
  conduct(deed: CallRequest, done?: string): Promise<boolean>;
  /** Anything else that is asked of the server. A refusal is told; null is then given back. */
  ask<T>(answer: Promise<Answer<T>>): Promise<T | null>;
}

export function useDeeds(seat: Seat): Deeds {
  const t = useText();
  const [told, tell] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(0);
  const api = useMemo(() => seatApi(seat.token), [seat.token]);
  const ask = useCallback(
    async <T>(asked: Promise<Answer<T>>): Promise<T | null> => {
      underWay.current += 1;
      setBusy(true);
      const answer = await asked;
      underWay.current -= 1;
      setBusy(underWay.current > 0);
      if (answer.ok) return answer.value;
      tell(t(`errors.${answer.why}`));
      return null;
    },
    [t],
  );
  const conduct = useCallback(
    async (deed: CallRequest, done?: string): Promise<boolean> => {
      const answer = await ask(api.conduct(seat.cohort.id, deed));
      if (answer !== null && done !== undefined) tell(done);
      return answer !== null;
    },
    [api, ask, seat.cohort.id],
  );
  return useMemo(() => ({ api, busy, told, tell, conduct, ask }), [api, busy, told, conduct, ask]);
}
