/** Board files on their way in: one at a time for each person, so many bytes a minute, and boards go on meanwhile. */
import { request } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRequestLimits } from '../../../server/http/request-limits.ts';
import { createSlots } from '../../../server/http/slots.ts';
import { readNotes } from '../../../shared/board/notes.ts';
import { BYTES, COUNT, RATE } from '../../../shared/limits.ts';
import {
  boardOf,
  createCohort,
  follow,
  join,
  type RunningApp,
  startRunningApp,
  until,
  whyOf,
} from '../../kit/running-app.ts';

let app: RunningApp;
beforeEach(async () => {
  app = await startRunningApp({ trustedProxies: 1 });
});
afterEach(() => app.close());

async function scene() {
  const made = await createCohort(app);
  const casa = made.cohort.organisations[0]?.id ?? null;
  const ana = await join(app, made.links.participation, 'Ana', casa);
  const luis = await join(app, made.links.participation, 'Luis', casa);
  return { ana, luis, board: await boardOf(app, ana.token, 'iceberg', casa) };
}
const note = (id: string, length = 4) => ({ id, text: 'x'.repeat(length), x: 700, y: 200 });
const fileOf = (notes: object[], as = 'in-place') =>
  JSON.stringify({ snapshot: { kind: 'tempano-board', version: 1, board: { kind: 'iceberg' }, notes }, as });
/** As large as a file may be, nearly. */
const large = (as?: string): string =>
  fileOf(
    Array.from({ length: 2_000 }, (_, i) => note(`n${i}`, 4_900)),
    as,
  );
const send = (token: string, board: string, body: string, headers: Record<string, string> = {}) =>
  app.ask('POST', `/api/boards/${board}/import`, { token, body, headers });

/** A request whose body does not end by itself; resolves once the server has begun with it. */
async function endless(token: string, board: string, what = 'import') {
  const asked = request(`${app.url}/api/boards/${board}/${what}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Transfer-Encoding': 'chunked', Expect: '100-continue' },
  });
  const answered = new Promise<number>((resolve) => {
    asked.on('response', (response) => resolve(response.statusCode ?? 0));
    asked.on('error', () => resolve(0));
  });
  const begun = new Promise((resolve) => asked.on('continue', resolve));
  asked.flushHeaders();
  await begun;
  asked.write('{');
  return { answered, asked };
}

it('takes one file of a person at a time; others do not wait for it', async () => {
  const { ana, luis, board } = await scene();
  const { answered, asked } = await endless(ana.token, board);
  expect(whyOf(await send(ana.token, board, fileOf([note('a')])))).toBe('import-under-way');
  const refused = await send(ana.token, board, large());
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect((await send(luis.token, board, fileOf([note('a')]))).status).toBe(200);
  asked.end('}');
  expect(await answered).toBe(400);
  expect((await send(ana.token, board, fileOf([note('a')]))).status).toBe(200);
});

it('gives the place back when somebody goes away in the middle of a file', async () => {
  const { ana, board } = await scene();
  const { asked } = await endless(ana.token, board);
  const attempt = async () => (await send(ana.token, board, fileOf([note('a')]))).status;
  expect(await attempt()).toBe(429);
  asked.destroy();
  await expect.poll(attempt).toBe(200);
});

it('answers what one person asks of whole boards one after the other, and keeps nobody else waiting', async () => {
  const { ana, luis, board } = await scene();
  const { answered, asked } = await endless(ana.token, board, 'bring');
  const order: string[] = [];
  const exported = ({ token }: { readonly token: string }, who: string) =>
    app.ask('GET', `/api/boards/${board}/export`, { token }).then(({ status }) => order.push(`${who} ${status}`));
  const waiting = exported(ana, 'Ana');
  await exported(luis, 'Luis');
  await exported(luis, 'Luis');
  asked.end('}');
  expect(await answered).toBe(400);
  await waiting;
  expect(order).toEqual(['Luis 200', 'Luis 200', 'Ana 200']);
});

it('takes no more files at once than it can hold', () => {
  const slots = createSlots(2);
  const [a, b, again, c] = ['a', 'b', 'a', 'c'].map((key) => slots.enter(key));
  expect([a?.ok, b?.ok, again, c]).toEqual([true, true, { ok: false, why: 'taken' }, { ok: false, why: 'full' }]);
  if (a?.ok) a.leave();
  if (a?.ok) a.leave();
  expect(slots.enter('c').ok).toBe(true);
  expect(COUNT.importsAtOnce * BYTES.importBody).toBeLessThan(200 * 1024 * 1024);
});

it('takes so many bytes of files in a minute, of a person and from an address', async () => {
  let time = 0;
  const limits = createRequestLimits(() => time, 30);
  const whole = BYTES.importBody;
  const most = Math.floor(RATE.importBytesPerMinute / whole);
  for (let n = 0; n < most; n += 1) expect(limits.importsOfPerson.take('ana', whole)).toBe(true);
  expect([limits.importsOfPerson.take('ana', whole), limits.importsOfPerson.take('luis', whole)]).toEqual([
    false,
    true,
  ]);
  time = 60_000;
  expect(limits.importsOfPerson.take('ana', whole)).toBe(true);
  expect(RATE.importBytesPerMinuteAndAddress).toBeGreaterThan(5 * RATE.importBytesPerMinute);
});

it('says so when it was too much, in the language of whoever asks', async () => {
  const { ana, board } = await scene();
  const body = JSON.stringify({ snapshot: 'x'.repeat(10_000_000), as: 'in-place' });
  const answers = [];
  for (let n = 0; n < 8 && answers.at(-1)?.status !== 429; n += 1)
    answers.push(await send(ana.token, board, body, { 'Accept-Language': 'en', 'X-Forwarded-For': '203.0.113.9' }));
  const refused = answers.at(-1);
  expect(refused && [refused.status, whyOf(refused), refused.headers.get('retry-after')]).toEqual([
    429,
    'too-many-imports',
    '60',
  ]);
  expect(refused?.body).toMatchObject({ error: { message: expect.stringContaining('large files') } });
  expect(answers.length).toBeGreaterThan(5);
});

it('keeps what people write while a large file is laid on their board, and what was there as a copy', async () => {
  const { ana, luis, board } = await scene();
  const own = await follow(app, luis.token, board);
  const importing = send(ana.token, board, large());
  own.doc.getText('statement').insert(0, 'mientras');
  expect((await importing).status).toBe(200);
  await until(() => readNotes(own.doc).length === 2_000, 'the imported notes');
  expect(own.doc.getText('statement').toString()).toBe('mientras');
  const { body } = await app.ask('GET', `/api/boards/${board}/copies`, { token: ana.token });
  expect(body).toMatchObject({ copies: [{ by: '', notes: 0 }] });
  own.close();
});

it('makes the board equal to one of two files that come at once, never a mixture', async () => {
  const { ana, luis, board } = await scene();
  const own = await follow(app, ana.token, board);
  const files = ['a', 'b'].map((who) => fileOf(Array.from({ length: 50 }, (_, i) => note(`${who}${i}`, 3_000))));
  const [first, second] = files;
  const answers = await Promise.all([send(ana.token, board, first ?? ''), send(luis.token, board, second ?? '')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const ids = () => new Set(readNotes(own.doc).map(({ id }) => id.slice(0, 1)));
  await until(() => readNotes(own.doc).length === 50, 'fifty notes');
  expect(ids().size).toBe(1);
  own.close();
});
