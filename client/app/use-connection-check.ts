/** Tries the connection of a seat, again whenever it is asked to; what was found so far. Ends with the component. */
import { useCallback, useEffect, useState } from 'react';
import { type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import type { BoardId } from '../../shared/ids.ts';
import { askTime } from '../sync/api.ts';
import { CHECKS, type Finding, findings, type Tries } from '../sync/connection-check.ts';
import { firstApi } from '../sync/first-api.ts';
import type { Seat } from '../sync/seats.ts';
import { serverClock } from '../sync/server-clock.ts';
import { keepsForLong, keepsNotes, keepsThePage, keepsWords } from '../sync/try-device.ts';
import { tryLive } from '../sync/try-live.ts';

export interface ConnectionCheck {
  readonly found: readonly Finding[];
  readonly isDone: boolean;
  readonly again: () => void;
}

export function useConnectionCheck(seat: Seat, cohort: Cohort): ConnectionCheck {
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once when it opens, and again when asked to
  useEffect(() => {
    const ending = new AbortController();
    void run(triesOf(seat, roomToTry(seat, cohort), ending.signal), ending.signal, setFound);
    return () => ending.abort();
  }, [times]);
  const again = useCallback(() => {
    setFound([]);
    setTimes((before) => before + 1);
  }, []);
  return { found, isDone: found.length === CHECKS.length, again };
}

async function run(tries: Tries, signal: AbortSignal, tell: (found: readonly Finding[]) => void): Promise<void> {
  let found: readonly Finding[] = [];
  for await (const finding of findings(tries)) {
    if (signal.aborted) return;
    found = [...found, finding];
    tell(found);
  }
}

/** The practice board where this seat may open it, else what everybody follows: the document of the cohort. */
function roomToTry(seat: Seat, cohort: Cohort): BoardId {
  const { id, role, organisation } = seat.person;
  const practice = cohort.boards.find(({ kind }) => kind === 'practice');
  const isOpen = practice && rightFor({ person: id, role, organisation }, practice, opennessOf(cohort)) !== 'none';
  return isOpen ? practice.id : seat.cohort.id;
}

function triesOf(seat: Seat, room: BoardId, signal: AbortSignal): Tries {
  return {
    server: async () => (await askTime()).ok,
    live: () => tryLive(firstApi(seat.token), room, signal),
    notes: () => keepsNotes(),
    words: () => keepsWords(),
    lasting: keepsForLong,
    clock: async () => {
      await serverClock.refine();
      return serverClock.offset.get()?.ms ?? null;
    },
    page: keepsThePage,
  };
}
