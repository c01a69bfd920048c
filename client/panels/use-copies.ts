/** The copies of a board as the sheet shows them, and what is done with them. Draws nothing; the server is behind `api`. */
import { useCallback, useEffect, useState } from 'react';
import type { CopySummary, RestorePlace } from '../../shared/api.ts';
import type { BoardId, CopyId } from '../../shared/ids.ts';
import type { Outcome } from '../board/session.ts';
import type { CopiesApi } from './copies.ts';
import { type Preview, previewOf } from './copy-preview.ts';

/** The last thing that happened, for the line on top of the sheet. */
export type CopyEvent =
  | { readonly kind: 'saved' | 'removed' | 'undone' | 'unreadable' }
  | { readonly kind: 'restored'; readonly name: string; readonly previous: CopyId | null }
  | { readonly kind: 'made'; readonly board: BoardId }
  | { readonly kind: 'failed'; readonly why: string };

export interface Copies {
  /** Null until the server answered. */
  readonly copies: readonly CopySummary[] | null;
  readonly event: CopyEvent | null;
  readonly isBusy: boolean;
  readonly open: { readonly copy: CopyId; readonly preview: Preview } | null;
  take(name: string): Promise<void>;
  /** Shows the copy, or closes it when it is shown. */
  look(copy: CopyId): Promise<void>;
  restore(copy: CopySummary, as: RestorePlace): Promise<void>;
  undo(previous: CopyId): Promise<void>;
  remove(copy: CopyId): Promise<void>;
}

export function useCopies(api: CopiesApi): Copies {
  const [copies, setCopies] = useState<readonly CopySummary[] | null>(null);
  const [event, setEvent] = useState<CopyEvent | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [open, setOpen] = useState<Copies['open']>(null);

  const reload = useCallback(async () => {
    const outcome = await api.list();
    if (outcome.ok) setCopies([...outcome.copies].sort((a, b) => b.at - a.at));
    else setEvent({ kind: 'failed', why: outcome.why });
  }, [api]);
  useEffect(() => void reload(), [reload]);

  /** Asks, tells what came of it, and reads the list again. */
  const ask = async <T>(asked: Promise<Outcome<T>>, told: (answer: T) => CopyEvent): Promise<void> => {
    setBusy(true);
    const outcome = await asked;
    setBusy(false);
    setEvent(outcome.ok ? told(outcome) : { kind: 'failed', why: outcome.why });
    if (outcome.ok) await reload();
  };

  return {
    copies,
    event,
    isBusy,
    open,
    take: (name) => ask(api.take(name), () => ({ kind: 'saved' })),
    remove: (copy) => ask(api.remove(copy), () => ({ kind: 'removed' })),
    undo: (previous) => ask(api.restore(previous, 'in-place'), () => ({ kind: 'undone' })),
    restore: (copy, as) =>
      ask(api.restore(copy.id, as), ({ board, previous }) =>
        as === 'new-board'
          ? { kind: 'made', board: board.id }
          : { kind: 'restored', name: copy.name, previous: previous ?? null },
      ),
    async look(copy) {
      if (open?.copy === copy) return setOpen(null);
      const outcome = await api.preview(copy);
      const preview = outcome.ok ? previewOf(outcome.snapshot) : null;
      if (preview) setOpen({ copy, preview });
      else setEvent(outcome.ok ? { kind: 'unreadable' } : { kind: 'failed', why: outcome.why });
    },
  };
}
