/** The routes of the JSON API that need no seat: opening a link, joining. Keeps nothing. */
import { type JoinRequest, type OpenLinkRequest, openedLinkAnswer, sessionAnswer } from '../../shared/api.ts';
import { timeAnswer } from '../../shared/call-api.ts';
import { request } from './request.ts';

export const openLink = (body: OpenLinkRequest) =>
  request({ method: 'POST', path: '/api/links/open', body, answer: openedLinkAnswer });

export const join = (body: JoinRequest) =>
  request({ method: 'POST', path: '/api/sessions', body, answer: sessionAnswer });

/** Nobody who takes longer is worth a sample. */
const TIME_PATIENCE_MS = 5000;
/** The server's clock. */
export const askTime = () =>
  request({ method: 'GET', path: '/api/time', answer: timeAnswer, patienceMs: TIME_PATIENCE_MS });
