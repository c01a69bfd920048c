/**
 * The thread boards are stored in: opens the file, does what it is asked one after the other, and answers. Whatever the
 * disk does, only this thread waits for it. Knows messages and the board store; which board is open is not its concern.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Log } from '../sync/ports.ts';
import { createBoardStore } from './board-store.ts';
import { closeDatabase, databasePath, openDatabase } from './database.ts';
import { foldInProcess } from './fold-child.ts';
import { flattenBoard, type Reply, type Request, type Result, unpackBatch } from './store-messages.ts';

const port = parentPort;
if (port === null) throw new Error('this file is a thread of the server');

const folder = String(workerData);
const say = (reply: Reply, moved: readonly ArrayBuffer[] = []): void => port.postMessage(reply, moved);
const log: Log = (event, fields = {}) => say([0, 'log', event, fields]);
const database = openDatabase(folder);
const folding = foldInProcess(databasePath(folder));
const store = createBoardStore({ database, log, fold: folding.fold });

/** The folding first: its board rejects, and the store need not wait for it. */
async function close(): Promise<void> {
  await folding.close();
  await store.close();
  closeDatabase(database);
}

/** Everything but appends. */
async function answer(request: Exclude<Request, ArrayBuffer>): Promise<Result> {
  switch (request[1]) {
    case 'load': {
      const board = await store.load(request[2]);
      return board === null ? null : flattenBoard(board);
    }
    case 'compact':
      return store.compact(request[2]);
    case 'probe':
      await store.probe();
      return null;
    case 'close':
      await close();
      return null;
  }
}

/** What may be moved instead of copied: big, and of no use here any more. */
function movable(result: Result): ArrayBuffer[] {
  if (result === null || !('snapshot' in result)) return [];
  const own: ArrayBufferLike[] = 'lengths' in result ? [result.bytes.buffer] : [];
  if (result.snapshot !== null) own.push(result.snapshot.bytes.buffer);
  return own.filter((buffer) => buffer instanceof ArrayBuffer);
}

/** The disk, a board that exists: whoever asked decides what it means. */
function fail(call: number, error: unknown): void {
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) : null;
  say([call, 'failed', error instanceof Error ? error.message : 'unknown', errcode]);
}

function append(buffer: ArrayBuffer): void {
  const { call, batch } = unpackBatch(buffer);
  store.append(batch).then(
    (failed) => say(failed.size === 0 ? call : [call, 'done', [...failed]]),
    (error: unknown) => fail(call, error),
  );
}

port.on('message', (request: Request) => {
  if (request instanceof ArrayBuffer) return append(request);
  const [call] = request;
  answer(request).then(
    (result) => say([call, 'done', result], movable(result)),
    (error: unknown) => fail(call, error),
  );
});
