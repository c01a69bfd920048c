/** *Informe de mi organización*: for whoever may open the boards of that organisation, and nobody else; its private notes are in it. */
import type { CohortId } from '../../shared/ids.ts';
import { organisationPage } from '../../shared/report/organisation-page.ts';
import { plainName } from '../../shared/report/plain-name.ts';
import type { Caller, Context } from './context.ts';
import { gatherOrganisation, ownBoards } from './gather-organisation.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortRecord } from './ports.ts';
import { fileName, type ReportFile } from './report-file.ts';

export async function organisationReport(
  context: Context,
  caller: Caller,
  cohort: CohortId,
  id: string,
): Promise<Outcome<ReportFile>> {
  if (caller.cohort.id !== cohort) return refused('cohort-unknown');
  const organisation = context.registry.organisations.of(cohort).find((one) => one.id === id);
  if (!organisation) return refused('organisation-unknown');
  const boards = ownBoards(context, caller, organisation.id);
  // Of its boards this one opens to the team and to whom the team lets in, in every phase; peers read others for a while.
  if (!boards.some(({ kind }) => kind === 'value')) return refused('no-right');
  const source = await gatherOrganisation(context, caller, organisation, boards);
  const text = organisationPage(source, caller.cohort.language);
  return done({ name: nameOfOrganisation(caller.cohort, organisation.name), type: 'text/html', text });
}

export const nameOfOrganisation = ({ name, date }: CohortRecord, organisation: string): string =>
  fileName([plainName(name), plainName(organisation), date], 'html');
