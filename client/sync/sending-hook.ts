/** Sends what is unsent on this device while a cohort is on the screen, for React. Knows no page. */
import { useEffect, useRef, useState } from 'react';
import { type Cohort, opennessOf } from '../../shared/cohort/document.ts';
import { rightFor } from '../../shared/cohort/roles.ts';
import { keepSending, type UnsentBoards } from './keep-sending.ts';
import type { Seat } from './seats.ts';
import { sendBoard, unsentBoards } from './unsent.ts';

const NONE: UnsentBoards = new Map();

/** Boards of this seat with something unsent; while the server answers they are sent. Tries again when rights change. */
export function useSending(seat: Seat, cohort: Cohort, isReachable: boolean): UnsentBoards {
  const [unsent, setUnsent] = useState(NONE);
  const { id: person, role, organisation } = seat.person;
  const openness = opennessOf(cohort);
  const rights = cohort.boards.map(
    (board) => `${board.id} ${rightFor({ person, role, organisation }, board, openness)}`,
  );
  const key = [seat.token, person, ...rights].join();
  const latest = useRef({ seat, cohort });
  latest.current = { seat, cohort };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the seat and the rights
  useEffect(() => {
    const find = () => {
      const boards = latest.current.cohort.boards.map(({ id }) => id);
      return unsentBoards(person, boards);
    };
    return keepSending({
      find,
      send: (board, signal) => sendBoard(latest.current.seat, board, signal),
      isReachable,
      tell: setUnsent,
    });
  }, [key, isReachable]);
  return unsent;
}
