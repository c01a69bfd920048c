/**
 * Puts the contents of a file or of a copy on a board: as a new board beside it, or in its place. In its place a copy of
 * what is there is taken first, so nothing is ever lost by it.
 */
import * as Y from 'yjs';
import type { BoardSummary, RestorePlace } from '../../shared/api.ts';
import { type CopyId, isBoardId, newBoardId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import type { CanvasKind } from '../../shared/template/kinds.ts';
import { boardOf } from './answers.ts';
import { type Attempt, keepAttempt, madeBefore } from './attempts.ts';
import type { Caller, Context } from './context.ts';
import { stateOf } from './export-board.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { keepCopy, roomForCopy } from './store-copy.ts';

export interface PutBoard {
  readonly board: BoardSummary;
  readonly previous?: CopyId;
}

/** More boards than this are no longer a cohort. */
const BOARDS_PER_COHORT = 600;

/** A file this server wrote, and what its contents are called. */
export interface FileToPut {
  readonly file: Uint8Array;
  readonly kind: CanvasKind;
  readonly as: RestorePlace;
  /** For the title of a new board, or of the copy of what was there. */
  readonly name: string;
  /** Of making a new board. */
  readonly attempt: Attempt | null;
}

export async function putFile(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  file: FileToPut,
): Promise<Outcome<PutBoard>> {
  if (file.kind !== board.kind) return refused('wrong-kind');
  if (file.as === 'new-board')
    return context.turns(`attempts/${caller.member.id}`, () => addBoard(context, caller, board, file));
  // One after the other: each makes the board equal to its file as it finds it.
  return context.turns(`contents/${board.id}`, () => replaceContents(context, caller, board, file));
}

async function addBoard(
  context: Context,
  caller: Caller,
  { organisation, person }: CohortBoard,
  { file, kind, name, attempt }: FileToPut,
): Promise<Outcome<PutBoard>> {
  const { registry, desk, now } = context;
  const cohort = caller.cohort.id;
  const by = caller.member.id;
  const before = madeBefore(context, cohort, by, attempt);
  if (!before.ok) return before;
  if (before.value) return boardAt(context, caller, before.value.made);
  if (registry.boards.of(cohort).length >= BOARDS_PER_COHORT) return refused('too-many-boards');
  const { update } = await desk.do('lay', { file, kind, now: now(), onto: null });
  const title = inLanguage(caller, `Copia de ${name}`, `Copy of ${name}`).slice(0, TEXT.copyName);
  const board: CohortBoard = { id: newBoardId(), cohort, kind, organisation, person, title, createdAt: now() };
  registry.transaction(() => {
    registry.boards.add(board, update);
    keepAttempt(context, cohort, by, attempt, { made: board.id, root: null });
  });
  await publishCohort(context, cohort);
  return done({ board: boardOf(registry, caller.member, board) });
}

/** It may be gone since. */
function boardAt({ registry }: Context, { member }: Caller, id: string): Outcome<PutBoard> {
  const board = isBoardId(id) ? registry.boards.at(id) : null;
  return board ? done({ board: boardOf(registry, member, board) }) : refused('board-unknown');
}

/** What people write at the same time stays: it is merged with what the file changes. */
async function replaceContents(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  { file, kind, name }: FileToPut,
): Promise<Outcome<PutBoard>> {
  const { registry, rooms, desk, now } = context;
  const room = roomForCopy(context, board);
  if (!room.ok) return room;
  const onto = await stateOf(context, caller.cohort, board);
  const { update, before } = await desk.do('lay', { file, kind, now: now(), onto });
  if (before === null) throw new TypeError('what was there was asked for');
  const title = inLanguage(caller, `Antes de restaurar «${name}»`, `Before restoring “${name}”`);
  const previous = keepCopy(context, board, { name: title, by: '' }, before);
  await rooms.change(board.id, (doc) => Y.applyUpdate(doc, update));
  return done({ board: boardOf(registry, caller.member, board), previous: previous.id });
}

const inLanguage = ({ cohort }: Caller, es: string, en: string): string => (cohort.language === 'es' ? es : en);
