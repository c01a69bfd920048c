/**
 * Compartir con mi equipo: a person puts a copy of their self-assessment into the averages of the team, or takes it out.
 * Only the person can; taking it out is possible after the call as well. A crash between the person's board and the
 * profile is made up for by the next who shares, or by sharing again.
 */
import { putShared, removeShared } from '../../shared/board/answers.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { boardFor } from './rights.ts';
import { changingGrowth, growthBoardOf } from './team-growth.ts';

export async function shareAnswers(
  context: Context,
  caller: Caller,
  id: BoardId,
  { on, evidence }: { readonly on: boolean; readonly evidence: boolean },
): Promise<Outcome<null>> {
  const { registry, rooms, now } = context;
  const board = boardFor(registry, caller, id, on ? 'write' : 'read');
  if (!board.ok) return board;
  const { kind, organisation, person } = board.value;
  if (kind !== 'self-assessment' || organisation === null) return refused('wrong-kind');
  if (person !== caller.member.id) return refused('no-right');
  const growth = growthBoardOf(context, caller.cohort.id, organisation);
  if (!growth) return refused('not-now');
  const isDone = await changingGrowth(context, growth, () =>
    rooms.change(id, (doc) => {
      const w = { doc, origin: null };
      if (on) return putShared(w, evidence, now());
      removeShared(w);
      return true;
    }),
  );
  return isDone ? done(null) : refused('nothing-to-share');
}
