/** Follows the panel's document while the panel is open: who has written on which board, and how many have brought something. */
import { useEffect, useRef, useState } from 'react';
import type { BoardEntry } from '../../../shared/cohort/document.ts';
import { NO_FACTS, type PanelFacts, readPanel } from '../../../shared/cohort/panel.ts';
import { openPage } from '../../sync/open-board.ts';
import type { Seat } from '../../sync/seats.ts';

/** Nothing before the panel's board is there: it is laid when the call begins. */
export function usePanelFacts(seat: Seat, boards: readonly BoardEntry[]): PanelFacts {
  const [facts, setFacts] = useState(NO_FACTS);
  const panel = boards.find(({ kind }) => kind === 'panel');
  const latest = useRef({ seat, panel });
  latest.current = { seat, panel };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the seat and the board
  useEffect(() => {
    const { seat, panel } = latest.current;
    if (!panel) return setFacts(NO_FACTS);
    const { session } = openPage(seat, panel);
    const read = (): void => setFacts(readPanel(session.doc));
    session.doc.on('afterTransaction', read);
    return () => {
      session.doc.off('afterTransaction', read);
      session.close();
    };
  }, [panel?.id, seat.token]);
  return facts;
}
