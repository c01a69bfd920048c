/**
 * Me resuena: dots of people on notes of the group iceberg, as long as those are there. The server counts them and holds
 * each person to their number; nobody is told the sums until facilitation shows them. Setting the same dot twice is once.
 * Knows no drawing.
 */

import type * as Y from 'yjs';
import { noteAt } from '../../shared/board/notes.ts';
import type { DotsAnswer } from '../../shared/call-api.ts';
import { newCall } from '../../shared/cohort/call.ts';
import type { BoardId, NoteId, PersonId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, Dot } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { boardFor } from './rights.ts';

export interface DotWish {
  readonly note: NoteId;
  readonly on: boolean;
  /** Somebody at the caller's table; absent for the caller. */
  readonly person?: PersonId | undefined;
}

export async function dotsOf(context: Context, caller: Caller, id: BoardId): Promise<Outcome<DotsAnswer>> {
  const board = dottedBoard(context, caller, id);
  return board.ok ? context.rooms.read(id, (doc) => done(answerFor(context, caller, thereOn(doc)))) : board;
}

/** Durable when resolved. */
export async function setDot(
  context: Context,
  caller: Caller,
  id: BoardId,
  wish: DotWish,
): Promise<Outcome<DotsAnswer>> {
  const board = dottedBoard(context, caller, id);
  if (!board.ok) return board;
  const person = wish.person ?? caller.member.id;
  if (!seatsOf(context, caller).includes(person)) return refused('no-right', { field: 'person' });
  const answer = await context.rooms.read(id, (doc): Outcome<DotsAnswer> => {
    const isThere = thereOn(doc);
    if (wish.on && !isThere(wish.note)) return refused('bad-request', { field: 'note' });
    const refusal = place(context, caller, { person, note: wish.note }, wish.on, isThere);
    return refusal ? refused(refusal) : done(answerFor(context, caller, isThere));
  });
  if (answer.ok && callOf(context, caller).dots.shown) await publishCohort(context, caller.cohort.id);
  return answer;
}

type IsThere = (note: NoteId) => boolean;

const thereOn =
  (doc: Y.Doc): IsThere =>
  (note) =>
    noteAt(doc, note) !== null;

/** Dots on notes that are gone do not count; they come back with their note, until the person puts another one. */
function place(
  { registry }: Context,
  { cohort }: Caller,
  dot: Dot,
  on: boolean,
  isThere: IsThere,
): 'dots-closed' | 'no-dots-left' | null {
  return registry.transaction(() => {
    const call = registry.calls.at(cohort.id) ?? newCall();
    if (!call.dots.open) return 'dots-closed';
    const placed = registry.dots.of(cohort.id, call.session, dot.person);
    if (!on) registry.dots.remove(cohort.id, call.session, dot);
    else if (placed.some(({ note }) => note === dot.note)) return null;
    else {
      const gone = placed.filter(({ note }) => !isThere(note));
      if (placed.length - gone.length >= COUNT.dotsPerPerson) return 'no-dots-left';
      for (const old of gone) registry.dots.remove(cohort.id, call.session, old);
      registry.dots.put(cohort.id, call.session, dot);
    }
    return null;
  });
}

/** Participants put dots, on the one group iceberg. */
function dottedBoard({ registry }: Context, caller: Caller, id: BoardId): Outcome<CohortBoard> {
  const board = boardFor(registry, caller, id, 'read');
  if (!board.ok) return board;
  if (board.value.id !== caller.cohort.groupBoard) return refused('wrong-kind');
  return caller.member.role === 'participant' ? board : refused('no-right');
}

/** The caller, and who sits at the same table without a device. */
const seatsOf = ({ registry }: Context, { cohort, member }: Caller): PersonId[] => [
  member.id,
  ...registry.people
    .of(cohort.id)
    .filter(({ host }) => host === member.id)
    .map(({ id }) => id),
];

const callOf = ({ registry }: Context, { cohort }: Caller) => registry.calls.at(cohort.id) ?? newCall();

function answerFor(context: Context, caller: Caller, isThere: IsThere): DotsAnswer {
  const { session } = callOf(context, caller);
  const all = seatsOf(context, caller).flatMap((person) => context.registry.dots.of(caller.cohort.id, session, person));
  return { dots: all.filter(({ note }) => isThere(note)), most: COUNT.dotsPerPerson };
}
