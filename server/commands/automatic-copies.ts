/**
 * Copies the server takes by itself before a phase changes, of the boards that were in use: how they were at that moment,
 * looked up before, kept afterwards, so that nobody waits for them. Whatever fails, the call goes on; the log says so.
 */
import { boardKindOf, phaseTexts } from '../../shared/cohort/agenda.ts';
import { type Call, phaseNow } from '../../shared/cohort/call.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { ShownBoard, Work } from './board-work.ts';
import type { Context } from './context.ts';
import { stateOf } from './export-board.ts';
import { withoutTakenBack } from './forget-in-copies.ts';
import type { CohortBoard, CohortRecord, CopyRecord } from './ports.ts';
import { keepCopy, roomForCopy } from './store-copy.ts';

/** How a board was. */
export interface CapturedBoard {
  readonly board: CohortBoard;
  readonly state: Work['show'];
}

/** Kinds that are worth a copy; practice is never kept, answers are a person's own, and growth and panel the server writes. */
const COPIED: ReadonlySet<BoardKind> = new Set(['iceberg', 'group-iceberg', 'value', 'feedback', 'closing']);

/** The boards in use while `call` was on. Empty when nothing was, or nothing can be read. */
export async function captureBoards(context: Context, id: CohortId, call: Call): Promise<CapturedBoard[]> {
  const cohort = context.registry.cohorts.at(id);
  const phase = phaseNow(call);
  if (!cohort || call.status !== 'running' || !phase) return [];
  const kind = boardKindOf(phase.kind);
  const boards = context.registry.boards
    .of(id)
    .filter((board) => COPIED.has(board.kind) && (board.kind === kind || board.kind === 'group-iceberg'));
  const captured = await Promise.all(boards.map((board) => capture(context, cohort, board)));
  return captured.flat();
}

async function capture(context: Context, cohort: CohortRecord, board: CohortBoard): Promise<CapturedBoard[]> {
  try {
    return [{ board, state: await stateOf(context, cohort, board) }];
  } catch (error) {
    // It cannot be read now, or was removed this moment.
    logFailure(context, board.id, error);
    return [];
  }
}

/** «Antes de: Propuesta de valor», in the cohort's language. */
export function nameOfCopy({ language }: Pick<CohortRecord, 'language'>, after: Call): string {
  const next = after.status === 'running' ? phaseNow(after) : null;
  if (next === null) return language === 'es' ? 'Antes de cerrar la sesión' : 'Before closing the session';
  const { title } = phaseTexts(next, language);
  return language === 'es' ? `Antes de: ${title}` : `Before: ${title}`;
}

/** One cohort's copies one after the other. Never rejects. */
export async function keepCaptured(
  context: Context,
  id: CohortId,
  captured: readonly CapturedBoard[],
  name: string,
): Promise<void> {
  await context.turns(`copies/${id}`, async () => {
    for (const { board, state } of captured) {
      try {
        const shown = await context.desk.do('show', state);
        const isGroup = board.kind === 'group-iceberg';
        keep(context, board, name, isGroup ? await withoutTakenBack(context, board.id, shown) : shown);
      } catch (error) {
        // The board is too much for the desk, the disk is full, or the server stops.
        logFailure(context, board.id, error);
      }
    }
  });
}

function keep(context: Context, board: CohortBoard, name: string, shown: ShownBoard): void {
  const { registry } = context;
  if (shown.notes === 0 || !registry.boards.at(board.id)) return;
  const automatic = registry.copies.of(board.id).filter(({ by }) => by === '');
  const [last] = automatic;
  if (last && isSame(registry.copies.at(board.id, last.id), shown)) return;
  // The newest ones stay, with room for this one; what people took by hand is theirs.
  for (const old of automatic.slice(COUNT.automaticCopies - 1)) registry.copies.remove(board.id, old.id);
  if (roomForCopy(context, board).ok) keepCopy(context, board, { name, by: '' }, shown);
  else context.log('automatic-copy-skipped', { board: board.id, why: 'too-many-copies' });
}

/** When it was taken is no difference. */
const isSame = (copy: CopyRecord | null, { json }: ShownBoard): boolean =>
  copy !== null && timeless(copy.snapshot) === timeless(new TextDecoder().decode(json));
const timeless = (snapshot: string): string => snapshot.replace(/"exportedAt":"[^"]*"/, '');

function logFailure({ log }: Context, board: BoardId, error: unknown): void {
  log('automatic-copy-failed', { board, why: error instanceof Error ? error.name : 'unknown' });
}
