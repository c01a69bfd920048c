/**
 * The thread that folds: reads what is stored of one board on a connection of its own, folds it and hands the snapshot
 * over. One board after the other, as asked. Writes nothing to the file.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { BoardReader } from './board-rows.ts';
import { openToRead } from './database.ts';
import { type FoldRequest, foldStored } from './fold-stored.ts';

const path = String(workerData);

parentPort?.on('message', (request: FoldRequest) => {
  const database = openToRead(path);
  try {
    const folded = foldStored(new BoardReader(database), request);
    // Moved, not copied: a big board would else be in memory twice.
    parentPort?.postMessage({ folded }, folded.snapshot === null ? [] : [folded.snapshot.bytes.buffer as ArrayBuffer]);
  } catch (error) {
    // A damaged record, or a disk that cannot be read: the board stays as it is.
    parentPort?.postMessage({ why: error instanceof Error ? error.message : 'unknown' });
  } finally {
    database.close();
  }
});
