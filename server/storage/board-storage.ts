/** Puts the storage of boards together for a server: one file, one folding process, a thread once the disk needs it. */
import type { BoardStorage, Log } from '../sync/ports.ts';
import { createBoardStore } from './board-store.ts';
import { type Database, databasePath, leaveCheckpoints } from './database.ts';
import { foldInProcess } from './fold-child.ts';
import { createPacedStore } from './paced-store.ts';
import { createThreadedStore } from './threaded-store.ts';

/** `database` is the open file of `dataDir` and stays the caller's: closing the storage does not close it. */
export function createBoardStorage(dataDir: string, database: Database, log: Log): BoardStorage {
  const folding = foldInProcess(databasePath(dataDir));
  const near = createBoardStore({ database, log, fold: folding.fold });
  const startFar = (): BoardStorage => {
    leaveCheckpoints(database);
    return createThreadedStore(dataDir, log);
  };
  const now = (): number => performance.now();
  return createPacedStore({ near, startFar, beforeClose: () => folding.close(), log, now });
}
