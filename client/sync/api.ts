/** The routes of the JSON API that need no seat: making a cohort, opening a link, joining. Keeps nothing. */
import {
  type CreateCohortRequest,
  createdCohortAnswer,
  type JoinRequest,
  type OpenLinkRequest,
  openedLinkAnswer,
  sessionAnswer,
} from '../../shared/api.ts';
import { timeAnswer } from '../../shared/call-api.ts';
import type { Language } from '../../shared/language.ts';
import { request } from './request.ts';

export const createCohort = (body: CreateCohortRequest) =>
  request({ method: 'POST', path: '/api/cohorts', body, answer: createdCohortAnswer });

/** A cohort filled with sample boards. */
export const openRehearsal = (language: Language) =>
  request({ method: 'POST', path: '/api/rehearsal', body: { language }, answer: createdCohortAnswer });

export const openLink = (body: OpenLinkRequest) =>
  request({ method: 'POST', path: '/api/links/open', body, answer: openedLinkAnswer });

export const join = (body: JoinRequest) =>
  request({ method: 'POST', path: '/api/sessions', body, answer: sessionAnswer });

/** Nobody who takes longer is worth a sample. */
const TIME_PATIENCE_MS = 5000;
/** The server's clock. */
export const askTime = () =>
  request({ method: 'GET', path: '/api/time', answer: timeAnswer, patienceMs: TIME_PATIENCE_MS });
