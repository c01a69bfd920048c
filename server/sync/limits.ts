/** What a room grants: the numbers of the relay and who enforces each. Knows no mechanism. */

export interface RelayLimits {
  /** A busy room gathers this long before it saves and sends, in ms; a quiet one does so at once (saver.ts). */
  readonly windowMs: number;
  /** At least so far apart are two commits to the disk, in ms (saver.ts). */
  readonly gapMs: number;
  /** An empty room stays in memory this long (rooms.ts). */
  readonly graceMs: number;
  /** A storage call older than this counts as hanging in the health check (saver.ts). */
  readonly hangMs: number;
  /** While nothing can be saved, the server tries this often, in ms (saver.ts). */
  readonly probeMs: number;
  /** Connections of one board; the next one is closed with 1013 (rooms.ts). */
  readonly sessionsPerBoard: number;
  /**
   * Encoded size of a board in bytes; a writer above it is closed with 4413, or with 1013 as long as folding its records
   * may make room (flight.ts).
   */
  readonly boardBytes: number;
  /** Keys ever written in the root maps of a board, notes and everything else; a writer above it is closed with 4413 (board-log.ts). */
  readonly boardEntries: number;
  /** Items that may crowd into one place of a board while it is in memory; above it 1008 (crowding.ts). */
  readonly crowd: number;
  /** Structs, deleted stretches and members of plain values in one update; above it 1008 (update-parts.ts). */
  readonly updateParts: number;
  /** The same of a whole board; a writer above it is closed with 4413 (board-log.ts). */
  readonly boardParts: number;
  /** So long a room judges what has arrived, in ms, and so long all of them together, before the rest is looked at (flight.ts, saver.ts). */
  readonly sliceMs: number;
  readonly slicesMs: number;
  /** So many bytes of a window are handed to connections in one go; the rest goes on a moment later (delivery.ts). */
  readonly deliveryBytes: number;
  /** With so many bytes in one append, other rooms wait for the next one (saver.ts). */
  readonly appendBytes: number;
  /** Bytes waiting to be saved in one room; a writer above it is closed with 1013 (room.ts). */
  readonly queuedBytes: number;
  /** Bytes a connection may send before its board is loaded; above it 1013 (session.ts). */
  readonly heldBytes: number;
  /** Entries of a state vector, so many more than the board has clients; above it 1008 (session.ts). */
  readonly unknownClients: number;
  /** Processor time for answers to step 1: burst in ms and refill per second; as much again in debt, above it 1008 (question-budget.ts). */
  readonly answerBurstMs: number;
  readonly answerMsPerSecond: number;
  /** The same for all connections of a person, sending not counted; also 1008 (question-budget.ts). */
  readonly personAnswerBurstMs: number;
  readonly personAnswerMsPerSecond: number;
  /** Answers that build on what the server does not have; it asks again, at this many 1008 (session.ts). */
  readonly incompleteUpdates: number;
  /** Entries of one awareness message; above it 1008, since no room is that big (session.ts). */
  readonly awarenessEntries: number;
  /** Bytes of JSON of one presence state; bigger ones are dropped (presence.ts). */
  readonly presenceBytes: number;
  /** Presence sent to all connections of a board together in one window, in bytes; the rest waits for the next (room.ts). */
  readonly presenceWindowBytes: number;
  /** Unsent bytes of a connection, plus twice the board: above it 1013, it comes back and catches up (room.ts). */
  readonly backlogBytes: number;
  /**
   * Unsent bytes of all connections of a person, plus twice the board: above it a question is not answered, and who asks is
   * closed with 1013 (backlogs.ts). While no more than little is on its way to the connection itself, it is answered.
   */
  readonly personBacklogBytes: number;
  readonly littleBacklogBytes: number;
  /** Unsent bytes of a connection above which it is spared presence (room.ts). */
  readonly presenceBacklogBytes: number;
  /** A stored tail above this many records, or this many bytes and a quarter of the board, is folded (folding.ts). */
  readonly tailRecords: number;
  readonly tailBytes: number;
}

export const RELAY_LIMITS: RelayLimits = {
  windowMs: 16,
  gapMs: 16,
  graceMs: 30_000,
  hangMs: 10_000,
  probeMs: 3_000,
  sessionsPerBoard: 500,
  boardBytes: 30 * 1024 * 1024,
  boardEntries: 60_000,
  crowd: 3_000,
  updateParts: 300_000,
  boardParts: 2_000_000,
  sliceMs: 20,
  slicesMs: 40,
  deliveryBytes: 8 * 1024 * 1024,
  appendBytes: 8 * 1024 * 1024,
  queuedBytes: 48 * 1024 * 1024,
  heldBytes: 32 * 1024 * 1024,
  unknownClients: 1_000,
  answerBurstMs: 200,
  answerMsPerSecond: 100,
  personAnswerBurstMs: 2_000,
  personAnswerMsPerSecond: 100,
  incompleteUpdates: 3,
  awarenessEntries: 1_000,
  presenceBytes: 4 * 1024,
  presenceWindowBytes: 4 * 1024 * 1024,
  backlogBytes: 4 * 1024 * 1024,
  personBacklogBytes: 64 * 1024 * 1024,
  littleBacklogBytes: 64 * 1024,
  presenceBacklogBytes: 256 * 1024,
  tailRecords: 5_000,
  tailBytes: 1024 * 1024,
};
