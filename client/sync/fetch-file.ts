/** A file of the server for somebody with a seat, as it is: no JSON is read. Knows no particular file. */
import { failureAnswer } from '../../shared/api.ts';
import type { Answer } from './request.ts';

/** The token travels in a header, never in an address: a plain link could not fetch it. */
export async function fetchFile(token: string, path: string): Promise<Answer<Blob>> {
  try {
    const response = await fetch(path, { headers: { Authorization: `Bearer ${token}` }, cache: 'no-store' });
    if (response.ok) return { ok: true, value: await response.blob() };
    const failure = await failureAnswer['~standard'].validate(await response.json());
    return { ok: false, why: failure.issues ? 'unexpected' : failure.value.error.why };
  } catch {
    // Nobody answered, or not to the end.
    return { ok: false, why: 'offline' };
  }
}
