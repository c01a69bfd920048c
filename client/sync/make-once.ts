/**
 * A request that makes something, named by a key: as long as nobody knows whether it was done, pressing the button again
 * with the same words sends the same key, and nothing is made twice. Knows no particular route.
 */
import { newRequestKey } from '../../shared/ids.ts';
import { type Answer, type Call, request, type Why } from './request.ts';

/** What may have been done all the same. */
const IN_DOUBT: readonly Why[] = ['offline', 'unexpected', 'internal', 'storage-failed', 'server-busy'];

/** Attempts in doubt by path, for as long as the page is open. */
const attempts = new Map<string, { readonly body: string; readonly key: string }>();

export async function makeOnce<T>(call: Call<T>): Promise<Answer<T>> {
  const body = JSON.stringify(call.body);
  const before = attempts.get(call.path);
  const attempt = before?.body === body ? before : { body, key: newRequestKey() };
  attempts.set(call.path, attempt);
  const answer = await request({ ...call, key: attempt.key });
  const isInDoubt = !answer.ok && IN_DOUBT.includes(answer.why);
  if (!isInDoubt && attempts.get(call.path) === attempt) attempts.delete(call.path);
  return answer;
}
