/** An update in parts that belong behind one another. Large ones are those of the board itself, never a copy. */
export type Passage = readonly Uint8Array[];

/** From so many bytes on an update is passed on as it lies in memory, and never copied for one connection. */
export const LARGE_BYTES = 64 * 1024;

export const bytesOf = (passage: Passage): number => passage.reduce((sum, { length }) => sum + length, 0);
