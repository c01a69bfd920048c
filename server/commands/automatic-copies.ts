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
import { keepCopy, type Label, roomForCopy } from './store-copy.ts';

/** How a board was. */
export interface CapturedBoard {
  readonly board: CohortBoard;
  readonly state: Work['show'];
}

/** What became of the copy of a board. `same`: nothing is new since the last one; `empty`: there is nothing on it. */
export type Kept = 'kept' | 'same' | 'empty' | 'missed';

/** Kinds that are worth a copy; practice is never kept, answers are a person's own, and growth and panel the server writes. */
export const COPIED: ReadonlySet<BoardKind> = new Set(['iceberg', 'group-iceberg', 'value', 'feedback', 'closing']);

/** The boards in use while `call` was on. Empty when nothing was, or nothing can be read. */
export async function captureBoards(context: Context, id: CohortId, call: Call): Promise<CapturedBoard[]> {
  const phase = phaseNow(call);
  if (call.status !== 'running' || !phase) return [];
  const kind = boardKindOf(phase.kind);
  return captureAll(
    context,
    id,
    copiedBoards(context, id, (one) => one === kind || one === 'group-iceberg'),
  );
}

/** Those of these kinds that are copied at all. */
export const copiedBoards = (
  { registry }: Context,
  id: CohortId,
  isWanted: (kind: BoardKind) => boolean,
): CohortBoard[] => registry.boards.of(id).filter(({ kind }) => COPIED.has(kind) && isWanted(kind));

/** Boards that cannot be read now are left out, and in the log. */
export async function captureAll(
  context: Context,
  id: CohortId,
  boards: readonly CohortBoard[],
): Promise<CapturedBoard[]> {
  const cohort = context.registry.cohorts.at(id);
  if (!cohort) return [];
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

/** One cohort's copies one after the other; what became of each, in the same order. Never rejects. */
export async function keepCaptured(
  context: Context,
  id: CohortId,
  captured: readonly CapturedBoard[],
  label: Label,
): Promise<Kept[]> {
  return context.turns(`copies/${id}`, async () => {
    const kept: Kept[] = [];
    for (const { board, state } of captured) {
      try {
        const shown = await context.desk.do('show', state);
        const isGroup = board.kind === 'group-iceberg';
        kept.push(keep(context, board, label, isGroup ? await withoutTakenBack(context, board.id, shown) : shown));
      } catch (error) {
        // The board is too much for the desk, the disk is full, or the server stops.
        logFailure(context, board.id, error);
        kept.push('missed');
      }
    }
    return kept;
  });
}

/** Those without a name of who took them make room for one another; what people asked for is theirs. */
function keep(context: Context, board: CohortBoard, label: Label, shown: ShownBoard): Kept {
  const { registry } = context;
  if (shown.notes === 0 || !registry.boards.at(board.id)) return 'empty';
  const isAutomatic = label.by === '';
  // Of the same sort: an automatic one that is the same may have to make room one day.
  const earlier = registry.copies.of(board.id).filter(({ by }) => (by === '') === isAutomatic);
  const [last] = earlier;
  if (last && isSame(registry.copies.at(board.id, last.id), shown)) return 'same';
  // The newest ones stay, with room for this one.
  if (isAutomatic) for (const old of earlier.slice(COUNT.automaticCopies - 1)) registry.copies.remove(board.id, old.id);
  if (roomForCopy(context, board).ok) {
    keepCopy(context, board, label, shown);
    return 'kept';
  }
  context.log('automatic-copy-skipped', { board: board.id, why: 'too-many-copies' });
  return 'missed';
}

/** When it was taken is no difference. */
const isSame = (copy: CopyRecord | null, { json }: ShownBoard): boolean =>
  copy !== null && timeless(copy.snapshot) === timeless(new TextDecoder().decode(json));
const timeless = (snapshot: string): string => snapshot.replace(/"exportedAt":"[^"]*"/, '');

function logFailure({ log }: Context, board: BoardId, error: unknown): void {
  log('automatic-copy-failed', { board, why: error instanceof Error ? error.name : 'unknown' });
}
