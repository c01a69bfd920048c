/** Reads a request's JSON: bounded while it arrives, parsed with a schema, never cast. An empty body counts as `{}`. */
import * as v from 'valibot';
import { BYTES } from '../../shared/limits.ts';
import { done, type Outcome, refused } from '../commands/outcome.ts';
import type { EdgeContext } from './edge.ts';

export async function readBody<S extends v.GenericSchema>(
  c: EdgeContext,
  schema: S,
  most: number = BYTES.requestBody,
): Promise<Outcome<v.InferOutput<S>>> {
  const bytes = await readBytes(c, most);
  if (!bytes.ok) return bytes;
  const json = parseJson(new TextDecoder().decode(bytes.value));
  if (!json.ok) return json;
  const parsed = v.safeParse(schema, json.value, { abortEarly: true });
  if (parsed.success) return done(parsed.output);
  const field = fieldOf(parsed.issues[0]);
  return refused('bad-request', field === null ? {} : { field: field.slice(0, 80) });
}

/** Of a choice between shapes: what was given and is wrong, before what is missing in one of them. */
function fieldOf(issue: v.BaseIssue<unknown>): string | null {
  const inner = issue.issues?.find(({ input }) => input !== undefined) ?? issue.issues?.[0];
  return v.getDotPath(issue) ?? (inner === undefined ? null : v.getDotPath(inner));
}

/** The body as it came, in memory of its own. */
export async function readBytes(c: EdgeContext, most: number): Promise<Outcome<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > most) return refused('body-too-large');
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return done(bytes);
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(text.trim() === '' ? {} : JSON.parse(text));
  } catch {
    // JSON.parse throws on every text that is not JSON.
    return refused('bad-json');
  }
}
