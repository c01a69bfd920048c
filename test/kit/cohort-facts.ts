/** What a cohort says of itself, where a test does not care. */
import type { CohortSummary } from '../../shared/api.ts';

export const COHORT_META = {
  name: 'Cohorte',
  date: '2026-11-20',
  time: '',
  language: 'es',
  boardPer: 'organisation',
  themesOpen: false,
  rehearsal: false,
} as const satisfies Partial<CohortSummary>;
