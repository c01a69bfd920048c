/** What is tried before a call, in which order, and how it is judged. */
import { expect, it } from 'vitest';
import { CHECKS, checkOf, type Finding, findings, overall, type Tries } from '../../client/sync/connection-check.ts';

const fine: Tries = {
  server: async () => true,
  live: async () => [40, 50, 60, 50, 45],
  notes: async () => true,
  words: () => true,
  lasting: async () => true,
  clock: async () => 300,
  page: async () => true,
};
async function found(tries: Partial<Tries> = {}): Promise<Finding[]> {
  const all: Finding[] = [];
  for await (const finding of findings({ ...fine, ...tries })) all.push(finding);
  return all;
}
const never = async (): Promise<never> => {
  throw new Error('nobody asked for this');
};

it('tries one after the other and finds everything well', async () => {
  const all = await found();
  expect(all.map(checkOf)).toEqual(CHECKS);
  expect(all.map((finding) => finding.found)).toEqual(CHECKS.map((check) => `${check}.well`));
  expect(overall(all)).toBe('well');
});

it('says each before the next is tried', async () => {
  const running = findings({ ...fine, live: never });
  expect((await running.next()).value).toEqual({ found: 'server.well' });
});

it('does not try over a network what the network does not carry', async () => {
  const all = await found({ server: async () => false, live: never, clock: never });
  expect(all.map((finding) => finding.found)).toEqual([
    'server.bad',
    'live.untried',
    'speed.untried',
    'notes.well',
    'words.well',
    'lasting.well',
    'clock.untried',
    'page.well',
  ]);
  expect(overall(all)).toBe('bad');
});

it.each<[string, Partial<Tries>, string, string]>([
  ['no live connection', { live: async () => null }, 'live.bad speed.untried', 'bad'],
  ['no place for notes', { notes: async () => false }, 'notes.bad', 'bad'],
  ['nothing remembered', { words: () => false }, 'words.bad', 'bad'],
  ['a browser that may clear', { lasting: async () => false }, 'lasting.fair', 'well'],
  ['no page without a connection', { page: async () => false }, 'page.fair', 'fair'],
  ['a clock nobody answered for', { clock: async () => null }, 'clock.untried', 'well'],
])('judges %s', async (_what, tries, expected, whole) => {
  const all = await found(tries);
  const others = all.map((finding) => finding.found).filter((one) => !one.endsWith('.well'));
  expect(others.join(' ')).toBe(expected);
  expect(overall(all)).toBe(whole);
});

it.each<[readonly number[], Finding]>([
  [[290, 5000, 20, 300, 310], { found: 'speed.well', tripMs: 300 }],
  [[400, 400.4, 9000, 401, 20], { found: 'speed.fair', tripMs: 400 }],
  [[1500, 1500, 1500, 1500, 1500], { found: 'speed.fair', tripMs: 1500 }],
  [[1501, 1600, 1700, 20, 9000], { found: 'speed.bad', tripMs: 1600 }],
])('judges round trips of %j by the one in the middle', async (trips, expected) => {
  expect((await found({ live: async () => trips }))[2]).toEqual(expected);
});

it.each<[number, Finding]>([
  [29_000, { found: 'clock.well' }],
  [-61_000, { found: 'clock.fair', minutes: 1 }],
  [3_600_000, { found: 'clock.fair', minutes: 60 }],
])('judges a clock that is %i ms off', async (ms, expected) => {
  expect((await found({ clock: async () => ms }))[6]).toEqual(expected);
});
