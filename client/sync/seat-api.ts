/** The routes of the JSON API for somebody with a seat. Knows no page and keeps nothing. */
import {
  type BringRequest,
  bringAnswer,
  type ChangeCohortRequest,
  cohortAnswer,
  connectionAnswer,
  copiesAnswer,
  copyAnswer,
  copyPreviewAnswer,
  type LinkName,
  meAnswer,
  organisationAnswer,
  type RestorePlace,
  refreshAnswer,
  restoredAnswer,
  rotatedLinkAnswer,
  themeAnswer,
  withdrawAnswer,
} from '../../shared/api.ts';
import type { Progress } from '../../shared/board/progress.ts';
import {
  type BaselineRequest,
  type CallRequest,
  callAnswer,
  dotsAnswer,
  issueAnswer,
  messageAnswer,
  outputsAnswer,
  proposalAnswer,
  publishAnswer,
  quickNoteAnswer,
  type ResultNoteRequest,
  type RoundRequest,
  resultNoteAnswer,
  type ShareRequest,
  shownCommitmentsAnswer,
  suggestionsAnswer,
  tableAnswer,
} from '../../shared/call-api.ts';
import type { ValuePart } from '../../shared/cohort/call.ts';
import type { BoardId, CohortId, CopyId, EntryId, NoteId, OrgId, PersonId, ThemeId } from '../../shared/ids.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { type Call, request, type Schema } from './request.ts';

/** A board's file is checked by whoever reads it (shared/board/snapshot). */
const anything: Schema<unknown> = { '~standard': { validate: (value) => ({ value }) } };

export type SeatApi = ReturnType<typeof seatApi>;

/** Every call carries this seat's token in a header, never in an address. */
export function seatApi(token: string) {
  const call = <T>(
    method: Call<T>['method'],
    path: string,
    rest: Pick<Call<T>, 'body' | 'answer' | 'patienceMs'> = {},
  ) => request<T>({ method, path, token, ...rest });
  const board = (id: BoardId, rest = ''): string => `/api/boards/${id}${rest}`;
  const cohort = (id: CohortId, rest = ''): string => `/api/cohorts/${id}${rest}`;
  return {
    me: () => call('GET', '/api/me', { answer: meAnswer }),
    leave: () => call('DELETE', '/api/sessions/current'),
    connection: (id: BoardId) =>
      call('POST', board(id, '/connection'), { answer: connectionAnswer, patienceMs: 15_000 }),

    bring: (id: BoardId, body: BringRequest) => call('POST', board(id, '/bring'), { body, answer: bringAnswer }),
    withdraw: (id: BoardId, notes: readonly NoteId[]) =>
      call('POST', board(id, '/withdraw'), { body: { notes }, answer: withdrawAnswer }),
    refresh: (id: BoardId, notes: readonly NoteId[]) =>
      call('POST', board(id, '/refresh'), { body: { notes }, answer: refreshAnswer }),
    makeTheme: (id: BoardId, title: string, notes: readonly NoteId[]) =>
      call('POST', board(id, '/themes'), { body: { title, notes }, answer: themeAnswer }),

    seatAtTable: (id: CohortId, name: string) =>
      call('POST', cohort(id, '/table'), { body: { name }, answer: tableAnswer }),
    leaveTable: (id: CohortId, person: PersonId) => call('DELETE', cohort(id, `/table/${person}`)),
    dots: (id: BoardId) => call('GET', board(id, '/dots'), { answer: dotsAnswer }),
    setDot: (id: BoardId, { note, on, person }: { note: NoteId; on: boolean; person: PersonId }) =>
      call('PUT', board(id, '/dots'), { body: { note, on, person }, answer: dotsAnswer }),
    share: (id: BoardId, body: ShareRequest) => call('POST', board(id, '/share'), { body }),
    setBaseline: (id: BoardId, baseline: BaselineRequest['baseline']) =>
      call('PUT', board(id, '/baseline'), { body: { baseline } }),
    takeResult: (id: BoardId, body: ResultNoteRequest) =>
      call('POST', board(id, '/result-note'), { body, answer: resultNoteAnswer }),
    publish: (id: BoardId, parts: readonly ValuePart[], on: boolean) =>
      call('POST', board(id, '/publish'), { body: { parts, on }, answer: publishAnswer }),

    chooseIssue: (id: BoardId, on: boolean, theme: ThemeId | null) =>
      call('POST', board(id, '/issue'), { body: { on, theme }, answer: issueAnswer }),
    issueSuggestions: (id: BoardId) => call('GET', board(id, '/issue-suggestions'), { answer: suggestionsAnswer }),
    showCommitments: (id: BoardId, commitments: readonly EntryId[], on: boolean) =>
      call('POST', board(id, '/commitments'), { body: { commitments, on }, answer: shownCommitmentsAnswer }),
    markProgress: (id: BoardId, commitment: EntryId, done: Progress) =>
      call('PUT', board(id, `/commitments/${commitment}`), { body: { done } }),

    exportBoard: (id: BoardId) => call<unknown>('GET', board(id, '/export'), { answer: anything }),
    importBoard: (id: BoardId, snapshot: unknown, as: RestorePlace) =>
      call('POST', board(id, '/import'), { body: { snapshot, as }, answer: restoredAnswer }),
    takeCopy: (id: BoardId, name: string) => call('POST', board(id, '/copies'), { body: { name }, answer: copyAnswer }),
    copies: (id: BoardId) => call('GET', board(id, '/copies'), { answer: copiesAnswer }),
    previewCopy: (id: BoardId, copy: CopyId) =>
      call('GET', board(id, `/copies/${copy}`), { answer: copyPreviewAnswer }),
    restoreCopy: (id: BoardId, copy: CopyId, as: RestorePlace) =>
      call('POST', board(id, `/copies/${copy}/restore`), { body: { as }, answer: restoredAnswer }),
    deleteCopy: (id: BoardId, copy: CopyId) => call('DELETE', board(id, `/copies/${copy}`)),

    changeCohort: (id: CohortId, body: ChangeCohortRequest) =>
      call('PATCH', cohort(id), { body, answer: cohortAnswer }),
    addOrganisation: (id: CohortId, name: string) =>
      call('POST', cohort(id, '/organisations'), { body: { name }, answer: organisationAnswer }),
    letIn: (id: CohortId, organisation: OrgId, open: boolean) =>
      call('POST', cohort(id, '/let-in'), { body: { organisation, open } }),
    rotateLink: (id: CohortId, which: LinkName, closeSessions: boolean) =>
      call('POST', cohort(id, `/links/${which}/rotate`), { body: { closeSessions }, answer: rotatedLinkAnswer }),
    removePerson: (id: CohortId, person: PersonId) => call('DELETE', cohort(id, `/people/${person}`)),
    deleteCohort: (id: CohortId) => call('DELETE', cohort(id)),

    conduct: (id: CohortId, body: CallRequest) => call('POST', cohort(id, '/call'), { body, answer: callAnswer }),
    round: (id: CohortId, group: string, body: RoundRequest) =>
      call('POST', cohort(id, `/groups/${group}/round`), { body, answer: callAnswer }),
    groupsProposal: (id: CohortId) => call('GET', cohort(id, '/groups/proposal'), { answer: proposalAnswer }),
    outputs: (id: CohortId) => call('GET', cohort(id, '/outputs'), { answer: outputsAnswer }),
    message: (id: CohortId, text: string, to: PersonId | null) =>
      call('POST', cohort(id, '/messages'), { body: { text, to }, answer: messageAnswer }),
    quickNote: (id: BoardId, text: string, area: AreaId) =>
      call('POST', board(id, '/notes'), { body: { text, area }, answer: quickNoteAnswer }),
  };
}
