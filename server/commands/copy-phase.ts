/**
 * *Guardar copia* at the panel: the server copies the boards of the phase, each for the people it belongs to. Facilitation
 * asks for it and reads nothing by it: a copy is opened by whoever may open its board.
 */
import { boardKindOf } from '../../shared/cohort/agenda.ts';
import { type Call, newCall, phaseNow } from '../../shared/cohort/call.ts';
import type { CohortId } from '../../shared/ids.ts';
import type { PhaseCopies } from '../../shared/page-api.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import { COPIED, captureAll, copiedBoards, type Kept, keepCaptured } from './automatic-copies.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { facilitatorOnly } from './rights.ts';

export async function copyPhase(
  context: Context,
  caller: Caller,
  id: CohortId,
  name: string,
): Promise<Outcome<PhaseCopies>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const call = context.registry.calls.at(id) ?? newCall();
  if (call.status === 'closed') return refused('not-now');
  const boards = copiedBoards(context, id, isOfPhase(call));
  const captured = await captureAll(context, id, boards);
  const became = await keepCaptured(context, id, captured, { name, by: caller.member.name });
  const count = (how: Kept): number => became.filter((one) => one === how).length;
  const copied: Partial<Record<BoardKind, number>> = {};
  for (const [i, { board }] of captured.entries())
    if (became[i] === 'kept') copied[board.kind] = (copied[board.kind] ?? 0) + 1;
  return done({ copied, same: count('same'), missed: count('missed') + boards.length - captured.length });
}

/** The boards of the phase and the group iceberg; all where the phase has none to copy: before the call, in a break, in private answers. */
function isOfPhase(call: Call): (kind: BoardKind) => boolean {
  const phase = phaseNow(call);
  const kind = phase && boardKindOf(phase.kind);
  return kind && COPIED.has(kind) ? (one) => one === kind || one === 'group-iceberg' : () => true;
}
