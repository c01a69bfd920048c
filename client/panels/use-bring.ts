/** What the sheet that brings notes does: ticks, signature, and the command itself. Draws nothing. */
import { useMemo, useState } from 'react';
import { type DeletedNote, readDeletedBrought } from '../../shared/board/deleted-notes.ts';
import type { Attribution } from '../../shared/board/note.ts';
import type { NoteId } from '../../shared/ids.ts';
import type { BringRefusal } from '../../shared/synthesis/gather.ts';
import { namedIn, nameSense } from '../../shared/synthesis/name-check.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { isWrittenHere } from '../board/table.ts';
import { useRoot } from '../board/use-root.ts';
import {
  type BringCount,
  type BringLayer,
  bringBatches,
  bringCount,
  bringLayers,
  broughtOnly,
  firstTicks,
  type Shut,
  stillTicked,
  ticksNow,
  wasBrought,
  whyShut,
} from './bring.ts';

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
  /** Deleted here, with a copy there that can be taken back. */
  readonly deleted: readonly DeletedNote[];
  readonly ticked: ReadonlySet<NoteId>;
  readonly count: BringCount;
  readonly attribution: Attribution;
  readonly stage: BringStage;
  /** Why nothing goes now; then there is only what was brought. */
  readonly shut: Shut | null;
  /** What came of taking back: so many came, or why none did. */
  readonly back: { readonly failed: string | null } | null;
  withdraw(note: NoteId): Promise<void>;
  /** Ticked notes that seem to name a person, as long as nobody said that they go as they are. */
  readonly named: ReadonlySet<NoteId>;
  goAsIs(note: NoteId): void;
  /** The note among them that is being changed; it stays among them until that ends. */
  readonly changing: NoteId | null;
  change(note: NoteId | null): void;
  tick(ids: readonly NoteId[], on: boolean): void;
  sign(attribution: Attribution): void;
  go(): Promise<void>;
}

export function useBring(session: BoardSession, chosen: readonly NoteId[]): Bringing {
  const notes = useStore(session.notes);
  const layers = useMemo(() => bringLayers(notes, (note) => isWrittenHere(session, note)), [notes, session]);
  const deleted = useRoot(session.doc, 'notes', readDeletedBrought);
  const isFirst = deleted.length === 0 && !wasBrought(notes);
  const [first] = useState(() => (isFirst ? firstTicks(layers) : []));
  const [byHand, setByHand] = useState<ReadonlyMap<NoteId, boolean>>(new Map());
  const [attribution, setAttribution] = useState<Attribution>('organisation');
  const [stage, setStage] = useState<BringStage>({ kind: 'choosing', failed: null });
  const cohort = useStore(session.cohort);
  const right = useStore(session.right);
  const [back, setBack] = useState<Bringing['back']>(null);
  const [changing, setChanging] = useState<NoteId | null>(null);
  const [asIs, setAsIs] = useState<ReadonlySet<NoteId>>(new Set());
  const isAnew = chosen.length === 0 && isFirst;
  const ticks = useMemo(() => ticksNow(isAnew ? first : chosen, byHand), [isAnew, first, chosen, byHand]);
  const ticked = useMemo(() => new Set(stillTicked(layers, ticks)), [layers, ticks]);

  const named = useMemo(() => {
    const sense = nameSense({
      people: cohort.people.map((person) => person.name),
      organisations: cohort.organisations.flatMap(({ name, acronym }) => [name, acronym]),
    });
    const seems = notes.filter(
      ({ id, text }) => id === changing || (ticked.has(id) && !asIs.has(id) && namedIn(text, sense) !== null),
    );
    return new Set(seems.map((note) => note.id));
  }, [cohort, notes, ticked, asIs, changing]);

  const tick = (ids: readonly NoteId[], on: boolean): void => {
    setByHand((before) => new Map([...before, ...ids.map((id) => [id, on] as const)]));
  };
  const go = async (): Promise<void> => {
    setStage({ kind: 'going' });
    // What does not get there stays ticked, to be tried again.
    tick([...ticked], true);
    const brought: NoteId[] = [];
    const refused: { note: NoteId; why: BringRefusal }[] = [];
    for (const batch of bringBatches(layers, ticks, attribution, (note) => isWrittenHere(session, note))) {
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
  const withdraw = async (note: NoteId): Promise<void> => {
    setBack(null);
    const outcome = await session.commands.withdraw([note]);
    setBack({ failed: outcome.ok ? null : outcome.why });
  };
  const group = cohort.boards.find((board) => board.kind === 'group-iceberg' && board.title === '');
  const shut = whyShut(cohort.call, group?.id, right);
  return {
    layers: shut ? broughtOnly(layers) : layers,
    deleted,
    ticked,
    count: bringCount(layers, ticks, deleted.length),
    attribution,
    stage,
    shut,
    back,
    withdraw,
    named,
    changing,
    change: setChanging,
    goAsIs: (note) => setAsIs(new Set([...asIs, note])),
    tick,
    sign: setAttribution,
    go,
  };
}
