/**
 * Nueva sesión: the next call of the same cohort, with its people, boards and commitments. What the last call left on the
 * pages everybody starts anew is kept as copies and reports first; a page that cannot be kept is not cleared, and nothing begins.
 * What was kept before a crash is not kept again: the pages may have been cleared by then.
 */
import * as Y from 'yjs';
import { wordsOf } from '../../shared/board/closing.ts';
import { textsOf, type Writer, write } from '../../shared/board/document.ts';
import { giftsOf } from '../../shared/board/feedback.ts';
import { rewriteText } from '../../shared/board/texts.ts';
import type { Call } from '../../shared/cohort/call.ts';
import type { Caller, Context } from './context.ts';
import { showBoard } from './export-board.ts';
import { done, type Outcome } from './outcome.ts';
import { writeReports } from './outputs.ts';
import type { CohortBoard } from './ports.ts';
import { keepCopy, roomForCopy } from './store-copy.ts';

/** Pages that belong to one call. Commitments stay on them, with the call they were made in. */
const CLEARED: Readonly<Partial<Record<CohortBoard['kind'], (page: Writer) => void>>> = {
  closing: clearWords,
  feedback: clearFeedback,
};

/** Within the turn of the call that changes: nobody writes, because the last one is closed. Its issues go with the call. */
export async function leaveSession(context: Context, caller: Caller, before: Call): Promise<Outcome<null>> {
  const { registry, rooms } = context;
  const { cohort } = caller;
  const pages = registry.boards.of(cohort.id).flatMap((board) => {
    const clear = CLEARED[board.kind];
    return clear ? [{ board, clear }] : [];
  });
  const session = String(before.session);
  if (!registry.reports.of(cohort.id).has(session)) {
    const name = cohort.language === 'es' ? `Sesión ${session}` : `Session ${session}`;
    for (const { board } of pages) {
      const kept = await keepPage(context, caller, board, name);
      if (!kept.ok) return kept;
    }
    registry.reports.put(cohort.id, session, await writeReports(context, cohort, false));
  }
  for (const { board, clear } of pages) await rooms.change(board.id, (doc) => clear({ doc, origin: null }));
  return done(null);
}

/** By name of who begins: such copies are never the ones that make room. */
async function keepPage(context: Context, { cohort, member }: Caller, board: CohortBoard, name: string) {
  const shown = await showBoard(context, cohort, board);
  if (shown.notes === 0) return done(null);
  const room = roomForCopy(context, board);
  if (room.ok) keepCopy(context, board, { name, by: member.name }, shown);
  return room;
}

function clearWords(page: Writer): void {
  write(page, () => {
    for (const key of [...wordsOf(page.doc).keys()]) wordsOf(page.doc).delete(key);
  });
}

function clearFeedback(page: Writer): void {
  write(page, () => {
    for (const key of [...giftsOf(page.doc).keys()]) giftsOf(page.doc).delete(key);
    for (const text of textsOf(page.doc).values()) if (text instanceof Y.Text) rewriteText(page, text, '');
  });
}
