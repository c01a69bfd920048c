/** How far everybody is in a phase, in numbers a whole room may see. Pure. */
import { phaseNow } from '../../../shared/cohort/call.ts';
import type { Cohort } from '../../../shared/cohort/document.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import type { Said } from '../clock-words.ts';

/** Null where there is nothing to count. Never says which team is behind. */
export function progressOf(cohort: Cohort): Said | null {
  const { progress, organisations, gallery, issues, call } = cohort;
  switch (phaseNow(call)?.kind) {
    case 'welcome':
      return notes(cohort, 'practice');
    case 'self':
      return progress.of > 0
        ? { key: 'call.room.answered', values: { done: progress.answered, count: progress.of } }
        : null;
    case 'iceberg':
      return notes(cohort, 'iceberg');
    case 'transfer':
    case 'cluster':
      return notes(cohort, 'group-iceberg');
    case 'value':
      return { key: 'call.room.published', values: { done: gallery.length, count: organisations.length } };
    case 'issue':
      return { key: 'call.room.issues', values: { done: issues.length, count: organisations.length } };
    case 'peers':
      return call.groups.length > 0
        ? {
            key: 'call.room.groups',
            values: { done: call.groups.filter(({ done }) => done).length, count: call.groups.length },
          }
        : null;
    default:
      return null;
  }
}

/** Notes on all boards of a kind; copies do not count. */
function notes({ boards, counts }: Cohort, kind: BoardKind): Said {
  const count = boards
    .filter((board) => board.kind === kind && board.title === '')
    .flatMap(({ id }) => Object.values(counts.get(id) ?? {}))
    .reduce((sum, n) => sum + n, 0);
  return { key: 'call.room.notes', values: { count } };
}
