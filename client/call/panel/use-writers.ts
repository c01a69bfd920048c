/** Follows the panel's document while the panel is open: who has written on which board. Ids only. */
import { useEffect, useRef, useState } from 'react';
import type { BoardEntry } from '../../../shared/cohort/document.ts';
import { readWriters, type Writers } from '../../../shared/cohort/panel.ts';
import { openPage } from '../../sync/open-board.ts';
import type { Seat } from '../../sync/seats.ts';

const NOBODY: Writers = new Map();

/** Nobody before the panel's board is there: it is laid when the call begins. */
export function useWriters(seat: Seat, boards: readonly BoardEntry[]): Writers {
  const [writers, setWriters] = useState<Writers>(NOBODY);
  const panel = boards.find(({ kind }) => kind === 'panel');
  const latest = useRef({ seat, panel });
  latest.current = { seat, panel };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the seat and the board
  useEffect(() => {
    const { seat, panel } = latest.current;
    if (!panel) return setWriters(NOBODY);
    const { session } = openPage(seat, panel);
    const read = (): void => setWriters(readWriters(session.doc));
    session.doc.on('afterTransaction', read);
    return () => {
      session.doc.off('afterTransaction', read);
      session.close();
    };
  }, [panel?.id, seat.token]);
  return writers;
}
