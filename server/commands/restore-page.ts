/** Puts a copy of a page back in its place, after a copy of what is there. Knows no right: whoever calls has checked it. */
import { applyPageSnapshot, parsePageSnapshot } from '../../shared/board/page-snapshot.ts';
import { boardOf } from './answers.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CopyRecord } from './ports.ts';
import type { PutBoard } from './put-snapshot.ts';
import { storeCopy } from './store-copy.ts';

/** What people write at the same time stays: it is merged with what the copy changes. */
export async function restorePage(
  context: Context,
  caller: Caller,
  board: CohortBoard,
  copy: CopyRecord,
): Promise<Outcome<PutBoard>> {
  const { registry, rooms, turns } = context;
  const snapshot = parsePageSnapshot(JSON.parse(copy.snapshot));
  if (snapshot.board.kind !== board.kind) return refused('wrong-kind');
  return turns(`contents/${board.id}`, async () => {
    const es = caller.cohort.language === 'es';
    const name = es ? `Antes de restaurar «${copy.name}»` : `Before restoring “${copy.name}”`;
    const previous = await storeCopy(context, caller.cohort, board, { name, by: '' });
    if (!previous.ok) return previous;
    await rooms.change(board.id, (doc) => applyPageSnapshot({ doc, origin: null }, snapshot));
    return done({ board: boardOf(registry, caller.member, board), previous: previous.value.id });
  });
}
