/**
 * An attempt at making something that is sent again because its answer was lost: whoever named it with a key gets what it
 * made. Kept in the transaction of what it makes, for a day, and the newest of each person; of the key only a hash, and
 * the secrets of a new cohort locked with it. Knows no HTTP.
 */
import { createHash, createHmac } from 'node:crypto';
import { type CohortId, isCohortId, type PersonId } from '../../shared/ids.ts';
import { COUNT, TIME } from '../../shared/limits.ts';
import type { Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { KeptAttempt } from './ports.ts';
import { hashSecret, seal, unseal } from './secrets.ts';

export interface Attempt {
  readonly key: string;
  /** Hash of what is asked for. */
  readonly body: string;
}
type Kept = Pick<Context, 'registry' | 'now'>;

/** `path` and `body`: what is asked for. */
export const attemptAt = (key: string, path: string, body: string | Uint8Array): Attempt => ({
  key,
  body: createHash('sha256').update(`${path}\n`).update(body).digest('base64url'),
});

/** `by` is null for whoever makes a cohort: the key alone says who asks. */
const nameOf = (by: PersonId | null, { key }: Attempt): string => `${by ?? 'nobody'}/${hashSecret(`attempt:${key}`)}`;

/** Of a cohort that was made without a key there is no attempt. The same key always gives the same id on this server. */
export function cohortIdOf(serverKey: Uint8Array, { key }: Attempt): CohortId {
  const id = createHmac('sha256', serverKey).update(`tempano/cohort/${key}`).digest('base64url').slice(0, 21);
  if (!isCohortId(id)) throw new TypeError('the id of a cohort must be an id');
  return id;
}

/** What it made; null for the first time. A key that was used for something else, or is older than a day, is refused. */
export function madeBefore(
  { registry, now }: Kept,
  cohort: CohortId,
  by: PersonId | null,
  attempt: Attempt | null,
): Outcome<KeptAttempt | null> {
  const kept = attempt && registry.attempts.at(cohort, nameOf(by, attempt));
  if (!kept) return done(null);
  return kept.body === attempt.body && !isOver(kept, now()) ? done(kept) : refused('key-reused');
}

/** The root of the cohort that was made, for whoever has the key. */
export const rootOf = ({ sealed }: KeptAttempt, { key }: Attempt): Uint8Array | null =>
  sealed === '' ? null : unseal(Buffer.from(sealed, 'base64url'), key);

/** Within the transaction that makes it. */
export function keepAttempt(
  context: Kept,
  cohort: CohortId,
  by: PersonId | null,
  attempt: Attempt | null,
  { made, root }: { readonly made: string; readonly root: Uint8Array | null },
): void {
  if (attempt === null) return;
  const sealed = root ? Buffer.from(seal(root, attempt.key)).toString('base64url') : '';
  forgetAttempts(context, cohort);
  const { registry, now } = context;
  const own = [...registry.attempts.of(cohort)].filter(([name]) => name.startsWith(`${by ?? 'nobody'}/`));
  own.sort(([, a], [, b]) => b.at - a.at);
  for (const [name] of own.slice(COUNT.attempts - 1)) registry.attempts.remove(cohort, name);
  registry.attempts.put(cohort, nameOf(by, attempt), { at: now(), body: attempt.body, made, sealed });
}

/** Those that are over. */
export function forgetAttempts({ registry, now }: Kept, cohort: CohortId): void {
  for (const [name, kept] of registry.attempts.of(cohort))
    if (isOver(kept, now())) registry.attempts.remove(cohort, name);
}

const isOver = ({ at }: KeptAttempt, now: number): boolean => now - at >= TIME.attemptMs;
