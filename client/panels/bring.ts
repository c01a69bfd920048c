/** What the sheet that brings notes shows and asks for. Pure: knows neither sheet nor server. */
import type { Attribution, Note } from '../../shared/board/note.ts';
import type { Call } from '../../shared/cohort/call.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId, NoteId } from '../../shared/ids.ts';
import { isStale } from '../../shared/synthesis/gather.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import { isBringingClosed } from '../board/focus.ts';
import { inReadingOrder } from '../board/reading-order.ts';

/** `free`: may be ticked. `private`: its author may open it. `brought`: is there already. */
export interface BringRow {
  readonly note: Note;
  readonly state: 'free' | 'private' | 'brought';
  readonly isStale: boolean;
  /** Whether this person may take «Solo mi tablero» away. */
  readonly mayOpen: boolean;
}
export interface BringLayer {
  readonly layer: LayerId;
  readonly rows: readonly BringRow[];
}

/** Whether this device speaks for the author of a note. */
type IsMine = (note: Note) => boolean;

/** Notes with words and those that are on the group iceberg, by layer, in reading order; layers without any are left out. */
export function bringLayers(notes: readonly Note[], isMine: IsMine): BringLayer[] {
  const worded = notes.filter((note) => note.brought !== null || note.text.trim() !== '');
  return LAYER_IDS.map((layer) => ({
    layer,
    rows: inReadingOrder(worded.filter((note) => areaOf('iceberg', note.pos) === layer)).map((note) =>
      rowOf(note, isMine),
    ),
  })).filter(({ rows }) => rows.length > 0);
}

function rowOf(note: Note, isMine: IsMine): BringRow {
  // What is there can be taken back, whatever became of the note here.
  const state = note.brought ? 'brought' : note.private ? 'private' : 'free';
  return { note, state, isStale: isStale(note) && !note.private, mayOpen: note.private && isMine(note) };
}

const rowsOf = (layers: readonly BringLayer[]): BringRow[] => layers.flatMap((layer) => layer.rows);

/** Why nothing goes now: the session has ended, the way is closed, or a board may only be read; null while notes may go. */
export type Shut = 'ended' | 'closed' | 'paused';
export function whyShut(call: Call, group: BoardId | undefined, right: Right): Shut | null {
  if (call.status === 'closed') return 'ended';
  if (isBringingClosed(call)) return 'closed';
  return right !== 'write' || call.reading || call.paused.some((id) => id === group) ? 'paused' : null;
}

/** All there is to do while nothing goes: what was brought, to be taken back. */
export const broughtOnly = (layers: readonly BringLayer[]): BringLayer[] =>
  layers
    .map((layer) => ({ ...layer, rows: layer.rows.filter((row) => row.state === 'brought') }))
    .filter(({ rows }) => rows.length > 0);

/** Whether something of this board was brought: what stayed then was left out, or is new. The document knows, for the whole team. */
export const wasBrought = (notes: readonly Note[]): boolean => notes.some(({ brought }) => brought !== null);

/** What the sheet proposes as long as nothing was brought: all that may go. */
export const firstTicks = (layers: readonly BringLayer[]): NoteId[] =>
  rowsOf(layers)
    .filter((row) => row.state === 'free')
    .map((row) => row.note.id);

/** What is ticked: what the sheet proposed or somebody chose beforehand, and then what was ticked or unticked by hand. */
export function ticksNow(proposed: readonly NoteId[], byHand: ReadonlyMap<NoteId, boolean>): ReadonlySet<NoteId> {
  const ticks = new Set(proposed);
  for (const [id, on] of byHand) {
    if (on) ticks.add(id);
    else ticks.delete(id);
  }
  return ticks;
}

/** Ticks of notes that became private, were brought or deleted meanwhile do not count. */
export const stillTicked = (layers: readonly BringLayer[], ticks: ReadonlySet<NoteId>): NoteId[] =>
  rowsOf(layers)
    .filter((row) => row.state === 'free' && ticks.has(row.note.id))
    .map((row) => row.note.id);

export interface BringCount {
  /** Ticked, of `left`: the notes that are not on the group iceberg. */
  readonly going: number;
  readonly left: number;
  /** Brought already. */
  readonly there: number;
}

/** «12 de 17»: what is ticked of what the group iceberg does not hold; it may hold `deleted` notes as well. */
export function bringCount(layers: readonly BringLayer[], ticks: ReadonlySet<NoteId>, deleted = 0): BringCount {
  const rows = rowsOf(layers);
  const there = rows.filter((row) => row.state === 'brought').length;
  return { going: stillTicked(layers, ticks).length, left: rows.length - there, there: there + deleted };
}

export interface BringBatch {
  readonly attribution: Attribution;
  readonly notes: readonly NoteId[];
}

/** Nobody signs for somebody else: *con mi nombre* counts for the notes of this device, the others go with the organisation. */
export function bringBatches(
  layers: readonly BringLayer[],
  ticks: ReadonlySet<NoteId>,
  attribution: Attribution,
  isMine: IsMine,
): BringBatch[] {
  const ids = stillTicked(layers, ticks);
  if (attribution !== 'name') return ids.length > 0 ? [{ attribution, notes: ids }] : [];
  const mine = new Set(
    rowsOf(layers)
      .filter((row) => isMine(row.note))
      .map((row) => row.note.id),
  );
  const batches: BringBatch[] = [
    { attribution: 'name', notes: ids.filter((id) => mine.has(id)) },
    { attribution: 'organisation', notes: ids.filter((id) => !mine.has(id)) },
  ];
  return batches.filter((batch) => batch.notes.length > 0);
}
