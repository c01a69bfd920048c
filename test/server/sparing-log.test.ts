/** Nobody can fill the disk with lines of the log, and nothing that is wrong goes unsaid. */
import { beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createSparingLog, type SparingLog } from '../../server/sparing-log.ts';
import type { Log } from '../../server/sync/ports.ts';
import { newBoardId } from '../../shared/ids.ts';
import { FakeClock } from '../kit/fake-clock.ts';
import { startRunningApp } from '../kit/running-app.ts';

const MINUTE = 60_000;
let clock: FakeClock;
let lines: Array<{ readonly event: string; readonly [field: string]: unknown }>;
let sparing: SparingLog;
let log: Log;
beforeEach(() => {
  clock = new FakeClock();
  lines = [];
  sparing = createSparingLog((event, fields) => lines.push({ event, ...fields }), clock, new Set(['request']));
  log = sparing.log;
});

const again = (times: number, event: string, fields: Parameters<Log>[1]): void => {
  for (let i = 0; i < times; i += 1) log(event, fields);
};
/** What was written since it was last asked. */
const written = () => lines.splice(0);
const iso = (ms: number): string => new Date(ms).toISOString();

it('writes the first line at once as it is, and a minute later how many came after it', async () => {
  log('update-refused', { board: 'a', why: 'invalid' });
  expect(written()).toEqual([{ event: 'update-refused', board: 'a', why: 'invalid' }]);
  await clock.advance(10_000);
  const last = iso(clock.now());
  again(3_050, 'update-refused', { board: 'a', why: 'invalid' });
  await clock.advance(MINUTE - 10_001);
  expect(written()).toEqual([]);
  await clock.advance(1);
  expect(written()).toEqual([{ event: 'update-refused', board: 'a', why: 'invalid', times: 3_050, last }]);
});

it('writes no more than a line a minute of a flood that goes on, and counts all of it', async () => {
  for (let second = 0; second < 600; second += 1) {
    again(10, 'foreign-origin', { board: 'a' });
    await clock.advance(1_000);
  }
  expect(lines.length).toBeLessThanOrEqual(11);
  const counted = lines.map(({ times }) => (typeof times === 'number' ? times : 1));
  expect(counted.reduce((sum, times) => sum + times, 0)).toBe(6_000);
});

it('says at once what is different: another event, another board, another reason, yes instead of no', () => {
  log('load-failed', { board: 'a', why: 'locked' });
  log('load-failed', { board: 'b', why: 'locked' });
  log('load-failed', { board: 'a', why: 'malformed' });
  log('append-refused', { board: 'a', why: 'locked' });
  log('trial-ended', { ranOut: true });
  log('trial-ended', { ranOut: false });
  log('disk-is-slow');
  expect(lines.length).toBe(7);
});

it('takes lines for the same where only numbers differ, and gives the numbers of the last one', async () => {
  for (const records of [7, 8, 9]) log('storage-failed', { records, why: 'full' });
  const last = iso(clock.now());
  await clock.advance(MINUTE);
  expect(lines).toEqual([
    { event: 'storage-failed', records: 7, why: 'full' },
    { event: 'storage-failed', records: 9, why: 'full', times: 2, last },
  ]);
});

it('writes at once again what was not said for a minute', async () => {
  log('storage-works-again');
  await clock.advance(MINUTE);
  log('storage-works-again');
  expect(lines).toEqual([{ event: 'storage-works-again' }, { event: 'storage-works-again' }]);
});

it('waits a minute after the count too, and then writes at once again', async () => {
  again(2, 'foreign-origin', { board: 'a' });
  await clock.advance(MINUTE);
  written();
  log('foreign-origin', { board: 'a' });
  expect(written()).toEqual([]);
  await clock.advance(MINUTE);
  expect(written()).toMatchObject([{ times: 1 }]);
  await clock.advance(MINUTE);
  log('foreign-origin', { board: 'a' });
  expect(written()).toEqual([{ event: 'foreign-origin', board: 'a' }]);
});

it('counts the boards beyond two hundred together, without one event being in the way of another', async () => {
  const boards = Array.from({ length: 5_000 }, (_, i) => `b${i}`);
  for (const board of boards) log('foreign-origin', { board });
  expect(written().map(({ board }) => board)).toEqual(boards.slice(0, 201));
  expect(clock.pendingTimers).toBe(1);
  log('load-failed', { board: 'a', why: 'malformed' });
  expect(written().length).toBe(1);
  const last = iso(clock.now());
  await clock.advance(MINUTE);
  expect(written()).toEqual([{ event: 'foreign-origin', times: 4_799, last }]);
  log('foreign-origin', { board: 'another' });
  expect(written()).toEqual([{ event: 'foreign-origin', board: 'another' }]);
});

it('sets no timer as long as there is nothing to count, and one for each thing it counts', async () => {
  for (const board of ['a', 'b', 'c']) log('update-refused', { board, why: 'invalid' });
  expect(clock.pendingTimers).toBe(0);
  again(5, 'update-refused', { board: 'b', why: 'invalid' });
  expect(clock.pendingTimers).toBe(1);
  await clock.advance(MINUTE);
  expect(clock.pendingTimers).toBe(0);
});

it('writes what it has counted when it ends, once and without leaving a timer, and then every line', async () => {
  again(4, 'update-refused', { board: 'a', why: 'invalid' });
  again(3, 'foreign-origin', { board: 'a' });
  log('disk-is-slow');
  written();
  sparing.end();
  expect(clock.pendingTimers).toBe(0);
  expect(written()).toMatchObject([
    { event: 'update-refused', board: 'a', times: 3 },
    { event: 'foreign-origin', board: 'a', times: 2 },
  ]);
  again(2, 'foreign-origin', { board: 'a' });
  expect(written()).toEqual(Array(2).fill({ event: 'foreign-origin', board: 'a' }));
  sparing.end();
  await clock.advance(2 * MINUTE);
  expect(written()).toEqual([]);
});

it('keeps quiet no longer where the clock of the computer is put back', async () => {
  again(2, 'load-failed', { board: 'a', why: 'malformed' });
  log('disk-is-slow');
  written();
  clock.work(-24 * 60 * MINUTE);
  log('disk-is-slow');
  expect(written()).toEqual([{ event: 'disk-is-slow' }]);
  sparing.end();
  expect(written()).toMatchObject([{ event: 'load-failed', times: 1 }]);
});

it('spares nothing of the events that are to be written line by line', () => {
  again(3, 'request', { path: '/', ms: 1 });
  expect(lines.length).toBe(3);
  expect(clock.pendingTimers).toBe(0);
});

it('keeps the log of the running server short, and gives the count as soon as that stops', async () => {
  const app = await startRunningApp();
  const said = () => app.log.map((line) => JSON.parse(line)).filter(({ event }) => event === 'foreign-origin');
  const board = newBoardId();
  const url = `${app.url.replace('http', 'ws')}/sync/${board}`;
  for (let i = 0; i < 5; i += 1) {
    const knocking = new WebSocket(url, { origin: 'https://evil.example' });
    await new Promise((resolve) => knocking.on('error', resolve));
  }
  for (let i = 0; i < 5; i += 1) await app.ask('GET', '/healthz');
  expect(said()).toMatchObject([{ board }]);
  const closing = app.close();
  expect(said()).toMatchObject([{ board }, { board, times: 4 }]);
  await closing;
  expect(app.log.filter((line) => line.includes('"path":"/"')).length).toBe(5);
});
