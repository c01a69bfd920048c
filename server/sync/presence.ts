/**
 * Who is present in a room: one state per client id, each owned by one connection. States are JSON text the room never
 * interprets beyond the person's name. Knows no socket and keeps no timer.
 *
 * Stock providers echo everybody's states back, so entries for other people's ids are dropped, never punished.
 */
import * as text from 'lib0/string';
import type { PersonId } from '../../shared/ids.ts';
import type { AwarenessEntry } from '../../shared/protocol.ts';
import { ownBytes } from './own-bytes.ts';

/** A connection in the eyes of presence: one object each, by which connections of the same person are told apart. */
export interface Owner {
  readonly person: PersonId;
  readonly name: string;
}

interface Known<O extends Owner> {
  clock: number;
  /** JSON text in UTF-8; null when the client is gone (its clock is kept, so that late echoes stay out). */
  state: Uint8Array | null;
  owner: O;
}

/** What a connection announced for an id it may come to hold. */
interface Heir<O extends Owner> {
  readonly owner: O;
  readonly clock: number;
  readonly state: Uint8Array | null;
}

const GONE = text.encodeUtf8('null');
const MAX_CLOCK = 2 ** 40;
/** Ids of people who left are forgotten above this many. */
const MAX_GONE = 1_000;

export class Presence<O extends Owner> {
  readonly #known = new Map<number, Known<O>>();
  /** One id per connection: the first it announces. */
  readonly #idOf = new Map<O, number>();
  /** The same person's newer connections that announced an id whose holder has not gone yet. */
  readonly #heirs = new Map<number, Heir<O>>();
  readonly #changed = new Set<number>();
  readonly #maxBytes: number;
  readonly #doubt: (holder: O) => void;

  /** `doubt` is called with a connection whose id another one announces: is it still there? */
  constructor(maxBytes: number, doubt: (holder: O) => void = () => undefined) {
    this.#maxBytes = maxBytes;
    this.#doubt = doubt;
  }

  /** Takes what a connection says about itself. Returns an entry to answer it with, or null. */
  receive(owner: O, entries: ReadonlyArray<AwarenessEntry>): AwarenessEntry | null {
    let answer: AwarenessEntry | null = null;
    for (const entry of entries) {
      if (this.#mayOwn(owner, entry)) answer = this.#take(owner, entry) ?? answer;
    }
    return answer;
  }

  /** A connection is gone: so is its state, unless another connection inherits the id. */
  leave(owner: O): void {
    const client = this.#idOf.get(owner);
    this.#idOf.delete(owner);
    for (const [claimed, heir] of this.#heirs) if (heir.owner === owner) this.#heirs.delete(claimed);
    const known = client === undefined ? undefined : this.#known.get(client);
    if (client === undefined || known === undefined || known.owner !== owner) return;
    const heir = this.#heirs.get(client);
    this.#heirs.delete(client);
    if (heir !== undefined && !this.#idOf.has(heir.owner)) {
      known.owner = heir.owner;
      this.#idOf.set(heir.owner, client);
      if (heir.clock > known.clock) this.#set(client, known, heir.clock, heir.state);
      return;
    }
    this.#set(client, known, known.clock, null);
    this.#forgetSome();
  }

  /** What changed and was not taken yet, the last state of each client only: who waits longest first, until it is so many bytes. */
  takeChanges(mostBytes: number): AwarenessEntry[] {
    const entries: AwarenessEntry[] = [];
    let bytes = 0;
    for (const client of this.#changed) {
      if (bytes >= mostBytes) break;
      this.#changed.delete(client);
      for (const entry of this.#entry(client)) {
        entries.push(entry);
        bytes += entry.state.length;
      }
    }
    return entries;
  }

  /** The client id of a connection, once it has announced one. */
  idOf(owner: O): number | null {
    return this.#idOf.get(owner) ?? null;
  }

  /** The connection that is present as this client, if one is. */
  holderOf(client: number): O | null {
    const owner = this.#known.get(client)?.owner;
    return owner !== undefined && this.#idOf.get(owner) === client ? owner : null;
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Everybody present. */
  all(): AwarenessEntry[] {
    return [...this.#known].flatMap(([client, { state }]) => (state === null ? [] : this.#entry(client)));
  }

  #entry(client: number): AwarenessEntry[] {
    const known = this.#known.get(client);
    return known === undefined ? [] : [{ client, clock: known.clock, state: known.state ?? GONE }];
  }

  #mayOwn(owner: O, { client, state }: AwarenessEntry): boolean {
    const own = this.#idOf.get(owner);
    if (own !== undefined) return own === client;
    const known = this.#known.get(client);
    // A laptop that woke up: the same person's new socket inherits the id of the old one.
    return !isGone(state) && (known === undefined || known.owner.person === owner.person);
  }

  #take(owner: O, { client, clock, state }: AwarenessEntry): AwarenessEntry | null {
    if (clock >= MAX_CLOCK || state.length > this.#maxBytes) return null;
    const stamped = stamp(state, owner);
    if (stamped === undefined) return null;
    const known = this.#known.get(client);
    if (known !== undefined && known.owner !== owner && this.#idOf.get(known.owner) === client) {
      // Whether the holder is gone, only its silence can tell; until then nobody speaks for it.
      this.#heirs.set(client, { owner, clock, state: stamped });
      this.#doubt(known.owner);
      return null;
    }
    this.#idOf.set(owner, client);
    if (known === undefined) {
      const fresh: Known<O> = { clock, state: null, owner };
      this.#known.set(client, fresh);
      this.#set(client, fresh, clock, stamped);
      return null;
    }
    const takenOver = known.owner !== owner;
    known.owner = owner;
    if (clock > known.clock || (clock === known.clock && stamped === null)) {
      this.#set(client, known, clock, stamped);
      return null;
    }
    // Back after it was announced as gone, with a clock the others have already seen: hearing that it is gone makes a
    // client announce itself again with a later clock.
    return takenOver ? { client, clock: known.clock, state: GONE } : null;
  }

  #set(client: number, known: Known<O>, clock: number, state: Uint8Array | null): void {
    if (known.state === null && state === null) return;
    known.clock = clock;
    known.state = state;
    this.#changed.add(client);
  }

  #forgetSome(): void {
    if (this.#known.size <= MAX_GONE) return;
    for (const [client, { state }] of this.#known) {
      if (state === null && !this.#changed.has(client)) this.#known.delete(client);
    }
  }
}

const isGone = (state: Uint8Array): boolean =>
  state.length === GONE.length && state.every((byte, i) => byte === GONE[i]);

/** The state with the name and person the server knows; null when it says goodbye, undefined when it is no state. */
function stamp(bytes: Uint8Array, owner: Owner): Uint8Array | null | undefined {
  const state = parseObject(bytes);
  if (state === undefined || state === null) return state;
  const user: unknown = Reflect.get(state, 'user');
  if (typeof user !== 'object' || user === null) return ownBytes(bytes);
  const named = !('name' in user) || user.name === owner.name;
  const known = !('id' in user) || user.id === owner.person;
  if (named && known) return ownBytes(bytes);
  const truth = { ...('name' in user && { name: owner.name }), ...('id' in user && { id: owner.person }) };
  return text.encodeUtf8(JSON.stringify({ ...state, user: { ...user, ...truth } }));
}

function parseObject(bytes: Uint8Array): object | null | undefined {
  try {
    const state: unknown = JSON.parse(text.decodeUtf8(bytes));
    return typeof state === 'object' && !Array.isArray(state) ? state : undefined;
  } catch {
    // Not UTF-8 or not JSON: it would throw inside every other client.
    return undefined;
  }
}
