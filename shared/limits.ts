/** Every number somebody could run into. Knows no mechanism: who enforces a limit says so beside it. */

export const TEXT = {
  /** Hard limit of a note in the interface; merged text may be longer and is never cut. */
  note: 280,
  /** What the server accepts for one note of an import (threats: imports). */
  importedNote: 5_000,
  themeTitle: 48,
  statement: 280,
  personName: 60,
  organisationName: 90,
  cohortName: 90,
  copyName: 80,
  /** A word of facilitation, an answer of the feedback and closing boards, where an earlier assessment is from. */
  message: 280,
  answer: 600,
  /** A word of the closing. */
  word: 60,
  baselineSource: 60,
} as const;

export const COUNT = {
  organisations: 60,
  notesPerBoard: 4_000,
  notesPerCommand: 2_000,
  copiesPerBoard: 200,
  /** Imports whose files the server holds at the same time; of one person, one. */
  importsAtOnce: 12,
  /** Lines taken from one paste; more are offered as a second paste. */
  pastedNotes: 300,
  undoSteps: 200,
  /** Me resuena: dots of one person in one call. */
  dotsPerPerson: 5,
  boardsPerCommand: 200,
  /** People at one table, beside who writes for them. */
  peopleAtTable: 12,
  /** Attempts of one person in a cohort that can be sent again; older ones go. */
  attempts: 50,
  /** Copies the server takes by itself, of each board; older ones go. */
  automaticCopies: 12,
} as const;

export const BYTES = {
  /** A JSON request body; imports are the only large ones. */
  requestBody: 256 * 1024,
  importBody: 10 * 1024 * 1024,
  /** What the client sends goes out in messages of about this size, so that unsent work always passes the frame limit. */
  transaction: 512 * 1024,
} as const;

export const TIME = {
  /** A connection's credentials outlive a call and a power cut; a right taken away counts at once all the same. */
  connectionTokenMs: 12 * 60 * 60 * 1000,
  sessionMs: 400 * 24 * 60 * 60 * 1000,
  /** How long an attempt can be sent again and gets the same answer. */
  attemptMs: 24 * 60 * 60 * 1000,
  /** Position of a note under the pointer travels as presence at this pace. */
  dragPresenceMs: 40,
  /** Notes deleted longer ago than this are removed for good (document.ts says why they wait). */
  deletedNoteMs: 30 * 24 * 60 * 60 * 1000,
} as const;

export const RATE = {
  wrongSecretsPerMinute: 20,
  cohortsPerHour: 30,
  joinsPer10Seconds: 200,
  /** Commands of the call and of the method's pages, of one person. */
  changesPerMinute: 600,
  /** Bytes of imports in a minute, of one person and from one address; a small file counts as `smallestImport`. */
  importBytesPerMinute: 64 * 1024 * 1024,
  importBytesPerMinuteAndAddress: 512 * 1024 * 1024,
  smallestImport: 64 * 1024,
} as const;
