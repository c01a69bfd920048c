/**
 * Whether the file that is written to is still the one in its folder, with its log whole. SQLite goes on writing to a
 * file that was taken away and behind a log that was cut off, and says nothing: all of that is gone when the process
 * ends. Knows no table.
 */
import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';

/** Not opened: closing the file again would give up the locks that SQLite has on it. */
const look = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false });

export class FileGuard {
  readonly #path: string;
  readonly #log: string;
  readonly #opened: Stats | undefined;
  #logInode: number | undefined;
  #logBytes = 0;
  /** By a tool, once all of it was in the file; or by somebody else. What is written next tells. */
  #emptied = false;
  #cutOff = false;

  /** Of a file that was opened a moment ago. */
  constructor(path: string) {
    this.#path = path;
    this.#log = `${path}-wal`;
    this.#opened = look(path);
  }

  /** Throws an Error that says what happened. To be called before something is written. */
  check(): void {
    const file = look(this.#path);
    if (file === undefined) throw new Error(`${this.#path} was taken away`);
    if (file.ino !== this.#opened?.ino || file.dev !== this.#opened.dev)
      throw new Error(`${this.#path} was replaced by another file`);
    const bytes = this.#bytesOfLog();
    if (bytes < this.#logBytes) {
      // It only ever grows; nobody has a reason to take a part of it.
      if (bytes > 0) this.#cutOff = true;
      this.#emptied = true;
    }
    if (this.#cutOff) throw new Error(`${this.#log} was cut off`);
  }

  /** Remembers how far the log goes now. To be called once something is committed; throws when it will not be found again. */
  note(): void {
    this.#logBytes = this.#bytesOfLog();
    if (!this.#emptied || this.#logBytes === 0) return;
    this.#emptied = false;
    this.#cutOff = !beginsAsLog(this.#log);
    if (this.#cutOff) throw new Error(`${this.#log} was emptied`);
  }

  #bytesOfLog(): number {
    const log = look(this.#log);
    this.#logInode ??= log?.ino;
    if (log?.ino !== this.#logInode) throw new Error(`${this.#log} was taken away or replaced`);
    return log?.size ?? 0;
  }
}

/** The first word of every write-ahead log, but for its last bit. */
const LOG_MAGIC = 0x377f0682;

/** Behind a log that was emptied under it SQLite leaves a hole. The log has no locks that closing it could give up. */
function beginsAsLog(path: string): boolean {
  const [word, file] = [Buffer.alloc(4), openSync(path, 'r')];
  try {
    return readSync(file, word, 0, 4, 0) === 4 && (word.readUInt32BE(0) & ~1) === LOG_MAGIC;
  } finally {
    closeSync(file);
  }
}
