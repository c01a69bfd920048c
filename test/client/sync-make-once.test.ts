/** Pressing the button again after a lost answer sends the same key; something else, or one more of the same, another one. */
import * as v from 'valibot';
import { afterEach, expect, it, vi } from 'vitest';
import { createCohort, openRehearsal } from '../../client/sync/create-api.ts';
import { makeOnce } from '../../client/sync/make-once.ts';
import { seatApi } from '../../client/sync/seat-api.ts';
import { ATTEMPT_HEADER, attemptKey } from '../../shared/api.ts';
import { newCohortId, newCopyId } from '../../shared/ids.ts';

const sent: Headers[] = [];
/** What the server does with the next request; then it answers that all is well. */
const next: Array<() => Response> = [];
vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
  sent.push(new Headers(headers));
  return (next.shift() ?? (() => Response.json({})))();
});
afterEach(() => {
  sent.length = 0;
  next.length = 0;
});

const lost = (): Response => {
  throw new TypeError('nobody answered');
};
const refused = (why: string, status: number) => () => Response.json({ error: { why, message: '' } }, { status });
const make = (path: string, name: string) => makeOnce({ method: 'POST', path, body: { name } });
const keys = () => sent.map((headers) => headers.get(ATTEMPT_HEADER));

it('sends a key the server takes', async () => {
  await make('/a', 'x');
  expect(keys()).toEqual([expect.stringMatching(/^".{21}"$/)]);
  expect(v.is(attemptKey, keys()[0])).toBe(true);
});

it.each([
  ['nobody answered', lost],
  ['the answer is cut off', () => new Response('<html>', { status: 502 })],
  ['it is kept and cannot be told', refused('storage-failed', 503)],
])('sends the same key again where %s', async (_, answer) => {
  next.push(answer, answer);
  await make('/b', 'x');
  await make('/b', 'x');
  expect(await make('/b', 'x')).toMatchObject({ ok: true });
  expect(new Set(keys()).size).toBe(1);
});

it('sends another key for other words, for another thing, and for one more of what was made', async () => {
  next.push(lost, lost, lost);
  await make('/c', 'x');
  await make('/d', 'x');
  await make('/c', 'y');
  await make('/c', 'y');
  await make('/c', 'y');
  const [first, other, changed, again, more] = keys();
  expect(again).toBe(changed);
  expect(new Set([first, other, changed, more]).size).toBe(4);
});

it('sends another key after it was refused for good', async () => {
  next.push(refused('key-reused', 422));
  await make('/e', 'x');
  await make('/e', 'x');
  expect(new Set(keys()).size).toBe(2);
});

it('goes with what makes a cohort', async () => {
  const organisations = ['Casa'];
  await createCohort({
    name: 'C',
    date: '2026-11-20',
    time: '',
    language: 'es',
    organisations,
    boardPer: 'person',
    agenda: 'two',
  });
  await openRehearsal('es');
  expect(keys().map((key) => v.is(attemptKey, key))).toEqual([true, true]);
});

it('goes with what makes an organisation or a board, not with what replaces one', async () => {
  const api = seatApi('token');
  const id = newCohortId();
  await api.addOrganisation(id, 'Red');
  await api.importBoard(id, {}, 'new-board');
  await api.restoreCopy(id, newCopyId(), 'new-board');
  await api.importBoard(id, {}, 'in-place');
  await api.restoreCopy(id, newCopyId(), 'in-place');
  expect(keys().map((key) => key !== null)).toEqual([true, true, true, false, false]);
  expect(sent.every((headers) => headers.get('Authorization') === 'Bearer token')).toBe(true);
});
