/**
 * The pages of a SQLite file as bytes, with what its write-ahead log holds over them. Looks at nothing but page numbers
 * and checksums, so that it works on files SQLite itself refuses. Knows no table.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** What this server's files are made of; they are never made with another size. */
export const PAGE_BYTES = 4096;
export const LOG_HEAD_BYTES = 32;
const FRAME_HEAD_BYTES = 24;
const FRAME_BYTES = FRAME_HEAD_BYTES + PAGE_BYTES;

export interface FilePages {
  /** Pages are counted from 1. */
  readonly count: number;
  /** Null beyond the end, and where the file ends inside the page. */
  page(number: number): Buffer | null;
  close(): void;
}

interface Frame {
  readonly page: number;
  /** The frame ends a transaction. */
  readonly commits: boolean;
  readonly bytes: Buffer;
  /** Its own checksum fits what the frame before it says. */
  readonly sound: boolean;
}

export function openPages(path: string): FilePages {
  const file = openSync(path, 'r');
  const inFile = Math.floor(fstatSync(file).size / PAGE_BYTES);
  const newer = new Map<number, Buffer>();
  for (const { page, bytes, sound } of committed(framesOf(readLog(path)))) if (sound) newer.set(page, bytes);
  return {
    count: Math.max(inFile, ...newer.keys()),
    page: (number) => {
      const inLog = newer.get(number);
      if (inLog !== undefined) return inLog;
      if (number < 1 || number > inFile) return null;
      const bytes = Buffer.alloc(PAGE_BYTES);
      return readSync(file, bytes, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES) === PAGE_BYTES ? bytes : null;
    },
    close: () => closeSync(file),
  };
}

/**
 * Whether the log is broken in front of something that was committed: SQLite would go on without all of that and say
 * nothing. An end that was being written when the server stopped is no damage.
 */
export function isLogBroken(path: string): boolean {
  const log = readLog(path);
  const frames = committed(framesOf(log));
  return frames.some(({ sound }) => !sound) || (frames.length > 0 && !isHeadSound(log));
}

/** Whether something lies in the log's place that is none: SQLite would begin it anew over that and say nothing. */
export function isLogUnreadable(path: string): boolean {
  if (!existsSync(`${path}-wal`)) return false;
  const [log, head] = [openSync(`${path}-wal`, 'r'), Buffer.alloc(LOG_HEAD_BYTES)];
  try {
    readSync(log, head, 0, LOG_HEAD_BYTES, 0);
    return fstatSync(log).size >= LOG_HEAD_BYTES + FRAME_BYTES && !isHeadSound(head);
  } finally {
    closeSync(log);
  }
}

/** Whether every frame of the log follows from the one before it, the first from its head: nothing is missing between them. */
export function isLogWhole(path: string): boolean {
  const log = readLog(path);
  return framesOf(log).every(({ sound }) => sound) && isHeadSound(log);
}

/**
 * Whether the head of a log is the one that was there before, or one SQLite put in its place since: it begins the log
 * anew from time to time, and counts that in the first salt.
 */
export const goesOn = (head: Buffer, before: Buffer): boolean =>
  head.equals(before) || (isHeadSound(head) && (head.readUInt32BE(16) - before.readUInt32BE(16)) >>> 0 < MOST_ROUNDS);

/** Between two looks. The log of another file is further away, save one time in 65,000. */
const MOST_ROUNDS = 1 << 16;

const committed = (frames: readonly Frame[]): readonly Frame[] =>
  frames.slice(0, 1 + frames.findLastIndex(({ commits, sound }) => commits && sound));

const readLog = (path: string): Buffer => (existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0));

/** The frames of the log's present round, oldest first. */
function framesOf(log: Buffer): Frame[] {
  if (log.length < LOG_HEAD_BYTES + FRAME_BYTES) return [];
  const first = log.subarray(LOG_HEAD_BYTES + 8, LOG_HEAD_BYTES + 16);
  if (isHeadSound(log)) return framesIn(log, isBig(log), log.subarray(16, 24));
  // Nothing the head says can be trusted: the frames themselves tell.
  const [one, other] = [framesIn(log, false, first), framesIn(log, true, first)];
  return committed(one).length >= committed(other).length ? one : other;
}

/** The lowest bit of the first word tells in which byte order sums are made. */
const isBig = (log: Buffer): boolean => (log.readUInt32BE(0) & 1) === 1;

/** What a log begins with, whatever its lowest bit. Sums alone would take nothing but zeros for sound. */
const LOG_MAGIC = 0x377f0682;

function isHeadSound(log: Buffer): boolean {
  if ((log.readUInt32BE(0) & ~1) !== LOG_MAGIC) return false;
  const [one, two] = sumOf(log.subarray(0, 24), [0, 0], isBig(log));
  return one === log.readUInt32BE(24) && two === log.readUInt32BE(28);
}

function framesIn(log: Buffer, big: boolean, salts: Buffer): Frame[] {
  let before: Sums = [log.readUInt32BE(24), log.readUInt32BE(28)];
  const frames: Frame[] = [];
  for (let at = LOG_HEAD_BYTES; at + FRAME_BYTES <= log.length; at += FRAME_BYTES) {
    const ofThisRound = salts.equals(log.subarray(at + 8, at + 16));
    const bytes = log.subarray(at + FRAME_HEAD_BYTES, at + FRAME_BYTES);
    const own = sumOf(bytes, sumOf(log.subarray(at, at + 8), before, big), big);
    // The next one is judged by what this one says of itself: a broken frame does not take the others along.
    before = [log.readUInt32BE(at + 16), log.readUInt32BE(at + 20)];
    const sound = ofThisRound && own[0] === before[0] && own[1] === before[1];
    frames.push({ page: log.readUInt32BE(at), commits: log.readUInt32BE(at + 4) !== 0, bytes, sound });
  }
  return frames;
}

type Sums = readonly [number, number];

/** The checksum of SQLite's write-ahead log, going on from another. */
function sumOf(bytes: Buffer, [a, b]: Sums, big: boolean): Sums {
  let [one, two] = [a, b];
  for (let at = 0; at < bytes.length; at += 8) {
    const [x, y] = big
      ? [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)]
      : [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)];
    one = (one + x + two) >>> 0;
    two = (two + y + one) >>> 0;
  }
  return [one, two];
}
