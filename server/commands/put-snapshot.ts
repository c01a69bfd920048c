/**
 * Puts the contents of a file or of a copy on a board: as a new board beside it, or in its place. In its place a copy of
 * what is there is taken first, so nothing is ever lost by it.
 */

import type { BoardSummary, RestorePlace } from '../../shared/api.ts';
import { applySnapshot } from '../../shared/board/snapshot.ts';
import type { BoardSnapshot } from '../../shared/board/snapshot-format.ts';
import type { CopyId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import { boardOf } from './answers.ts';
import type { Caller, Context } from './context.ts';
import { shownTitle } from './export-board.ts';
import { layBoard } from './lay-boards.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard } from './ports.ts';
import { publishCohort } from './publish-cohort.ts';
import { storeCopy } from './store-copy.ts';

export interface PutBoard {
  readonly board: BoardSummary;
  readonly previous?: CopyId;
}

/** More boards than this are no longer a cohort. */
const BOARDS_PER_COHORT = 600;

/** `name` is what the contents are called, for the title of a new board. */
export async function putSnapshot(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  { snapshot, as, name }: { snapshot: BoardSnapshot; as: RestorePlace; name: string },
): Promise<Outcome<PutBoard>> {
  if (snapshot.board.kind !== board.kind) return refused('wrong-kind');
  return as === 'new-board'
    ? addBoard(context, caller, board, snapshot, name)
    : replaceContents(context, caller, board, snapshot, name);
}

async function addBoard(
  context: Context,
  caller: Caller,
  { kind, organisation, person }: CohortBoard,
  snapshot: BoardSnapshot,
  name: string,
): Promise<Outcome<PutBoard>> {
  const { registry, rooms, now } = context;
  const cohort = caller.cohort.id;
  if (registry.boards.of(cohort).length >= BOARDS_PER_COHORT) return refused('too-many-boards');
  const title = inLanguage(caller, `Copia de ${name}`, `Copy of ${name}`).slice(0, TEXT.copyName);
  const board = await layBoard(rooms, { cohort, kind, organisation, person, title, createdAt: now() }, (doc) =>
    applySnapshot({ doc, origin: null }, snapshot, now()),
  );
  registry.boards.add(board);
  await publishCohort(context, cohort);
  return done({ board: boardOf(registry, caller.member, board) });
}

async function replaceContents(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  snapshot: BoardSnapshot,
  name: string,
): Promise<Outcome<PutBoard>> {
  const title = inLanguage(caller, `Antes de restaurar «${name}»`, `Before restoring “${name}”`);
  const previous = await storeCopy(context, caller.cohort, board, { name: title, by: '' });
  if (!previous.ok) return previous;
  await context.rooms.change(board.id, (doc) => applySnapshot({ doc, origin: null }, snapshot, context.now()));
  return done({ board: boardOf(context.registry, caller.member, board), previous: previous.value.id });
}

const inLanguage = ({ cohort }: Caller, es: string, en: string): string => (cohort.language === 'es' ? es : en);

/** What an imported file calls itself. */
export const nameOfFile = (context: Context, caller: Caller, board: CohortBoard, snapshot: BoardSnapshot): string =>
  snapshot.board.title.trim() || shownTitle(context, caller.cohort, board);
