/**
 * Whether the file that is written to is still the one in its folder, no shorter than it was, with its log whole. SQLite
 * goes on writing to a file that was taken away or cut off and behind a log that was cut off or written over, and says
 * nothing: all of that is gone when the process ends. Knows no table.
 */
import { closeSync, openSync, read, readSync, type Stats, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { goesOn, isLogWhole, LOG_HEAD_BYTES, PAGE_BYTES } from './file-pages.ts';

/** Not opened: closing the file again would give up the locks that SQLite has on it. Its log has none. */
const look = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

/** It was there at each look before this one: SQLite keeps it for as long as the file is open. */
const openLog = (path: string): number | null => (look(path) === undefined ? null : openSync(path, 'r'));

const NO_HEAD = Buffer.alloc(0);

const readSome = promisify(read);
const AT_ONCE_BYTES = 1024 * 1024;

/** Nothing can be saved; `why` as in a failure of a room. */
class LostFile extends Error {
  readonly why = 'storage-failed';
}

/** What the system says instead of an answer (EIO) is no less trouble, for as long as it says so. */
function lost(error: unknown): LostFile {
  if (error instanceof LostFile) return error;
  return new LostFile(error instanceof Error ? error.message : 'unknown', { cause: error });
}

export class FileGuard {
  readonly #path: string;
  readonly #log: string;
  readonly #opened: Stats | undefined;
  readonly #pages: () => number;
  /** It only ever grows, too: pages that are free stay. A tool may have shortened it to what SQLite says it has. */
  #fileBytes: number;
  #isShort = false;
  #logInode: number | undefined;
  #logBytes = 0;
  /** It only ever grows. A tool may have emptied it, once all of it was in the file; what is written next tells. */
  #shrank = false;
  #logFile: number | null = null;
  /** Opened when it is needed, and never closed: that would give up the locks SQLite has on it. */
  #file: number | null = null;
  /** As it was at the last look; none where the log was begun anew by somebody else. */
  #head: Buffer = NO_HEAD;
  /** What happened to the log, for good: what lies in it must not come into the file. */
  #brokenLog: string | null = null;

  /** Of a file that was opened a moment ago. `pages`: how many SQLite says it has, those in the log among them. */
  constructor(path: string, pages: () => number) {
    this.#path = path;
    this.#log = `${path}-wal`;
    this.#opened = look(path);
    this.#pages = pages;
    this.#fileBytes = this.#opened?.size ?? 0;
  }

  /** Throws a LostFile that says what happened. To be called before something is written. */
  check(): void {
    try {
      this.#check();
    } catch (error) {
      throw lost(error);
    }
  }

  #check(): void {
    const file = look(this.#path);
    if (file === undefined) throw new LostFile(`${this.#path} was taken away`);
    if (file.ino !== this.#opened?.ino || file.dev !== this.#opened.dev)
      throw new LostFile(`${this.#path} was replaced by another file`);
    if (this.#isCutTo(file.size)) throw new LostFile(`${this.#path} was cut off`);
    if (this.#bytesOfLog() < this.#logBytes) {
      this.#shrank = true;
      this.#head = NO_HEAD;
    }
    this.#refuseBrokenLog();
  }

  /** Throws as `check` does. To be called by whoever alone may write: otherwise the log may be beginning anew just then. */
  checkLog(): void {
    try {
      this.#lookAtHead();
    } catch (error) {
      throw lost(error);
    }
    this.#refuseBrokenLog();
  }

  /**
   * Resolves when all of the file and its log can be read now, else rejects with a LostFile. SQLite calls a page that the
   * disk does not give damaged, and so are records that are whole.
   */
  async checkReadable(): Promise<void> {
    try {
      this.#file ??= openSync(this.#path, 'r');
      this.#logFile ??= openLog(this.#log);
      for (const file of [this.#file, this.#logFile]) if (file !== null) await readThrough(file);
    } catch (error) {
      throw lost(error);
    }
  }

  /**
   * Gives up what was opened to look. False when the log was found broken: closing the file then would put what lies in
   * the log into it. Left open until the process ends, the next start finds both as they are and sorts them out.
   */
  close(): boolean {
    this.#lookAtHead();
    if (this.#logFile !== null) closeSync(this.#logFile);
    this.#logFile = null;
    return this.#brokenLog === null;
  }

  /** Remembers how far the log goes now. To be called once something is committed; throws when it will not be found again. */
  note(): void {
    this.#logBytes = this.#bytesOfLog();
    if (!this.#shrank || this.#logBytes === 0) return;
    this.#shrank = false;
    // Behind a log that was cut off under it SQLite leaves a hole.
    if (!isLogWhole(this.#path)) this.#brokenLog = 'was cut off';
    this.#refuseBrokenLog();
  }

  #refuseBrokenLog(): void {
    if (this.#brokenLog !== null) throw new LostFile(`${this.#log} ${this.#brokenLog}`);
  }

  #lookAtHead(): void {
    const head = this.#readHead();
    if (head === null) return;
    if (this.#head.length > 0 && !goesOn(head, this.#head)) this.#brokenLog ??= 'was written over';
    this.#head = head;
  }

  /** Null while nothing is in the log. */
  #readHead(): Buffer | null {
    this.#logFile ??= openLog(this.#log);
    if (this.#logFile === null) return null;
    const head = Buffer.allocUnsafe(LOG_HEAD_BYTES);
    return readSync(this.#logFile, head, 0, LOG_HEAD_BYTES, 0) === LOG_HEAD_BYTES ? head : null;
  }

  /** For good: what SQLite puts behind the cut makes it long again, and not whole. */
  #isCutTo(bytes: number): boolean {
    if (bytes < this.#fileBytes) this.#isShort ||= bytes < this.#pages() * PAGE_BYTES;
    this.#fileBytes = bytes;
    return this.#isShort;
  }

  #bytesOfLog(): number {
    const log = look(this.#log);
    this.#logInode ??= log?.ino;
    if (log?.ino !== this.#logInode) throw new LostFile(`${this.#log} was taken away or replaced`);
    return log?.size ?? 0;
  }
}

async function readThrough(file: number): Promise<void> {
  const bytes = Buffer.allocUnsafe(AT_ONCE_BYTES);
  for (let at = 0, taken = 1; taken > 0; at += taken) {
    taken = (await readSome(file, bytes, 0, bytes.length, at)).bytesRead;
  }
}
