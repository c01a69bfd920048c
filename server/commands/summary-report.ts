/** *Resumen en cifras*: what facilitation can hand to whoever pays for the cohort. Made when asked for; nothing of it is kept. */
import type { CohortId } from '../../shared/ids.ts';
import { markdownPage } from '../../shared/report/markdown-page.ts';
import { plainName } from '../../shared/report/plain-name.ts';
import { summaryOf } from '../../shared/report/summary.ts';
import type { Caller, Context } from './context.ts';
import { gatherSummary } from './gather-summary.ts';
import { done, type Outcome } from './outcome.ts';
import type { CohortRecord } from './ports.ts';
import { fileName, type ReportFile } from './report-file.ts';
import { facilitatorOnly } from './rights.ts';

export async function summaryReport(context: Context, caller: Caller, id: CohortId): Promise<Outcome<ReportFile>> {
  const refusal = facilitatorOnly(caller, id);
  if (refusal) return refusal;
  const { cohort } = caller;
  const source = await gatherSummary(context, cohort);
  const text = markdownPage(summaryOf(source, cohort.language), cohort.language);
  return done({ name: nameOfSummary(cohort), type: 'text/html', text });
}

export const nameOfSummary = ({ name, date, language }: CohortRecord): string =>
  fileName([language === 'es' ? 'resumen' : 'summary', plainName(name), date], 'html');
