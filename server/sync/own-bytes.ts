/** Bytes that are kept for long, apart from the larger piece of memory they may be cut out of. Knows nothing of what they are. */

/** So much more than its bytes a view may keep in memory: a copy would save less than it costs. */
const SLACK = 1024;

/** The bytes themselves, or a copy when they would keep much else in memory, such as the rest of the message they came in. */
export const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.buffer.byteLength > 2 * bytes.length + SLACK ? new Uint8Array(bytes) : bytes;
