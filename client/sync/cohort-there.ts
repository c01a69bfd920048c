/** Tells an access that is over from a cohort that is no more, which nobody can mend. Asks without a seat; knows no page. */
import { thereAnswer } from '../../shared/api.ts';
import type { CohortId } from '../../shared/ids.ts';
import { cohortPath } from './first-api.ts';
import { type Answer, request } from './request.ts';

/** The same answer, but `cohort-unknown` where a session is unknown because its cohort was deleted. */
export async function orDeleted<T>(cohort: CohortId, answer: Promise<Answer<T>>): Promise<Answer<T>> {
  const got = await answer;
  if (got.ok || got.why !== 'session-unknown') return got;
  const asked = await request({ method: 'GET', path: cohortPath(cohort, '/there'), answer: thereAnswer });
  return asked.ok && !asked.value.there ? { ok: false, why: 'cohort-unknown' } : got;
}
