/**
 * One server at a time for a data folder: two would write past each other. The lock is the operating system's, so it ends
 * with the process, however that ends. Knows nothing of what is in the folder.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const LOCK_FILE = 'tempano.lock';
/** Somebody who restarts the server starts the new one while the old one is stopping. */
const LONGEST_WAIT_MS = 1_500;

class FolderInUse extends Error {
  readonly code = 'FOLDER_IN_USE';
}

/** Takes the folder, which must exist. Throws a FolderInUse when another server has it. Returns the release. */
export function lockFolder(dir: string): () => void {
  // The driver's locks are the portable way to a lock that no crash leaves behind; nothing is written.
  const lock = new DatabaseSync(join(dir, LOCK_FILE));
  try {
    lock.exec(`PRAGMA busy_timeout = ${LONGEST_WAIT_MS}; BEGIN EXCLUSIVE`);
  } catch (cause) {
    // SQLITE_BUSY: the lock is taken. Anything else (no permission, no locks on this disk) is a fault of the folder.
    lock.close();
    if (isBusy(cause)) throw new FolderInUse(`another server uses ${dir}`, { cause });
    throw cause;
  }
  return () => lock.close();
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
