/** Where the result a note tells comes from: the profile of the team whose board this is. Knows no view. */
import type { Cohort } from '../../shared/cohort/document.ts';
import type { BoardId, OrgId } from '../../shared/ids.ts';

/** Null where there is none, or the board is nobody's own. */
export function growthPageOf({ boards }: Pick<Cohort, 'boards'>, organisation: OrgId | null): BoardId | null {
  if (organisation === null) return null;
  return boards.find((board) => board.kind === 'growth' && board.organisation === organisation)?.id ?? null;
}
