/**
 * Takes this window to where the call is when it moves on, unless its person is at something: then the way is offered. What
 * was answered is kept for this tab, so a reload stays where it is.
 */
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Cohort } from '../../shared/cohort/document.ts';
import { browserStorage } from '../sync/browser-storage.ts';
import { useCohort } from '../sync/hooks.ts';
import { rememberBoards } from '../sync/known-boards.ts';
import type { Seat } from '../sync/seats.ts';
import { isTold, LATE } from './arrival.ts';
import { isBusyNow, watchMoves } from './hand-moves.ts';
import { decide, landingKey, type Place, placeAfter, placeOfLanding } from './landing.ts';

const addressOf = (place: Place, seat: Seat): string =>
  place === 'panel' ? `/panel/${seat.cohort.id}` : `/tablero/${place}`;

export interface Landing {
  /** Where everybody is meant to be, when that is not here; null otherwise. */
  readonly place: Place | null;
  readonly go: () => void;
}

/** `here`: the board on the screen, the panel, or null for any other page. `isBusy`: its person is at something. */
export function useLanding(seat: Seat, here: Place | null, isBusy = isBusyNow): Landing {
  const [, navigate] = useLocation();
  const { cohort, sync } = useCohort(seat);
  const me = seat.person;
  const key = landingKey(cohort, me);
  const place = placeOfLanding(cohort, me);
  // What this device remembers of the call may be old: only the server's word takes anybody anywhere.
  const isHeard = sync.kind === 'synced';
  const isHereGone = useGone(cohort, here) && isHeard;
  useEffect(watchMoves, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: decided once for each call to go somewhere
  useEffect(() => {
    if (!isHeard) return;
    const storageKey = `tempano.landed.${seat.cohort.id}`;
    const answered = browserStorage.tab.getItem(storageKey);
    const hasJoined = isTold('joined');
    const target = hasJoined ? place : placeAfter(cohort, me, answered);
    const decision = decide({ answered, key, place: target, here, isHereGone, hasJoined, isBusy: isBusy() });
    browserStorage.tab.setItem(storageKey, key);
    if (hasJoined) history.replaceState(null, '');
    if (decision !== 'go' || target === null) return;
    rememberBoards(browserStorage, seat, cohort);
    navigate(addressOf(target, seat), { replace: hasJoined || isHereGone, state: hasJoined ? LATE : null });
  }, [key, isHeard, isHereGone, here]);
  const go = useCallback(() => {
    if (place === null) return;
    rememberBoards(browserStorage, seat, cohort);
    navigate(addressOf(place, seat));
  }, [place, seat, cohort, navigate]);
  return { place: place === here ? null : place, go };
}

/** Whether the board on the screen was there and is no more: the practice board, once the practice is over. */
function useGone({ boards }: Cohort, here: Place | null): boolean {
  const isThere = boards.some(({ id }) => id === here);
  const [seen, setSeen] = useState<Place | null>(null);
  if (isThere && seen !== here) setSeen(here);
  return !isThere && here !== null && seen === here;
}
