/** What one WebSocket is granted: the numbers of the transport. Knows no mechanism. */

export interface WireLimits {
  /** One message of a client in bytes; above it 1009. Clients keep a transaction below it (shared/limits.ts). */
  readonly maxMessageBytes: number;
  /** Messages at once and per second; above it the connection is not read for a while. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
  /** Bytes at once and per second; above it the connection is not read for a while. */
  readonly byteBurst: number;
  readonly bytesPerSecond: number;
  readonly longestPauseMs: number;
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

export const WIRE_LIMITS: WireLimits = {
  maxMessageBytes: 16 * 1024 * 1024,
  messageBurst: 2_000,
  messagesPerSecond: 200,
  byteBurst: 64 * 1024 * 1024,
  bytesPerSecond: 8 * 1024 * 1024,
  longestPauseMs: 5_000,
  beatMs: 5_000,
  pingMs: 20_000,
  signOfLifeMs: 15_000,
  silentMs: 45_000,
  confirmMs: 2_000,
  closeMs: 1_000,
  backlogAtCloseBytes: 1024 * 1024,
};
