/** Named copies of a board: take, list, look at, restore, delete. Reading needs the right to read, the rest to write. */
import type { CopySummary, RestorePlace } from '../../shared/api.ts';
import { parsePageSnapshot } from '../../shared/board/page-snapshot.ts';
import { withoutPeople } from '../../shared/board/page-unsigned.ts';
import { isNotesBoard } from '../../shared/cohort/document.ts';
import type { BoardId, CopyId } from '../../shared/ids.ts';
import type { Attempt } from './attempts.ts';
import type { Caller, Context } from './context.ts';
import { inGathering } from './forget-in-copies.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CopyRecord } from './ports.ts';
import { type PutBoard, putFile } from './put-snapshot.ts';
import { restorePage } from './restore-page.ts';
import { boardFor } from './rights.ts';
import { storeCopy } from './store-copy.ts';

export async function takeCopy(
  context: Context,
  caller: Caller,
  id: BoardId,
  name: string,
): Promise<Outcome<CopySummary>> {
  const board = ownerFor(context.registry, caller, id, 'write');
  if (!board.ok) return board;
  const store = () => storeCopy(context, caller.cohort, board.value, { name, by: caller.member.name });
  return inGathering(context, caller.cohort, board.value.kind, store);
}

export function listCopies({ registry }: Context, caller: Caller, id: BoardId): Outcome<CopySummary[]> {
  const board = ownerFor(registry, caller, id, 'read');
  return board.ok ? done(registry.copies.of(id)) : board;
}

export interface CopyPreview {
  readonly copy: CopySummary;
  /** JSON in UTF-8; of a page, with as much of people as its screen shows. */
  readonly snapshot: Uint8Array;
}

export function previewCopy({ registry }: Context, caller: Caller, id: BoardId, copyId: CopyId): Outcome<CopyPreview> {
  const board = ownerFor(registry, caller, id, 'read');
  if (!board.ok) return board;
  const copy = registry.copies.of(id).find((one) => one.id === copyId);
  const file = registry.copies.bytesOf(id, copyId);
  if (!copy || !file) return refused('copy-unknown');
  return done({ copy, snapshot: isNotesBoard(board.value) ? file : unsigned(file) });
}

function unsigned(page: Uint8Array): Uint8Array {
  const snapshot = parsePageSnapshot(JSON.parse(new TextDecoder().decode(page)));
  return new TextEncoder().encode(JSON.stringify(withoutPeople(snapshot)));
}

/** What is made of a copy; `attempt` names the making of a new board. */
export interface Restoring {
  readonly copy: CopyId;
  readonly as: RestorePlace;
  readonly attempt?: Attempt | null;
}

export async function restoreCopy(
  context: Context,
  caller: Caller,
  id: BoardId,
  restoring: Restoring,
): Promise<Outcome<PutBoard>> {
  const kind = context.registry.boards.at(id)?.kind;
  return inGathering(context, caller.cohort, kind, () => putCopy(context, caller, id, restoring));
}

async function putCopy(
  context: Context,
  caller: Caller,
  id: BoardId,
  { copy: copyId, as, attempt = null }: Restoring,
): Promise<Outcome<PutBoard>> {
  const found = copyFor(context, caller, id, copyId, 'write');
  if (!found.ok) return found;
  const { board, copy } = found.value;
  if (!isNotesBoard(board))
    return as === 'in-place' ? restorePage(context, caller, board, copy) : refused('wrong-kind');
  const file = new TextEncoder().encode(copy.snapshot);
  // A copy is of its own board, and a board never changes its kind.
  return putFile(context, caller, board, { file, kind: board.kind, as, name: copy.name, attempt });
}

export function deleteCopy(context: Context, caller: Caller, id: BoardId, copyId: CopyId): Outcome<null> {
  const found = copyFor(context, caller, id, copyId, 'write');
  if (!found.ok) return found;
  context.registry.copies.remove(id, copyId);
  return done(null);
}

/** Peers read a feedback board while it is their turn; what others gave at another time is not theirs. */
function ownerFor(
  registry: Context['registry'],
  caller: Caller,
  id: BoardId,
  needed: 'read' | 'write',
): Outcome<CohortBoard> {
  const board = boardFor(registry, caller, id, needed);
  if (!board.ok || board.value.kind !== 'feedback') return board;
  const { organisation } = board.value;
  const { role, organisation: own } = caller.member;
  const isGuest =
    role === 'facilitator' && organisation !== null && registry.organisations.isLetIn(board.value.cohort, organisation);
  return own === organisation || isGuest ? board : refused('no-right');
}

function copyFor(
  { registry }: Context,
  caller: Caller,
  id: BoardId,
  copyId: CopyId,
  needed: 'read' | 'write',
): Outcome<{ board: CohortBoard; copy: CopyRecord }> {
  const board = ownerFor(registry, caller, id, needed);
  if (!board.ok) return board;
  const copy = registry.copies.at(id, copyId);
  return copy ? done({ board: board.value, copy }) : refused('copy-unknown');
}
