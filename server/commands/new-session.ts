/**
 * Nueva sesión: the next call of the same cohort, with its people, boards and commitments. What the last call left on the
 * pages everybody starts anew is kept as copies and reports first, with what was asked for, in one transaction; then the
 * pages are cleared, and then the call is another one. A page that cannot be kept is not cleared, and nothing begins. What
 * was kept before a crash is not kept again: the pages may have been cleared by then.
 */
import * as Y from 'yjs';
import { wordsOf } from '../../shared/board/closing.ts';
import { textsOf, type Writer, write } from '../../shared/board/document.ts';
import { giftsOf } from '../../shared/board/feedback.ts';
import { rewriteText } from '../../shared/board/texts.ts';
import type { Call } from '../../shared/cohort/call.ts';
import type { CohortId } from '../../shared/ids.ts';
import type { Context } from './context.ts';
import { showBoard } from './export-board.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { writeReports } from './outputs.ts';
import type { AskedSession, CohortBoard, CohortRecord } from './ports.ts';
import { keepCopy, roomForCopy } from './store-copy.ts';

/** Pages that belong to one call. Commitments stay on them, with the call they were made in. */
const CLEARED: Readonly<Partial<Record<CohortBoard['kind'], (page: Writer) => void>>> = {
  closing: clearWords,
  feedback: clearFeedback,
};

/** Within the turn of the call that changes: nobody writes, because the last one is closed. Its issues go with the call. */
export async function leaveSession(
  context: Context,
  cohort: CohortRecord,
  before: Call,
  asked: AskedSession,
): Promise<Outcome<null>> {
  const { registry } = context;
  const session = String(before.session);
  if (!registry.reports.of(cohort.id).has(session)) {
    const pages = await showPages(context, cohort);
    if (!pages.every(({ board }) => roomForCopy(context, board).ok)) return refused('too-many-copies');
    const reports = await writeReports(context, cohort, false);
    const name = cohort.language === 'es' ? `Sesión ${session}` : `Session ${session}`;
    // By name of who begins: such copies are never the ones that make room.
    const by = registry.people.at(asked.by)?.name ?? '';
    registry.transaction(() => {
      for (const { board, shown } of pages) keepCopy(context, board, { name, by }, shown);
      registry.reports.put(cohort.id, session, reports);
      registry.owed.session.put(cohort.id, session, asked);
    });
  } else registry.owed.session.put(cohort.id, session, asked);
  await clearPages(context, cohort.id);
  return done(null);
}

/** Those that say something. */
async function showPages(context: Context, cohort: CohortRecord) {
  const pages = [];
  for (const board of context.registry.boards.of(cohort.id).filter(({ kind }) => CLEARED[kind])) {
    const shown = await showBoard(context, cohort, board);
    if (shown.notes > 0) pages.push({ board, shown });
  }
  return pages;
}

async function clearPages({ registry, rooms }: Context, cohort: CohortId): Promise<void> {
  for (const { id, kind } of registry.boards.of(cohort)) {
    const clear = CLEARED[kind];
    if (clear) await rooms.change(id, (doc) => clear({ doc, origin: null }));
  }
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
