/** What a cohort says of itself, a whole one in which nobody is yet, and of a board, where a test does not care. */
import type { CohortSummary } from '../../shared/api.ts';
import { BEFORE_THE_CALL, type BoardEntry, type Cohort } from '../../shared/cohort/document.ts';
import { newBoardId } from '../../shared/ids.ts';

export const COHORT_META = {
  name: 'Cohorte',
  date: '2026-11-20',
  time: '',
  language: 'es',
  boardPer: 'organisation',
  themesOpen: false,
  rehearsal: false,
} as const satisfies Partial<CohortSummary>;

export const EMPTY_COHORT: Cohort = {
  meta: COHORT_META,
  organisations: [],
  people: [],
  boards: [],
  counts: new Map(),
  ...BEFORE_THE_CALL,
};

/** A board of nobody, without a title. */
export const boardEntry = (kind: BoardEntry['kind'], of: Partial<BoardEntry> = {}): BoardEntry => ({
  id: newBoardId(),
  kind,
  organisation: null,
  person: null,
  title: '',
  createdAt: 0,
  ...of,
});
