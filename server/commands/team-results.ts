/**
 * What a team does with its profile: types an earlier assessment beside it, and takes a result to its iceberg as a note.
 * People of the team alone, and not once the call is closed. Knows no single answer.
 */
import { readGrowth, writeBaseline } from '../../shared/board/growth.ts';
import { addNotes, noteAt, readNotes } from '../../shared/board/notes.ts';
import { newCall } from '../../shared/cohort/call.ts';
import { type BoardId, isNoteId, type NoteId } from '../../shared/ids.ts';
import { FEW } from '../../shared/synthesis/growth.ts';
import { byDimension, type DimensionId } from '../../shared/template/dimensions.ts';
import { slotFinder } from '../../shared/template/slots.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard } from './ports.ts';
import { boardFor } from './rights.ts';

interface TypedBaseline {
  readonly source: string;
  readonly values: Readonly<Partial<Record<DimensionId, number | null>>>;
}

export async function setBaseline(
  context: Context,
  caller: Caller,
  id: BoardId,
  baseline: TypedBaseline | null,
): Promise<Outcome<null>> {
  const growth = ownGrowth(context, caller, id);
  if (!growth.ok) return growth;
  const whole = baseline && { ...baseline, values: byDimension((dimension) => baseline.values[dimension] ?? null) };
  await context.rooms.change(id, (doc) => writeBaseline({ doc, origin: null }, whole));
  return done(null);
}

export interface ResultNote {
  readonly board: BoardId;
  readonly note: NoteId;
  /** False when it was there already: it stays as people left it. */
  readonly isNew: boolean;
}

/**
 * One note for each dimension: taking it again finds it. Of a profile with few answers the note stays on the team's board
 * until the team says otherwise, because such averages do.
 */
export async function takeResult(
  context: Context,
  caller: Caller,
  id: BoardId,
  { dimension, text }: { readonly dimension: DimensionId; readonly text: string },
): Promise<Outcome<ResultNote>> {
  const growth = ownGrowth(context, caller, id);
  if (!growth.ok) return growth;
  const iceberg = icebergFor(context, caller, growth.value);
  if (!iceberg.ok) return iceberg;
  const { rooms, now } = context;
  const board = iceberg.value.id;
  const { n } = await rooms.read(id, readGrowth);
  const note = resultNoteId(id, dimension);
  const isNew = await rooms.change(board, (doc) => {
    if (noteAt(doc, note)) return false;
    const taken = readNotes(doc).map(({ pos }) => pos);
    const pos = slotFinder('iceberg', taken)('results');
    const whose = { author: caller.member.id, organisation: growth.value.organisation };
    const draft = { id: note, pos, text, growth: dimension, private: n < FEW, createdAt: now(), ...whose };
    addNotes({ doc, origin: null }, [draft]);
    return true;
  });
  return done({ board, note, isNew });
}

/** The profile of the caller's own team, while something may be changed. */
function ownGrowth(context: Context, caller: Caller, id: BoardId): Outcome<CohortBoard> {
  const board = boardFor(context.registry, caller, id, 'read');
  if (!board.ok) return board;
  if (board.value.kind !== 'growth') return refused('wrong-kind');
  const { status } = context.registry.calls.at(caller.cohort.id) ?? newCall();
  return status === 'closed' ? refused('not-now') : board;
}

/** The iceberg of the team, or of the caller where each person has one and the team has none; as long as it can be written. */
function icebergFor({ registry }: Context, caller: Caller, growth: CohortBoard): Outcome<CohortBoard> {
  const icebergs = registry.boards
    .of(growth.cohort)
    .filter(
      ({ kind, organisation, title }) => kind === 'iceberg' && organisation === growth.organisation && title === '',
    );
  const found =
    icebergs.find(({ person }) => person === null) ?? icebergs.find(({ person }) => person === caller.member.id);
  return found ? boardFor(registry, caller, found.id, 'write') : refused('board-unknown');
}

function resultNoteId(growth: BoardId, dimension: DimensionId): NoteId {
  const id = `r:${growth}:${dimension}`;
  if (!isNoteId(id)) throw new TypeError('the id of a result must be an id');
  return id;
}
