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
  const text = await readText(c.req.raw.body, most);
  if (text === null) return refused('body-too-large');
  const json = parseJson(text);
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

async function readText(body: ReadableStream<Uint8Array> | null, most: number): Promise<string | null> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): Outcome<unknown> {
  try {
    return done(text.trim() === '' ? {} : JSON.parse(text));
  } catch {
    // JSON.parse throws on every text that is not JSON.
    return refused('bad-json');
  }
}
