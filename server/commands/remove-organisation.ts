/**
 * An organisation leaves the cohort, with its empty boards and its column: only one nobody is in, and of which nothing is
 * written anywhere. Whatever stands in the way is said, and then nothing changes.
 */
import type * as Y from 'yjs';
import { isBlank } from '../../shared/board/blank.ts';
import { toldOf, wordsOf } from '../../shared/board/closing.ts';
import { giftsOf } from '../../shared/board/feedback.ts';
import { readNotes } from '../../shared/board/notes.ts';
import { newCall } from '../../shared/cohort/call.ts';
import { withoutOrganisation } from '../../shared/cohort/departure.ts';
import type { BoardId, CohortId, OrgId } from '../../shared/ids.ts';
import { removeColumn } from '../../shared/synthesis/columns.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, type Refused, refused } from './outcome.ts';
import { giveOwedColumn } from './owed.ts';
import type { CohortBoard } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { reconsiderCohort } from './reconsider-cohort.ts';
import { facilitatorOnly } from './rights.ts';

/** All of it or nothing; durable, and gone from everybody's screen, when resolved. */
export async function removeOrganisation(
  context: Context,
  caller: Caller,
  id: CohortId,
  organisation: string,
): Promise<Outcome<null>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  return context.turns(`organisations/${id}`, async () => {
    const all = context.registry.organisations.of(id);
    const found = all.find((one) => one.id === organisation);
    if (!found) return refused('organisation-unknown');
    if (all.length === 1) return refused('last-organisation');
    const there = inTheWay(context, id, found.id);
    if (there) return there;
    // Nobody is left whose visit this could be: from here on nobody writes on its boards.
    context.registry.organisations.letIn(id, found.id, false);
    reconsiderCohort(context, id);
    if (await isMentioned(context, id, found.id)) return refused('organisation-has-notes');
    // Until it is out its column is owed to it.
    context.registry.owed.columns.put(id, found.id, true);
    const isFree = await context.rooms.change(caller.cohort.groupBoard, (doc) =>
      removeColumn({ doc, origin: null }, found.id),
    );
    const late = isFree ? await takeOut(context, id, found.id) : refused('organisation-has-notes');
    if (late) await giveOwedColumn(context, caller.cohort, found.id);
    await publishCohort(context, id);
    return late ?? done(null);
  });
}

const boardsOf = ({ registry }: Context, id: CohortId, organisation: OrgId): CohortBoard[] =>
  registry.boards.of(id).filter((board) => board.organisation === organisation);

/** What the registry knows that keeps it. */
function inTheWay(context: Context, id: CohortId, organisation: OrgId): Refused | null {
  const { registry } = context;
  if (registry.people.of(id).some((one) => one.organisation === organisation))
    return refused('organisation-has-people');
  const isKnown = registry.issues.of(id).has(organisation) || registry.published.of(id).has(organisation);
  const isCopied = boardsOf(context, id, organisation).some((board) => registry.copies.of(board.id).length > 0);
  if (isKnown || isCopied) return refused('organisation-has-notes');
  return callWithout(context, id, organisation) ? null : refused('not-now');
}

const callWithout = (context: Context, id: CohortId, organisation: OrgId) =>
  withoutOrganisation(
    context.registry.calls.at(id) ?? newCall(),
    organisation,
    new Set(boardsOf(context, id, organisation).map((board) => board.id)),
  );

/** On boards of its own anything that is written, on those of others what came from it. */
async function isMentioned({ registry, rooms }: Context, id: CohortId, organisation: OrgId): Promise<boolean> {
  for (const board of registry.boards.of(id)) {
    const look = board.organisation === organisation ? isWritten : namesIt(organisation);
    if (await rooms.read(board.id, look)) return true;
  }
  return false;
}

const isWritten = (doc: Y.Doc): boolean => !isBlank(doc);
const namesIt =
  (organisation: OrgId) =>
  (doc: Y.Doc): boolean =>
    readNotes(doc).some((note) => note.organisation === organisation) ||
    [wordsOf(doc), toldOf(doc), giftsOf(doc)].some((root) => JSON.stringify(root).includes(organisation));

/** Null when it is out; what came in the way meanwhile otherwise, and then nothing went. */
async function takeOut(context: Context, id: CohortId, organisation: OrgId): Promise<Refused | null> {
  const { registry, rooms } = context;
  let late: Refused | null = null;
  await rooms.remove(() =>
    registry.transaction((): BoardId[] => {
      late = inTheWay(context, id, organisation);
      const call = callWithout(context, id, organisation);
      if (late !== null || call === null) return [];
      const gone = boardsOf(context, id, organisation).map((board) => board.id);
      for (const board of gone) registry.boards.remove(board);
      if (registry.calls.at(id)) registry.calls.put(id, call);
      registry.organisations.remove(id, organisation);
      registry.owed.columns.remove(id, organisation);
      return gone;
    }),
  );
  return late;
}
