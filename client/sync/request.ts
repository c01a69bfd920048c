/** One HTTP request to the JSON API; every way it can end is a value. Knows no particular route. */

import { failureAnswer, type Refusal } from '../../shared/api.ts';
import type { Outcome } from '../board/session.ts';

/** `offline`: nobody answered. `unexpected`: the answer is not of the shape that was agreed. */
export type Why = Refusal | 'offline' | 'unexpected';
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Why; readonly field?: string };

/** What any schema library offers; keeps this room free of one. */
export interface Schema<T> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Checked<T> | Promise<Checked<T>>;
    readonly types?: { readonly input: unknown; readonly output: T } | undefined;
  };
}
type Checked<T> = { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly unknown[] };

export interface Call<T> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
  /** Names this attempt at making something. */
  readonly key?: string;
  /** Absent when the answer has no body. */
  readonly answer?: Schema<T>;
  /** Milliseconds after which nobody is taken to have answered. */
  readonly patienceMs?: number;
}

export async function request<T = null>(call: Call<T>): Promise<Answer<T>> {
  const headers: Record<string, string> = {};
  if (call.token !== undefined) headers.Authorization = `Bearer ${call.token}`;
  if (call.key !== undefined) headers['Idempotency-Key'] = `"${call.key}"`;
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    const signal = call.patienceMs === undefined ? null : AbortSignal.timeout(call.patienceMs);
    response = await fetch(call.path, { method: call.method, headers, body, cache: 'no-store', signal });
  } catch {
    // fetch rejects only when nobody answered, or not in time.
    return { ok: false, why: 'offline' };
  }
  const json = await readJson(response);
  if (!response.ok) return failure(json);
  if (!call.answer) return { ok: true, value: null as T };
  const checked = await call.answer['~standard'].validate(json);
  return checked.issues ? { ok: false, why: 'unexpected' } : { ok: true, value: checked.value };
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch {
    // A proxy's HTML page, or a body cut off.
    return null;
  }
}

async function failure(json: unknown): Promise<{ ok: false; why: Why; field?: string }> {
  const checked = await failureAnswer['~standard'].validate(json);
  if (checked.issues) return { ok: false, why: 'unexpected' };
  const { why, field } = checked.value.error;
  return field === undefined ? { ok: false, why } : { ok: false, why, field };
}

/** The same as an Outcome, its value spread out. */
export async function outcomeOf<T extends object>(answer: Promise<Answer<T>>): Promise<Outcome<T>> {
  const got = await answer;
  return got.ok ? { ok: true, ...got.value } : { ok: false, why: got.why };
}
