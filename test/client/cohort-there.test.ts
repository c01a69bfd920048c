/** When an unknown session means that the cohort was deleted, and when only that the access is over. */
import { afterEach, expect, it, vi } from 'vitest';
import { orDeleted } from '../../client/sync/cohort-there.ts';
import type { Answer, Why } from '../../client/sync/request.ts';
import { newCohortId } from '../../shared/ids.ts';

const cohort = newCohortId();
afterEach(() => vi.unstubAllGlobals());

/** What is told of a refusal while the server says whether the cohort is there, or does not answer. */
async function told(why: Why, there: boolean | null) {
  const fetched = vi.fn(async (_path: string) => {
    if (there === null) throw new TypeError('nobody answers');
    return Response.json({ there });
  });
  vi.stubGlobal('fetch', fetched);
  const answer = await orDeleted(cohort, Promise.resolve({ ok: false, why } as Answer<null>));
  return [answer.ok || answer.why, fetched.mock.calls.map(([path]) => path)];
}
const asked = [`/api/cohorts/${cohort}/there`];

it('is the cohort that was deleted', async () => {
  expect(await told('session-unknown', false)).toEqual(['cohort-unknown', asked]);
});
it('is the access alone while the cohort is there, or nobody answers', async () => {
  expect(await told('session-unknown', true)).toEqual(['session-unknown', asked]);
  expect(await told('session-unknown', null)).toEqual(['session-unknown', asked]);
});
it('asks nothing for any other answer', async () => {
  expect(await told('no-right', false)).toEqual(['no-right', []]);
  expect(await orDeleted(cohort, Promise.resolve({ ok: true, value: 1 }))).toEqual({ ok: true, value: 1 });
});
