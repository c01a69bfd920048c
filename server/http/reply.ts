/** Turns outcomes into answers: JSON, or a refusal in the language of whoever asks. Decides nothing. */
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Failure } from '../../shared/api.ts';
import type { Language } from '../../shared/language.ts';
import type { Outcome, Refused } from '../commands/outcome.ts';
import type { EdgeContext } from './edge.ts';
import { REFUSAL_WORDING } from './refusals.ts';

/** The one of our languages that the header prefers; Spanish when it names none. */
function languageOf(c: EdgeContext): Language {
  const wish = /^\s*(es|en)\b[^;]*(?:;\s*q=([\d.]+))?/i;
  const wanted = (c.req.header('accept-language') ?? '').split(',').flatMap((part) => {
    const [, name = '', weight = '1'] = wish.exec(part) ?? [];
    return name === '' ? [] : [{ name: name.toLowerCase(), weight: Number(weight) || 0 }];
  });
  const [first] = wanted.sort((a, b) => b.weight - a.weight);
  return first?.name === 'en' ? 'en' : 'es';
}

export function refuse(c: EdgeContext, { why, field, detail }: Omit<Refused, 'ok'>): Response {
  const wording = REFUSAL_WORDING[why];
  const error: Failure = { why, message: wording[languageOf(c)], ...(field && { field }), ...(detail && { detail }) };
  if (wording.status === 429 || wording.status === 503) c.header('Retry-After', wording.status === 429 ? '60' : '5');
  // The rest of the body is not read: nothing else can come over this connection.
  if (wording.status === 413) c.header('Connection', 'close');
  if (wording.status === 401) c.header('WWW-Authenticate', 'Bearer');
  return c.json({ error }, wording.status);
}

/** `show` makes the body out of the value. */
export function reply<T>(
  c: EdgeContext,
  outcome: Outcome<T>,
  show: (value: T) => object,
  status: ContentfulStatusCode = 200,
): Response {
  return outcome.ok ? c.json(show(outcome.value), status) : refuse(c, outcome);
}

/** Done, and nothing to say. */
export const replyNothing = (c: EdgeContext, outcome: Outcome<null>): Response =>
  outcome.ok ? c.body(null, 204) : refuse(c, outcome);
