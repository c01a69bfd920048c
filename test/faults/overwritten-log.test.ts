/**
 * The log of the file is written over under a running server, in place: nothing more is said to be saved, nothing of it
 * comes into the file, and the next start gives what is sound.
 */
import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { textOf } from '../kit/facts.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { until } from '../kit/running-app.ts';
import { bareWriter, type Door, stockWriter, type Writer } from '../kit/writers.ts';

let stage: FaultStage;
let door: Door;
let file = '';
let writers: Writer[] = [];
/** The boards are in the file; what is written from here on is in its log only. */
beforeEach(async () => {
  stage = await createFaultStage();
  await stage.server.stop('SIGTERM');
  await stage.server.start();
  const [board] = stage.boards;
  if (board === undefined) throw new Error('there are boards');
  door = await stage.door(board);
  file = join(stage.server.dataDir, 'tempano.sqlite');
});
afterEach(async () => {
  for (const writer of writers) writer.destroy();
  writers = [];
  await stage.end();
});

function writeOverLog(bytes: number | 'all', byte: number): void {
  const log = `${file}-wal`;
  const length = bytes === 'all' ? statSync(log).size : bytes;
  expect(length).toBeGreaterThan(0);
  const handle = openSync(log, 'r+');
  writeSync(handle, Buffer.alloc(length, byte));
  closeSync(handle);
}

async function writerWho(writes: string): Promise<Writer> {
  const writer = stockWriter(door);
  writers.push(writer);
  await until(() => writer.ready(), 'the board');
  textOf(writer.doc, 'n0').insert(0, writes);
  expect(await writer.saved()).toBe(true);
  return writer;
}

async function read(): Promise<string> {
  const reader = bareWriter(door);
  writers.push(reader);
  await until(() => reader.ready(), 'the board');
  return textOf(reader.doc, 'n0').toString();
}

const isHealthy = async (): Promise<boolean> => (await stage.server.ask('GET', '/healthz')).status === 200;

it('stops saving, leaves the file alone, and whoever wrote brings it back after a restart', async () => {
  const writer = await writerWho('antes ');
  const before = readFileSync(file);
  writeOverLog('all', 0xa7);
  textOf(writer.doc, 'n0').insert(0, 'después ');
  await expect.poll(isHealthy).toBe(false);
  await stage.server.stop('SIGTERM');
  expect(readFileSync(file).equals(before)).toBe(true);
  await stage.server.start();
  expect(readdirSync(stage.server.dataDir).filter((name) => /damaged-.*-wal$/.test(name))).toHaveLength(1);
  await until(() => writer.ready(), 'the writer to be back');
  expect(await writer.saved()).toBe(true);
  expect(await read()).toBe('después antes ');
});

it('costs nothing where it was the head of the log, also after kill -9', async () => {
  const writer = await writerWho('antes ');
  writer.destroy();
  writeOverLog(32, 0);
  await stage.server.stop('SIGKILL');
  await stage.server.start();
  expect(await read()).toBe('antes ');
});
