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

export class Backlogs {
  readonly #limits: Limits;
  readonly #people = new Map<PersonId, Set<Unsent>>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** How many people have connections. */
  get people(): number {
    return this.#people.size;
  }

  /** For a new connection of this person. */
  forConnection(person: PersonId, connection: Unsent): Backlog {
    const theirs = this.#people.get(person) ?? new Set();
    this.#people.set(person, theirs.add(connection));
    const leave = (): void => {
      theirs.delete(connection);
      if (theirs.size === 0 && this.#people.get(person) === theirs) this.#people.delete(person);
    };
    return new Backlog(connection, theirs, leave, this.#limits);
  }
}

export class Backlog {
  /** The connection is gone. May be called twice. */
  readonly leave: () => void;
  readonly #own: Unsent;
  readonly #ofPerson: ReadonlySet<Unsent>;
  readonly #limits: Limits;
  /** How often the board was renewed since it was given a large answer; null once it has read that. */
  #renewals: number | null = null;

  constructor(own: Unsent, ofPerson: ReadonlySet<Unsent>, leave: () => void, limits: Limits) {
    this.#own = own;
    this.#ofPerson = ofPerson;
    this.leave = leave;
    this.#limits = limits;
  }

  /**
   * Whether an answer of so many bytes has to wait. While little is on its way to a connection it has not: what other
   * windows of the same person do not read must not keep this one from hearing that it is saved.
   */
  isTooMuch(bytes: number, boardBytes: number): boolean {
    const own = this.#own.bufferedBytes();
    if (own > mostUnsent(boardBytes, this.#limits)) return true;
    if (own + bytes <= this.#limits.littleBacklogBytes) return false;
    let all = 0;
    for (const connection of this.#ofPerson) all += connection.bufferedBytes();
    return all > this.#limits.personBacklogBytes + 2 * boardBytes;
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
    this.#renewals = this.#own.bufferedBytes() > this.#limits.littleBacklogBytes ? this.#renewals + 1 : null;
    return (this.#renewals ?? 0) * boardBytes > mostUnsent(boardBytes, this.#limits);
  }
}
