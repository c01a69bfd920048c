/** A place on a board of some server: where to connect and what to say first. Types only; knows no server by name. */

export interface Seat {
  readonly port: number;
  /** Path of the upgrade request, the room in it. */
  readonly path: string;
  readonly room: string;
  readonly protocols: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Goes in front of every message, both ways; empty for the standard protocol. */
  readonly prefix: Uint8Array;
  /** The first message, where a server wants one before it listens (with the prefix in it). */
  readonly hello: Uint8Array | null;
  /** False where nobody answers a step 1: a rebroadcast that holds no document. */
  readonly answers: boolean;
  /** Who the server knows this person as, where it knows people at all: clients say of themselves what they were told. */
  readonly user?: { readonly id: string; readonly name: string };
}
