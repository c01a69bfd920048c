/** All routes of the JSON API for somebody with a seat: what pages ask that are fetched when they are opened. Keeps nothing. */
import {
  type ChangeCohortRequest,
  cohortAnswer,
  copiesAnswer,
  copyAnswer,
  copyPreviewAnswer,
  type LinkName,
  organisationAnswer,
  type RestorePlace,
  restoredAnswer,
  rotatedLinkAnswer,
} from '../../shared/api.ts';
import type { Progress } from '../../shared/board/progress.ts';
import { callAnswer, type RoundRequest } from '../../shared/call-api.ts';
import type { ValuePart } from '../../shared/cohort/call.ts';
import type { BoardId, CohortId, CopyId, EntryId, OrgId, PersonId, ThemeId } from '../../shared/ids.ts';
import {
  type BaselineRequest,
  issueAnswer,
  messageAnswer,
  outputsAnswer,
  phaseCopiesAnswer,
  proposalAnswer,
  publishAnswer,
  quickNoteAnswer,
  type ResultNoteRequest,
  resultNoteAnswer,
  type ShareRequest,
  shownCommitmentsAnswer,
  suggestionsAnswer,
  tableAnswer,
} from '../../shared/page-api.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { asking, boardPath, cohortPath, firstApi } from './first-api.ts';
import { makeOnce } from './make-once.ts';
import type { Call, Schema } from './request.ts';

/** A board's file is checked by whoever reads it (shared/board/snapshot). */
const anything: Schema<unknown> = { '~standard': { validate: (value) => ({ value }) } };

export type SeatApi = ReturnType<typeof seatApi>;

export function seatApi(token: string) {
  const call = asking(token);
  const make = <T>(path: string, rest: Pick<Call<T>, 'body' | 'answer'>) =>
    makeOnce<T>({ method: 'POST', path, token, ...rest });
  /** In its place a board may be put as often as one likes. */
  const put =
    (as: RestorePlace) =>
    <T>(path: string, rest: Pick<Call<T>, 'body' | 'answer'>) =>
      as === 'new-board' ? make(path, rest) : call('POST', path, rest);
  return {
    ...firstApi(token),

    seatAtTable: (id: CohortId, name: string) =>
      call('POST', cohortPath(id, '/table'), { body: { name }, answer: tableAnswer }),
    leaveTable: (id: CohortId, person: PersonId) => call('DELETE', cohortPath(id, `/table/${person}`)),
    share: (id: BoardId, body: ShareRequest) => call('POST', boardPath(id, '/share'), { body }),
    setBaseline: (id: BoardId, baseline: BaselineRequest['baseline']) =>
      call('PUT', boardPath(id, '/baseline'), { body: { baseline } }),
    takeResult: (id: BoardId, body: ResultNoteRequest) =>
      call('POST', boardPath(id, '/result-note'), { body, answer: resultNoteAnswer }),
    publish: (id: BoardId, parts: readonly ValuePart[], on: boolean) =>
      call('POST', boardPath(id, '/publish'), { body: { parts, on }, answer: publishAnswer }),

    chooseIssue: (id: BoardId, on: boolean, theme: ThemeId | null) =>
      call('POST', boardPath(id, '/issue'), { body: { on, theme }, answer: issueAnswer }),
    issueSuggestions: (id: BoardId) => call('GET', boardPath(id, '/issue-suggestions'), { answer: suggestionsAnswer }),
    showCommitments: (id: BoardId, commitments: readonly EntryId[], on: boolean) =>
      call('POST', boardPath(id, '/commitments'), { body: { commitments, on }, answer: shownCommitmentsAnswer }),
    markProgress: (id: BoardId, commitment: EntryId, done: Progress) =>
      call('PUT', boardPath(id, `/commitments/${commitment}`), { body: { done } }),

    exportBoard: (id: BoardId) => call<unknown>('GET', boardPath(id, '/export'), { answer: anything }),
    importBoard: (id: BoardId, snapshot: unknown, as: RestorePlace) =>
      put(as)(boardPath(id, '/import'), { body: { snapshot, as }, answer: restoredAnswer }),
    takeCopy: (id: BoardId, name: string) =>
      call('POST', boardPath(id, '/copies'), { body: { name }, answer: copyAnswer }),
    copies: (id: BoardId) => call('GET', boardPath(id, '/copies'), { answer: copiesAnswer }),
    previewCopy: (id: BoardId, copy: CopyId) =>
      call('GET', boardPath(id, `/copies/${copy}`), { answer: copyPreviewAnswer }),
    restoreCopy: (id: BoardId, copy: CopyId, as: RestorePlace) =>
      put(as)(boardPath(id, `/copies/${copy}/restore`), { body: { as }, answer: restoredAnswer }),
    deleteCopy: (id: BoardId, copy: CopyId) => call('DELETE', boardPath(id, `/copies/${copy}`)),

    changeCohort: (id: CohortId, body: ChangeCohortRequest) =>
      call('PATCH', cohortPath(id), { body, answer: cohortAnswer }),
    addOrganisation: (id: CohortId, name: string) =>
      make(cohortPath(id, '/organisations'), { body: { name }, answer: organisationAnswer }),
    renameOrganisation: (id: CohortId, organisation: OrgId, name: string) =>
      call('PATCH', cohortPath(id, `/organisations/${organisation}`), { body: { name }, answer: organisationAnswer }),
    removeOrganisation: (id: CohortId, organisation: OrgId) =>
      call('DELETE', cohortPath(id, `/organisations/${organisation}`)),
    letIn: (id: CohortId, organisation: OrgId, open: boolean) =>
      call('POST', cohortPath(id, '/let-in'), { body: { organisation, open } }),
    rotateLink: (id: CohortId, which: LinkName, closeSessions: boolean) =>
      call('POST', cohortPath(id, `/links/${which}/rotate`), { body: { closeSessions }, answer: rotatedLinkAnswer }),
    lowerHand: (id: CohortId, person: PersonId) =>
      call('DELETE', cohortPath(id, `/people/${person}/hand`), { answer: messageAnswer }),
    removePerson: (id: CohortId, person: PersonId) => call('DELETE', cohortPath(id, `/people/${person}`)),
    deleteCohort: (id: CohortId) => call('DELETE', cohortPath(id)),

    round: (id: CohortId, group: string, body: RoundRequest) =>
      call('POST', cohortPath(id, `/groups/${group}/round`), { body, answer: callAnswer }),
    groupsProposal: (id: CohortId) => call('GET', cohortPath(id, '/groups/proposal'), { answer: proposalAnswer }),
    outputs: (id: CohortId) => call('GET', cohortPath(id, '/outputs'), { answer: outputsAnswer }),
    copyPhase: (id: CohortId, name: string) =>
      call('POST', cohortPath(id, '/copies'), { body: { name }, answer: phaseCopiesAnswer }),
    message: (id: CohortId, text: string, to: PersonId | null) =>
      call('POST', cohortPath(id, '/messages'), { body: { text, to }, answer: messageAnswer }),
    quickNote: (id: BoardId, text: string, area: AreaId) =>
      call('POST', boardPath(id, '/notes'), { body: { text, area }, answer: quickNoteAnswer }),
  };
}
