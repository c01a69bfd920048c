/** Reads the key that names an attempt from its header. Knows no command that takes one. */
import * as v from 'valibot';
import { ATTEMPT_HEADER, attemptKey } from '../../shared/api.ts';
import { type Attempt, attemptAt } from '../commands/attempts.ts';
import { done, type Outcome, refused } from '../commands/outcome.ts';
import type { EdgeContext } from './edge.ts';

/** Null without the header: then the same request twice makes two. `body` is what is asked for, as parsed or as it came. */
export function readAttempt(c: EdgeContext, body: object | Uint8Array): Outcome<Attempt | null> {
  const header = c.req.header(ATTEMPT_HEADER);
  if (header === undefined) return done(null);
  const key = v.safeParse(attemptKey, header);
  if (!key.success) return refused('bad-request', { field: ATTEMPT_HEADER });
  return done(attemptAt(key.output, c.req.path, body instanceof Uint8Array ? body : JSON.stringify(body)));
}
