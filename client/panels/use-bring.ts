/** What the sheet that brings notes does: ticks, signature, and the command itself. Draws nothing. */
import { useMemo, useState } from 'react';
import type { Attribution } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { BringRefusal } from '../../shared/synthesis/gather.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { type BringLayer, bringBatches, bringCount, bringLayers, firstTicks, stillTicked } from './bring.ts';

export type BringStage =
  | { readonly kind: 'choosing'; readonly failed: string | null }
  | { readonly kind: 'going' }
  | {
      readonly kind: 'done';
      readonly brought: number;
      readonly refused: readonly { readonly note: NoteId; readonly why: BringRefusal }[];
    };

export interface Bringing {
  readonly layers: readonly BringLayer[];
  readonly ticked: ReadonlySet<NoteId>;
  readonly count: { readonly going: number; readonly total: number };
  readonly attribution: Attribution;
  readonly stage: BringStage;
  tick(ids: readonly NoteId[], on: boolean): void;
  sign(attribution: Attribution): void;
  go(): Promise<void>;
}

export function useBring(session: BoardSession, chosen: readonly NoteId[]): Bringing {
  const notes = useStore(session.notes);
  const layers = useMemo(() => bringLayers(notes, session.me.id), [notes, session]);
  const [ticks, setTicks] = useState<ReadonlySet<NoteId>>(() => firstTicks(layers, chosen));
  const [attribution, setAttribution] = useState<Attribution>('organisation');
  const [stage, setStage] = useState<BringStage>({ kind: 'choosing', failed: null });
  const ticked = useMemo(() => new Set(stillTicked(layers, ticks)), [layers, ticks]);

  const tick = (ids: readonly NoteId[], on: boolean): void => {
    const next = new Set(ticks);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicks(next);
  };
  const go = async (): Promise<void> => {
    setStage({ kind: 'going' });
    const brought: NoteId[] = [];
    const refused: { note: NoteId; why: BringRefusal }[] = [];
    for (const batch of bringBatches(layers, ticks, attribution, session.me.id)) {
      const outcome = await session.commands.bring(batch.notes, batch.attribution);
      if (!outcome.ok) {
        setStage({ kind: 'choosing', failed: outcome.why });
        return;
      }
      brought.push(...outcome.brought);
      refused.push(...outcome.refused);
    }
    session.selection.set([]);
    setStage({ kind: 'done', brought: brought.length, refused });
  };
  return {
    layers,
    ticked,
    count: bringCount(layers, ticks),
    attribution,
    stage,
    tick,
    sign: setAttribution,
    go,
  };
}
