/** What people take home from a call: minutes and commitments of what the cohort shared, the report of their organisation, and a file of each board they may see. */

import type { BoardId, CohortId } from '../../shared/ids.ts';
import type { OutputsAnswer } from '../../shared/page-api.ts';
import { csvOf } from '../../shared/report/csv.ts';
import { markdownPage } from '../../shared/report/markdown-page.ts';
import { commitmentRows, commitmentTitles, minutesOf, withoutDottedNotes } from '../../shared/report/minutes.ts';
import { plainName } from '../../shared/report/plain-name.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { Caller, Context } from './context.ts';
import { gatherMinutes } from './gather-minutes.ts';
import { nameOfOrganisation } from './organisation-report.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard, CohortRecord, KeptReports } from './ports.ts';
import { fileName, type ReportFile } from './report-file.ts';
import { boardRight } from './rights.ts';
import { nameOfSummary } from './summary-report.ts';

/** `minutes` and `commitments` are made when asked for; a board's file is its export. */
export const REPORTS = ['minutes', 'commitments'] as const;
export type Report = (typeof REPORTS)[number];

/** Practice is never kept; the panel holds numbers of this moment. */
const WITHOUT_FILE: ReadonlySet<BoardKind> = new Set(['practice', 'panel']);

export function listOutputs(context: Context, caller: Caller, id: CohortId): Outcome<OutputsAnswer> {
  const refusal = forMembers(caller, id);
  if (refusal) return refusal;
  const { registry } = context;
  const call = registry.calls.at(id);
  const session = call?.session ?? 1;
  const { date } = caller.cohort;
  const reports = REPORTS.map((report) => ({
    kind: report,
    name: nameOfReport(caller.cohort, report, { session, date }),
    path: `/api/cohorts/${id}/outputs/${report}`,
    session,
    date,
  }));
  const earlier = [...registry.reports.of(id)].map(([of, kept]) => ({ session: Number(of), date: kept.date }));
  earlier.sort((a, b) => b.session - a.session);
  const kept = earlier.flatMap((of) =>
    REPORTS.map((report) => ({
      kind: report,
      name: nameOfReport(caller.cohort, report, of),
      path: `/api/cohorts/${id}/outputs/${report}/${of.session}`,
      ...of,
    })),
  );
  const boards = registry.boards
    .of(id)
    .filter((board) => isTheirs(context, caller, board))
    .map((board) => ({
      kind: 'board' as const,
      name: nameOfBoard(context, caller.cohort, board),
      path: exportOf(board.id),
      session: null,
      date: '',
    }));
  const of = { session, date };
  const files = [...reportOfTheirs(context, caller, of), ...reports, ...kept, ...summaryOfAll(caller, of), ...boards];
  return done({ session, closed: call?.status === 'closed', files });
}

/** Of the organisation somebody takes part for: none of facilitation. */
function reportOfTheirs({ registry }: Context, { cohort, member }: Caller, of: Of): OutputsAnswer['files'] {
  const own = registry.organisations.of(cohort.id).find(({ id }) => id === member.organisation);
  if (!own) return [];
  const path = `/api/cohorts/${cohort.id}/organisations/${own.id}/report`;
  return [{ kind: 'organisation', name: nameOfOrganisation(cohort, own.name), path, ...of }];
}

/** Facilitation's alone. */
function summaryOfAll({ cohort, member }: Caller, of: Of): OutputsAnswer['files'] {
  if (member.role !== 'facilitator') return [];
  return [{ kind: 'summary', name: nameOfSummary(cohort), path: `/api/cohorts/${cohort.id}/outputs/summary`, ...of }];
}

export async function makeReport(
  context: Context,
  caller: Caller,
  id: CohortId,
  report: Report,
): Promise<Outcome<ReportFile>> {
  const refusal = forMembers(caller, id);
  if (refusal) return refusal;
  const { cohort } = caller;
  const session = context.registry.calls.at(id)?.session ?? 1;
  const reports = await writeReports(context, cohort, true);
  return done(fileOf(cohort, report, reports, session));
}

/** Of a call that is over: as it was written when the next one began, without what notes say. */
export function keptReport(
  { registry }: Context,
  caller: Caller,
  id: CohortId,
  { report, session }: { readonly report: Report; readonly session: string },
): Outcome<ReportFile> {
  const refusal = forMembers(caller, id);
  if (refusal) return refusal;
  const kept = registry.reports.of(id).get(session);
  if (kept === undefined) return refused('not-found');
  const reports = { ...kept, minutes: withoutDottedNotes(kept.minutes) };
  return done(fileOf(caller.cohort, report, reports, Number(session)));
}

/**
 * Both reports of the call there is, in the cohort's language, and its day. Those that are kept have no notes: whoever takes
 * a note back must not find it there.
 */
export async function writeReports(context: Context, cohort: CohortRecord, withNotes: boolean): Promise<KeptReports> {
  const source = await gatherMinutes(context, cohort);
  const rows = [commitmentTitles(cohort.language), ...commitmentRows(source.commitments, cohort.language)];
  return { minutes: minutesOf(source, cohort.language, withNotes), commitments: csvOf(rows), date: cohort.date };
}

/** Minutes are kept as Markdown and given out as a page: any phone opens one. */
function fileOf(cohort: CohortRecord, report: Report, reports: KeptReports, session: number): ReportFile {
  const name = nameOfReport(cohort, report, { session, date: reports.date });
  return report === 'minutes'
    ? { name, type: 'text/html', text: markdownPage(reports.minutes, cohort.language) }
    : { name, type: 'text/csv', text: reports.commitments };
}

/** Who was at the call; those who look on take nothing home. */
function forMembers({ cohort, member }: Caller, id: CohortId) {
  if (cohort.id !== id) return refused('cohort-unknown');
  return member.role === 'facilitator' || member.role === 'participant' ? null : refused('no-right');
}

/** Facilitation gets what everybody shares; a participant that, and what belongs to the own organisation. */
function isTheirs({ registry }: Context, { member }: Caller, board: CohortBoard): boolean {
  if (WITHOUT_FILE.has(board.kind) || boardRight(registry, member, board) === 'none') return false;
  return board.organisation === null || board.organisation === member.organisation;
}

const exportOf = (board: BoardId): string => `/api/boards/${board}/export`;

interface Of {
  readonly session: number;
  /** The day of that call: the cohort's is that of the next one by then. */
  readonly date: string;
}
function nameOfReport({ name, language }: CohortRecord, report: Report, { session, date }: Of): string {
  const [minutes, commitments, word] =
    language === 'es' ? ['acta', 'compromisos', 'sesion'] : ['minutes', 'commitments', 'session'];
  const title = report === 'minutes' ? minutes : commitments;
  return fileName([title, plainName(name), `${word}-${session}`, date], report === 'minutes' ? 'html' : 'csv');
}

/** In file names: no accents. */
const KIND_ES: Readonly<Record<BoardKind, string>> = {
  iceberg: 'iceberg',
  'group-iceberg': 'iceberg-grupal',
  value: 'propuesta-de-valor',
  practice: 'practica',
  'self-assessment': 'autoevaluacion',
  growth: 'crecimiento',
  feedback: 'retroalimentacion',
  closing: 'cierre',
  panel: 'panel',
};

function nameOfBoard({ registry }: Context, { id, name, date, language }: CohortRecord, board: CohortBoard): string {
  const owner = registry.organisations.of(id).find((one) => one.id === board.organisation)?.name ?? '';
  return fileName(
    [
      plainName(name),
      plainName(owner),
      language === 'es' ? KIND_ES[board.kind] : board.kind,
      plainName(board.title),
      date,
    ],
    'json',
  );
}
