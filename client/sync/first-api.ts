/** The routes of the JSON API that a board on the screen and the card of a call need. Knows no page and keeps nothing. */
import {
  type BringRequest,
  bringAnswer,
  connectionAnswer,
  meAnswer,
  refreshAnswer,
  themeAnswer,
  withdrawAnswer,
} from '../../shared/api.ts';
import { type CallRequest, callAnswer, dotsAnswer } from '../../shared/call-api.ts';
import type { BoardId, CohortId, NoteId, PersonId } from '../../shared/ids.ts';
import { type Call, request } from './request.ts';

export type FirstApi = ReturnType<typeof firstApi>;

/** Asks in the name of a seat: its token travels in a header, never in an address. */
export const asking =
  (token: string) =>
  <T>(method: Call<T>['method'], path: string, rest: Pick<Call<T>, 'body' | 'answer' | 'patienceMs'> = {}) =>
    request<T>({ method, path, token, ...rest });

export const boardPath = (id: BoardId, rest = ''): string => `/api/boards/${id}${rest}`;
export const cohortPath = (id: CohortId, rest = ''): string => `/api/cohorts/${id}${rest}`;

export function firstApi(token: string) {
  const call = asking(token);
  return {
    me: () => call('GET', '/api/me', { answer: meAnswer, patienceMs: 15_000 }),
    leave: () => call('DELETE', '/api/sessions/current'),
    connection: (id: BoardId) =>
      call('POST', boardPath(id, '/connection'), { answer: connectionAnswer, patienceMs: 15_000 }),
    bring: (id: BoardId, body: BringRequest) => call('POST', boardPath(id, '/bring'), { body, answer: bringAnswer }),
    withdraw: (id: BoardId, notes: readonly NoteId[]) =>
      call('POST', boardPath(id, '/withdraw'), { body: { notes }, answer: withdrawAnswer }),
    refresh: (id: BoardId, notes: readonly NoteId[]) =>
      call('POST', boardPath(id, '/refresh'), { body: { notes }, answer: refreshAnswer }),
    makeTheme: (id: BoardId, title: string, notes: readonly NoteId[]) =>
      call('POST', boardPath(id, '/themes'), { body: { title, notes }, answer: themeAnswer }),
    dots: (id: BoardId) => call('GET', boardPath(id, '/dots'), { answer: dotsAnswer }),
    setDot: (id: BoardId, { note, on, person }: { note: NoteId; on: boolean; person: PersonId }) =>
      call('PUT', boardPath(id, '/dots'), { body: { note, on, person }, answer: dotsAnswer }),
    conduct: (id: CohortId, body: CallRequest) => call('POST', cohortPath(id, '/call'), { body, answer: callAnswer }),
  };
}
