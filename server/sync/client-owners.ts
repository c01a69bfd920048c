/**
 * Who writes as which client of a board: as long as somebody is present as one, and has written as it, nobody else's
 * writing is taken for theirs. Whoever wrote ahead under another's number would make that person's next letters count as
 * known, and they would be lost. Knows no update.
 */
import type { PersonId } from '../../shared/ids.ts';

/** A connection. */
interface Owner {
  readonly person: PersonId;
}

/** Who is present as which client. */
export interface Attendance<O extends Owner> {
  idOf(owner: O): number | null;
  holderOf(client: number): O | null;
}

export class ClientOwners<O extends Owner> {
  readonly #attendance: () => Attendance<O> | null;
  readonly #writers = new WeakSet<O>();

  /** `attendance` is null as long as nobody has said who they are. */
  constructor(attendance: () => Attendance<O> | null) {
    this.#attendance = attendance;
  }

  /** Something of these clients was taken of a connection. */
  wrote(owner: O, clients: ReadonlySet<number>): void {
    const client = this.#attendance()?.idOf(owner) ?? null;
    if (client !== null && clients.has(client)) this.#writers.add(owner);
  }

  mayWriteAs(owner: O, client: number): boolean {
    const holder = this.#attendance()?.holderOf(client) ?? null;
    return holder === null || holder.person === owner.person || !this.#writers.has(holder);
  }
}
