/** The one note that is being written in the list. Survives the note being moved elsewhere on the page: field and caret come back. Draws nothing. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoteId } from '../../shared/ids.ts';
import type { BoardSession } from '../board/session.ts';
import { beginWriting, type Writing } from '../board/writing.ts';

/** Start and end of the selection in the field. */
export type Caret = readonly [number, number];

export interface WritingDesk {
  readonly id: NoteId | null;
  readonly writing: Writing | null;
  /** Where the caret was when the field last left the page. */
  readonly caret: { current: Caret | null };
  open(id: NoteId): void;
  close(): void;
}

interface Open {
  readonly id: NoteId;
  readonly writing: Writing;
}

export function useWriting(session: BoardSession): WritingDesk {
  const [now, setNow] = useState<Open | null>(null);
  const current = useRef<Open | null>(null);
  const caret = useRef<Caret | null>(null);

  const close = useCallback(() => {
    const open = current.current;
    current.current = null;
    caret.current = null;
    setNow(null);
    open?.writing.end();
  }, []);
  const open = useCallback(
    (id: NoteId) => {
      if (current.current?.id === id) return;
      close();
      const writing = beginWriting(session, id);
      if (!writing) return;
      current.current = { id, writing };
      setNow(current.current);
    },
    [session, close],
  );
  useEffect(() => close, [close]);

  return useMemo(
    () => ({ id: now?.id ?? null, writing: now?.writing ?? null, caret, open, close }),
    [now, open, close],
  );
}
