/**
 * What was sent and has not left this machine: of a connection, and of all connections of its person, over all boards.
 * A question is answered only as long as that is not too much. Knows no question and no answer.
 */
import type { PersonId } from '../../shared/ids.ts';
import type { RelayLimits } from './limits.ts';
import { LARGE_BYTES } from './passage.ts';
import type { Connection } from './ports.ts';

type Limits = Pick<RelayLimits, 'backlogBytes' | 'personBacklogBytes' | 'littleBacklogBytes'>;
type Unsent = Pick<Connection, 'bufferedBytes'>;

/** What may wait for one connection: somewhat more than catching up from nothing takes. */
export const mostUnsent = (boardBytes: number, { backlogBytes }: Pick<RelayLimits, 'backlogBytes'>): number =>
  backlogBytes + 2 * boardBytes;

/** All connections there are. */
export interface Backlogs {
  readonly limits: Limits;
  /** Looked for where an answer is not small, so that a connection holds nothing for it. */
  connectionsOf(person: PersonId): Iterable<Unsent>;
}

export class Backlog {
  readonly #own: Unsent;
  readonly #person: PersonId;
  readonly #all: Backlogs;
  /** How often the board was renewed since it was given a large answer; null once it has read that. */
  #renewals: number | null = null;

  constructor(own: Unsent, person: PersonId, all: Backlogs) {
    this.#own = own;
    this.#person = person;
    this.#all = all;
  }

  /**
   * Whether an answer of so many bytes has to wait. While little is on its way to a connection it has not: what other
   * windows of the same person do not read must not keep this one from hearing that it is saved.
   */
  isTooMuch(bytes: number, boardBytes: number): boolean {
    const { limits } = this.#all;
    const own = this.#own.bufferedBytes();
    if (own > mostUnsent(boardBytes, limits)) return true;
    if (own + bytes <= limits.littleBacklogBytes) return false;
    let unsent = 0;
    for (const connection of this.#all.connectionsOf(this.#person)) unsent += connection.bufferedBytes();
    return unsent > limits.personBacklogBytes + 2 * boardBytes;
  }

  /** An answer of so many bytes is on its way. A large one is the memory of the board as it is now. */
  took(bytes: number): void {
    if (bytes >= LARGE_BYTES) this.#renewals ??= 0;
  }

  /**
   * The board lies elsewhere in memory now. Whoever has not read what it was sent of an older one would keep that, and the
   * next connection another: true once there are so many that they are more than may wait for one connection.
   */
  isLeftBehind(boardBytes: number): boolean {
    if (this.#renewals === null) return false;
    const { limits } = this.#all;
    this.#renewals = this.#own.bufferedBytes() > limits.littleBacklogBytes ? this.#renewals + 1 : null;
    return (this.#renewals ?? 0) * boardBytes > mostUnsent(boardBytes, limits);
  }
}
