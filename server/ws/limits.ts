/** What WebSockets are granted, alone and together: the numbers of the transport. Knows no mechanism. */

/** So much at once and so much a second; above it a connection is not read for a while, and nothing is lost. */
export interface RateLimits {
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  readonly byteBurst: number;
  readonly bytesPerSecond: number;
}

/** What all connections of one person, cohort or address may use together. */
export interface ShareLimits extends RateLimits {
  /** The next one is closed with 1013. */
  readonly connections: number;
}

/** The rates are those of one connection. */
export interface WireLimits extends RateLimits {
  /** One message of a client in bytes; above it 1009. Clients keep a transaction below it (shared/limits.ts). */
  readonly maxMessageBytes: number;
  /** Pieces of one message; above it 1008. */
  readonly maxFragments: number;
  readonly longestPauseMs: number;
  readonly person: ShareLimits;
  readonly cohort: ShareLimits;
  readonly address: ShareLimits;
  /**
   * Who sends no more than this, as people do, is not slowed down because others with the same share send too
   * much. Counted in messages, each kilobyte as one more.
   */
  readonly modestBurst: number;
  readonly modestPerSecond: number;
  /** Connections of the whole server; the next upgrade gets HTTP 503. */
  readonly connections: number;
  /** Looks at every connection this often, while there is one. */
  readonly beatMs: number;
  readonly pingMs: number;
  /** Stock providers give up after 30 s without a message, and a ping is none. */
  readonly signOfLifeMs: number;
  /** Neither message nor pong for so long: gone. */
  readonly silentMs: number;
  /** So long somebody has to answer whose place another connection claims. */
  readonly confirmMs: number;
  /** A polite goodbye may take this long. */
  readonly closeMs: number;
  /** With more unsent bytes than this there is no polite goodbye. */
  readonly backlogAtCloseBytes: number;
}

const MB = 1024 * 1024;

export const WIRE_LIMITS: WireLimits = {
  maxMessageBytes: 16 * MB,
  maxFragments: 256,
  messageBurst: 2_000,
  messagesPerSecond: 200,
  byteBurst: 64 * MB,
  bytesPerSecond: 8 * MB,
  longestPauseMs: 15_000,
  // Enough for a script that follows hundreds of boards with one session. In bytes a person sends no more than one
  // connection may: the disk and the boards in memory are everybody's.
  person: {
    connections: 1_500,
    messageBurst: 80_000,
    messagesPerSecond: 20_000,
    byteBurst: 64 * MB,
    bytesPerSecond: 8 * MB,
  },
  // Sixty people, with two devices each and several boards open, are some hundreds.
  cohort: {
    connections: 3_000,
    messageBurst: 160_000,
    messagesPerSecond: 40_000,
    byteBurst: 256 * MB,
    bytesPerSecond: 32 * MB,
  },
  // Whole cohorts sit behind the one address of an office.
  address: {
    connections: 3_000,
    messageBurst: 160_000,
    messagesPerSecond: 40_000,
    byteBurst: 256 * MB,
    bytesPerSecond: 32 * MB,
  },
  modestBurst: 300,
  modestPerSecond: 80,
  connections: 10_000,
  beatMs: 5_000,
  pingMs: 20_000,
  signOfLifeMs: 15_000,
  silentMs: 45_000,
  confirmMs: 2_000,
  closeMs: 1_000,
  backlogAtCloseBytes: MB,
};
