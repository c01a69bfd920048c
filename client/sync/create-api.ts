/** Making a cohort, by whoever has no seat yet. Keeps nothing. */
import { type CreateCohortRequest, createdCohortAnswer } from '../../shared/api.ts';
import type { Language } from '../../shared/language.ts';
import { makeOnce } from './make-once.ts';

export const createCohort = (body: CreateCohortRequest) =>
  makeOnce({ method: 'POST', path: '/api/cohorts', body, answer: createdCohortAnswer });

/** A cohort filled with sample boards. */
export const openRehearsal = (language: Language) =>
  makeOnce({ method: 'POST', path: '/api/rehearsal', body: { language }, answer: createdCohortAnswer });
